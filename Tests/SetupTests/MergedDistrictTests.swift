import Core
import Foundation
import Planning
import Records
import Setup
import Testing

@Suite("New pipelines of merged districts")
struct MergedDistrictTests {
    @Test(
        "A district that partnerships merged into gets their LSOAs, residents and names",
        arguments: SetupSource.allCases)
    func cumberland(source: SetupSource) throws {
        try SetupFolder.with { folder in
            let pipeline = try SetupFolder.write("Cumberland", in: folder + "/new", source)
            #expect(pipeline.peers.map(\.name) == ["Westmorland and Furness"])
            let plan = try PlanCompiler.compile(path: pipeline.definition)
            #expect(plan.areas.areas[plan.homeArea].code == "E06000063")
            #expect(plan.totalArea.map { plan.areas.areas[$0].code } == "E23000002")
            for name in ["Allerdale", "E07000026", "E22000031", "Copeland"] {
                let constituent = try #require(plan.areas.constituent(named: name))
                #expect(plan.areas.constituents[constituent].area == plan.homeArea)
                #expect(plan.areas.constituents[constituent].until == Month(year: 2023, month: 3))
            }
            // Allerdale 001A, and the residents of Allerdale, Carlisle and Copeland by the Census.
            if source != .homeOffice { #expect(plan.areas.byLSOA["E01019126"] == plan.homeArea) }
            let residents = try SetupFolder.text("Reference/denominators.csv", of: pipeline).split(separator: "\n")
            let own = residents.filter { $0.hasPrefix("residents,") && !$0.hasPrefix("residents,E23") }
            let national = try String(contentsOfFile: SetupFolder.reference + "/denominators.csv", encoding: .utf8)
            let sum = national.split(separator: "\n").filter { row in
                ["E22000031", "E22000033", "E22000034"].contains { row.hasPrefix("residents,\($0),") }
            }.compactMap { Int($0.split(separator: ",")[2]) }
            #expect(sum.count == 3 && own.count == 2)
            #expect(own.contains { $0.hasPrefix("residents,E06000063,\(sum.reduce(0, +)),2021,") })
            #expect(
                try String(contentsOfFile: pipeline.definition, encoding: .utf8).contains(
                    "made-of: Reference/made-of.csv"))
        }
    }

    @Test("Districts that existed only for a time are listed with their months")
    func twoMergers() throws {
        try SetupFolder.with { folder in
            let made = try SetupFolder.text(
                "Reference/made-of.csv", of: SetupFolder.write("E22000369", in: folder + "/somerset", .policeUK, .none))
            #expect(made.contains("E22000369,E07000190,Taunton Deane,,,2019-03,wholly\n"))
            #expect(
                made.contains(
                    "E22000369,E07000246,Somerset West and Taunton,Somerset West & Taunton,2019-04,2023-03,wholly\n"))
            #expect(made.contains("E22000369,E07000187,Mendip,,,2023-03,wholly\n"))
        }
    }

    @Test("A merged district of which other partnerships have parts is only partly in a partnership")
    func sharedDistrict() throws {
        try SetupFolder.with { folder in
            let made = try SetupFolder.text(
                "Reference/made-of.csv", of: SetupFolder.write("E22000357", in: folder + "/new", .policeUK, .none))
            #expect(made.contains("E22000357,E06000062,West Northamptonshire,,2021-04,,partly\n"))
            #expect(made.contains("E22000357,E07000151,Daventry,,,2021-03,wholly\n"))
        }
    }

    @Test("A partnership of one district has no such table, and neither has one that shares a district's name")
    func none() throws {
        try SetupFolder.with { folder in
            for place in ["Hartlepool", "E22000363"] {
                let pipeline = try SetupFolder.write(place, in: "\(folder)/\(place)", .homeOffice, .none)
                #expect(!FileManager.default.fileExists(atPath: pipeline.folder + "/Reference/made-of.csv"))
            }
        }
    }

    @Test("The definition of every merged district and of every partnership of several districts has no errors")
    func sound() throws {
        let places = [
            "Buckinghamshire", "North Northamptonshire", "West Northamptonshire", "East Suffolk", "Cumberland",
            "Westmorland and Furness", "E22000332", "E22000352", "E22000357", "E22000359", "E22000362", "E22000363",
            "E22000364", "E22000366", "E22000367", "E22000368", "E22000369", "E22000372", "E22000373", "E22000374",
            "W14000023",
        ]
        for place in places {
            for source in [SetupSource.policeUK, .homeOffice] {
                try SetupFolder.with { folder in
                    let pipeline = try SetupFolder.write(place, in: folder + "/new", source)
                    _ = try PlanCompiler.compile(path: pipeline.definition)
                }
            }
        }
    }
}
