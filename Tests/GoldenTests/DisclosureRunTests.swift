import Core
import Evaluation
import FoundationEssentials
import Indicators
import Testing

@Suite("Disclosure control in a run")
struct DisclosureRunTests {
    /// Evaluates the sample quarter by the performance definition after edits to its files.
    private static func run(_ edits: [(file: String, old: String, new: String)]) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            for edit in edits {
                let path = folder + "/Pipelines/" + edit.file
                let text = try String(contentsOfFile: path, encoding: .utf8)
                try #require(text.contains(edit.old))
                try text.replacing(edit.old, with: edit.new).write(toFile: path, atomically: true, encoding: .utf8)
            }
            return try await SampleRun.evaluate(definition: folder + "/Pipelines/shp-performance.yaml")
        }
    }

    /// Returns the withheld figures, with their true values in the sample quarter.
    private static func withheld(_ result: RunResult) async throws -> [(key: FigureKey, value: FigureValue)] {
        let open = try await SampleRun.evaluate().figuresByKey
        var found: [(key: FigureKey, value: FigureValue)] = []
        for (key, figure) in result.figuresByKey {
            let value = try #require(open[key]?.value)
            if figure.value == .missing(.confidential) {
                found.append((key, value))
            } else {
                #expect(figure.value == value)
            }
        }
        return found
    }

    @Test("The sample quarter has no number that would have to be withheld")
    func sample() async throws {
        #expect(try await Self.withheld(SampleRun.evaluate()).isEmpty)
    }

    @Test("A policy on flagged crimes withholds their numbers and what is made of them, and no other")
    func flagged() async throws {
        let result = try await Self.run([
            ("shp-performance.yaml", "flag: hate}", "flag: hate}\n    disclosure: {below: 40}")
        ])
        let withheld = try await Self.withheld(result)
        #expect(Set(withheld.map(\.key.row)) == ["Hate Incidents"])
        // The count is 37 in both quarters and in the year to date, and 144 in the baseline.
        #expect(
            Set(withheld.map(\.key.measure)) == ["value", "difference", "percent-difference", "direction", "variation"])
        #expect(withheld.count == 7)
    }

    @Test("Shares of few clients are withheld with their difference")
    func shares() async throws {
        let result = try await Self.run([
            (
                "shp-performance.yaml", "measure: re-presentation, group: drug}",
                "measure: re-presentation, group: drug}\n    disclosure: {below: 10}"
            )
        ])
        let withheld = try await Self.withheld(result)
        #expect(withheld.contains { $0.key.measure == "difference" })
        #expect(Set(withheld.map(\.key.row)).count == 1)
    }

    @Test("When crimes are taken for personal data, no small number is left in any table of them, nor given back")
    func sensitive() async throws {
        let result = try await Self.run([
            ("Schemas/force-crime.yaml", "sensitive: false", "sensitive: true"),
            // Monthly charts are not drawn for personal data.
            (
                "shp-performance.yaml",
                "indicators: [all-recorded-crime, residential-burglary, vehicle-crime, shoplifting, violence, ",
                "indicators: ["
            ),
        ])
        let withheld = try await Self.withheld(result)
        for figure in result.tables.flatMap(\.figures) where figure.table.hasPrefix("recorded-crime") {
            guard figure.measure == .value, let number = figure.value.number else { continue }
            #expect(number == Rational(0) || number >= Rational(5))
        }
        let secondary = withheld.filter { figure in
            figure.key.measure == "value" && (figure.value.number ?? Rational(0)) >= Rational(5)
        }
        #expect(!secondary.isEmpty)
        #expect(withheld.count * 4 < result.figuresByKey.count)
    }
}
