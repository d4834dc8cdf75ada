import CExpat

/// The styles of an Excel workbook: what the number formats of cells mean.
struct StylesPart: XMLPart {
    /// The format of each style, by its number.
    private(set) var formats: [CellFormat] = []
    private var codes: [Int: CellFormat] = [:]
    private var isInCellFormats = false

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: StylesPart.self).pointee.start(token, attributes, context)
        },
        end: { data, name in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            guard context.pointee.leave(name) == .cellFormats else { return }
            context.pointee.part.assumingMemoryBound(to: StylesPart.self).pointee.isInCellFormats = false
        },
        text: { _, _, _ in })

    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        if token == .cellFormats { isInCellFormats = true }
        guard token == .numberFormat || (token == .cellFormat && isInCellFormats) else { return }
        var (number, code) = (0, "")
        var index = 0
        while attributes.name(index) != nil {
            switch context.pointee.names.attribute(attributes, index) {
            case .formatNumber: number = Int(attributes.string(index)) ?? 0
            case .formatCode: code = attributes.string(index)
            default: break
            }
            index += 1
        }
        if token == .numberFormat {
            codes[number] = CellFormat(code: code)
        } else {
            formats.append(codes[number] ?? CellFormat(builtIn: number))
        }
    }
}
