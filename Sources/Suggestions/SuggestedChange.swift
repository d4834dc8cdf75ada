import Core
import PipelineDefinition
import Records

/// A change to one file that adds a label.
struct SuggestedChange {
    let file: String
    let words: String
    /// Other possible meanings of the label.
    let others: [String]
    let apply: (String) -> String?

    /// Whether the file is in the definition's folder or below it.
    var isBelow: Bool { !file.hasPrefix("/") && !file.split(separator: "/").contains("..") }

    /// Nil if no known name is near the label, if codes of different groups are equally near, or if the file could not
    /// hold the label.
    init?(_ label: UnknownLabel, _ plan: PipelinePlan) {
        guard let likeliest = label.candidates.first, !label.text.isEmpty,
            SuggestedPatch.shown(label.text) == label.text, label.tiedCodes(in: plan).isEmpty
        else { return nil }
        let alternatives = label.candidates.dropFirst().map { "'\($0)'" }.joined(separator: ", ")
        switch label.kind {
        case .header(let schemaFile, let isRequired):
            file = schemaFile
            words =
                isRequired
                ? "proposed as another name of the column '\(likeliest)', which the extract lacks"
                : "proposed as another name of the column '\(likeliest)'"
            others =
                alternatives.isEmpty
                ? []
                : ["less likely: \(isRequired ? "other headers of the extract" : "other columns"): \(alternatives)"]
            apply = { SchemaEdit.adding(alias: label.text, toField: likeliest, in: $0) }
        case .category(let source, let column):
            let source = plan.sources[source]
            guard let classification = source.classification, let codesFile = source.codesFile,
                let candidate = classification.codes.first(where: { $0.code == likeliest })
            else { return nil }
            others = alternatives.isEmpty ? [] : ["less likely: like \(alternatives)"]
            // Drifting labels have a table of their own, so the code list is not changed.
            if let mapping = source.mappingFiles[column] {
                file = mapping
                words = "proposed as another way to write '\(likeliest)' (\(candidate.title))"
                apply = { CodeListEdit.adding(["from": label.written, "to": likeliest], to: $0) }
            } else {
                let group = candidate.group.map { classification.groups[$0].name } ?? "out-of-scope"
                file = codesFile
                words = "proposed as a new code of the group '\(group)', like '\(likeliest)' (\(candidate.title))"
                apply = { CodeListEdit.adding(label.text, like: candidate, group: group, to: $0) }
            }
        }
    }
}
