import CExpat

/// The main part of an Excel workbook: its sheets and its first day.
struct WorkbookPart: XMLPart {
    struct Sheet {
        var name = "", relationship = "", state = ""
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: WorkbookPart.self).pointee.start(token, attributes, context)
        },
        end: { data, name in _ = data?.assumingMemoryBound(to: XMLContext.self).pointee.leave(name) },
        text: { _, _, _ in })

    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard token == .sheet || token == .workbookProperties else { return }
        var sheet = Sheet()
        var index = 0
        while attributes.name(index) != nil {
            let value = attributes.string(index)
            switch context.pointee.names.attribute(attributes, index) {
            case .name: sheet.name = value
            case .identifier: sheet.relationship = value
            case .state: sheet.state = value
            case .date1904: is1904 = value == "1" || value == "true"
            default: break
            }
            index += 1
        }
        if token == .sheet { sheets.append(sheet) }
    }
}
