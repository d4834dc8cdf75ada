import Foundation
import Testing

/// Settings that a definition may have but that would be ignored.
@Suite("Settings that would be ignored")
struct IgnoredSettingTests {
    private typealias Fixture = DefinitionFixture
    private typealias Edit = DefinitionFixture.Edit

    @Test(
        "A kind must fit what the indicator counts",
        arguments: [
            (
                "    counts: {source: crime, group: all}", "proportion",
                "'kind: proportion' does not fit a number of events in the period: write 'kind: count', or leave it out"
            ),
            (
                "    counts: {source: crime, group: all}", "rolling-count",
                "'kind: rolling-count' does not fit a number of events in the period: write 'kind: count', or leave it out"
            ),
            (
                "    treatment: {source: treatment, measure: in-effective-treatment, group: opiate}", "count",
                "'kind: count' does not fit a number of persons over twelve months: write 'kind: rolling-count', or leave it out"
            ),
            (
                "    treatment: {source: treatment, measure: re-presentation, group: drug}", "rolling-count",
                "'kind: rolling-count' does not fit a share of persons over twelve months: write 'kind: proportion', or leave it out"
            ),
        ])
    func kinds(subject: String, kind: String, message: String) throws {
        // The key is added below the subject, on its own line.
        let found = try Fixture.errors([Edit(subject + "\n", subject + "\n    kind: \(kind)\n")])
        let place = try Fixture.place(of: subject).split(separator: ":")
        let line = try #require(Int(place[1])) + 1
        #expect(found == ["shp-performance.yaml:\(line):11: \(message)"])
    }

    @Test(
        "The usual kind may be stated, and a return may have any kind",
        arguments: [
            ("    counts: {source: crime, group: all}", "count"),
            ("    treatment: {source: treatment, measure: re-presentation, group: drug}", "proportion"),
            ("    return: {source: returns, name: deliberate-fires}", "count"),
            ("    return: {source: returns, name: deliberate-fires}", "rolling-count"),
            ("    return: {source: returns, name: deliberate-fires}", "proportion"),
            ("    return: {source: returns, name: deliberate-fires}", "cumulative"),
        ])
    func fittingKinds(subject: String, kind: String) throws {
        #expect(try Fixture.errors([Edit(subject + "\n", subject + "\n    kind: \(kind)\n")]) == [])
    }

    @Test(
        "A total that is not the sum of its section's rows is reported, and so is a total that leaves out a row")
    func totals() throws {
        let total = "          - {group: victim-based, label: Total, total: true}"
        let incomplete = try Fixture.errors([
            Edit(total, total.replacingOccurrences(of: "victim-based", with: "all"))
        ])
        #expect(incomplete.count == 1)
        #expect(
            incomplete.first?.hasSuffix(
                ": the other rows do not add up to the total; add the missing rows, or leave out 'total'") == true)
        let beside = try Fixture.errors([Edit(total, "          - {group: drug-offences}\n" + total)])
        #expect(beside.count == 1)
        #expect(
            beside.first?.hasSuffix(
                ": the total leaves out other rows of its section; move them to a separate section")
                == true)
    }

    @Test("A denominator that no rate uses is reported with its place")
    func indicatorDenominators() throws {
        let count = "    counts: {source: crime, group: all}\n"
        let line = try #require(
            Int(Fixture.place(of: "    counts: {source: crime, group: all}").split(separator: ":")[1]))
        #expect(
            try Fixture.errors([Edit(count, count + "    denominator: households\n")]) == [
                "shp-performance.yaml:\(line + 1):18: the denominator 'households' is not used; no table with rates "
                    + "('measure: rate') has a row of 'all-recorded-crime': remove the denominator, or add such a column to a "
                    + "table with the row"
            ])
        let share = "    treatment: {source: treatment, measure: re-presentation, group: drug}\n"
        let shareLine = try #require(
            Int(Fixture.place(of: String(share.dropLast())).split(separator: ":")[1]))
        let rate = "      - {measure: value, period: baseline, heading: \"Baseline {baseline}\"}\n"
        #expect(
            try Fixture.errors([
                Edit(share, share + "    denominator: households\n"),
                Edit(rate, rate + "      - {measure: rate, period: quarter, heading: Rate}\n"),
            ]) == [
                "shp-performance.yaml:\(shareLine + 1):18: the denominator 'households' is not used; only counts have rates, "
                    + "and 'drug-re-presentation' is a proportion: remove the denominator"
            ])
        // In a table with a column of rates, the denominator of a count is used.
        #expect(
            try Fixture.errors([
                Edit(count, count + "    denominator: households\n"),
                Edit(rate, rate + "      - {measure: rate, period: quarter, heading: Rate}\n"),
            ]) == [])
    }

    @Test("A table's denominator, and a row's, need a column of rates")
    func tableDenominators() throws {
        let local = "    title: \"Recorded crime in {area}, {months}\"\n"
        let line = try #require(Int(Fixture.place(of: String(local.dropLast())).split(separator: ":")[1]))
        #expect(
            try Fixture.errors([Edit(local, local + "    denominator: households\n")]) == [
                "shp-performance.yaml:\(line + 1):18: the denominator 'households' is not used; the table has no column with "
                    + "'measure: rate': remove the denominator, or add the column"
            ])
        let row = "{group: robbery, label: Robbery}"
        #expect(
            try Fixture.errors([Edit(row, "{group: robbery, denominator: households, label: Robbery}")]) == [
                try Fixture.place(of: "robbery, label: Robbery}").shifted(by: "robbery, denominator: ".count)
                    + ": the denominator 'households' is not used; the table has no column with 'measure: rate': "
                    + "remove the denominator, or add the column"
            ])
        #expect(
            try Fixture.errors([
                Edit("{indicator: violence}", "{indicator: violence, denominator: households}")
            ]) == [
                try Fixture.place(of: "{indicator: violence}").shifted(by: "{indicator: violence, denominator: ".count)
                    + ": the denominator 'households' is not used; a row of an indicator has the indicator's denominator: "
                    + "write it under 'violence'"
            ])
    }
}

extension String {
    /// Returns the place with its column moved right by the given number.
    func shifted(by columns: Int) -> String {
        var parts = split(separator: ":").map { String($0) }
        parts[2] = String((Int(parts[2]) ?? 0) + columns)
        return parts.joined(separator: ":")
    }
}
