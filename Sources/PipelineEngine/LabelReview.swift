import Ingestion
import Normalisation
import Tabular

/// Looks for headers and codes that the definition does not know.
struct LabelReview {
    let plan: PipelinePlan
    private(set) var labels = UnknownLabels()
    /// Extracts that could not be looked at, for another reason than their headers.
    private(set) var refusals: [ExtractRefusal] = []

    init(plan: PipelinePlan) { self.plan = plan }

    /// Takes up what came of an extract.
    mutating func add(_ extract: LandedExtract, _ result: Result<ExtractOutcome, ExtractRefusal>) {
        do throws(ExtractRefusal) {
            let outcome = try result.get()
            addHeaders(of: outcome, extract)
            try addCodes(of: outcome, extract)
        } catch {
            if case .missingColumns(_, _, let missing, _, let line) = error {
                addHeaders(missing, of: extract, line)
            } else {
                refusals.append(error)
            }
        }
    }

    /// Columns that are missing; the file's own names for them are probably among its unknown ones.
    private mutating func addHeaders(_ missing: [ExtractRefusal.MissingColumn], of extract: LandedExtract, _ line: Int)
    {
        let kind = UnknownLabel.Kind.header(
            schemaFile: plan.sources[extract.source].schemaFiles[extract.schema], isRequired: true)
        for column in missing {
            let sighting = UnknownLabel.Sighting(file: extract.file, line: line, rows: 0)
            // The header that stands for the field; without any, the field stands for itself.
            guard let header = column.candidates.first else {
                labels.add(kind, column.field, sighting) { [] }
                continue
            }
            labels.add(kind, header, sighting) { [column.field] + column.candidates.dropFirst() }
        }
    }

    private mutating func addHeaders(of outcome: ExtractOutcome, _ extract: LandedExtract) {
        let kind = UnknownLabel.Kind.header(
            schemaFile: plan.sources[outcome.source].schemaFiles[extract.schema], isRequired: false)
        for finding in outcome.findings where finding.rule == .unknownColumn {
            let sighting = UnknownLabel.Sighting(file: outcome.file, line: finding.line ?? 1, rows: 0)
            labels.add(kind, finding.column ?? "", sighting) { finding.suggestions }
        }
    }

    /// Findings tell only so many rows, so the rows themselves are read again.
    private mutating func addCodes(of outcome: ExtractOutcome, _ extract: LandedExtract) throws(ExtractRefusal) {
        let source = plan.sources[outcome.source]
        let held = outcome.held.filter { row in row.faults.contains { $0.rule == .unknownCategory } }
        guard !held.isEmpty, !outcome.schema.sensitive, case .events(let rules) = source.rules,
            let field = outcome.schema.fields(.category).first
        else { return }
        let landed = try LandedFile(name: extract.file, path: extract.path)
        guard let column = try OpenedExtract(file: landed, schema: outcome.schema).column(ofField: field) else {
            return
        }
        let names = rules.classification.names
        for row in held {
            let text = CSVText(
                try landed.bytes(row.span), delimiter: outcome.reading.delimiter, encoding: outcome.reading.encoding,
                limit: 1)
            guard let fields = text.rows.first?.fields, fields.indices.contains(column) else { continue }
            let code = rules.classification.listForm(of: fields[column])
            let sighting = UnknownLabel.Sighting(file: outcome.file, line: row.line, rows: 1)
            labels.add(.category(source: outcome.source), code, writtenAs: fields[column], sighting) {
                names.nearest(to: code)
            }
        }
    }
}
