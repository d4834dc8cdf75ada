import CSV
import Core
public import Indicators
public import Ledger
import Records
public import Releases

extension RunResult {
    /// Returns what the ledger records about the run's release: the results for rows, and every figure. No row and no
    /// value of an extract is recorded.
    public func ledgerRelease(_ release: Release) -> LedgerRelease {
        let manifest = release.manifest
        // Of tens of thousands of extracts, most have one of a few different accounts, so they share these accounts'
        // lines.
        var known: [RowAccount: [LedgerExtract.Count]] = [:]
        func lines(_ account: RowAccount) -> [LedgerExtract.Count] {
            if let lines = known[account] { return lines }
            let lines = account.entries.map {
                LedgerExtract.Count(measure: $0.measure.rawValue, reason: $0.reason, rows: $0.rows)
            }
            known[account] = lines
            return lines
        }
        return LedgerRelease(
            pipeline: manifest.pipeline, quarter: manifest.quarter, identifier: manifest.releaseID,
            extracts: extracts.map { extract in
                LedgerExtract(
                    source: plan.sources[extract.source].name, file: extract.file, sha256: extract.sha256,
                    bytes: extract.bytes, account: lines(extract.account))
            },
            figures: release.tables.flatMap(\.figures).map { LedgerFigure($0) }, revisions: ledgerRevisions)
    }

    /// The revisions: one record for each figure that differs from the issued release and each cause.
    private var ledgerRevisions: [LedgerRevision] {
        guard let comparedWith else { return [] }
        return revisions.flatMap { revision in
            revision.shares.map { share in
                LedgerRevision(
                    series: LedgerSeries(revision.figure.key, unit: revision.figure.unit.name),
                    previousRelease: comparedWith.releaseID,
                    previous: revision.previousDisplay, new: revision.figure.display, cause: share.cause.rawValue,
                    weight: share.weight?.sixPlaces)
            }
        }
    }
}

extension LedgerFigure {
    /// Creates the figure with the texts of `figures.csv`.
    public init(_ figure: Figure) {
        self.init(
            series: LedgerSeries(figure.key, unit: figure.unit.name), value: figure.plainNumber,
            display: figure.display, status: figure.status)
    }
}
