import CExpat

/// The relationships of a part, or the content types of a package: lists of elements that have only attributes.
struct PackageIndex: XMLPart {
    /// A part that another one names.
    struct Relationship {
        var identifier = "", type = "", target = ""
        var isExternal = false
    }

    private(set) var relationships: [Relationship] = []
    /// The content types of parts by their names in lower case, and of other parts by the ends of their names.
    private(set) var contentTypes: [String: String] = [:]
    private(set) var defaultTypes: [String: String] = [:]

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: PackageIndex.self).pointee.start(token, attributes, context)
        },
        end: { data, name in _ = data?.assumingMemoryBound(to: XMLContext.self).pointee.leave(name) },
        text: { _, _, _ in })

    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard [.relationship, .override, .default].contains(token) else { return }
        var relationship = Relationship()
        var (part, type) = ("", "")
        var index = 0
        while attributes.name(index) != nil {
            let value = attributes.string(index)
            switch context.pointee.names.attribute(attributes, index) {
            case .identifier: relationship.identifier = value
            case .type: relationship.type = value
            case .target: relationship.target = value
            case .targetMode: relationship.isExternal = value == "External"
            case .partName, .extension: part = value.lowercased()
            case .contentType: type = value
            default: break
            }
            index += 1
        }
        switch token {
        case .relationship: relationships.append(relationship)
        case .override: contentTypes[part] = type
        default: defaultTypes[part] = type
        }
    }

    /// The content type of a part by its path without the slash at its start.
    func contentType(_ path: String) -> String {
        let lower = path.lowercased()
        return contentTypes["/" + lower] ?? lower.split(separator: ".").last.flatMap { defaultTypes[String($0)] } ?? ""
    }
}
