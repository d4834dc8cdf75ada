import Core
import Ingestion
package import Intake
import Normalisation
package import Records

/// Finds headers and codes that are not in the definition.
package struct LabelReview {
    let plan: PipelinePlan
    private(set) var labels = UnknownLabels()
    /// Extracts that could not be reviewed for a reason other than their headers.
    private(set) var extractErrors: [ExtractError] = []
    /// Extracts without a header line: their first line is probably a row.
    private(set) var headless: [Headless] = []

    /// An extract without a header line.
    struct Headless {
        let file: String
        let line: Int
        /// The schema's columns, in the schema's order.
        let columns: [String]
    }

    package init(plan: PipelinePlan) { self.plan = plan }

    /// Adds the result of an extract. If no source takes the extract, its source is only a guess, so the extract is
    /// treated as sensitive.
    package mutating func add(_ extract: LandedExtract, _ result: Intake.IngestedExtract, isUnclaimed: Bool) {
        do throws(ExtractError) {
            let outcome = try result.outcome.get()
            addHeaders(of: outcome, extract)
            try addCodes(of: outcome, extract)
        } catch {
            if case .missingColumns(_, _, let missing, let found, let line) = error {
                let schema = plan.sources[extract.source].schemas[extract.schema]
                if Self.isHeadless(missing, schema) {
                    headless.append(
                        Headless(file: extract.file, line: line, columns: schema.fields.map(\.name)))
                    return
                }
                let isHidden = isUnclaimed || plan.sources[extract.source].schemas[extract.schema].sensitive
                addHeaders(missing, of: extract, line, isHidden: isHidden)
                addOthers(found, besides: missing, of: extract, line)
            } else {
                extractErrors.append(isUnclaimed ? error.ofUnknownSource : error)
                addCodes(in: result.findings, of: extract)
            }
        }
    }

    /// Returns whether the first line is probably not a header. It must lack all columns that the schema needs, and
    /// have no name similar to most of them.
    private static func isHeadless(_ missing: [ExtractError.MissingColumn], _ schema: TableSchema) -> Bool {
        let needed = schema.fields.count { $0.constraints.required }
        let unlike = missing.count { $0.candidates.isEmpty }
        return missing.count > 1 && missing.count >= needed && !missing.contains(where: \.isOfHeader)
            && unlike * 2 > missing.count
    }

    /// Adds the unknown codes of an extract that is refused because of them. They come from findings, so that not all
    /// rows are included.
    private mutating func addCodes(in findings: [Finding], of extract: LandedExtract) {
        guard let classification = plan.sources[extract.source].classification else { return }
        let names = classification.names
        for finding in findings where finding.rule == .unknownCategory {
            guard let written = finding.value, let column = finding.column else { continue }
            let code = classification.listForm(of: written)
            let sighting = UnknownLabel.Sighting(file: extract.file, line: finding.line ?? 1, rows: 1)
            labels.add(.category(source: extract.source, column: column), code, writtenAs: written, sighting) {
                classification.suggestions(for: code, among: names)
            }
        }
    }

    /// Adds missing columns. The file's own names for them are probably among its unknown columns.
    private mutating func addHeaders(
        _ missing: [ExtractError.MissingColumn], of extract: LandedExtract, _ line: Int, isHidden: Bool
    ) {
        let source = plan.sources[extract.source]
        let schema = source.schemas[extract.schema]
        let kind = UnknownLabel.Kind.header(schemaFile: source.schemaFiles[extract.schema], isRequired: true)
        for column in missing {
            let sighting = UnknownLabel.Sighting(file: extract.file, line: line, rows: 0)
            // The likeliest header for the field; if there is none, the field's own name is used.
            guard let header = column.candidates.first else {
                labels.add(kind, column.field, sighting) { [] }
                continue
            }
            // A name that differs from the schema's only in case and punctuation reveals nothing about persons.
            func isPlain(_ name: HeaderName) -> Bool { !isHidden || schema.field(resembling: name.text) != nil }
            let isPlainHeader = isPlain(header)
            labels.add(kind, header.text, hiddenAs: isPlainHeader ? nil : "column \(header.position)", sighting) {
                [column.field] + column.candidates.dropFirst().filter { !isPlainHeader || isPlain($0) }.map(\.text)
            }
        }
    }

    /// Adds headers that resemble optional columns. An extract that lacks columns probably writes all of them in its
    /// own way, so that one patch should add them all.
    private mutating func addOthers(
        _ found: [HeaderName], besides missing: [ExtractError.MissingColumn], of extract: LandedExtract, _ line: Int
    ) {
        let source = plan.sources[extract.source]
        let schema = source.schemas[extract.schema]
        let kind = UnknownLabel.Kind.header(schemaFile: source.schemaFiles[extract.schema], isRequired: false)
        for header in found.map(\.text) {
            guard let field = schema.field(resembling: header).map({ schema.fields[$0] }),
                !([field.name] + field.aliases).contains(where: { binds(header, $0) }),
                !missing.contains(where: { $0.field == field.name })
            else { continue }
            labels.add(kind, header, UnknownLabel.Sighting(file: extract.file, line: line, rows: 0)) { [field.name] }
        }
    }

    /// Returns whether a header already binds to the name.
    private func binds(_ header: String, _ name: String) -> Bool {
        func folded(_ text: String) -> String { VisibleText.plain(text.lowercased().replacing("_", with: " ")) }
        return folded(header) == folded(name)
    }

    private mutating func addHeaders(of outcome: ExtractOutcome, _ extract: LandedExtract) {
        let kind = UnknownLabel.Kind.header(
            schemaFile: plan.sources[outcome.source].schemaFiles[extract.schema], isRequired: false)
        let findings = outcome.findings.filter { $0.rule == .unknownColumn }
        for (column, finding) in zip(outcome.reading.unknownColumns, findings) {
            let sighting = UnknownLabel.Sighting(file: outcome.file, line: finding.line ?? 1, rows: 0)
            labels.add(kind, column.text, hiddenAs: column.isShown ? nil : column.label, sighting) {
                finding.suggestions
            }
        }
    }

    /// Adds unknown codes. Findings report only some of the rows, so the rows themselves are read again.
    private mutating func addCodes(of outcome: ExtractOutcome, _ extract: LandedExtract) throws(ExtractError) {
        let held = outcome.held.filter { row in row.faults.contains { $0.rule == .unknownCategory } }
        guard !held.isEmpty, !outcome.schema.sensitive, let field = outcome.schema.fields(.category).first,
            let classification = plan.sources[outcome.source].classification
        else { return }
        let landed = try LandedFile(name: extract.file, path: extract.path)
        let opened = try OpenedExtract(file: landed, schema: outcome.schema)
        guard let column = opened.column(ofField: field) else { return }
        let kind = UnknownLabel.Kind.category(source: outcome.source, column: outcome.schema.fields[field].name)
        let names = classification.names
        for row in held {
            let text = CSVText(
                try opened.file.bytes(row.span), delimiter: outcome.reading.delimiter,
                encoding: outcome.reading.encoding, limit: 1)
            guard let fields = text.rows.first?.fields, fields.indices.contains(column) else { continue }
            let code = classification.listForm(of: fields[column])
            let sighting = UnknownLabel.Sighting(file: outcome.file, line: row.line, rows: 1)
            labels.add(kind, code, writtenAs: fields[column], sighting) {
                classification.suggestions(for: code, among: names)
            }
        }
    }
}
