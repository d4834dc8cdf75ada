/// What an archive is, by its contents.
enum ArchiveContent {
    case excel(DocumentPackage, main: String)
    case openDocument(ZipArchive.Member)
    /// A document that is not read.
    case document(SpreadsheetError.Document)
    /// An archive of files.
    case files

    init(_ archive: ZipArchive) throws {
        if let package = try DocumentPackage(archive) {
            self = try Self.office(package)
        } else if let type = try Self.openDocumentType(archive) {
            self = try Self.openDocument(archive, type)
        } else if archive.members.contains(where: { $0.name.hasPrefix("Index/") && $0.name.hasSuffix(".iwa") })
            || archive.member("Index.zip") != nil
        {
            self = .document(.numbers)
        } else {
            self = .files
        }
    }

    private static func office(_ package: DocumentPackage) throws -> ArchiveContent {
        let (path, type) = try package.mainPart()
        if type.contains("sheet.binary") { return .document(.xlsb) }
        if type.contains("spreadsheetml") || type.contains("ms-excel") { return .excel(package, main: path) }
        if type.contains("word") { return .document(.text) }
        return .document(type.contains("presentation") || type.contains("powerpoint") ? .presentation : .other)
    }

    /// The media type of an OpenDocument; nil for other archives.
    private static func openDocumentType(_ archive: ZipArchive) throws -> String? {
        if let member = archive.member("mimetype"), member.size <= 200 {
            return String(decoding: try archive.bytes(member, limit: 200), as: UTF8.self)
        }
        return try ManifestPart.read(archive)?.mediaType
    }

    private static func openDocument(_ archive: ZipArchive, _ type: String) throws -> ArchiveContent {
        let prefix = "application/vnd.oasis.opendocument."
        guard type.hasPrefix(prefix) else { return .files }
        if try ManifestPart.read(archive)?.isEncrypted == true || archive.member("encrypted-package") != nil {
            throw SpreadsheetError.encrypted(file: archive.name, member: "content.xml")
        }
        let kind = type.dropFirst(prefix.count)
        if kind.hasPrefix("text") { return .document(.text) }
        if kind.hasPrefix("presentation") { return .document(.presentation) }
        guard kind.hasPrefix("spreadsheet") else { return .document(.other) }
        guard let content = archive.member("content.xml") else {
            throw SpreadsheetError.missingPart(file: archive.name, part: "content.xml")
        }
        try archive.check(content, limit: .max, ratio: ArchiveLimits.ratio)
        return .openDocument(content)
    }
}
