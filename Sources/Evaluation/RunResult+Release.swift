import Core
import Disclosure
import Indicators
import Ingestion
public import Intake
import Records
import ReleaseDisclosure
public import Releases
import Reporting

extension RunResult {
    /// What is to be published of the run, its tables audited as they will be printed. Throws when they contradict
    /// themselves: then nothing may be published.
    public func auditedRelease(by program: ProgramVersion) throws(RunFailure) -> Release {
        let release = release(by: program)
        try audit(release.tables)
        return release
    }

    /// What is to be published of the run.
    public func release(by program: ProgramVersion) -> Release {
        Release(
            manifest: manifest(by: program),
            // A day of the data: no clock reaches an output.
            created: quarter.period.last.lastDay, description: description(plan.title), appendices: appendices,
            tables: tables, listings: listings, quarantine: quarantineFiles, quality: quality, summary: summary,
            changes: revisedFigures?.sentences ?? [], revisions: comparedWith == nil ? nil : revisions,
            record: guardedSources.isEmpty
                ? nil : DisclosureRecords.bytes(of: numbers, sources: guardedSources, plan, facts))
    }

    /// What the release is made of, and so what it is called.
    package func manifest(by program: ProgramVersion) -> Manifest {
        var manifest = Manifest(
            pipeline: plan.pipeline, quarter: "\(quarter)", releaseID: "",
            program: .init(name: program.name, version: program.version),
            definition: .init(files: plan.files.map { .init(path: $0.path, sha256: $0.sha256) }),
            inputs: manifestInputs,
            corrections: corrections.map {
                confidentialSources.isEmpty
                    ? .init(
                        file: $0.file, sha256: $0.sha256, resolved: $0.resolved, atFault: $0.atFault, unused: $0.unused)
                    : .init(file: $0.file, sha256: $0.sha256, resolved: nil, atFault: nil, unused: nil)
            },
            leftOut: leftOut.map { .init(file: $0.file, reason: $0.rule.rawValue, detail: $0.note) },
            gaps: publicGaps.compactMap(\.manifestGap), comparedWith: comparedWith,
            alsoIssued: alsoIssued.isEmpty ? nil : alsoIssued)
        manifest.releaseID = ReleaseIdentity(manifest).id
        manifest.subjects = SubjectCodes(plan: plan).all
        manifest.confidentialSources = confidentialSources.isEmpty ? nil : confidentialSources.sorted()
        return manifest
    }

    /// What differs from the issued release; nil when there is none.
    private var revisedFigures: RevisedFigures? {
        comparedWith.flatMap { release in
            FinancialQuarter(release.quarter).map {
                RevisedFigures(issuedFor: $0, releaseID: release.releaseID, revisions: revisions)
            }
        }
    }

    private var quality: DataQuality {
        let confidential = confidentialSources
        return DataQuality(
            extracts: extracts.map {
                .init(
                    source: plan.sources[$0.source].title, file: $0.file,
                    account: publicAccount(of: $0, besides: confidential))
            }, gaps: publicGaps.compactMap(\.note))
    }

    /// The sources of which a release states no numbers of rows.
    var confidentialSources: Set<String> { plan.confidentialSources.union(numbers.map(\.subject.source)) }

    /// The account of an extract as a release may state it: nil for rows about persons. The ledger has it in any case.
    private func publicAccount(of extract: ExtractOutcome, besides confidential: Set<String>) -> RowAccount? {
        confidential.contains(plan.sources[extract.source].name) ? nil : extract.account
    }

    /// The gaps without numbers of rows about persons.
    private var publicGaps: [Delivery] {
        let confidential = confidentialSources
        return gaps.map { confidential.contains($0.source) ? $0.withoutCounts : $0 }
    }

    private var manifestInputs: [ManifestInput] {
        let confidential = confidentialSources
        return extracts.enumerated().map { index, extract in
            ManifestInput(
                source: plan.sources[extract.source].name, file: extract.file, takenBy: extract.takenBy.rawValue,
                schema: extract.schema.name, sha256: extract.sha256,
                bytes: extract.bytes, delivered: extract.delivered, encoding: extract.reading.fileEncoding,
                encodingDecidedBy: extract.reading.encodingDecidedBy,
                delimiter: String(Unicode.Scalar(extract.reading.delimiter)), headerLine: extract.reading.headerLine,
                unknownColumns: extract.reading.unknownColumns.map(\.label),
                trailingEmptyColumns: extract.reading.trailingEmptyColumns, paddedRows: extract.reading.paddedRows,
                endsWithLineBreak: extract.reading.endsWithLineBreak,
                rows: publicAccount(of: extract, besides: confidential),
                acceptedByCategoryGroup: acceptedByGroup(of: index, besides: confidential))
        }
    }

    /// What a report of the title is.
    private func description(_ title: String) -> ReportDescription {
        let words = Placeholders(plan: plan, quarter: quarter)
        return ReportDescription(
            title: title, partnership: plan.partnership, quarterTitle: quarter.title, period: quarter.period.words,
            contact: plan.contact, author: plan.author,
            howToRead: plan.publication.howToRead.map { words.fill($0) },
            generalNotes: plan.notes.map { words.fill($0) })
    }

    private var appendices: [Report] {
        let words = Placeholders(plan: plan, quarter: quarter)
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.appendices.map { appendix in
            ReportComposer(description(words.fill(appendix.title))).compose(
                title: "\(appendix.name): \(words.fill(appendix.title))", fileName: appendix.file,
                tables: appendix.tables.compactMap { byID[$0] }, commentary: comments(on: appendix.tables),
                charts: appendix.charts.map(chartSet), revisions: revisedFigures, quality: quality)
        }
    }

    /// The rows are read again from the extracts while the files are written: they may be many.
    private var quarantineFiles: [QuarantineFile] {
        extracts.filter { !$0.held.isEmpty }.map { extract in
            let schema = extract.schema
            return QuarantineFile(
                extract: extract.file, sha256: extract.sha256, encoding: extract.reading.encoding
            ) { receive in
                let landed = schema.sensitive ? nil : try extract.reopened(in: input)
                let foreign = ForeignRows(in: plan)
                for row in extract.held {
                    let bytes = try landed?.bytes(row.span)
                    try receive(
                        QuarantinedRow(
                            line: row.line,
                            faults: row.faults.map { fault in
                                .init(
                                    fault.rule, column: fault.column,
                                    detail: fault.check.map { schema.checks[$0].explanation })
                            },
                            bytes: bytes.flatMap { foreign.mayInclude(row, $0) ? nil : $0 }))
                }
                // Rows of another version would be called those of this one.
                try landed?.checkUnchanged()
            }
        }
    }
}
