public import Core
import Files
import FoundationEssentials
import SystemPackage

/// The runs that had nothing to do, with one line of JSON for each, in a file next to the ledger. Opening the database
/// would take longer than everything else in such a run. The file may be deleted at any time.
public struct UnchangedRuns: Sendable {
    /// The contents of a run's line.
    private struct Night: Codable {
        let began: String
        let took: Int
        let definition, quarter, release: String
    }

    /// The path of the file.
    public let path: String

    /// Creates the record for the file next to a ledger.
    public init(beside ledger: String) { path = ledger + ".unchanged" }

    /// Adds a run that did not change the release in the folder OUTPUT/PIPELINE/QUARTER/RELEASE. A run does not fail
    /// when its line cannot be added.
    public func append(began: Moment, took: Int, definition: String, release folder: String) {
        let names = folder.split(separator: "/").suffix(2)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard names.count == 2, let quarter = names.first, let release = names.last,
            var line = try? encoder.encode(
                Night(
                    began: "\(began)", took: took, definition: definition, quarter: String(quarter),
                    release: String(release)))
        else { return }
        line.append(UInt8(ascii: "\n"))
        // The file is appended to, and its folder is never created here. One write adds one line, even while another
        // run writes.
        guard let file = try? SystemCall.open(path, .writeOnly, [.append, .create, .noFollow], .ownerReadWrite)
        else { return }
        _ = try? file.closeAfter { try file.writeAll(line) }
    }

    /// Returns the runs in the file, the newest first. Incomplete lines are skipped.
    public func runs(quarter: String? = nil) -> [LedgerRun] {
        guard let bytes = try? FileBlocks(path, followingLink: false).rest() else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap(Self.run)
            .filter { quarter == nil || $0.quarter == quarter }.sorted { $0.began > $1.began }
    }

    private static func run(_ line: ArraySlice<UInt8>) -> LedgerRun? {
        guard let night = try? JSONDecoder().decode(Night.self, from: Data(line)), let began = Moment(night.began)
        else { return nil }
        return LedgerRun(
            began: began, took: night.took, definition: night.definition, quarter: night.quarter,
            release: night.release, outcome: .unchanged, exitStatus: 0)
    }
}
