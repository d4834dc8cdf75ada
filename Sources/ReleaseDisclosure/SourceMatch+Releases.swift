import Core
import Indicators
import Records
import Releases

extension SourceMatch {
    /// Compares with the sources of a plan. `files` has the SHA-256 of the extracts that were read, by the names of
    /// their sources.
    init(_ codes: SubjectCodes, files: [String: Set<String>]) {
        self.init(
            codes.plan.sources.map { source in
                Candidate(
                    ReleasedSource(
                        name: source.name, files: files[source.name] ?? [],
                        schemas: Set(source.schemas.map(\.name)), subjects: [])
                ) { source.records.canCount($0) }
            })
    }

    /// Compares with the sources of a release. What such a source can count is judged by what the release counts from
    /// it.
    init(_ manifest: Manifest) {
        self.init(
            ReleasedSource.all(of: manifest).map { source in
                Candidate(source) { code in source.subjects.contains { $0.countsLike(code) } }
            })
    }
}
