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

/// Everything that came of one extract on its own merits, before extracts are compared.
struct ExtractOutcome: Sendable {
    /// The source and the file, relative to the landing folder.
    let source: Int
    let file: String
    let bytes: Int
    let sha256: String
    let reading: ExtractReading
    var account: RowAccount
    var findings: [Finding]
    var held: [HeldRow]
    /// Rows without an identifier: never compared, always counted.
    var unidentified: FactCube
    var identified: [IdentifiedRow]
    var episodes: [Episode]
    var returns: [ReturnedValue]
}
