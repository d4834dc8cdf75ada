/// The text of a new pipeline's definition: the partnership, and what differs from the base.
struct DefinitionText {
    let areas: AreaSelection
    let source: SetupSource
    /// The path of the base from the definition's folder.
    let basePath: String
    /// The areas without denominators.
    let missing: [MissingDenominator]
    /// Whether there is a table of the areas that partnerships are or were made of.
    let hasConstituents: Bool

    private var name: String { areas.place.title }
    private var base: SetupBase { source.base }

    var text: String {
        ([head, areaText, tablesText] + [sourceText, layoutText].compactMap(\.self)).joined(separator: "\n")
    }

    private var head: String {
        """
        # \(base.subject), \(name).
        # Written by `shp init`. This file says who the partnership is and what differs from the base. Mappings are joined key by
        # key, tables and charts by their `id`. An empty value removes what the base says. `shp check --merged` prints the result.
        extends: \(basePath)
        pipeline: \(areas.folderName)
        title: \(quoted("\(base.subject), \(name)"))
        # The name as it will be printed.
        partnership: \(quoted(areas.place.isForce ? name : "\(name) Community Safety Partnership"))
        landing: landing

        """
    }

    private var areaText: String {
        var lines = ["areas:", "  table: Reference/areas.csv"]
        if base.hasPlaces {
            lines += [
                "  # Codes of both Censuses, since files may have either.",
                "  lsoas: [Reference/lsoas-2011.csv, Reference/lsoas-2021.csv]",
            ]
        }
        if hasConstituents {
            lines += [
                "  # The areas that partnerships are or were made of, by month. Rows with these names count if they add up to the partnership.",
                "  made-of: Reference/made-of.csv",
            ]
        }
        lines.append("  home: \(areas.home.code)  # \(areas.home.name)")
        if !areas.peers.isEmpty {
            lines.append("  # \(peerNote)")
            lines.append(contentsOf: wrapped(areas.peers.map(\.code), after: "  peers: ["))
        }
        if let total = areas.total {
            lines.append("  total: \(total.code)  # \(total.streetName), the sum of all areas")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var peerNote: String {
        areas.total.map { "The other partnerships of \($0.streetName); their names are in Reference/areas.csv." }
            ?? "The partnerships to compare with; their names are in Reference/areas.csv."
    }

    private var tablesText: String {
        var lines = [
            "# Residents and households from the 2021 Census. The unit and the year are printed with each rate."
        ]
        if !missing.isEmpty {
            lines += [
                "# There is no \(MissingDenominator.words(missing, upTo: 3)): rates that need it are [x] until",
                "# the rows in Reference/denominators.csv have a value.",
            ]
        }
        return
            (lines + [
                "denominators: {table: Reference/denominators.csv}",
                "# Templates: targets have one row for each indicator and year, such as burglary,2026/27,reduce,,confirmed; comments have one row each.",
                "targets: {table: Reference/targets.csv}", "commentary: {table: Reference/commentary.csv}", "",
            ]).joined(separator: "\n")
    }

    private var sourceText: String? {
        if base.hasForces {
            let isOne = areas.forces.count == 1
            let lines = areas.forces.flatMap { force, own in
                isOne
                    ? ["      \(quoted(force.streetName)): [\(areas.peers.isEmpty ? "home" : "home, peers")]"]
                    : wrapped(own.map(\.code), after: "      \(quoted(force.streetName)): [")
            }
            return """
                sources:
                  \(base.mainSource):
                    # The force that delivers each area: a month counts as delivered when this force's file for the
                    # month is there.
                    covers:
                \(lines.joined(separator: "\n"))

                """
        }
        guard let column = base.nameColumn else { return nil }
        return """
            sources:
              \(base.mainSource):
                # Names that the tables of other years use for the partnerships.
                mappings: {\(column): Reference/csp-names.csv}

            """
    }

    /// The changes to tables. The base's tables show the home area and a total. Without a total, comparison tables name
    /// their areas; for a force, local tables show the total.
    private var layoutText: String? {
        if areas.place.isForce, areas.total != nil {
            let lines =
                ["# The force as a whole, together with its partnerships.", "summary:", "tables:"]
                + base.localTables.map { "  - {id: \($0), areas: [total]}" }
            return (lines + listing + [""]).joined(separator: "\n")
        }
        guard areas.total == nil else { return nil }
        let shown = areas.peers.isEmpty ? "home" : "home, peers"
        return
            (["# There is no sum of all areas.", "tables:"]
            + base.comparisonTables.map { "  - {id: \($0), areas: [\(shown)]}" } + [""]).joined(separator: "\n")
    }

    /// A listing with one row for each partnership, month and category; empty when the source does not have rows of
    /// events.
    private var listing: [String] {
        guard base.hasPlaces else { return [] }
        let title = quoted("Counts by partnership, \(name)")
        return [
            "listings:", "  # One row for each partnership, month and category.",
            "  - {id: by-partnership, title: \(title), source: \(base.mainSource)}",
        ]
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
    }

    /// Returns a list in brackets, with ten codes on each line.
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
