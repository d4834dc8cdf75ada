import Core
import FoundationEssentials
import PipelineDefinition
import Testing

@Suite("Adding an alias to the schemas of the repository")
struct SchemaPatchTests {
    private static let schemas = [
        "asb-incidents", "force-crime", "partner-returns", "police-uk-street", "treatment-episodes",
    ]

    @Test("Every field of every schema can be given a name more, in one place", arguments: schemas)
    func everyField(name: String) throws {
        let path = Repository.root + "/Pipelines/Schemas/\(name).yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let errors = DefinitionErrorCollector()
        let schema = try #require(SchemaReading.read(text, file: path, errors))
        for field in schema.fields {
            let edited = try #require(
                SchemaEdit.adding(alias: "A Name of its Own", toField: field.name, in: text), "\(field.name)")
            let patch = UnifiedDiff.section(path: "x", from: text, to: edited).split(separator: "\n")
            #expect(patch.count { $0.hasPrefix("+") && !$0.hasPrefix("+++") } == 1)
            #expect(patch.count { $0.hasPrefix("-") && !$0.hasPrefix("---") } <= 1)
            // The edited file has all of the old text in its order, and more.
            var rest = edited.unicodeScalars[...]
            for scalar in text.unicodeScalars {
                rest = try #require(rest.firstIndex(of: scalar).map { rest[$0...].dropFirst() })
            }
        }
    }
}
