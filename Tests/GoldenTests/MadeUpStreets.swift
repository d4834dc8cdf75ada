import Core
import Evaluation
import Foundation
import PipelineEngine
import Planning

/// The two partnerships of Cumbria with street-level files of 2022 and 2023. Their LSOAs keep the names of the
/// districts of 2021. One of a district's codes is not in the tables, so that only its name shows the place.
struct MadeUpStreets {
    private static let months = [(2022, 4), (2022, 5), (2022, 6), (2023, 4), (2023, 5), (2023, 6)]

    /// The number of rows of a district in a month.
    func rows(of district: String, _ year: Int, _ month: Int) -> Int {
        let position = MadeUpCumbria.districts.firstIndex(of: district) ?? 0
        return 40 + 7 * position + month + (year == 2022 ? 0 : 3)
    }

    private func lsoa(_ position: Int) -> String { "E010190\(10 + position)" }

    private func file(_ year: Int, _ month: Int) -> String {
        var lines = [
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context"
        ]
        let date = "\(year)-0\(month)"
        for (position, district) in MadeUpCumbria.districts.enumerated() {
            for row in 0..<rows(of: district, year, month) {
                // Every tenth row has a code that the tables lack.
                let code = row % 10 == 9 ? "E010199\(10 + position)" : lsoa(position)
                lines.append(
                    ",\(date),Cumbria Constabulary,Cumbria Constabulary,-3.0,54.6,On or near High Street,\(code),"
                        + "\(district) 001A,Shoplifting,,")
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// Returns the result of a run of the quarter.
    func run(_ quarter: String = "2023-24-Q1") async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            let more = "sources: {street: {covers: {Cumbria Constabulary: [home, peers]}}}\n"
            try MadeUpCumbria.write(folder, base: "street-report", MadeUpCumbria().madeOf, more)
            var lsoas = "lsoa,name,area\n"
            for (position, district) in MadeUpCumbria.districts.enumerated() {
                // The areas are named by the codes of today's and of former districts.
                let area = position < 3 ? "E06000063" : ["E07000027", "E07000030", "E07000031"][position - 3]
                lsoas += "\(lsoa(position)),\(district) 001A,\(area)\n"
            }
            try lsoas.write(toFile: folder + "/Reference/lsoas.csv", atomically: true, encoding: .utf8)
            let path = folder + "/cumbria.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("  home:", with: "  lsoas: [Reference/lsoas.csv]\n  home:").write(
                toFile: path, atomically: true, encoding: .utf8)
            for (year, month) in Self.months {
                let name = "\(year)-0\(month)"
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/landing/\(name)", withIntermediateDirectories: true)
                try file(year, month).write(
                    toFile: "\(folder)/landing/\(name)/\(name)-cumbria-street.csv", atomically: true, encoding: .utf8)
            }
            let plan = try PlanCompiler.compile(path: path)
            return try await PipelineRun(
                plan: plan, input: folder + "/landing", quarter: FinancialQuarter(quarter), threads: 2
            ).evaluate()
        }
    }
}
