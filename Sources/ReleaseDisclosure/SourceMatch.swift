package import Indicators
import Releases

/// A source of a release: what shows whether another release has the same one.
package struct ReleasedSource: Sendable {
    /// What its definition calls it.
    package let name: String
    /// Its extracts, by their SHA-256, and the names of the schemas that they were read by.
    package let files, schemas: Set<String>
    /// What is counted of it.
    package let subjects: [SubjectCode]

    /// A source from its parts.
    package init(name: String, files: Set<String>, schemas: Set<String>, subjects: [SubjectCode]) {
        self.name = name
        self.files = files
        self.schemas = schemas
        self.subjects = subjects
    }

    /// The sources of a release, by name.
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

/// Which source of one release is the same as a source of another, or possibly is. Definitions call sources what they like.
package struct SourceMatch {
    /// A source, and whether what a code counts can be counted of it.
    package struct Candidate {
        let source: ReleasedSource
        let canCount: (SubjectCode) -> Bool

        /// A source with a judge of codes.
        package init(_ source: ReleasedSource, canCount: @escaping (SubjectCode) -> Bool) {
            self.source = source
            self.canCount = canCount
        }
    }

    private let candidates: [Candidate]

    /// The sources that others are compared with, in an order of preference.
    package init(_ candidates: [Candidate]) { self.candidates = candidates }

    /// The name here of each of the sources; none of those that are others for certain. The first rule that finds one counts:
    /// an extract in common, the same name, the same schema, everything that is counted of it can be counted here.
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
