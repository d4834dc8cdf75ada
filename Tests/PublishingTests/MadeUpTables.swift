import Core
import Indicators

/// Tables as large as those of a real paper, with made-up figures.
enum MadeUpTables {
    static let all = [indicators, force]

    /// A table of 18 rows in four sections and seven columns, with targets of every kind and every reason for a gap.
    static let indicators = FigureTable(
        id: "indicators",
        title: "Performance indicators by objective, Hartlepool, 2019/20 Quarter 1 (April to June 2019)",
        sectionHeading: "Objective", rowHeading: "Indicator",
        columns: [
            FigureTable.Column(heading: "Baseline 2018/19", measure: .value),
            FigureTable.Column(heading: "Target 2019/20", measure: .target),
            FigureTable.Column(heading: "April to June 2018", measure: .value),
            FigureTable.Column(heading: "April to June 2019", measure: .value),
            FigureTable.Column(heading: "2019/20 to date", measure: .value),
            FigureTable.Column(heading: "Difference", measure: .difference),
            FigureTable.Column(heading: "Difference in percent", measure: .percentDifference),
        ],
        rows: indicatorRows,
        source: "Cleveland Police extracts; treatment data; returns of the partners.",
        notes: [
            "The difference is that of the quarter to the same quarter of the year before.",
            "Differences of proportions are in percentage points.",
        ])

    private static var indicatorRows: [FigureTable.Row] {
        [
            indicator(0, "All recorded crime", 11_993, Target(aim: .reduce, isConfirmed: true), 2805, 3071),
            indicator(0, "Residential burglary", 733, Target(aim: .reduce, isConfirmed: true), 184, 194),
            indicator(0, "Vehicle crime", 637, Target(aim: .number(Rational(600)), isConfirmed: true), 196, 186),
            indicator(0, "Shoplifting", 1961, Target(aim: .monitor, isConfirmed: true), 436, 423),
            indicator(0, "Violence", 3688, Target(aim: .reduce, isConfirmed: true), 758, 956),
            indicator(
                0, "Repeat cases of domestic violence – MARAC", 48, Target(aim: .reduce, isConfirmed: true), 10, 5),
            indicator(
                1, "Number of substance misusers going into effective treatment – opiate", 659,
                Target(aim: .relative(Rational(3)), isConfirmed: false), 642, 627),
            proportion(
                1, "Proportion of substance misusers that successfully complete treatment – opiate", 68, 12, 64, 46),
            proportion(
                1,
                "Proportion of substance misusers who successfully complete treatment and represent back into "
                    + "treatment within 6 months of leaving treatment", 265, 10, 120, 333),
            indicator(
                1, "Number of young people found in possession of alcohol", 3,
                Target(aim: .monitor, isConfirmed: false), 0, 1),
            indicator(
                2, "Anti-social behaviour incidents reported to the police", 6805,
                Target(aim: .reduce, isConfirmed: true), 1648, 1130),
            indicator(2, "Deliberate fires", 456, Target(aim: .reduce, isConfirmed: true), 156, 108),
            indicator(2, "Criminal damage to dwellings", 671, Target(aim: .reduce, isConfirmed: true), 160, 160),
            indicator(2, "Hate incidents", 147, Target(aim: .increase, isConfirmed: true), 37, 39),
            gap(3, "Re-offending rate of young offenders", .partner("Waiting for data")),
            gap(3, "First-time entrants to the criminal justice system", .notReturned),
            gap(3, "Number of troubled families engaged with", .notCompared),
            gap(3, "Number of troubled families where results have been claimed", .notDivided),
        ]
    }

    private static let objectives = [
        "Reduce crime and repeat victimisation", "Reduce the harm caused by drugs and alcohol",
        "Create confident, cohesive and safe communities", "Reduce offending and re-offending",
    ]

    private static func indicator(
        _ section: Int, _ label: String, _ baseline: Int, _ target: Target, _ before: Int, _ now: Int
    ) -> FigureTable.Row {
        let change = Rational((now - before) * 100, over: before)
        return row(
            section, label,
            [
                (.number(Rational(baseline)), .value, .count("events"), 0), (.target(target), .target, .words, 0),
                (.number(Rational(before)), .value, .count("events"), 0),
                (.number(Rational(now)), .value, .count("events"), 0),
                (.number(Rational(now)), .value, .count("events"), 0),
                (.number(Rational(now - before)), .difference, .count("events"), 0),
                (change.map { .number($0) } ?? .missing(.changeFromZero), .percentDifference, .percent, 1),
            ])
    }

    /// Makes a row of shares, given in tenths of a percent.
    private static func proportion(
        _ section: Int, _ label: String, _ baseline: Int, _ target: Int, _ before: Int, _ now: Int
    ) -> FigureTable.Row {
        func share(_ tenths: Int) -> FigureValue { Rational(tenths, over: 10).map { .number($0) } ?? .missing(.nobody) }
        let aim = Target(aim: .percentage(Rational(target)), isConfirmed: target == 10)
        return row(
            section, label,
            [
                (share(baseline), .value, .percent, 1), (.target(aim), .target, .percent, 1),
                (share(before), .value, .percent, 1), (share(now), .value, .percent, 1),
                (share(now), .value, .percent, 1),
                (share(now - before), .difference, .percentagePoints, 1),
                (.missing(.notApplicable), .percentDifference, .percent, 1),
            ])
    }

    private static func gap(_ section: Int, _ label: String, _ reason: MissingReason) -> FigureTable.Row {
        let missing = FigureValue.missing(reason)
        return row(
            section, label,
            [
                (.number(Rational(785)), .value, .count("families"), 0),
                (.target(Target(aim: .number(Rational(1000)), isConfirmed: true)), .target, .count("families"), 0),
                (missing, .value, .count("families"), 0), (missing, .value, .count("families"), 0),
                (missing, .value, .count("families"), 0), (missing, .difference, .count("families"), 0),
                (missing, .percentDifference, .percent, 1),
            ])
    }

    private static func row(
        _ section: Int, _ label: String, _ cells: [(FigureValue, Measure, FigureUnit, Int)]
    ) -> FigureTable.Row {
        FigureTable.Row(
            section: objectives[section], label: label, depth: 0, isTotal: false,
            figures: cells.map { value, measure, unit, decimals in
                Figure(
                    table: "indicators", section: objectives[section], row: label, area: "Hartlepool",
                    measure: measure, period: "2019-20-Q1", value: value, unit: unit, decimals: decimals)
            })
    }
}
