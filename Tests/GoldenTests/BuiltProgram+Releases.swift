import FoundationEssentials
import Testing

/// Publishes and issues releases of the pipelines in `Pipelines`, in the output folder `out`.
extension BuiltProgram {
    /// Publishes a quarter and returns its figures as they are printed, in the order of `figures.csv`.
    func publish(_ pipeline: String, _ quarter: String) throws -> [String] {
        let outcome = try run(
            "\"$SHP\" run Pipelines/\(pipeline).yaml --quarter \(quarter) --output out --log-format json")
        try #require(outcome.status == 0 || outcome.status == 1, "\(outcome.messages)")
        let file = "\(folder)/out/\(pipeline)/\(quarter)/latest/figures.csv"
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").dropFirst().map {
            String($0.split(separator: ",", omittingEmptySubsequences: false)[7])
        }
    }

    /// Issues the newest release of a quarter.
    func issue(_ pipeline: String, _ quarter: String, on day: String) throws -> Outcome {
        try run("\"$SHP\" issue \(quarter) --pipeline \(pipeline) --output out --on \(day) --log-format json")
    }

    /// Returns the beginning of every definition of crimes: the areas of Cleveland, and offences by code.
    static func definitionHead(_ pipeline: String, title: String = "T") -> String {
        """
        pipeline: \(pipeline)
        title: \(title)
        partnership: P
        author: A
        contact: [C]
        landing: ../landing
        areas: {table: Reference/cleveland-areas.csv, home: E06000001, peers: [E06000002, E06000003, E06000004], total: E23000013}
        classifications:
          offences: {codes: Reference/offence-codes.csv, groups: Reference/offence-groups.csv, dialect: home-office}
        """
    }
}
