import Core
import Normalisation

/// Finds deliveries of treatment data in which many rows name a different person from the same rows of an earlier
/// delivery. Their attributors were written in another way, for example with day and month of the birth date swapped,
/// so their clients count as new.
struct ChangedPersons {
    /// One doubt for each such extract and each earlier extract that it contradicts.
    let doubts: [DeliveryDoubt]

    /// `extracts` are the extracts of one source with all of their rows, in the order of delivery. A few corrected
    /// birth dates stay within the limits.
    init(_ extracts: [ExtractOutcome], limits: UncertaintyLimits) {
        var known: [RecordKey: (person: RecordKey, extract: Int)] = [:]
        var found: [DeliveryDoubt] = []
        for (index, extract) in extracts.enumerated() {
            guard let day = extract.delivered else { continue }
            var compared: [Int: (same: Int, changed: [Int])] = [:]
            for row in extract.attributedRows {
                guard let before = known[row.identity], extracts[before.extract].delivered.map({ $0 < day }) == true
                else { continue }
                if before.person == row.person {
                    compared[before.extract, default: (0, [])].same += 1
                } else {
                    compared[before.extract, default: (0, [])].changed.append(row.line)
                }
            }
            for row in extract.attributedRows { known[row.identity] = (row.person, index) }
            for (earlier, rows) in compared.sorted(by: { $0.key < $1.key })
            where limits.isExceeded(by: rows.changed.count, beside: rows.same) {
                let lines = SomeLines(rows.changed)
                let words = lines.words(of: rows.same + rows.changed.count)
                found.append(
                    DeliveryDoubt(
                        extract: index,
                        finding: Finding(
                            .personsChanged, file: extract.file, line: lines.first,
                            note: "\(words) that \(extracts[earlier].file) also has")))
            }
        }
        doubts = found
    }
}

/// Lines of a file: all are counted, and a few are named.
struct SomeLines {
    private static let maxNamed = 5
    private let lines: [Int]

    init(_ lines: [Int]) { self.lines = lines.sorted() }

    var first: Int? { lines.first }

    /// Describes the lines: `45 of 600 rows (lines 3, 7, 9, 11, 14 and 40 more)`.
    func words(of rows: Int) -> String {
        let named = lines.prefix(Self.maxNamed).map(String.init).joined(separator: ", ")
        let more = lines.count - Self.maxNamed
        return
            "\(WholeNumber.grouped(lines.count)) of \(WholeNumber.grouped(rows)) rows (line\(lines.count == 1 ? "" : "s") "
            + "\(named)\(more > 0 ? " and \(WholeNumber.grouped(more)) more" : ""))"
    }
}

extension ExtractOutcome {
    /// The rows of treatment data, each with its identity, its person and its line.
    fileprivate var attributedRows: [(identity: RecordKey, person: RecordKey, line: Int)] {
        let episodes = self.records.all(Episode.self)
        return self.identified.flatMap { block in
            block.rows.map { row in
                let position = Int(truncatingIfNeeded: row.payload) + block.payloadBase
                return (row.key, episodes[position].person, Int(row.line) + block.lineBase)
            }
        }
    }
}
