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
    /// Returns the run's release after auditing its tables as they will be printed. Throws when the tables contradict
    /// themselves: then nothing is published.
    public func auditedRelease(by program: ProgramVersion) throws(RunFailure) -> Release {
        let release = release(by: program)
        try audit(release.tables)
        return release
    }

    /// Returns the run's release.
    public func release(by program: ProgramVersion) -> Release {
        let (revised, quality) = (revisedFigures, quality)
        return Release(
            manifest: manifest(by: program),
            // The last day of the quarter is used, because no output may depend on a clock.
            created: quarter.period.last.lastDay, description: description(plan.title),
            appendices: appendices(revised, quality), tables: tables, listings: listings, quarantine: quarantineFiles,
            quality: quality, summary: summary, changes: revised?.sentences ?? [],
            revisions: comparedWith == nil ? nil : revisions,
            record: guardedSources.isEmpty
                ? nil : DisclosureRecords.bytes(of: numbers, sources: guardedSources, plan, facts))
    }

    /// Returns the manifest of the release.
    package func manifest(by program: ProgramVersion) -> Manifest {
        landed.manifest(
            of: quarter, by: program, confidential: confidentialSources, gaps: publicGaps.compactMap(\.manifestGap),
            comparedWith: comparedWith, alsoIssued: alsoIssued)
    }

    /// The differences from the issued release; nil when there is none.
    private var revisedFigures: RevisedFigures? {
        comparedWith.flatMap { release in
            FinancialQuarter(release.quarter).map {
                RevisedFigures(issuedFor: $0, releaseID: release.releaseID, revisions: revisions)
            }
        }
    }

    private var quality: DataQuality {
        DataQuality(
            extracts: extracts.map {
                .init(
                    source: plan.sources[$0.source].title, file: $0.file,
                    account: landed.publicAccount(of: $0, besides: confidentialSources))
            }, gaps: publicGaps.compactMap(\.note))
    }

    /// The gaps without numbers of rows about persons.
    private var publicGaps: [Delivery] {
        gaps.map { confidentialSources.contains($0.source) ? $0.withoutCounts : $0 }
    }

    /// Returns the description of a report with the title.
    private func description(_ title: String) -> ReportDescription {
        let words = Placeholders(plan: plan, quarter: quarter)
        return ReportDescription(
            title: title, partnership: plan.partnership, quarterTitle: quarter.title, period: quarter.period.words,
            contact: plan.contact, author: plan.author,
            howToRead: plan.publication.howToRead.map { words.fill($0) },
            generalNotes: plan.notes.map { words.fill($0) })
    }

    private func appendices(_ revised: RevisedFigures?, _ quality: DataQuality) -> [Report] {
        let words = Placeholders(plan: plan, quarter: quarter)
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.appendices.map { appendix in
            ReportComposer(description(words.fill(appendix.title))).compose(
                title: "\(appendix.name): \(words.fill(appendix.title))", fileName: appendix.file,
                tables: appendix.tables.compactMap { byID[$0] }, commentary: comments(on: appendix.tables),
                charts: appendix.charts.map(chartSet), revisions: revised, quality: quality)
        }
    }

    /// The quarantine files. Their rows are read again from the extracts while the files are written, because there can
    /// be many rows.
    private var quarantineFiles: [QuarantineFile] {
        let (plan, input) = (plan, landed.input)
        return extracts.filter { !$0.held.isEmpty }.map { extract in
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
                // If the extract has changed, its rows must not be presented as rows of the version that was read.
                try landed?.checkUnchanged()
            }
        }
    }
}
