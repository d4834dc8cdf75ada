import ArgumentParser
import Core
import Files
import Logging
import Setup

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Sets up the pipeline of a partnership, or of all partnerships of a police force.",
        discussion: """
            Writes a folder with a definition, which says who the partnership is and extends a shipped base. The \
            folder also has reference tables: areas, LSOAs of 2011 and 2021, residents and households. There are \
            templates for targets and commentary, and a landing folder whose README says what to download and from \
            where. No existing file is overwritten.

            NAME-OR-CODE is the name or ONS code of a partnership, district or police force in England and Wales. When \
            several have the same name, the command lists them with their codes.

            EXAMPLES
              shp init Leeds
              shp init "North Yorkshire Police" --output reports/north-yorkshire
              shp init E22000027 --from home-office --peers none
              shp init Luton --peers most-similar.txt
            """)

    @Argument(help: ArgumentHelp("The partnership, district or police force.", valueName: "name-or-code"))
    var name: [String]

    @Option(help: "The folder to write. (default: a folder with the partnership's name)", completion: .directory)
    var output: String?

    @Option(
        name: .customLong("from"),
        help: """
            Where the figures come from: police-uk (street-level files of data.police.uk), home-office (open data \
            tables, as a workbook or CSV) or force (extracts that the police and partners send).
            """)
    var source = SetupSource.policeUK

    @Option(
        help: """
            Compare with 'default' (the force's other partnerships), with 'none', or with the partnerships that a file \
            names, one on each line.
            """)
    var peers: String?

    @Option(
        help:
            "The folder of the national reference. (default: Pipelines/Reference/national here or next to the program)",
        completion: .directory)
    var reference: String?

    @OptionGroup var messages: LogOptions

    func run() throws {
        do {
            var request = SetupRequest(
                place: name.joined(separator: " "), reference: reference ?? ShippedFiles.nationalReference)
            (request.output, request.source, request.peers) = (output, source, peers.map(PeerRule.init) ?? .sameForce)
            let pipeline = try request.write()
            for notice in notices(pipeline) { messages.log.report(notice) }
            Terminal.result(summary(pipeline))
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    /// What the user must know about the new pipeline.
    private func notices(_ pipeline: NewPipeline) -> [Notice] {
        var notices: [Notice] = []
        if !pipeline.missingDenominators.isEmpty {
            let missing = MissingDenominator.words(pipeline.missingDenominators)
            notices.append(
                Notice(
                    .warning, code: "no-denominator",
                    "\(pipeline.folder)/Reference/denominators.csv: there is no \(missing); "
                        + "rates that need it are [x] until you add it"))
        }
        for area in pipeline.successors {
            notices.append(
                Notice(
                    .warning, code: "merged-area",
                    "\(area.name) has taken the place of \(area.parts.count) districts, some of them in this pipeline; "
                        + "'shp init \(ShellWord.quoted(area.name))' sets up the merged area"))
        }
        for force in pipeline.forcesWithoutStreetFiles {
            guard let last = force.streetUntil else { continue }
            notices.append(
                Notice(
                    .warning, code: "no-street-files",
                    "\(force.streetName) has published no street-level files since \(last.name) \(last.year); "
                        + "for later quarters, use --from home-office"))
        }
        return notices
    }

    private func summary(_ pipeline: NewPipeline) -> String {
        let peers = pipeline.peers.count
        let others =
            pipeline.place.isForce
            ? "its " + UnitNoun(plural: "partnerships").counted(peers + 1)
            : UnitNoun(plural: "other partnerships").counted(peers)
        let (definition, output) = (
            ShellWord.quoted(pipeline.definition), ShellWord.quoted(pipeline.folder + "/output")
        )
        return """
            \(pipeline.folder): written for \(pipeline.place.description), with \(others)
            next: \(pipeline.guide) says what to download; then shp run \(definition) --output \(output)
            """
    }
}
