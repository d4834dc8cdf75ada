import Core
import FoundationEssentials
import Ingestion
import PipelineDefinition
import Records

/// Proposals for an analyst: a patch to schemas and code lists, and remarks where nothing can be proposed.
public struct SuggestedPatch: Sendable {
    /// A unified diff, with what was seen above each change; empty when there is nothing to change. Names of columns of
    /// sensitive extracts, and of those that no source takes, stand nowhere else.
    public private(set) var text = ""
    /// What was seen and leads to no change.
    public private(set) var remarks: [String] = []

    /// The patch of what was seen. Without `namingHidden`, names that may be personal data are left out, with a remark.
    package init(_ review: LabelReview, namingHidden: Bool) {
        let plan = review.plan
        var files: [String: String] = [:]
        var sections = ""
        for label in review.labels.labels {
            guard let change = Change(label, plan) else {
                remarks.append(Self.unresolved(label))
                continue
            }
            if !namingHidden, let column = label.hiddenAs {
                remarks.append("\(Self.seen(label, as: column)); 'shp suggest --output FILE' writes a proposal")
                continue
            }
            let path = plan.folder + "/" + change.file
            let isBelow = !change.file.hasPrefix("/") && !change.file.split(separator: "/").contains("..")
            guard isBelow, let old = files[change.file] ?? (try? String(contentsOfFile: path, encoding: .utf8)),
                let new = change.apply(old)
            else {
                remarks.append(
                    "\(Self.seen(label, as: label.hiddenAs)): \(change.words), by hand: \(change.file) cannot be changed safely"
                )
                continue
            }
            files[change.file] = new
            sections +=
                (["", Self.seen(label), change.words] + change.others).map { "# \($0)\n" }.joined()
                .replacing("# \n", with: "#\n") + UnifiedDiff.section(path: change.file, from: old, to: new)
        }
        remarks += review.headless.map { extract in
            "\(extract.file):\(extract.line): the file has no header line, for none of the schema's columns is in this one; "
                + "put a header line above it, with the columns in the order of the file, by their names: "
                + extract.columns.joined(separator: ", ")
        }
        remarks += review.extractErrors.map { "not looked at: \($0.description)" }
        if !sections.isEmpty { text = Self.head(plan.folder, remarks) + sections }
    }

    private static func head(_ folder: String, _ remarks: [String]) -> String {
        let lines =
            [
                "Suggestions of shp suggest. Nothing is changed until they are applied. Read each one, delete those that",
                "are wrong, and apply the rest in the definition's folder, to which the paths are relative:",
                "  patch -d \(folder) -p1 <FILE",
                "  (cd \(folder) && git apply) <FILE",
                "Then run 'shp suggest' again: an extract that was refused may have more unknown names or codes.",
            ] + (remarks.isEmpty ? [] : ["", "Seen, but without anything to propose:"]) + remarks.map { "  \($0)" }
        return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    }

    // MARK: Words

    /// `crime/x.csv:1: the column 'HO Cde' is unknown`.
    private static func seen(_ label: UnknownLabel, as column: String? = nil) -> String {
        let place = label.sightings.first.map { "\($0.file):\($0.line)" } ?? ""
        let others = label.sightings.count - 1
        let more = others > 0 ? " (and in \(UnitNoun(plural: "more extracts").counted(others)))" : ""
        switch label.kind {
        case .header(_, true) where label.candidates.isEmpty:
            return "\(place): the column '\(label.text)' is missing\(more)"
        case .header:
            if let column { return "\(place): \(column) has a name that the schema does not know\(more)" }
            return "\(place): the column '\(shown(label.text))' is unknown\(more)"
        case .category:
            let rows = label.sightings.reduce(0) { $0 + $1.rows }
            return
                "\(place): the code '\(shown(label.written))' is unknown; it is in \(UnitNoun(plural: "rows").counted(rows))\(more)"
        }
    }

    private static func unresolved(_ label: UnknownLabel) -> String {
        if case .header(let file, true) = label.kind {
            return
                "\(seen(label, as: label.hiddenAs)), and no header of the extract is near it; add the right one to its aliases in \(file)"
        }
        return "\(seen(label, as: label.hiddenAs)), and no known name is near it"
    }

    /// The text on one line.
    static func shown(_ text: String) -> String {
        String(
            text.map {
                $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "·" : $0
            })
    }
}

/// A change of one file that adds a label.
private struct Change {
    let file: String
    let words: String
    /// Other possible meanings.
    let others: [String]
    let apply: (String) -> String?

    /// Nil when nothing is near the label, or when the label could not stand in the file.
    init?(_ label: UnknownLabel, _ plan: PipelinePlan) {
        guard let likeliest = label.candidates.first, !label.text.isEmpty,
            SuggestedPatch.shown(label.text) == label.text
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
            // Labels that drift have a table of their own; the code list stays as it is.
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
