import Core
import Testing

@Suite struct NearestNameTests {
    @Test(
        "A slip finds its name",
        arguments: [
            ("Hartlepol", "Hartlepool"), ("hartlepool", "Hartlepool"), ("Hartelpool", "Hartlepool"),
            ("Stockton on Tees", "Stockton-on-Tees"), ("Midlesbrough", "Middlesbrough"),
            ("Redcar & Cleveland", "Redcar and Cleveland"),
        ])
    func slips(name: String, meant: String) {
        let names = ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]
        #expect(NearestName.of(name, among: names) == meant)
    }

    @Test("A far name finds none", arguments: ["Leeds", "", "H", "Hart", "xxxxxxxxxx"])
    func farNames(name: String) {
        #expect(NearestName.of(name, among: ["Hartlepool", "Middlesbrough", "Stockton-on-Tees"]) == nil)
    }

    @Test("Ties go to the first in order, and the nearer wins over the earlier")
    func ties() {
        #expect(NearestName.of("cot", among: ["cat", "cut"]) == "cat")
        #expect(NearestName.of("cot", among: ["cut", "cat"]) == "cut")
        #expect(NearestName.of("quartet", among: ["quarter", "quartets", "quartet"]) == "quartet")
        #expect(NearestName.of("a", among: []) == nil)
    }

    @Test("One or two letters are no slip of others, but may have another case")
    func shortNames() {
        #expect(NearestName.of("3", among: ["1", "2"]) == nil)
        #expect(NearestName.of("8n", among: ["8L", "8N"]) == "8N")
        #expect(NearestName.of("8NN", among: ["8L", "8N"]) == "8N")
    }

    @Test("A swap of neighbours is one slip, not two")
    func swaps() {
        #expect(NearestName.of("lsao", among: ["lsoa"]) == "lsoa")
        #expect(NearestName.of("lxyo", among: ["lsoa"]) == nil)
    }
}
