import Core
import Testing

@Suite struct NearestNameTests {
    @Test(
        "A name with a typing error finds the right name",
        arguments: [
            ("Hartlepol", "Hartlepool"), ("hartlepool", "Hartlepool"), ("Hartelpool", "Hartlepool"),
            ("Stockton on Tees", "Stockton-on-Tees"), ("Midlesbrough", "Middlesbrough"),
            ("Redcar & Cleveland", "Redcar and Cleveland"),
        ])
    func slips(name: String, targetDirection: String) {
        let names = ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]
        #expect(NearestName.of(name, among: names) == targetDirection)
    }

    @Test("A text that is far from every name finds none", arguments: ["Leeds", "", "H", "Hart", "xxxxxxxxxx"])
    func farNames(name: String) {
        #expect(NearestName.of(name, among: ["Hartlepool", "Middlesbrough", "Stockton-on-Tees"]) == nil)
    }

    @Test("The nearer name wins; of equally near names, the first in order wins")
    func ties() {
        #expect(NearestName.of("cot", among: ["cat", "cut"]) == "cat")
        #expect(NearestName.of("cot", among: ["cut", "cat"]) == "cut")
        #expect(NearestName.of("quartet", among: ["quarter", "quartets", "quartet"]) == "quartet")
        #expect(NearestName.of("a", among: []) == nil)
    }

    @Test("A text of one or two letters is not a typing error for another name, but may differ in case")
    func shortNames() {
        #expect(NearestName.of("3", among: ["1", "2"]) == nil)
        #expect(NearestName.of("8n", among: ["8L", "8N"]) == "8N")
        #expect(NearestName.of("8NN", among: ["8L", "8N"]) == "8N")
    }

    @Test("Two swapped letters are one typing error, not two")
    func swaps() {
        #expect(NearestName.of("lsao", among: ["lsoa"]) == "lsoa")
        #expect(NearestName.of("lxyo", among: ["lsoa"]) == nil)
    }
}
