import Core
import Evaluation
import FoundationEssentials
import Indicators
import Lineage
import PipelineEngine
import Planning
import Testing

/// Adds up every number of every figure again from its rows.
@Suite("Where figures come from")
struct LineageTests {
    /// The numbers of values that were added up, by kind.
    private struct Checked {
        var counts = 0
        var clients = 0
        var returns = 0
        var figures = 0
    }

    private func check(_ tracer: FigureTracer) -> Checked {
        var checked = Checked()
        for (figure, formula) in tracer.figures {
            checked.figures += 1
            #expect(figure.value == formula.value)
            let lineage = tracer.lineage(of: formula)
            for (position, value) in formula.values.enumerated() {
                let term: FigureLineage.Term =
                    formula.values.count == 1 ? .value : position == 0 ? .now : .before
                switch value.selection {
                case .events:
                    guard let number = value.value.number else { continue }
                    checked.counts += 1
                    #expect(lineage.part(term)?.total == number, "\(figure)")
                case .returns:
                    guard let number = value.value.number else { continue }
                    checked.returns += 1
                    #expect(lineage.part(term)?.total == number, "\(figure)")
                case .clients(let selection):
                    guard selection.clients != nil else { continue }
                    checked.clients += 1
                    check(value, lineage.parts, figure)
                }
            }
            for part in lineage.parts { check(part) }
        }
        return checked
    }

    /// Checks that the distinct persons add up to the number, or to the numerator and the denominator of the share.
    private func check(_ value: IndicatorValue, _ parts: [FigureLineage.Part], _ figure: Figure) {
        let own = parts.filter { $0.period == value.period }
        for part in own {
            let persons = Set(part.rows.compactMap(\.person))
            #expect(part.total == Rational(persons.count))
            #expect(persons == Set(1...max(1, persons.count)) || persons.isEmpty)
            #expect(part.rows.allSatisfy { $0.category == nil && $0.month == nil })
        }
        if own.count == 1 {
            #expect(own[0].total == value.value.number, "\(figure)")
        } else {
            let share = own[0].total.flatMap { part in
                own[1].total.flatMap { try? (part * Rational(100)).divided(by: $0) }
            }
            #expect(share != nil && share == value.value.number, "\(figure)")
        }
    }

    /// Checks that no row is shown twice, and that rows which are left out have a weight of zero.
    private func check(_ part: FigureLineage.Part) {
        let places = (part.rows + part.leftOut).map { "\($0.file):\($0.line)" }
        #expect(Set(places).count == places.count)
        #expect(part.leftOut.allSatisfy { $0.weight == Rational(0) && $0.standing != .counted })
        #expect(part.rows.allSatisfy { $0.standing == .counted })
    }

    private static func trace(_ definition: String, _ input: String, quarter: String?) async throws -> FigureTracer {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/\(definition).yaml")
        let facts = try await PipelineRun(
            plan: plan, input: input, quarter: quarter.flatMap { FinancialQuarter($0) }, threads: 2
        ).readExtracts(traces: true)
        return FigureTracer(facts, quarter: try facts.quarter(asked: quarter.flatMap { FinancialQuarter($0) }))
    }

    @Test("The rows of every figure of the sample quarter add up to it")
    func sample() async throws {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let checked = check(try await Self.trace("shp-performance", folder, quarter: "2019-20-Q1"))
            #expect(checked.figures == 658)
            #expect(checked.counts > 600)
            #expect(checked.clients > 20)
            #expect(checked.returns > 20)
        }
    }

    @Test("Rows of counts weigh what they count, and those that a later table tells anew nothing")
    func counts() async throws {
        let landing = Repository.root + "/Tests/Golden/recorded-crime-csp/landing"
        let tracer = try await Self.trace("recorded-crime-csp", landing, quarter: "2019-20-Q1")
        #expect(check(tracer).counts > 100)
        let total = try #require(
            tracer.figures.first {
                $0.figure.row == "Total recorded crime" && $0.figure.area == "Hartlepool"
                    && $0.figure.measure == .percentDifference
            })
        let lineage = tracer.lineage(of: total.formula)
        #expect(lineage.part(.now)?.rows.contains { $0.weight == Rational(-1) } == true)
        // The shoplifting row is delivered twice.
        let repeated = try #require(lineage.part(.now)?.leftOut)
        #expect(repeated.count == 1 && repeated.allSatisfy { $0.category == "46" })
        let before = try #require(lineage.part(.before))
        #expect(before.total == Rational(583))
        // The six cells of the first publication, one of which became zero.
        #expect(before.leftOut.count == 6)
        #expect(
            before.leftOut.allSatisfy {
                if case .leftOut(.replaced, let by?) = $0.standing {
                    by.file != $0.file && by.line == nil
                } else {
                    false
                }
            })
    }

    @Test("Rows of street-level files without an identifier are traced, and those that were put right")
    func street() async throws {
        let tracer = try await Self.trace(
            "police-uk-street", Repository.root + "/Tests/Golden/corrected-rows/landing", quarter: "2014-15-Q1")
        #expect(check(tracer).counts > 10)
        let rows = tracer.figures.flatMap { tracer.lineage(of: $0.formula).parts.flatMap(\.rows) }
        // Two rows were corrected. They have both the line that was at fault and the place of the correction.
        let corrected = Set(rows.compactMap(\.correction))
        #expect(!corrected.isEmpty)
        #expect(corrected.allSatisfy { $0.line != nil })
    }

    @Test("Real street-level files add up, row by row", .enabled(if: PoliceUKTests.isThere))
    func realStreet() async throws {
        try await Repository.withTemporaryFolder { folder in
            for month in 4...6 {
                let name = "/2014-0\(month)-cleveland-street.csv"
                try FileManager.default.copyItem(atPath: PoliceUKTests.folder + name, toPath: folder + name)
            }
            #expect(check(try await Self.trace("police-uk-street", folder, quarter: "2014-15-Q1")).counts > 100)
        }
    }

    @Test("What became of the rows that do not count is told with the row that stands in their place")
    func leftOut() async throws {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let tracer = try await Self.trace("shp-performance", folder, quarter: "2019-20-Q1")
            var reasons: [LineageRow.LeftOut: Int] = [:]
            for (_, formula) in tracer.figures {
                for row in tracer.lineage(of: formula).parts.flatMap(\.leftOut) {
                    guard case .leftOut(let reason, let by) = row.standing else { continue }
                    reasons[reason, default: 0] += 1
                    switch reason {
                    case .duplicate: #expect(by?.file == row.file && by?.line != row.line)
                    case .cancelled: break
                    default: #expect(by != nil)
                    }
                }
            }
            for reason in [LineageRow.LeftOut.duplicate, .cancelled, .reclassified, .movedOutOfArea, .superseded] {
                #expect(reasons[reason, default: 0] > 0, "\(reason)")
            }
        }
    }

    @Test("Neither threads nor tracing change a figure, and threads no row")
    func laws() async throws {
        let landing = Repository.root + "/Tests/Golden/corrected-rows/landing"
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        func run(_ threads: Int, traces: Bool) async throws -> RunResult {
            try await PipelineRun(
                plan: plan, input: landing, quarter: FinancialQuarter("2014-15-Q1"), threads: threads
            ).evaluate(traces: traces)
        }
        let (plain, one, many) = (
            try await run(2, traces: false), try await run(1, traces: true), try await run(8, traces: true)
        )
        #expect(plain.figuresByKey == one.figuresByKey)
        #expect(plain.figuresByKey == many.figuresByKey)
        func rows(_ result: RunResult) -> [String] {
            let tracer = FigureTracer(result.landed, quarter: result.quarter)
            return tracer.figures.flatMap { tracer.lineage(of: $0.formula).parts }.flatMap { $0.rows + $0.leftOut }
                .map { "\($0.file):\($0.line) \($0.weight) \($0.standing) \($0.category ?? "")" }
        }
        #expect(rows(one) == rows(many))
    }
}
