import Core
import Indicators
import Reporting
import TestSupport
import Testing

@Suite("The summary in plain English")
struct SummaryComposerTests {
    private let quarter = FinancialQuarter(year: FinancialYear(start: 2019), number: 1)

    /// Returns a row with its values a year before and now, and a target.
    private func row(
        _ label: String, _ before: FigureValue, _ now: FigureValue, unit: FigureUnit = .count("crimes"),
        aim: Target.Aim = .reduce, isConfirmed: Bool = true, section: String = "Objective",
        markers: [ObservationMarker] = [], notCompared: Bool = false
    ) -> FigureTable.Row {
        let difference: FigureValue
        if notCompared {
            difference = .missing(.notCompared)
        } else if let now = now.number, let before = before.number {
            difference = (try? now - before).map { .number($0) } ?? .missing(.tooLarge)
        } else {
            difference = .missing(.partMissing)
        }
        let percent = before.number.flatMap { before in
            difference.number.flatMap { try? ($0 * Rational(100)).divided(by: before) }
        }
        let decimals = unit == .percent ? 1 : 0
        func figure(_ measure: Measure, _ period: String, _ value: FigureValue) -> Figure {
            Figure(
                table: "t", section: section, row: label, area: "Hartlepool", measure: measure, period: period,
                value: value, unit: unit, decimals: decimals, markers: markers)
        }
        return FigureTable.Row(
            section: section, label: label, depth: 0, isTotal: false,
            figures: [
                figure(.target, "2019-20-Q1", .target(Target(aim: aim, isConfirmed: isConfirmed))),
                figure(.value, "2018-19-Q1", before), figure(.value, "2019-20-Q1", now),
                figure(.difference, "2019-20-Q1", difference),
                figure(.percentDifference, "2019-20-Q1", percent.map { .number($0) } ?? .missing(.changeFromZero)),
            ])
    }

    private func number(_ whole: Int) -> FigureValue { .number(Rational(whole)) }

    private func compose(_ rows: [FigureTable.Row]) throws -> ReportSummary {
        let table = FigureTable(
            id: "t", title: "T", sectionHeading: "Section", rowHeading: "Row", columns: [], rows: rows, source: "S",
            notes: [])
        return SummaryComposer(table, quarter: try #require(quarter)).compose(title: "Report")
    }

    private func point(_ row: FigureTable.Row) throws -> String {
        try #require(compose([row]).sections.first?.points.first)
    }

    @Test("The sentence about a count gives the change, the percentage, and both numbers")
    func counts() throws {
        #expect(
            try point(row("burglary", number(184), number(194)))
                == "Burglary rose by 10 crimes (5.4%), from 184 to 194.")
        #expect(
            try point(row("theft", number(1305), number(1175)))
                == "Theft fell by 130 crimes (10.0%), from 1,305 to 1,175.")
        #expect(try point(row("hate", number(37), number(37))) == "Hate was 37 in both quarters.")
    }

    @Test("A change from a small number or from zero has no percentage")
    func smallBases() throws {
        #expect(
            try point(row("entrants", number(2), number(6), markers: [.lowReliability]))
                == "Entrants rose from 2 crimes to 6; with numbers this small, a percentage would mislead.")
        #expect(!(try point(row("homicide", number(0), number(1))).contains("%")))
        #expect(!(try point(row("fires", number(400), number(500), markers: [.lowReliability])).contains("%")))
        // The definition may regard ten as enough.
        #expect(try point(row("fires", number(10), number(15))).contains("(50.0%)"))
    }

    @Test("A missing figure is not called provisional, and a withheld figure is called withheld")
    func absent() throws {
        func text(_ reason: MissingReason, _ label: String = "the share of returners") throws -> String {
            try point(row(label, number(1), .missing(reason), markers: [.provisional]))
        }
        #expect(
            try text(.notReturned)
                == "There is no figure for the share of returners: the partner has not sent a return for the period.")
        #expect(
            try text(.confidential)
                == "The share of returners is withheld, because small numbers of persons are protected.")
        #expect(try text(.confidential, "fires").hasPrefix("The figure for fires is withheld, "))
    }

    @Test("Shares change by percentage points; levels as targets and provisional figures are stated")
    func shares() throws {
        let third = try #require(Rational(100, over: 3))
        let share = row(
            "the share of returners", number(12), .number(third), unit: .percent, aim: .percentage(Rational(10)),
            isConfirmed: false, markers: [.provisional])
        #expect(
            try point(share)
                == "The share of returners rose by 21.3 percentage points, from 12.0% to 33.3%. A target of 10% is still to be confirmed. The figure is provisional."
        )
        let hardly = row("the share", .number(try #require(Rational(1201, over: 100))), number(12), unit: .percent)
        #expect(try point(hardly) == "The share hardly changed: 12.0% after 12.0%.")
    }

    @Test("For a missing figure the reason is given, and a position that accumulates is not compared")
    func missing() throws {
        #expect(
            try point(row("fires", .missing(.notReturned), .missing(.partner("Waiting for data"))))
                == "There is no figure for fires: waiting for data.")
        #expect(
            try point(row("crime", number(3), .missing(.notReturned)))
                == "There is no figure for crime: the partner has not sent a return for the period.")
        #expect(
            try point(
                row("families", number(785), number(1229), aim: .number(Rational(1000)), notCompared: true))
                == "Families stood at 1,229 crimes. The target is 1,000.")
    }

    @Test("The lead counts the indicators that moved in the target direction")
    func lead() throws {
        func lead(_ rows: [FigureTable.Row]) throws -> String? { try compose(rows).sections.first?.lead }
        let (fell, rose, same) = (
            row("a", number(9), number(5)), row("b", number(5), number(9)), row("c", number(5), number(5))
        )
        let more = row("d", number(5), number(9), aim: .increase)
        let level = row("e", number(5), number(9), aim: .number(Rational(7)))
        #expect(
            try lead([fell, rose, more])
                == "Of the three indicators, two moved in the target direction and one in the opposite direction."
        )
        #expect(
            try lead([fell, same, level])
                == "Two indicators have a target direction and can be compared. Of these, one moved in the target direction "
                + "and one did not change."
        )
        #expect(try lead([rose, rose]) == "Both indicators moved in the opposite direction.")
        #expect(try lead([level]) == "")
    }

    @Test("The lead counts what the table calls improving and concerning, also for targets that are levels")
    func agreement() throws {
        func lead(_ row: FigureTable.Row, _ figure: Figure) throws -> String? {
            let row = FigureTable.Row(
                section: row.section, label: row.label, depth: 0, isTotal: false, figures: row.figures + [figure])
            return try compose([row]).sections.first?.lead
        }
        func figure(_ measure: Measure, _ period: String, _ value: FigureValue) -> Figure {
            Figure(
                table: "t", section: "Objective", row: "e", area: "Hartlepool", measure: measure, period: period,
                value: value, unit: .words, decimals: 0)
        }
        func words(_ movement: Movement, _ meaning: ChangeMeaning) -> Figure {
            figure(.direction, "2019-20-Q1", .words(.direction(DirectionOfTravel(movement, meaning))))
        }
        let level = row("e", number(5), number(9), aim: .number(Rational(7)))
        #expect(
            try lead(level, words(.up, .improving)) == "The indicator moved in the target direction.")
        #expect(try lead(level, words(.up, .concerning)) == "The indicator moved in the opposite direction.")
        #expect(try lead(level, words(.up, .neutral)) == "")
        // Without such words, the baseline shows from which side the level is approached.
        #expect(
            try lead(level, figure(.value, "2018-19", number(4)))
                == "The indicator moved in the target direction.")
        #expect(
            try lead(level, figure(.value, "2018-19", number(30))) == "The indicator moved in the opposite direction.")
    }

    @Test("Whatever the figures, each indicator has one point, and the largest differences come first")
    func order() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let rows = (0..<Int.random(in: 1...9, using: &random)).map { index in
                let isMissing = Int.random(in: 0..<5, using: &random) == 0
                return row(
                    "x\(index)", number(Int.random(in: 20...60, using: &random)),
                    isMissing ? .missing(.notReturned) : number(Int.random(in: 0...90, using: &random)))
            }
            let points = try #require(compose(rows).sections.first?.points)
            #expect(points.count == rows.count)
            let sizes = points.map { point in
                let size = rows.enumerated().first {
                    point.lowercased().contains("x\($0.offset) ") || point.contains("x\($0.offset):")
                }
                return size.flatMap { $0.element.figures[3].value.number }.map { abs($0.numerator) } ?? -1
            }
            #expect(sizes == sizes.sorted(by: >))
        }
    }

    @Test("Special characters of Markdown in labels and comments are escaped")
    func markdown() throws {
        let summary = try compose([row("*theft* [x] <b>", number(184), number(194))])
        #expect(summary.markdown.contains("\\*theft\\* \\[x\\] \\<b\\> rose"))
        #expect(summary.markdown.hasPrefix("# Report\n\nApril to June 2019 compared with April to June 2018."))
    }
}
