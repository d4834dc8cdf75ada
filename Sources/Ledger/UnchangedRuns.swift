public import Core
import Files
import FoundationEssentials
import SystemPackage

/// The nights on which there was nothing to do, a line of JSON each, beside the ledger: opening a database would take longer than
/// all the rest of such a run. The file may be deleted at any time.
public struct UnchangedRuns: Sendable {
    /// A night as its line has it.
    private struct Night: Codable {
        let began: String
        let took: Int
        let definition, quarter, release: String
    }

    /// Where it lies.
    public let path: String

    /// Those beside a ledger.
    public init(beside ledger: String) { path = ledger + ".unchanged" }

    /// Adds a run that left the release, a folder OUTPUT/PIPELINE/QUARTER/RELEASE, as it was. That it cannot be added is no reason for
    /// a run to fail.
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
        // Appended to, and never made where no run has been: one write is one line, also beside another run.
        guard let file = try? SystemCall.open(path, .writeOnly, [.append, .create, .noFollow], .ownerReadWrite)
        else { return }
        _ = try? file.closeAfter { try file.writeAll(line) }
    }

    /// The runs in the file, the newest first. Lines that are not whole are passed over.
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
