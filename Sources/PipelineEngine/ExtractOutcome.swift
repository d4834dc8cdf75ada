import Aggregation
import Ingestion
import Normalisation
import Tabular

/// A row that is kept out of every count, and why.
struct HeldRow: Hashable, Sendable {
    let line: Int
    let span: ByteSpan
    /// The rules that it breaks, the first of which the account counts it under, with the columns.
    let faults: [Fault]

    struct Fault: Hashable, Sendable {
        let rule: FindingRule
        let column: String?
    }
}

/// Everything that came of one extract: first on its own merits, then less the rows that others repeat or replace.
struct ExtractOutcome: Sendable {
    /// The source and the file, relative to the landing folder.
    let source: Int
    let file: String
    let bytes: Int
    let identity: FileIdentity
    let sha256: String
    let reading: ExtractReading
    var account: RowAccount
    var findings: [Finding]
    var held: [HeldRow]
    var cube: FactCube
    var identified: [IdentifiedBlock]
    var episodes: [Episode]
    var returns: [ReturnedValue]
    /// The days that its sound rows are dated by, where that matters.
    let days: MonthDays
}
