import CExpat

/// The manifest of an OpenDocument: its media type, and whether its parts are encrypted.
struct ManifestPart: XMLPart {
    private(set) var mediaType = ""
    private(set) var isEncrypted = false

    /// Reads the archive's manifest; nil when it has none.
    static func read(_ archive: ZipArchive) throws -> ManifestPart? {
        guard let member = archive.member("META-INF/manifest.xml") else { return nil }
        try archive.check(member, limit: ArchiveLimits.part, ratio: ArchiveLimits.ratio)
        var part = ManifestPart()
        try XMLReader.read(archive, member, into: &part)
        return part
    }

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: ManifestPart.self).pointee.start(token, attributes, context)
        },
        end: { data, name in _ = data?.assumingMemoryBound(to: XMLContext.self).pointee.leave(name) },
        text: { _, _, _ in })

    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        if token == .encryption { isEncrypted = true }
        guard token == .fileEntry else { return }
        var (path, type, index) = ("", "", 0)
        while attributes.name(index) != nil {
            switch context.pointee.names.attribute(attributes, index) {
            case .fullPath: path = attributes.string(index)
            case .mediaType: type = attributes.string(index)
            default: break
            }
            index += 1
        }
        if path == "/" { mediaType = type }
    }
}
