import ArgumentParser
import Core
import Files
import Ledger

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Shows runs, extracts, releases and revisions from the ledger of an output folder.",
        discussion: """
            The newest entry comes first. The ledger is kept separately from the releases. A release that is not in \
            the ledger, because the ledger was lost or another program made the release, is still valid.

              --runs       when each run began, how long it took, how it ended and why it failed (the default)
              --releases   inputs and outputs; 'changed' counts the figures that differ from the release before
              --extracts   each extract that is in a release, and when it was first used
              --revisions  figures that were published with another value before, and why they changed
              --figure     the figures of a row in every release that has them

            EXIT STATUS
              0   done
              66  there is no ledger, or it has no row or area of that name
              74  the ledger cannot be read

            EXAMPLES
              shp history
              shp history --releases --quarter 2019-20-Q1
              shp history --extracts --format csv >extracts.csv
              shp history --figure "Hate Incidents" --area Hartlepool --measure value
              shp history --runs --format json -n 30
            """)

    @Option(help: "Where releases are.", completion: .directory)
    var output = "Output"

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    @Option(
        help: "Show only this financial quarter, such as 2019-20-Q1.", transform: FinancialQuarter.argument)
    var quarter: FinancialQuarter?

    @Flag(help: "What to show.")
    var view: HistoryView?

    @Option(help: "The label of a row, as printed.")
    var figure: String?

    @Option(help: "Show only the figures of this area, by its short name.")
    var area: String?

    @Option(help: "Show only the figures of this measure, such as value or rate.")
    var measure: String?

    @Option(name: [.customShort("n"), .customLong("number")], help: "How many entries to show at most.")
    var number: Int?

    @Option(help: "text for people, json or csv for programs.")
    var format = ListFormat.text

    @OptionGroup var messages: LogOptions

    func validate() throws {
        if let number, number < 1 { throw ValidationError("--number takes 1 or more") }
        if figure == nil, area != nil || measure != nil {
            throw ValidationError("--area and --measure belong to --figure")
        }
        if let view, figure != nil { throw ValidationError("--figure and --\(view.rawValue) exclude each other") }
    }

    func run() throws {
        do {
            let ledger = OutputLayout.ledger(inState: state, of: output)
            if let figure { try LedgerHistory.check(row: figure, area: area, inLedger: ledger) }
            let selection =
                figure.map { HistoryTable.Selection.figure(row: $0, area: area, measure: measure) }
                ?? .view(view ?? .runs)
            let table = try HistoryTable(selection, ledger: ledger, quarter: quarter.map { "\($0)" }, number)
            switch format {
            case .text: Terminal.result(table.text)
            case .csv: Terminal.result(unended: table.csv)
            case .json: Terminal.result(table.json)
            }
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}

/// Which part of the ledger is shown.
enum HistoryView: String, CaseIterable, EnumerableFlag {
    case runs, releases, extracts, revisions
}
