import Core
import Indicators
import Records
import Releases

extension SourceMatch {
    /// The sources of a plan, of which, by name, these extracts were read, by their SHA-256.
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

    /// The sources of a release. What its definition can count is known from what it does count.
    init(_ manifest: Manifest) {
        self.init(
            ReleasedSource.all(of: manifest).map { source in
                Candidate(source) { code in source.subjects.contains { $0.countsLike(code) } }
            })
    }
}
