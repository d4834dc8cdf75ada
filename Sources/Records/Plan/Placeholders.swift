package import Core

/// The placeholders in braces that titles and headings may contain.
package struct Placeholders {
    private let values: [String: String]
    private let areas: AreaTable

    /// The names of all placeholders. `column-area` and `denominator` have a meaning only in headings.
    package static let names = [
        "area", "AREA", "total-area", "quarter", "months", "months-before", "short-months", "short-months-before",
        "year", "baseline", "column-area", "denominator",
    ]

    /// The placeholder for the publishers of a table's denominators, allowed only in the table's `source`.
    package static let denominatorSource = "denominator-source"

    package init(plan: PipelinePlan, quarter: FinancialQuarter) {
        areas = plan.areas
        // Without known areas there are no tables, but an appendix may still have a title.
        let home = plan.areas.areas.isEmpty ? "" : plan.areas.areas[plan.homeArea].name
        values = [
            "area": home, "AREA": home.uppercased(),
            "total-area": plan.totalArea.map { plan.areas.areas[$0].name } ?? home, "quarter": quarter.title,
            "months": quarter.period.words, "months-before": quarter.yearBefore.period.words,
            "short-months": quarter.period.shortWords, "short-months-before": quarter.yearBefore.period.shortWords,
            "year": quarter.year.title, "baseline": quarter.year.previous.title,
        ]
    }

    package func fill(
        _ text: String, columnArea: Int? = nil, denominator: String? = nil, denominatorSource: String? = nil
    ) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            if name == "column-area", let columnArea {
                result += areas.areas[columnArea].shortName
            } else if name == "denominator", let denominator {
                result += denominator
            } else if name == Self.denominatorSource, let denominatorSource {
                result += denominatorSource
            } else {
                result += values[name] ?? "{\(name)}"
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Returns the placeholders in the text that are unknown.
    package static func unknown(in text: String, among names: [String] = Self.names) -> [String] {
        var unknown: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            if !names.contains(name) { unknown.append(name) }
            rest = rest[rest.index(after: close)...]
        }
        return unknown
    }
}
