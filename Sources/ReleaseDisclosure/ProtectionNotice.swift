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
                "the source '\(source)' has too many protected figures for exact reasoning, so more of them are [c] than "
                + "would have to be; fewer rows, areas or periods in its tables lose fewer figures")
    }

    /// Returns a notice that no figure of a source is shown, because suppression and its proof do not agree.
    package static func withheldAll(source: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "withheld-all",
            words:
                "no figure of the source '\(source)' is shown: the program could not prove that the others are safe. This is a "
                + "fault of the program: please report it")
    }

    /// Returns notices about withheld figures that no policy of the definition protects, or that its policy would show.
    /// `kept` has the number of the latter for each source.
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
            " without a policy for it: issued releases withhold numbers of it, and these would reveal them; "
                + "write 'disclosure: {below: 5}' at its indicators")
    }

    /// Returns a notice that this many figures of a source are withheld although its policy would show them.
    package static func staysWithheld(_ number: Int, ofProtected source: String) -> ProtectionNotice {
        staysWithheld(
            number, source,
            ", although the policy shows \(number == 1 ? "it" : "them"): issued releases withhold the same "
                + "numbers, and readers must not learn them; the limit under 'disclosure' counts for new numbers only")
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
                "\(folder)/\(file): \(number) \(what) that this definition "
                + "withholds; readers have them: withdraw the release, protect its pipeline and publish it again")
    }
}
