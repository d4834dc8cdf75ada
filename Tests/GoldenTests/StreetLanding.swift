import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import TestSupport

/// Made-up street-level files in the form of data.police.uk, for April to June 2023.
enum StreetLanding {
    static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"

    /// A row of the files.
    struct Row: Hashable {
        var identifier = ""
        var month = "2023-04"
        var force = "Cleveland Police"
        /// Empty for a row without a place.
        var lsoa = "E01011949"
        var type = "Anti-social behaviour"

        var line: String {
            let isPlaced = !lsoa.isEmpty
            let place = isPlaced ? "-1.2,54.6,On or near A Street,\(lsoa),Somewhere 001A" : ",,No Location,,"
            return "\(identifier),\(month),\(force),\(force),\(place),\(type),,"
        }
    }

    /// Returns an identifier in the form that the files have.
    static func identifier(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    static func write(_ rows: [Row], to path: String) throws {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
        let text = ([header] + rows.map(\.line)).map { $0 + "\r\n" }.joined()
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Writes the files into a separate landing folder and evaluates the shipped definition on it.
    static func evaluate(
        _ files: [String: [Row]], delivered: [String: String] = [:], traces: Bool = false
    ) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            for (name, rows) in files { try write(rows, to: folder + "/" + name) }
            for (name, day) in delivered {
                try (day + "\n").write(toFile: folder + "/\(name).delivered", atomically: true, encoding: .utf8)
            }
            return try await evaluate(folder, traces: traces)
        }
    }

    static func evaluate(_ folder: String, traces: Bool = false) async throws -> RunResult {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        return try await PipelineRun(plan: plan, input: folder, quarter: FinancialQuarter("2023-24-Q1"), threads: 2)
            .evaluate(traces: traces)
    }

    /// Returns the rows of one force for a month: some with identifiers, some without, and some without a place.
    static func month(
        _ month: String, force: String = "Cleveland Police", count: Int, _ generator: inout SeededGenerator
    ) -> [Row] {
        let lsoas = ["E01011949", "E01011952", "E01012019", "E01012062", "E01012199", ""]
        let types = ["Anti-social behaviour", "Burglary", "Shoplifting", "Violence and sexual offences"]
        return (0..<count).map { _ in
            let type = types.randomElement(using: &generator) ?? types[0]
            // There are few identifiers, so that they repeat within a month and between months.
            let number = Int.random(in: 0..<60, using: &generator)
            return Row(
                identifier: type == types[0] ? "" : identifier(number + (force.hasPrefix("C") ? 0 : 1000)),
                month: month,
                force: force, lsoa: lsoas.randomElement(using: &generator) ?? "", type: type)
        }
    }
}

extension RunResult {
    /// Every figure of the run as it is printed.
    var displays: [FigureKey: String] { figuresByKey.mapValues(\.display) }

    /// Returns the printed number of incidents or crimes in a row of the street table for an area.
    func streetCount(_ row: String, area: String = "Hartlepool") -> String? {
        figuresByKey.first { $0.key.row == row && $0.key.area == area && $0.key.measure == "value" }?.value.display
    }
}
