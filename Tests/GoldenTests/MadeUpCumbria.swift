import Core
import Evaluation
import Foundation
import PipelineEngine
import Planning

/// A pipeline of the two partnerships of Cumbria, with Home Office tables of two years.
struct MadeUpCumbria {
    /// The new partnerships, each with those that it came from.
    static let areas: [(name: String, former: [String])] = [
        ("Cumberland", ["Allerdale", "Carlisle", "Copeland"]),
        ("Westmorland and Furness", ["Barrow-in-Furness", "Eden", "South Lakeland"]),
    ]
    static let districts = areas.flatMap(\.former)

    /// A partnership in a quarter of a financial year.
    struct Quarter: Hashable {
        let name, year: String
        let quarter: Int

        init(_ name: String, _ year: String, _ quarter: Int) {
            (self.name, self.year, self.quarter) = (name, year, quarter)
        }
    }

    var madeOf = """
        area,code,name,aliases,valid-from,valid-to,lies
        E06000063,E07000026,Allerdale,,,2023-03,
        E06000063,E07000028,Carlisle,,,2023-03,
        E06000063,E07000029,Copeland,,,2023-03,
        E06000064,E07000027,Barrow-in-Furness,Barrow in Furness,,2023-03,
        E06000064,E07000030,Eden,,,2023-03,
        E06000064,E07000031,South Lakeland,,,2023-03,

        """
    /// More lines of the definition.
    var more = ""
    /// The names under which a table has an area in a year.
    var names: (_ area: String, _ year: String) -> [String] = { area, year in
        year == "2022/23" ? areas.first { $0.name == area }?.former ?? [] : [area]
    }
    var leftOut: Set<Quarter> = []
    var added: [Quarter] = []

    private static let codes = ["105A", "46", "44"]

    /// The number of crimes of a code that the table has for a name in a quarter.
    private static func count(_ name: String, _ year: String, _ quarter: Int, code: Int) -> Int {
        let known = (areas.map(\.name) + districts).firstIndex(of: name) ?? 0
        return 100 + 37 * known + 11 * quarter + 3 * code + (year == "2022/23" ? 0 : 5)
    }

    func crimes(of name: String, _ year: String, _ quarter: Int) -> Int {
        Self.codes.indices.reduce(0) { $0 + Self.count(name, year, quarter, code: $1) }
    }

    private var table: String {
        var lines = [
            "Financial Year,Financial Quarter,Force Name,CSP Name,Offence Description,Offence Group,Offence Subgroup,"
                + "Offence Code,Offence Count"
        ]
        func add(_ name: String, _ year: String, _ quarter: Int) {
            guard !leftOut.contains(Quarter(name, year, quarter)) else { return }
            for (index, code) in Self.codes.enumerated() {
                let count = Self.count(name, year, quarter, code: index)
                lines.append("\(year),\(quarter),Cumbria,\(name),,,,\(code),\(count)")
            }
        }
        for year in ["2022/23", "2023/24"] {
            for quarter in 1...(year == "2022/23" ? 4 : 1) {
                for (area, _) in Self.areas { for name in names(area, year) { add(name, year, quarter) } }
            }
        }
        for quarter in added { add(quarter.name, quarter.year, quarter.quarter) }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// Returns the result of a run of the quarter.
    func run(_ quarter: String = "2023-24-Q1") async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try Self.write(folder, base: "home-office-report", madeOf, more)
            try table.write(toFile: folder + "/landing/2023-10-19_prc-csp.csv", atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: folder + "/cumbria.yaml")
            return try await PipelineRun(
                plan: plan, input: folder + "/landing", quarter: FinancialQuarter(quarter), threads: 2
            ).evaluate()
        }
    }

    /// Writes a definition of the two partnerships with its tables of areas, and an empty landing folder.
    static func write(_ folder: String, base: String, _ madeOf: String, _ more: String) throws {
        for name in ["Reference", "landing"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        let definition = """
            extends: \(Repository.root)/Pipelines/Bases/\(base).yaml
            pipeline: cumbria
            title: Cumbria
            partnership: Cumberland
            landing: landing
            areas:
              table: Reference/areas.csv
              made-of: Reference/made-of.csv
              home: E06000063
              peers: [E06000064]
              total: E23000002
            denominators: {table: Reference/denominators.csv}
            targets: {table: Reference/targets.csv}
            commentary: {table: Reference/commentary.csv}

            """
        let areas = """
            code,name,short_name,csp_code,csp_name,parent,aliases
            E06000063,Cumberland,Cumberland,E06000063,Cumberland,E23000002,
            E06000064,Westmorland and Furness,Westmorland and Furness,E06000064,Westmorland and Furness,E23000002,
            E23000002,Cumbria,Cumbria,,,,

            """
        var denominators = "denominator,area,value,vintage,unit,source\n"
        for (area, residents) in [("E06000063", 275_400), ("E06000064", 226_600), ("E23000002", 502_000)] {
            denominators += "residents,\(area),\(residents),2021,residents,made up\n"
            denominators += "households,\(area),\(residents / 2),2021,households,made up\n"
        }
        for (name, text) in [
            ("cumbria.yaml", definition + more), ("Reference/areas.csv", areas), ("Reference/made-of.csv", madeOf),
            ("Reference/denominators.csv", denominators),
            ("Reference/targets.csv", "indicator,year,aim,value,status\n"),
            ("Reference/commentary.csv", "quarter,indicator,partner,text\n"),
        ] { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
    }
}
