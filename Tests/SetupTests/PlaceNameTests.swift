import Core
import Setup
import Testing

@Suite struct PlaceNameTests {
    @Test(
        "A partnership, a district or a force is found by its code and by the ways in which people write its name",
        arguments: [
            ("E22000027", "E22000027"), ("hartlepool", "E22000027"), ("Safer Hartlepool Partnership", "E22000027"),
            ("E06000001", "E22000027"), ("Hartlepool Borough Council", "E22000027"),
            ("Redcar & Cleveland", "E22000028"), ("Stockton on Tees", "E22000030"),
            ("Cleveland", "E23000013"), ("cleveland police", "E23000013"), ("E23000013", "E23000013"),
            ("Office of the Police and Crime Commissioner for Cleveland", "E23000013"),
            ("Dorset Police", "E23000039"), ("Dorset CSP", "E22000367"),
            ("Bristol", "E22000002"), ("City of Bristol", "E22000002"), ("Bristol, City of", "E22000002"),
            ("St Helens", "E22000184"), ("Kings Lynn and West Norfolk", "E22000221"),
            ("Northern Devon", "E22000363"), ("Torridge", "E22000363"), ("Folkestone & Hythe", "E22000145"),
            ("Northampton", "E22000237"), ("Allerdale", "E22000031"), ("Craven", "E22000372"),
            ("City of London", "E22000180"), ("london borough of Camden", "E22000191"),
            ("Metropolitan Police Service", "E23000001"), ("devon and cornwall", "E23000035"),
            ("Cumberland", "E06000063"), ("E06000063", "E06000063"), ("Cwm Taf", "W14000023"),
            ("Merthyr Tydfil", "W14000023"),
        ])
    func found(name: String, code: String) throws {
        try SetupFolder.with { folder in
            let pipeline = try SetupFolder.write(name, in: folder + "/new")
            #expect(pipeline.place.code == code)
        }
    }

    @Test(
        "When several places have the name, they are listed with their codes, and nothing is written",
        arguments: [
            ("Dorset", ["Dorset (partnership, E22000367)", "Dorset Police (police force, E23000039)"]),
            ("Bournemouth, Christchurch and Poole", ["E22000063", "E22000067", "E22000367"]),
            ("North Yorkshire", ["E22000372", "E23000009"]),
        ])
    func ambiguous(name: String, places: [String]) throws {
        try SetupFolder.with { folder in
            let failure = #expect(throws: SetupFailure.self) { try SetupFolder.write(name, in: folder + "/new") }
            let message = try #require(failure).description
            for place in places { #expect(message.contains(place), "\(message)") }
            #expect(failure?.exitStatus == .usage)
            #expect(throws: (any Error).self) { try SetupFolder.text("landing/README.md", ofFolder: folder + "/new") }
        }
    }

    @Test(
        "For an unknown name the nearest names are suggested",
        arguments: [
            ("Hartlepol", "Hartlepool (partnership, E22000027)"), ("Redcar", "Redcar and Cleveland"),
            ("Leedz", "Leeds"), ("West Yorkshire Polce", "West Yorkshire Police"),
        ])
    func unknown(name: String, near: String) throws {
        try SetupFolder.with { folder in
            let failure = #expect(throws: SetupFailure.self) { try SetupFolder.write(name, in: folder + "/new") }
            let message = try #require(failure).description
            #expect(message.contains(near), "\(message)")
        }
    }
}
