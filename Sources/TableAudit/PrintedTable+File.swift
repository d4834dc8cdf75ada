public import Audit
import Core
import Files
import FoundationEssentials
import Ingestion
import Records

/// Why tables cannot be audited.
public enum AuditFailure: Error, Hashable, Sendable {
    /// There is no such file or folder.
    case missing(String)
    /// The user may not read the file or the folder.
    case forbidden(String)
    /// The file is no CSV: a quote does not belong, or is never closed.
    case malformed(String, line: Int)
    /// The file is a workbook or another format that is not read.
    case otherFormat(String)
    /// The folder is no release.
    case noRelease(String)
}

extension AuditFailure: CustomStringConvertible {
    /// The stable kebab-case code.
    public var code: String {
        switch self {
        case .missing: "missing-file"
        case .forbidden: "no-permission"
        case .malformed: "malformed-quoting"
        case .otherFormat: "other-format"
        case .noRelease: "no-release"
        }
    }

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): there is no such file or folder"
        case .forbidden(let path): "\(path): permission denied; ask its owner for the right to read it"
        case .malformed(let path, let line):
            "\(path):\(line): a quote stands where CSV has none, or is never closed; save the table as CSV again"
        case .otherFormat(let path):
            "\(path): only CSV is read; open it in a spreadsheet program and save each sheet as 'CSV UTF-8'"
        case .noRelease(let path): "\(path): the folder has no figures.csv, so it is no release"
        }
    }
}

extension PrintedTable {
    /// Reads a table from a CSV file: UTF-8, else Windows-1252; commas, semicolons or tabs. It has the file's name.
    public static func read(_ path: String) throws(AuditFailure) -> PrintedTable {
        guard let data = FileManager.default.contents(atPath: path), !DefinitionFolder.isFolder(path) else {
            throw ReadPermission.isDenied(path) ? .forbidden(path) : .missing(path)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var bytes = [UInt8](data)
        // Zip archives, old workbooks and PDF.
        for start in [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46]] as [[UInt8]]
        where bytes.starts(with: start) {
            throw .otherFormat(path)
        }
        bytes = ByteOrderMark.removed(from: bytes)
        let encoding: TextEncoding = String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
        let text = CSVText(bytes, delimiter: delimiter(of: bytes), encoding: encoding)
        if let line = text.malformedLine { throw .malformed(path, line: line) }
        let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        return PrintedTable(name: stem, cells: text.rows.map(\.fields), lines: text.rows.map(\.line))
    }

    /// The delimiter that the first lines have most of.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        for byte in bytes.prefix(4_096) {
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        // A tab stands in no number and a semicolon in no heading; commas may.
        if counts[2] > 0, counts[2] * 2 >= counts[0] { return candidates[2] }
        return counts[1] > 0 && counts[1] * 2 >= counts[0] ? candidates[1] : candidates[0]
    }
}
