package import Indicators
import Releases

/// A notice about the protection of small numbers, for the maker of a release.
public struct ProtectionNotice: Hashable, Sendable {
    /// The stable kebab-case code.
    public let code: String
    /// What it is, and what to do.
    public let words: String
}

extension ProtectionNotice {
    /// That more figures of a source are withheld than would have to be.
    package static func withheldMore(source: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "withheld-more",
            words:
                "the source '\(source)' has too many protected figures for exact reasoning, so more of them are [c] than "
                + "would have to be; fewer rows, areas or periods in its tables lose fewer figures")
    }

    /// That no figure of a source is shown, since suppression and its proof do not agree.
    package static func withheldAll(source: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "withheld-all",
            words:
                "no figure of the source '\(source)' is shown: the program could not prove that the others are safe. This is a "
                + "fault of the program: please report it")
    }

    /// That figures are withheld which no policy of the definition protects, or which its policy shows: `kept` are so many of
    /// each source.
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
        func notice(_ number: Int, of source: String, _ words: String) -> ProtectionNotice {
            ProtectionNotice(
                code: "stays-withheld",
                words: "\(number) \(number == 1 ? "figure" : "figures") of the source '\(source)' "
                    + "\(number == 1 ? "is" : "are") [c], although \(words)")
        }
        return figures.sorted { $0.key < $1.key }.map { source, number in
            notice(
                number, of: source,
                "the definition has no policy for it: issued releases withhold numbers of it, and these would reveal them; "
                    + "write 'disclosure: {below: 5}' at its indicators")
        }
            + kept.filter { guarded.contains($0.key) }.sorted { $0.key < $1.key }.map { source, number in
                notice(
                    number, of: source,
                    "the policy of the definition shows \(number == 1 ? "it" : "them"): issued releases withhold the same "
                        + "numbers, and readers must not learn them; the limit under 'disclosure' counts for new numbers only"
                )
            }
    }

    /// That an issued release has numbers that this one withholds.
    static func published(_ number: Int, of what: String, in release: Manifest, _ file: String) -> ProtectionNotice {
        ProtectionNotice(
            code: "small-numbers-published",
            words:
                "\(release.pipeline)/\(release.quarter)/\(release.releaseID)/\(file): \(number) \(what) that this definition "
                + "withholds; readers have them: withdraw the release, protect its pipeline and publish it again")
    }
}
