import Audit
import Core

/// An audit as JUnit XML for build servers: a test suite for each table, a test case for each error, and one test case
/// for the coverage.
struct AuditJUnit {
    let report: AuditReport

    var xml: String {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<testsuites name="shp audit">"#]
        for table in report.tables.indices {
            let errors = report.findings.filter { $0.severity == .error && $0.cells.first?.place.table == table }
            lines += suite(report.tables[table].name, coverage: report.coverage[table], errors)
        }
        let others = report.findings.filter { $0.severity == .error && $0.cells.isEmpty }
        if !others.isEmpty { lines += suite("files", coverage: nil, others) }
        return (lines + ["</testsuites>"]).joined(separator: "\n")
    }

    private func suite(_ name: String, coverage: TableCoverage?, _ errors: [AuditFinding]) -> [String] {
        let isUnchecked = coverage?.checked == 0
        let name = XMLText.escaped(name)
        var lines = [
            "  <testsuite name=\"\(name)\" tests=\"\(errors.count + 1)\" failures=\"\(errors.count)\" skipped=\"\(isUnchecked ? 1 : 0)\">"
        ]
        let checked =
            coverage.map { "\($0.checked) of \(UnitNoun(plural: "figures").counted($0.figures)) checked" } ?? "read"
        lines.append(
            "    <testcase classname=\"\(name)\" name=\"\(checked)\"\(isUnchecked ? "><skipped/></testcase>" : "/>")")
        for error in errors {
            let title = XMLText.escaped("\(error.rule.rawValue) \(report.identifier(of: error))")
            let text = XMLText.escaped(AuditText(report: report).sentence(for: error))
            lines += [
                "    <testcase classname=\"\(name)\" name=\"\(title)\">",
                "      <failure type=\"\(error.rule.rawValue)\" message=\"\(text)\"/>", "    </testcase>",
            ]
        }
        return lines + ["  </testsuite>"]
    }
}
