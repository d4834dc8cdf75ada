import Core
import FoundationEssentials
import Ingestion
import PipelineDefinition
import Records

/// Proposals for an analyst: a patch to schemas and code lists, and remarks where nothing can be proposed.
public struct SuggestedPatch: Sendable {
    /// A unified diff with a description of the finding above each change; empty if there are no changes. The column
    /// names of sensitive extracts, and of extracts that no source takes, appear only here.
    public private(set) var text = ""
    /// Findings that lead to no change.
    public private(set) var remarks: [String] = []

    /// Creates the patch for a review. Without `namingHidden`, names that may be personal data are left out, with a
    /// remark.
    package init(_ review: LabelReview, namingHidden: Bool) {
        let plan = review.plan
        var files: [String: String] = [:]
        var sections = ""
        for label in review.labels.labels {
            guard let change = Self.change(for: label, plan) else {
                remarks.append(Self.unresolved(label, plan))
                continue
            }
            if !namingHidden, let column = label.hiddenAs {
                remarks.append("\(Self.seen(label, as: column)); 'shp suggest --output FILE' writes a proposal")
                continue
            }
            let path = plan.folder + "/" + change.file
            let file = change.file.hasPrefix("/") ? change.file : path
            let seen = Self.seen(label, as: label.hiddenAs)
            guard let old = files[change.file] ?? (try? String(contentsOfFile: file, encoding: .utf8)),
                let new = change.apply(old)
            else {
                remarks.append(
                    "\(seen): \(change.words); make the change by hand, because \(change.file) cannot be changed safely"
                )
                continue
            }
            files[change.file] = new
            guard change.isBelow else {
                // A patch cannot change a file outside its folder, such as a schema of a base.
                remarks.append(
                    "\(seen): \(change.words); make the change by hand: "
                        + Self.edit(old, new, of: file, hiddenAs: label.hiddenAs))
                continue
            }
            sections +=
                (["", Self.seen(label), change.words] + change.others).map { "# \($0)\n" }.joined()
                .replacing("# \n", with: "#\n") + UnifiedDiff.section(path: change.file, from: old, to: new)
        }
        remarks += review.headless.map { extract in
            "\(extract.file):\(extract.line): the file seems to have no header line: none of the schema's columns is in this line; "
                + "put a header line above it, with the names of the columns in the order of the file: "
                + extract.columns.joined(separator: ", ")
        }
        remarks += review.extractErrors.map { "not examined: \($0.description)" }
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
            ] + (remarks.isEmpty ? [] : ["", "Not in this patch:"]) + remarks.map { "  \($0)" }
        return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    }

    /// The text that stands in for a name that remarks must not repeat.
    private static let hiddenName = "NAME"

    /// Returns the change for a label. Remarks also appear in logs, where a name that may be personal data is not
    /// repeated.
    private static func change(for label: UnknownLabel, _ plan: PipelinePlan) -> SuggestedChange? {
        let change = SuggestedChange(label, plan)
        guard let change, !change.isBelow, label.hiddenAs != nil else { return change }
        return SuggestedChange(label.called(hiddenName), plan)
    }

    // MARK: Words

    /// Describes an edit on one line: the file, and the line to add or to replace.
    private static func edit(_ old: String, _ new: String, of file: String, hiddenAs column: String?) -> String {
        let (before, after) = (lines(old), lines(new))
        let place = zip(before, after).prefix { $0 == $1 }.count
        let what = after.count > before.count ? "add a line below line \(place)" : "replace line \(place + 1)"
        let name = column.map { " (\(hiddenName) is the name of \($0))" } ?? ""
        return "in \(file) \(what)\(name): \(place < after.count ? shown(after[place]) : "")"
    }

    private static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// Describes a label and its place: `crime/x.csv:1: the column 'HO Cde' is unknown`.
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

    private static func unresolved(_ label: UnknownLabel, _ plan: PipelinePlan) -> String {
        if let words = label.tie(in: plan) { return "\(seen(label)), and \(words)" }
        if case .header(let file, true) = label.kind {
            return
                "\(seen(label, as: label.hiddenAs)), and no header of the extract is similar; add the right header to the column's aliases in \(file)"
        }
        return "\(seen(label, as: label.hiddenAs)), and no known name is similar"
    }

    /// Returns the text on one line, with `·` for line breaks and control characters.
    static func shown(_ text: String) -> String {
        String(
            text.map {
                $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "·" : $0
            })
    }
}
