package import Indicators

/// A notice about the protection of small numbers, for the maker of a release.
public struct ProtectionNotice: Hashable, Sendable {
    /// The stable kebab-case code.
    public let code: String
    /// The message: what was found, and what to do.
    public let words: String
}

extension ProtectionNotice {
    /// Returns a notice that more figures of a source are withheld than necessary.
    package static func withheldMore(source: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "withheld-more",
            words:
                "the source '\(source)' has too many protected figures for exact reasoning, so more of them are [c] "
                + "than necessary; with fewer rows, areas or periods in its tables, fewer figures are lost")
    }

    /// Returns a notice that no figure of a source is shown, because suppression and its proof do not agree.
    package static func withheldAll(source: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "withheld-all",
            words:
                "no figure of the source '\(source)' is shown, because the program could not prove that any of them is safe. This is a "
                + "fault of the program: report it")
    }

    /// Returns notices about figures that are withheld although no policy protects their source, or although its policy
    /// would show them. `kept` has the number of figures of the second kind for each source.
    package static func staysWithheld(
        _ tables: [FigureTable], _ layouts: [TableLayout], guarded: Set<String>, kept: [String: Int]
    ) -> [ProtectionNotice] {
        var figures: [String: Int] = [:]
        for (table, layout) in zip(tables, layouts) {
            for (row, line) in zip(table.rows, layout.rows) where !guarded.contains(line.indicator.subject.source) {
                let withheld = row.figures.count { $0.value == .missing(.confidential) }
                if withheld > 0 { figures[line.indicator.subject.source, default: 0] += withheld }
            }
        }
        return figures.sorted { $0.key < $1.key }.map { .staysWithheld($1, ofUnprotected: $0) }
            + kept.filter { guarded.contains($0.key) }.sorted { $0.key < $1.key }
            .map { .staysWithheld($1, ofProtected: $0) }
    }

    /// Returns a notice that this many figures of a source without a policy are withheld.
    package static func staysWithheld(_ number: Int, ofUnprotected source: String) -> ProtectionNotice {
        staysWithheld(
            number, source,
            ", although no policy protects \(number == 1 ? "it" : "them"): issued releases withhold numbers "
                + "that could be worked out from \(number == 1 ? "it" : "them"); "
                + "write 'disclosure: {below: 5}' under the source's indicators")
    }

    /// Returns a notice that this many figures of a source are withheld although its policy would show them.
    package static func staysWithheld(_ number: Int, ofProtected source: String) -> ProtectionNotice {
        staysWithheld(
            number, source,
            ", although the policy would allow \(number == 1 ? "it" : "them"), because issued releases withhold the same "
                + "\(number == 1 ? "number" : "numbers"); the limit under 'disclosure' applies only to numbers that no issued release "
                + "withholds")
    }

    private static func staysWithheld(_ number: Int, _ source: String, _ words: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "stays-withheld",
            words: "\(number) \(number == 1 ? "figure" : "figures") of the source '\(source)' "
                + "\(number == 1 ? "is" : "are") [c]\(words)")
    }

    /// Returns a notice that a file of an issued release, in the folder `PIPELINE/QUARTER/RELEASE`, has this many
    /// numbers that this definition withholds.
    package static func published(
        _ number: Int, of what: String, in folder: String, _ file: String
    ) -> ProtectionNotice {
        ProtectionNotice(
            code: "small-numbers-published",
            words:
                "\(folder)/\(file): has \(number) \(what) that this definition "
                + "withholds; readers already have \(number == 1 ? "it" : "them"): withdraw the release, protect its pipeline with "
                + "'disclosure', and publish the release again")
    }
}
