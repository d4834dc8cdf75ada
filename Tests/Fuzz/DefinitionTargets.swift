import PipelineDefinition

/// Reads a schema.
struct SchemaTarget: FuzzTarget {
    let name = "schema"
    let path = "\(Fuzz.folder)/schema.yaml"
    let seeds: [[UInt8]]

    func read(_ input: [UInt8]) -> Verdict {
        let errors = DefinitionErrorCollector()
        let schema = SchemaReading.read(String(decoding: input, as: UTF8.self), file: "schema.yaml", errors)
        return verdict(errors, isRead: schema != nil)
    }
}

/// Reads a pipeline's definition, without the files that it names.
struct DefinitionTarget: FuzzTarget {
    let name = "definition"
    let path = "\(Fuzz.folder)/definition.yaml"
    let seeds: [[UInt8]]

    func read(_ input: [UInt8]) -> Verdict {
        let errors = DefinitionErrorCollector()
        let definition = PipelineDefinition.read(
            String(decoding: input, as: UTF8.self), file: "definition.yaml", errors)
        return verdict(errors, isRead: definition != nil)
    }
}

/// Returns the result of a reading. When nothing could be read, an error must say why.
private func verdict(_ errors: DefinitionErrorCollector, isRead: Bool) -> Verdict {
    do throws(DefinitionErrors) {
        try errors.throwIfAny()
        return isRead ? .read("sound") : .disagreement("nothing was read, and no error was reported")
    } catch {
        // The words of each error, without the texts that it quotes.
        let kinds = Set(
            error.description.split(separator: "\n").map { $0.split(separator: "'").first.map(String.init) ?? "" })
        return .read("\(isRead) \(kinds.map { $0.drop { $0 != " " } }.sorted())")
    }
}
