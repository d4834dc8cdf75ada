/// An Office document: an archive whose parts name each other through relationships.
struct DocumentPackage {
    let archive: ZipArchive
    private let types: PackageIndex

    /// Reads the content types; nil when the archive has none, so that it is no such document.
    init?(_ archive: ZipArchive) throws {
        guard let member = archive.member("[Content_Types].xml") else { return nil }
        self.archive = archive
        types = try Self.index(archive, member)
    }

    /// The path and content type of the main part.
    func mainPart() throws -> (path: String, type: String) {
        let main = try relationships(of: "").first { $0.type.hasSuffix("/officeDocument") }
        guard let main else { throw SpreadsheetError.missingPart(file: archive.name, part: "officeDocument") }
        return (main.target, types.contentType(main.target))
    }

    /// Returns the relationships of a part, with their targets as paths in the archive.
    func relationships(of part: String) throws -> [PackageIndex.Relationship] {
        let folders = part.split(separator: "/").dropLast().map(String.init)
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        let path = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
        guard let member = archive.member(path) else { return [] }
        return try Self.index(archive, member).relationships.filter { !$0.isExternal }.map { relationship in
            var relationship = relationship
            relationship.target = Self.resolve(relationship.target, in: folders)
            return relationship
        }
    }

    /// Returns a part of the package that must be there.
    func part(_ path: String, limit: Int = ArchiveLimits.part) throws -> ZipArchive.Member {
        guard let member = archive.member(path) else {
            throw SpreadsheetError.missingPart(file: archive.name, part: path)
        }
        try archive.check(member, limit: limit, ratio: ArchiveLimits.ratio)
        return member
    }

    private static func index(_ archive: ZipArchive, _ member: ZipArchive.Member) throws -> PackageIndex {
        try archive.check(member, limit: ArchiveLimits.part, ratio: ArchiveLimits.ratio)
        var index = PackageIndex()
        try XMLReader.read(archive, member, into: &index)
        return index
    }

    /// Returns the path of a target that is relative to a folder, or begins with a slash.
    private static func resolve(_ target: String, in folders: [String]) -> String {
        var path = target.hasPrefix("/") ? [] : folders
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
        }
        return PercentCoding.decoded(path.joined(separator: "/"))
    }
}

/// The form in which a relationship writes characters that an address cannot have: `%20`.
enum PercentCoding {
    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
