package import Indicators
import Releases

/// A source of a release, with what shows whether another release has the same source.
package struct ReleasedSource: Sendable {
    /// The source's name in its definition.
    package let name: String
    /// The SHA-256 of the source's extracts, and the names of the schemas that they were read with.
    package let files, schemas: Set<String>
    /// What is counted from the source.
    package let subjects: [SubjectCode]

    /// A source from its parts.
    package init(name: String, files: Set<String>, schemas: Set<String>, subjects: [SubjectCode]) {
        self.name = name
        self.files = files
        self.schemas = schemas
        self.subjects = subjects
    }

    /// Returns the sources of a release, ordered by name.
    static func all(of manifest: Manifest) -> [ReleasedSource] {
        let inputs = Dictionary(grouping: manifest.inputs, by: \.source)
        let subjects = Dictionary(grouping: (manifest.subjects ?? [:]).values, by: \.source)
        return Set(inputs.keys).union(subjects.keys).sorted().map { name in
            ReleasedSource(
                name: name, files: Set((inputs[name] ?? []).compactMap(\.sha256)),
                schemas: Set((inputs[name] ?? []).map(\.schema)), subjects: subjects[name] ?? [])
        }
    }
}

/// Finds which source of one release is, or may be, the same as a source of another. Each definition names its sources
/// as it likes.
package struct SourceMatch {
    /// A source, and a test of whether it can count what a code stands for.
    package struct Candidate {
        let source: ReleasedSource
        let canCount: (SubjectCode) -> Bool

        /// A candidate from a source and the test.
        package init(_ source: ReleasedSource, canCount: @escaping (SubjectCode) -> Bool) {
            self.source = source
            self.canCount = canCount
        }
    }

    private let candidates: [Candidate]

    /// Creates a match with these candidates, in order of preference.
    package init(_ candidates: [Candidate]) { self.candidates = candidates }

    /// Returns the name of the matching candidate for each source; sources that certainly match none are left out. The
    /// first rule with a match decides. The rules are a common extract, the same name, a common schema, and a candidate
    /// that can count everything that the other release counts.
    package func names(of others: [ReleasedSource]) -> [String: String] {
        var found: [String: String] = [:]
        for other in others { found[other.name] = name(of: other) }
        return found
    }

    private func name(of other: ReleasedSource) -> String? {
        let rules: [(Candidate) -> Bool] = [
            { !$0.source.files.isDisjoint(with: other.files) }, { $0.source.name == other.name },
            { !$0.source.schemas.isDisjoint(with: other.schemas) },
            { !other.subjects.isEmpty && other.subjects.allSatisfy($0.canCount) },
        ]
        return rules.lazy.compactMap { rule in candidates.first(where: rule)?.source.name }.first
    }
}
