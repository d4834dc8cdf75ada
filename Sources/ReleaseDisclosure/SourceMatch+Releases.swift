import Core
import Indicators
import Records
import Releases

extension SourceMatch {
    /// The sources of a plan, of which these extracts were read.
    init(_ codes: SubjectCodes, inputs: [ManifestInput]) {
        let files = Dictionary(grouping: inputs, by: \.source).mapValues { Set($0.compactMap(\.sha256)) }
        self.init(
            codes.plan.sources.map { source in
                Candidate(
                    ReleasedSource(
                        name: source.name, files: files[source.name] ?? [],
                        schemas: Set(source.schemas.map(\.name)), subjects: [])
                ) { source.records.canCount($0) }
            })
    }

    /// The sources of a release. What its definition can count is known from what it does count.
    init(_ manifest: Manifest) {
        self.init(
            ReleasedSource.all(of: manifest).map { source in
                Candidate(source) { code in source.subjects.contains { $0.countsLike(code) } }
            })
    }
}
