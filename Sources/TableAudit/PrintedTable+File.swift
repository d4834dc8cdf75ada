public import Audit
import Core
import Files
import FoundationEssentials
import Ingestion
import Records

/// The reason why tables cannot be audited.
public enum AuditFailure: Error, Hashable, Sendable {
    /// There is no such file or folder.
    case missing(String)
    /// The user has no permission to read the file or the folder.
    case forbidden(String)
    /// The file is not valid CSV: a quote is in the wrong place, or is never closed.
    case malformed(String, line: Int)
    /// The file is a workbook or another format that is not read.
    case otherFormat(String, String)
    /// The folder is not a release.
    case noRelease(String)
    /// The list of accepted findings does not have the columns `id` and `reason`.
    case noAcceptances(String)
    /// An accepted finding lacks its id or its reason.
    case acceptanceWithoutReason(String, line: Int)
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
        case .noAcceptances, .acceptanceWithoutReason: "bad-acceptance"
        }
    }

    /// The message: what is wrong and what to do.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): there is no such file or folder"
        case .forbidden(let path): "\(path): permission denied; ask its owner for the right to read it"
        case .malformed(let path, let line):
            "\(path):\(line): a quote is where CSV allows none, or is never closed; save the table as CSV again"
        case .otherFormat(let path, let format):
            "\(path): it is \(format), but only CSV is read; open it in a spreadsheet program and save each table as 'CSV UTF-8'"
        case .noRelease(let path): "\(path): the folder has no figures.csv, so it is not a release"
        case .noAcceptances(let path):
            "\(path): a list of accepted findings needs the columns 'id' and 'reason'; 'shp audit --format csv' gives the ids"
        case .acceptanceWithoutReason(let path, let line):
            "\(path):\(line): an accepted finding needs an id and a reason; say why the figure is accepted"
        }
    }
}

extension PrintedTable {
    /// Reads a table from a CSV file in UTF-8, UTF-16 or otherwise Windows-1252, with commas, semicolons or tabs. The
    /// table has the name of the file.
    public static func read(_ path: String) throws(AuditFailure) -> PrintedTable {
        guard let data = FileManager.default.contents(atPath: path), !Folder.exists(path) else {
            throw ReadPermission.isDenied(path) ? .forbidden(path) : .missing(path)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let bytes = [UInt8](data)
        // Zip archives, old workbooks and PDF.
        for (start, format) in signatures where bytes.starts(with: start) { throw .otherFormat(path, format) }
        let decoded = try decoded(bytes, path)
        if let format = decoded.otherFormat { throw .otherFormat(path, format) }
        let text = CSVText(
            decoded.bytes, delimiter: delimiter(of: decoded.bytes), encoding: decoded.encoding)
        if let line = text.malformedLine { throw .malformed(path, line: line) }
        let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        return PrintedTable(name: stem, cells: text.rows.map(\.fields), lines: text.rows.map(\.line), file: path)
    }

    private static func decoded(_ bytes: [UInt8], _ path: String) throws(AuditFailure) -> TableText {
        do throws(TableText.Fault) {
            return try TableText(bytes)
        } catch {
            switch error {
            case .brokenUTF16(let line):
                throw .otherFormat(path, "damaged UTF-16 (half a character is missing on line \(line))")
            case .utf32: throw .otherFormat(path, "UTF-32")
            }
        }
    }

    private static let signatures: [(start: [UInt8], format: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a workbook or another archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"),
    ]

    /// Returns the likely delimiter, by how often each candidate occurs at the start of the file.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        for byte in bytes.prefix(4_096) {
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        // Numbers and headings may have commas, but rarely tabs or semicolons, so half as many tabs or semicolons are
        // enough.
        if counts[2] > 0, counts[2] * 2 >= counts[0] { return candidates[2] }
        return counts[1] > 0 && counts[1] * 2 >= counts[0] ? candidates[1] : candidates[0]
    }
}
