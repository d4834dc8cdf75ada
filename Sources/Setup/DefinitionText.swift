/// The definition of a new pipeline: who the partnership is, and what differs from the base.
struct DefinitionText {
    let areas: AreaSelection
    let source: SetupSource
    /// The path of the base from the definition's folder.
    let base: String
    /// The areas without denominators.
    let missing: [String]

    private var name: String { areas.place.title }

    var text: String {
        ([head, areaText, tablesText] + [sourceText, layoutText].compactMap(\.self)).joined(separator: "\n")
    }

    private var head: String {
        """
        # \(subject), \(name).
        # Written by `shp init`. This file says who the partnership is and what differs from the base that it extends: mappings
        # are joined key by key, tables and charts by their `id`, and an empty value removes what the base says.
        # `shp check --merged` prints the whole.
        extends: \(base)
        pipeline: \(areas.folderName)
        title: \(quoted("\(subject), \(name)"))
        # The name as it is to be printed.
        partnership: \(quoted(areas.isForce ? name : "\(name) Community Safety Partnership"))
        landing: landing

        """
    }

    private var subject: String {
        switch source {
        case .policeUK: "Recorded crime and anti-social behaviour"
        case .homeOffice: "Recorded crime"
        case .force: "Performance"
        }
    }

    private var areaText: String {
        var lines = ["areas:", "  table: Reference/areas.csv"]
        if source != .homeOffice {
            lines += [
                "  # Codes of both Censuses: files may have either.",
                "  lsoas: [Reference/lsoas-2011.csv, Reference/lsoas-2021.csv]",
            ]
        }
        lines.append("  home: \(areas.home.code)  # \(areas.home.name)")
        if !areas.peers.isEmpty {
            lines.append("  # \(peerNote)")
            lines.append(contentsOf: wrapped(areas.peers.map(\.code), after: "  peers: ["))
        }
        if let total = areas.total { lines.append("  total: \(total.code)  # \(total.streetName), the sum of all") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var peerNote: String {
        areas.total.map { "The other partnerships of \($0.streetName); their names are in Reference/areas.csv." }
            ?? "The partnerships to compare with; their names are in Reference/areas.csv."
    }

    private var tablesText: String {
        var lines = ["# Residents and households by the Census of 2021. The unit and the year stand beside each rate."]
        if !missing.isEmpty {
            lines += [
                "# No number could be had for \(missing.prefix(3).joined(separator: ", "))"
                    + (missing.count > 3 ? " and \(missing.count - 3) more" : "") + ": rates there are [x] until",
                "# the rows without a value in Reference/denominators.csv have one.",
            ]
        }
        return
            (lines + [
                "denominators: {table: Reference/denominators.csv}",
                "# Templates: a row an indicator and year, such as burglary,2026/27,reduce,,confirmed, and a row a comment.",
                "targets: {table: Reference/targets.csv}", "commentary: {table: Reference/commentary.csv}", "",
            ]).joined(separator: "\n")
    }

    private var sourceText: String? {
        switch source {
        case .policeUK:
            let isOne = areas.forces.count == 1
            let lines = areas.forces.flatMap { force, own in
                isOne
                    ? ["      \(quoted(force.streetName)): [\(areas.peers.isEmpty ? "home" : "home, peers")]"]
                    : wrapped(own.map(\.code), after: "      \(quoted(force.streetName)): [")
            }
            return """
                sources:
                  street:
                    # Whose files have the areas: a month counts as delivered when the force's own file for it is there.
                    covers:
                \(lines.joined(separator: "\n"))

                """
        case .homeOffice:
            return """
                sources:
                  recorded-crime:
                    # What the tables of other years call the partnerships.
                    mappings: {CSP Name: Reference/csp-names.csv}

                """
        case .force: return nil
        }
    }

    /// A base has a sum of all areas, and a home. Where there is no sum, or no home that stands for all, the tables say so.
    private var layoutText: String? {
        if areas.isForce, areas.total != nil {
            let lines =
                ["# The force as a whole, beside its partnerships.", "summary:", "tables:"]
                + source.localTables.map { "  - {id: \($0), areas: [total]}" }
            return (lines + listing + [""]).joined(separator: "\n")
        }
        guard areas.total == nil else { return nil }
        let shown = areas.peers.isEmpty ? "home" : "home, peers"
        return
            (["# There is no sum of all areas.", "tables:"]
            + source.comparisonTables.map { "  - {id: \($0), areas: [\(shown)]}" } + [""]).joined(separator: "\n")
    }

    /// A row a partnership, month and category, where the source has rows of events.
    private var listing: [String] {
        guard source != .homeOffice else { return [] }
        let title = quoted("Counts by partnership, \(name)")
        return [
            "listings:", "  # A row a partnership, month and category.",
            "  - {id: by-partnership, title: \(title), source: \(source.main)}",
        ]
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
    }

    /// A list in brackets, ten codes a line.
    private func wrapped(_ codes: [String], after start: String) -> [String] {
        let indent = String(repeating: " ", count: start.count)
        let lines = stride(from: 0, to: codes.count, by: 10).map { first in
            codes[first..<min(first + 10, codes.count)].joined(separator: ", ")
        }
        return lines.enumerated().map { index, line in
            (index == 0 ? start : indent) + line + (index == lines.count - 1 ? "]" : ",")
        }
    }
}

extension SetupSource {
    /// The source of crimes, the tables of the home area and those that compare areas, as the base calls them.
    var main: String {
        switch self {
        case .policeUK: "street"
        case .homeOffice: "recorded-crime"
        case .force: "crime"
        }
    }
    var localTables: [String] {
        switch self {
        case .policeUK: ["indicators", "crime-types"]
        case .homeOffice: ["indicators", "offences"]
        case .force: ["indicators", "recorded-crime-local", "asb-local"]
        }
    }
    var comparisonTables: [String] {
        switch self {
        case .policeUK, .homeOffice: ["partnerships"]
        case .force: ["recorded-crime-force", "asb-force"]
        }
    }
}
