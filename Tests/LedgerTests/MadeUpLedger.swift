import Core
import Foundation
import Ledger

/// A ledger in a folder of its own, which is removed with the object.
final class MadeUpLedger {
    let folder: String
    let ledger: Ledger
    var path: String { ledger.path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/shp-ledger-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        ledger = Ledger(path: folder + "/state/ledger.sqlite")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var size: Int {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    }

    var history: LedgerHistory { get throws { try LedgerHistory(path: path) } }
}

extension Moment {
    /// Returns a quarter past two in a night of the summer of 2019.
    static func night(_ number: Int) -> Moment { Moment(milliseconds: (18_078 + number) * 86_400_000 + 8_100_000) }
}

extension LedgerSeries {
    static func crimes(_ row: String, unit: String = "crimes") -> LedgerSeries {
        LedgerSeries(
            FigureKey(
                table: "crime", section: "Victim-based", row: row, area: "Hartlepool", measure: "value",
                period: "2019-20-Q1"), unit: unit)
    }
}

extension LedgerEntry {
    /// Returns the entry of a run that published figures, given by row and number.
    static func release(
        _ identifier: String, night: Int, quarter: String = "2019-20-Q1", figures: KeyValuePairs<String, Int>,
        extracts: [LedgerExtract] = [.crime("a")], revisions: [LedgerRevision] = []
    ) -> LedgerEntry {
        LedgerEntry(
            run: LedgerRun(
                began: .night(night), took: 120, definition: "p.yaml", quarter: quarter, release: identifier,
                outcome: .published, exitStatus: 0),
            release: LedgerRelease(
                pipeline: "p", quarter: quarter, identifier: identifier, extracts: extracts,
                figures: figures.map { row, number in
                    LedgerFigure(series: .crimes(row), value: "\(number)", display: "\(number)", status: "")
                }, revisions: revisions))
    }

    /// Returns the entry of a refused run.
    static func refused(night: Int) -> LedgerEntry {
        LedgerEntry(
            run: LedgerRun(
                began: .night(night), took: 40, definition: "p.yaml", quarter: nil, release: nil, outcome: .refused,
                exitStatus: 65, codes: ["missing-column", "truncated"]), release: nil)
    }
}

extension LedgerExtract {
    /// Returns an extract of ten rows, identified by a letter.
    static func crime(_ letter: Character) -> LedgerExtract {
        LedgerExtract(
            source: "crime", file: "crime/\(letter).csv", sha256: String(repeating: letter, count: 64), bytes: 1234,
            account: [
                .init(measure: "read", rows: 10), .init(measure: "accepted", rows: 8),
                .init(measure: "quarantined", reason: "invalid-date", rows: 2), .init(measure: "duplicate", rows: 0),
            ])
    }
}
