import Core
import Evaluation
import Indicators
import Releases
import Reporting
import Testing

@Suite("The charts of the sample quarter")
struct ChartTests {
    private func sets() async throws -> (RunResult, [String: ChartSet]) {
        let result = try await SampleRun.evaluate()
        let release = result.release(by: ProgramVersion(name: "shp", version: "test"))
        let sets = release.appendices.flatMap(\.chartSets)
        return (result, Dictionary(sets.map { ($0.table.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    private func sum(_ rows: [FigureTable.Row], _ column: Int) throws -> Rational {
        try Rational.sum(rows.compactMap { $0.figures[column].value.number })
    }

    @Test("The months of the quarter add up to its figure, and those of the year before to the year before's")
    func trend() async throws {
        let (result, sets) = try await sets()
        let table = try #require(sets["monthly-trend"]).table
        #expect(table.rows.count == 12)
        let last = Array(table.rows.suffix(3))
        #expect(last.map(\.label) == ["Apr 2019", "May 2019", "Jun 2019"])
        let figures = try #require(result.tables.first { $0.id == "indicators" }).figures
        for column in stride(from: 0, to: table.columns.count, by: 2) {
            let label = table.columns[column].heading
            func figure(_ period: String) throws -> Rational {
                try #require(
                    figures.first { $0.row == label && $0.measure == .value && $0.period == period }?.value.number)
            }
            #expect(try sum(last, column) == (try figure("2019-20-Q1")), "\(label)")
            #expect(try sum(last, column + 1) == (try figure("2018-19-Q1")), "\(label)")
        }
        #expect(sets["monthly-trend"]?.charts.count == 6)
    }

    @Test("Areas have the rates of the table, and shares add up to a hundred")
    func others() async throws {
        let (result, sets) = try await sets()
        let force = try #require(result.tables.first { $0.id == "recorded-crime-force" })
        let rates = try #require(force.rows.last).figures.filter { $0.measure == .rate }.map(\.value)
        let areas = try #require(sets["crime-by-area"]).table
        #expect(areas.rows.map { $0.figures[0].value } == rates)
        #expect(areas.rows.map(\.label) == ["Hartlepool", "Redcar", "Middlesbrough", "Stockton", "Cleveland"])
        let shares = try #require(sets["asb-shares"]).table
        #expect(shares.rows.count == 3)
        for column in shares.columns.indices { #expect(try sum(shares.rows, column) == Rational(100)) }
    }
}
