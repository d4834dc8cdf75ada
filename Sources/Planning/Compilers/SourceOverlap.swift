import PipelineDefinition
import Records

/// Finds pairs of sources that would compete: one could read every file that the other could read. Patterns that share
/// only some file names are found later, when the landing folder is listed.
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
                    "'\(file.value)' names files that '\(rival.value)' of the source '\(other.name.value)' names too: change "
                        + "one, so that each file belongs to one source"), at: file.position)
        }
    }

    /// Checks that two sources without file patterns do not share a schema. Their files are recognised by header, and a
    /// schema has only one header.
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
    /// Whether this pattern matches every name that the other pattern matches. A star in the other pattern may stand
    /// for anything, so only a star in this pattern can match it.
    func includes(_ other: FilePattern) -> Bool { matches(other.text) }
}
