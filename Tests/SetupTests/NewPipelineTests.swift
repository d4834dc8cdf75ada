import Core
import Foundation
import Indicators
import Planning
import Records
import Setup
import Testing

@Suite struct NewPipelineTests {
    /// Returns a denominator. The period does not matter.
    private static func census(_ name: String, _ plan: PipelinePlan) -> Denominators.Denominator? {
        let month = Month(year: 2024, month: 4)
        return plan.denominators.denominator(name, for: Period(first: month, last: month))
    }

    @Test("The definition has fewer than 60 lines, whatever the partnership")
    func length() throws {
        for place in ["Hartlepool", "Camden", "Metropolitan Police", "Corby"] {
            for source in SetupSource.allCases {
                try SetupFolder.with { folder in
                    let pipeline = try SetupFolder.write(place, in: folder + "/new", source)
                    let lines = try String(contentsOfFile: pipeline.definition, encoding: .utf8).split(
                        separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.count < 60)
                }
            }
        }
    }

    @Test("LSOAs of both Censuses are listed: those that were divided, and those that replaced them")
    func lsoas() throws {
        try SetupFolder.with { folder in
            let pipeline = try SetupFolder.write("Hartlepool", in: folder + "/new")
            let (old, new) = (
                try SetupFolder.text("Reference/lsoas-2011.csv", of: pipeline),
                try SetupFolder.text("Reference/lsoas-2021.csv", of: pipeline)
            )
            #expect(old.contains("E01011973,") && old.contains("E01011976,") && !old.contains("E01035188,"))
            #expect(new.contains("E01035188,") && !new.contains("E01011973,"))
            let plan = try PlanCompiler.compile(path: pipeline.definition)
            #expect(plan.areas.byLSOA["E01035188"] == plan.homeArea)
            #expect(plan.areas.byLSOA["E01011973"] == plan.homeArea)
        }
    }

    @Test("A district in several partnerships is divided by its LSOAs")
    func sharedDistricts() throws {
        try SetupFolder.with { folder in
            let plan = try PlanCompiler.compile(
                path: SetupFolder.write("Poole", in: folder + "/new").definition)
            func area(_ code: String) -> String? { plan.areas.byLSOA[code].map { plan.areas.areas[$0].name } }
            // The LSOAs Bournemouth 001A, Poole 001A and Christchurch 001A of the 2011 Census.
            #expect(area("E01015301") == "Bournemouth")
            #expect(area("E01015431") == "Poole")
            #expect(area("E01020343") == "Dorset")
        }
    }

    @Test("Rates use the Census's residents; an area without a number has no rates, and the program names it")
    func denominators() throws {
        try SetupFolder.with { folder in
            let hartlepool = try PlanCompiler.compile(
                path: SetupFolder.write("Hartlepool", in: folder + "/hartlepool").definition)
            let residents = try #require(Self.census("residents", hartlepool))
            #expect(residents.title == "residents, 2021")
            #expect(residents.values[hartlepool.homeArea] == 92_347)
            #expect(Self.census("households", hartlepool)?.values[hartlepool.homeArea] == 40_930)
            #expect(hartlepool.totalArea.flatMap { residents.values[$0] } == 569_394)

            let corby = try SetupFolder.write("Corby", in: folder + "/corby", .policeUK, .none)
            #expect(Set(corby.missingDenominators.map(\.area)) == ["Corby"])
            // Merged districts have a number of residents, which the street report needs, but none of households.
            let street = try SetupFolder.write("Carlisle", in: folder + "/street")
            #expect(street.missingDenominators == [])
            let tables = try SetupFolder.write("Carlisle", in: folder + "/tables", .homeOffice, .none)
            #expect(tables.missingDenominators.map(\.area) == ["Carlisle"])
            let plan = try PlanCompiler.compile(path: corby.definition)
            #expect(Self.census("residents", plan)?.values.isEmpty == true)
            let table = try SetupFolder.text("Reference/denominators.csv", of: corby)
            #expect(table.contains("residents,E22000233,,2021,residents,To be added"))
        }
    }

    @Test("Peers are the other partnerships of the force, none, or those of a list")
    func peers() throws {
        try SetupFolder.with { folder in
            let own = try SetupFolder.write("Hartlepool", in: folder + "/own")
            #expect(own.peers.map(\.name) == ["Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"])
            let list = folder + "/similar.txt"
            try "# most similar\nLuton\n\nE22000184  # St Helens\nHartlepool\n".write(
                toFile: list, atomically: true, encoding: .utf8)
            let listed = try SetupFolder.write("Hartlepool", in: folder + "/listed", .policeUK, .listed(file: list))
            #expect(listed.peers.map(\.name) == ["Luton", "St. Helens"])
            let definition = try String(contentsOfFile: listed.definition, encoding: .utf8)
            #expect(definition.contains("\"Bedfordshire Police\": [E22"))
            #expect(!definition.contains("total:"))
            _ = try PlanCompiler.compile(path: listed.definition)

            try "Luton\nLootn\n".write(toFile: list, atomically: true, encoding: .utf8)
            let failure = #expect(throws: SetupFailure.self) {
                try SetupFolder.write("Hartlepool", in: folder + "/wrong", .policeUK, .listed(file: list))
            }
            let message = try #require(failure).description
            #expect(message.hasPrefix("\(list):2: 'Lootn' is not a partnership"), "\(message)")
        }
    }

    @Test("A force has all of its partnerships, so it is an error to name peers as well")
    func peersOfForce() throws {
        try SetupFolder.with { folder in
            for peers in [PeerRule.none, .listed(file: folder + "/list.txt")] {
                let failure = #expect(throws: SetupFailure.self) {
                    try SetupFolder.write("Cleveland Police", in: folder + "/new", .policeUK, peers)
                }
                #expect(failure?.exitStatus == .usage)
                #expect(
                    failure?.description
                        == "'Cleveland Police' is a police force, so the pipeline has all of its partnerships; leave --peers out"
                )
            }
        }
    }

    @Test("The source of a table names the publishers of the known denominators")
    func sources() throws {
        try SetupFolder.with { folder in
            func source(_ place: String, _ peers: PeerRule) throws -> String? {
                let plan = try PlanCompiler.compile(
                    path: SetupFolder.write(place, in: "\(folder)/\(place)", .policeUK, peers).definition)
                let table = plan.tables.first { $0.id == "partnerships" }
                return try table.map { plan.layout($0, for: try #require(FinancialQuarter("2025-26-Q1"))).source }
            }
            let (known, unknown) = (try source("Hartlepool", .sameForce), try source("Corby", .none))
            let publisher = "Census 2021: usual residents (Office for National Statistics)"
            #expect(known == "data.police.uk, Open Government Licence v3.0; \(publisher)")
            #expect(unknown == "data.police.uk, Open Government Licence v3.0; no denominator is known")
        }
    }

    @Test("The guide says when a force's files ended, and its commands can be pasted whatever the name of the folder")
    func guide() throws {
        try SetupFolder.with { folder in
            let manchester = try SetupFolder.write("Bolton", in: folder + "/It's Bolton")
            let text = try String(contentsOfFile: manchester.guide, encoding: .utf8)
            #expect(
                text.contains(
                    "Greater Manchester Police has had no files there since July 2019. Its later quarters need another")
            )
            #expect(text.contains("\nshp check '\(folder)/It'\\''s Bolton/bolton.yaml'\n"), "\(text)")
            #expect(text.contains(" --output '\(folder)/It'\\''s Bolton/output'\n"), "\(text)")
            let leeds = try SetupFolder.write("Leeds", in: folder + "/leeds")
            let plain = try String(contentsOfFile: leeds.guide, encoding: .utf8)
            #expect(!plain.contains("no files there since"))
            #expect(plain.contains("\nshp check \(folder)/leeds/leeds.yaml\n"), "\(plain)")
        }
    }

    @Test("No existing file is overwritten, and no file is written next to it")
    func neverOverwrites() throws {
        try SetupFolder.with { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/Reference", withIntermediateDirectories: true)
            try "mine\n".write(toFile: folder + "/Reference/targets.csv", atomically: true, encoding: .utf8)
            let failure = #expect(throws: SetupFailure.self) { try SetupFolder.write("Leeds", in: folder) }
            #expect(failure == .exists(path: folder + "/Reference/targets.csv"))
            #expect(failure?.exitStatus == .cannotCreate)
            #expect(try String(contentsOfFile: folder + "/Reference/targets.csv", encoding: .utf8) == "mine\n")
            #expect(
                try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == [
                    "Reference", "Reference/targets.csv",
                ])
        }
    }

    @Test("For a name or file that cannot be found, the message says what to do")
    func missingReference() throws {
        let failure = #expect(throws: SetupFailure.self) {
            try SetupRequest(place: "Leeds", reference: "/nowhere/national").write()
        }
        let message = try #require(failure).description
        #expect(message.contains("--reference"), "\(message)")
        #expect(failure?.exitStatus == .inputMissing)
    }

    @Test("Former districts are in the table made-of.csv, and other names in the table of names")
    func formerNames() throws {
        try SetupFolder.with { folder in
            let pipeline = try SetupFolder.write("E22000372", in: folder + "/new", .homeOffice)
            let names = try SetupFolder.text("Reference/csp-names.csv", of: pipeline)
            let made = try SetupFolder.text("Reference/made-of.csv", of: pipeline)
            #expect(made.contains("E22000372,E07000163,Craven,,,2023-03,wholly\n"))
            #expect(made.contains("E22000372,E07000168,Scarborough,,,2023-03,wholly\n"))
            #expect(!names.contains("Craven"))
            #expect(names.contains("York,City of York,\n"))
        }
    }
}
