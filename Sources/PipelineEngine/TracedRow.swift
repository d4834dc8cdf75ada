import Ingestion
package import Normalisation
package import Tabular

/// A sound or quarantined row as an intake saw it, kept when somebody wants to know where figures come from.
package struct TracedRow: Hashable, Sendable {
    /// The physical line.
    package var line: Int
    /// The packed key of the fact that the row is, or the position of its record in the extract.
    package var payload: UInt64
    /// What became of it on its own merits.
    package let outcome: RowOutcome
    /// Its bytes, in the extract or in what somebody put in their place.
    package let span: ByteSpan
}

/// What became of a row because of another.
package enum RowDeparture: Hashable, Sendable {
    /// An equal row of the same extract stands.
    case duplicate(of: RowPlace)
    /// A later row with the same identifier stands.
    case superseded(by: RowPlace)
    /// A later extract tells the area and stretch of time anew.
    case replaced(byExtract: Int)
}

/// The rows of one extract, and what became of each.
struct ExtractTrace: Sendable {
    /// The rows, by line.
    let rows: [TracedRow]
    /// What rows point at by position; of the three kinds a source has one.
    let episodes: [Episode]
    let returns: [ReturnedValue]
    let counts: [EventCount]
    /// The rows that do not stand, by line.
    var departures: [Int: RowDeparture] = [:]
    /// The position of each row, by line: lines without a sound row are in between.
    private let positions: [Int: Int]

    init(_ extract: ExtractOutcome) {
        rows = extract.traced.sorted { $0.line < $1.line }
        (episodes, returns, counts) = (extract.episodes, extract.returns, extract.counts)
        positions = Dictionary(
            rows.enumerated().map { ($0.element.line, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The row that starts on the line.
    func row(onLine line: Int) -> TracedRow? { positions[line].map { rows[$0] } }

    /// Takes up which counts a later extract replaces; each count has its position among the extract's.
    mutating func take(_ replacing: [Int?], at positions: [Int]) {
        var byPosition: [UInt64: Int] = [:]
        for (replacing, position) in zip(replacing, positions) { byPosition[UInt64(position)] = replacing }
        for row in rows {
            if let later = byPosition[row.payload] { departures[row.line] = .replaced(byExtract: later) }
        }
    }

    /// Takes up the rows that stand in the place of others. Extracts are known by their positions among those of the
    /// source.
    mutating func take(_ displaced: Displacement) {
        switch displaced.standing {
        case .duplicate: departures[displaced.line] = .duplicate(of: displaced.by)
        case .superseded: departures[displaced.line] = .superseded(by: displaced.by)
        }
    }
}
