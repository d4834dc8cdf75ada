import Indicators
import Ingestion
import Normalisation
public import Publishing
import Reporting
import Tabular

extension RunResult {
    /// What is to be published of the run.
    public func release(by program: ProgramVersion) -> Release {
        let identity = ReleaseIdentity(plan: plan, quarter: quarter, extracts: extracts, program: program)
        return Release(
            manifest: Manifest(
                pipeline: plan.pipeline, quarter: "\(quarter)", releaseID: identity.id,
                program: .init(name: program.name, version: program.version),
                definition: .init(files: plan.files.map { .init(path: $0.path, sha256: $0.sha256) }),
                inputs: manifestInputs,
                leftOut: leftOut.map { .init(file: $0, reason: FindingRule.unclaimedFile.rawValue) }),
            // A day of the data: no clock reaches an output.
            created: quarter.period.last.lastDay, appendices: appendices, tables: tables, listings: listings,
            quarantine: quarantineFiles)
    }

    private var manifestInputs: [ManifestInput] {
        let groups = acceptedByGroup
        return extracts.map { extract in
            ManifestInput(
                source: plan.sources[extract.source].name, file: extract.file, sha256: extract.sha256,
                bytes: extract.bytes, encoding: extract.reading.encoding,
                encodingDecidedBy: extract.reading.encodingDecidedBy,
                delimiter: String(Unicode.Scalar(extract.reading.delimiter)), headerLine: extract.reading.headerLine,
                unknownColumns: extract.reading.unknownColumns, endsWithLineBreak: extract.reading.endsWithLineBreak,
                rows: extract.account, acceptedByCategoryGroup: groups[extract.file])
        }
    }

    private var appendices: [Report] {
        let words = Placeholders(plan: plan, quarter: quarter)
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.appendices.map { appendix in
            let description = ReportDescription(
                title: words.fill(appendix.title), partnership: plan.partnership, quarterTitle: quarter.title,
                period: quarter.period.words, contact: plan.contact, author: plan.author,
                generalNotes: plan.notes.map { words.fill($0) })
            return ReportComposer(description).compose(
                title: "\(appendix.name): \(words.fill(appendix.title))", fileName: appendix.file,
                tables: appendix.tables.compactMap { byID[$0] })
        }
    }

    /// The rows are read again from the extracts while the files are written: they may be many.
    private var quarantineFiles: [QuarantineFile] {
        extracts.filter { !$0.held.isEmpty }.map { extract in
            let schema = plan.sources[extract.source].schema
            return QuarantineFile(extract: extract.file, encoding: extract.reading.encoding) { receive in
                let landed =
                    schema.sensitive ? nil : try LandedFile(name: extract.file, path: input + "/" + extract.file)
                for row in extract.held {
                    try receive(
                        QuarantinedRow(
                            line: row.line,
                            faults: row.faults.map { fault in
                                .init(
                                    fault.rule, column: fault.column,
                                    detail: fault.check.map { schema.checks[$0].explanation })
                            },
                            bytes: try landed?.bytes(row.span)))
                }
            }
        }
    }
}
