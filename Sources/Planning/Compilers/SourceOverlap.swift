import PipelineDefinition
import Records

/// Finds sources of which one takes every file that the other could take. Names that only some files have are found when
/// the landing folder is looked at.
struct SourceOverlap {
    let scope: NameScope

    func check() {
        let sources = scope.definition.sources
        for (index, source) in sources.enumerated() {
            for other in sources[..<index] {
                checkPatterns(source, other)
                checkSchemas(source, other)
            }
        }
    }

    private func checkPatterns(_ source: SourceDefinition, _ other: SourceDefinition) {
        for file in source.files {
            let pattern = FilePattern(file.value)
            let rival = other.files.first {
                let rival = FilePattern($0.value)
                return rival.includes(pattern) || pattern.includes(rival)
            }
            guard let rival else { continue }
            scope.errors.report(
                .contradiction(
                    "'\(file.value)' and '\(rival.value)' of the source '\(other.name.value)' name the same files: change "
                        + "one, so that each file belongs to one source"), at: file.position)
        }
    }

    /// Without patterns a file is of the source whose header it has, and one schema has one header.
    private func checkSchemas(_ source: SourceDefinition, _ other: SourceDefinition) {
        guard source.files.isEmpty, other.files.isEmpty else { return }
        for schema in source.schemas where other.schemas.contains(where: { $0.value == schema.value }) {
            scope.errors.report(
                .contradiction(
                    "the source '\(other.name.value)' also has the schema '\(schema.value)': use 'files' to say which files "
                        + "belong to which source"), at: schema.position)
        }
    }
}

extension FilePattern {
    /// Whether every name of the other pattern is one of this one's. What a star of the other stands for may be anything, so
    /// only a star can stand for it.
    func includes(_ other: FilePattern) -> Bool { matches(other.text) }
}
