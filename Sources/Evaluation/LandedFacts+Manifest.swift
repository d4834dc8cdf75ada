import Core
import Ingestion
import Intake
import Records
import Releases

extension LandedFacts {
    /// Returns the manifest of a release of the quarter. It states no numbers of rows for the confidential sources.
    func manifest(
        of quarter: FinancialQuarter, by program: ProgramVersion, confidential: Set<String>, gaps: [Manifest.Gap] = [],
        comparedWith: Manifest.ComparedRelease? = nil, alsoIssued: [Manifest.ComparedRelease] = []
    ) -> Manifest {
        Manifest(
            pipeline: plan.pipeline, quarter: "\(quarter)", releaseID: "",
            program: .init(name: program.name, version: program.version),
            definition: .init(files: plan.files.map { .init(path: $0.path, sha256: $0.sha256) }),
            inputs: manifestInputs(confidential),
            corrections: corrections.map {
                confidential.isEmpty
                    ? .init(
                        file: $0.file, sha256: $0.sha256, resolved: $0.resolved, atFault: $0.atFault, unused: $0.unused)
                    : .init(file: $0.file, sha256: $0.sha256, resolved: nil, atFault: nil, unused: nil)
            },
            leftOut: leftOut.map { .init(file: $0.file, reason: $0.rule.rawValue, detail: $0.note) },
            gaps: gaps, comparedWith: comparedWith, alsoIssued: alsoIssued.isEmpty ? nil : alsoIssued,
            subjects: SubjectCodes(plan: plan).all,
            confidentialSources: confidential.isEmpty ? nil : confidential.sorted())
    }

    /// The SHA-256 hashes of the extracts, by the name of their source.
    var files: [String: Set<String>] {
        var files: [String: Set<String>] = [:]
        for extract in extracts { files[plan.sources[extract.source].name, default: []].insert(extract.sha256) }
        return files
    }

    /// Returns the account of an extract, if a release may state it; nil for rows about persons. The ledger records the
    /// account in any case.
    func publicAccount(of extract: ExtractOutcome, besides confidential: Set<String>) -> RowAccount? {
        confidential.contains(plan.sources[extract.source].name) ? nil : extract.account
    }

    private func manifestInputs(_ confidential: Set<String>) -> [ManifestInput] {
        extracts.enumerated().map { index, extract in
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

    /// Returns how many rows of an extract count in each group of codes. Nil for sources without a classification, and
    /// for confidential sources, because few rows in a group may mean few persons.
    func acceptedByGroup(of extract: Int, besides confidential: Set<String>) -> [String: Int]? {
        let source = plan.sources[extracts[extract].source]
        guard let classification = source.classification, !extracts[extract].schema.sensitive,
            !confidential.contains(source.name)
        else { return nil }
        var groups: [String: Int] = [:]
        for (category, count) in resolved.acceptedByCategory[extract] {
            let code = classification.codes[category]
            guard let group = code.group else { continue }
            groups[classification.groups[group].name, default: 0] += count
        }
        return groups
    }
}
