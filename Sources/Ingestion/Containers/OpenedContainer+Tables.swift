import Files
import Spreadsheets
import SystemPackage

extension OpenedContainer {
    /// Returns the names of the tables: the sheets of a workbook; or the files of an archive, and the sheets of its workbooks
    /// as `WORKBOOK/SHEET`.
    func tables(_ name: String) throws(ExtractError) -> [String] {
        var tables: [String] = []
        switch form {
        case .workbook(let workbook):
            tables = workbook.sheets.map(\.name)
            try TablePath.check(tables, areSheets: true, of: name)
        case .archive(let archive, _):
            for member in archive.members where !TablePath.isHidden(member.name) {
                let path = TablePath.plain(member.name)
                if case .workbook = ContainerKind(path) {
                    let inner = try workbook(member, of: archive, name: name + "/" + path)
                    try TablePath.check(inner.sheets.map(\.name), areSheets: true, of: name + "/" + path)
                    tables += inner.sheets.map { path + "/" + $0.name }
                } else {
                    tables.append(path)
                }
            }
            try TablePath.check(tables, of: name)
        }
        guard !tables.isEmpty else {
            throw .unreadableContainer(
                file: name, code: "no-tables",
                reason: "has no sheets or files; ask the partner to send it again, or take it out of the landing folder"
            )
        }
        return tables
    }

    /// Opens the table with the name. Throws `ExtractError` when there is none, or it cannot be read.
    func table(_ table: String, name: String) throws(ExtractError) -> ContainedTable {
        do throws(ExtractError) { return try unchangedTable(table, name: name) } catch {
            // Bytes of two versions look damaged.
            try checkUnchanged(name)
            throw error
        }
    }

    private func unchangedTable(_ table: String, name: String) throws(ExtractError) -> ContainedTable {
        switch form {
        case .workbook(let workbook):
            let (text, facts) = try workbook.text(of: table, name: name)
            return ContainedTable(
                identity: identity, text: text, sheet: facts, sha256: try hash(name), container: self)
        case .archive(let archive, let members):
            if let member = members[table] {
                let text = try text(of: member, in: archive, name: name)
                return ContainedTable(
                    identity: identity.member(table, size: text.size), text: text, sheet: nil, sha256: text.sha256,
                    container: self)
            }
            guard let inner = ContainedPath.split(table), let member = members[inner.container] else {
                throw .unreadable(file: name, errno: .noSuchFileOrDirectory)
            }
            let workbook = try workbook(member, of: archive, name: name)
            let (text, facts) = try workbook.text(of: inner.table, name: name)
            return ContainedTable(
                identity: identity.member(inner.container, size: member.size), text: text, sheet: facts,
                sha256: workbook.sha256, container: self)
        }
    }

    /// Returns the SHA-256 of the file on disk.
    private func hash(_ name: String) throws(ExtractError) -> String {
        let value = try slot("").value { () throws(ExtractError) in
            .hash(try LandedFile(name: name, onDisk: path).sha256())
        }
        guard case .hash(let sha256) = value else { throw .notAFile(file: name) }
        return sha256
    }

    private func text(
        of member: ZipArchive.Member, in archive: ZipArchive, name: String
    ) throws(ExtractError) -> ContainedText {
        let value = try slot(member.name).value { () throws(ExtractError) in
            var writer = ContainedText.Writer()
            do {
                try archive.read(member) { try writer.append($0) }
                return .text(try writer.finish())
            } catch { throw ExtractError(error, of: name) }
        }
        guard case .text(let text) = value else { throw .notAFile(file: name) }
        return text
    }

    /// Returns the workbook that a file of the archive is. Its sheets are read at random, so that it is unpacked into memory.
    private func workbook(
        _ member: ZipArchive.Member, of archive: ZipArchive, name: String
    ) throws(ExtractError) -> WorkbookTexts {
        let value = try slot(member.name).value { () throws(ExtractError) in
            do { return .workbook(try WorkbookTexts(unpacking: member, of: archive, name: name)) } catch {
                throw ExtractError(error, of: name)
            }
        }
        guard case .workbook(let workbook) = value else { throw .notAFile(file: name) }
        return workbook
    }
}
