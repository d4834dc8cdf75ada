import Indicators
import ReleaseDisclosure
import Testing

@Suite("Whether sources of two releases are the same")
struct SourceMatchTests {
    private static func code(_ source: String, _ categories: [String]) -> SubjectCode {
        var code = SubjectCode(source: source, kind: .count)
        code.categoryCodes = categories
        return code
    }

    /// The two sources of this definition: `crime` can count 46 and 49, and `incidents` can count neither.
    private static var match: SourceMatch {
        SourceMatch([
            .init(source("crime", files: ["a"], schemas: ["force-crime"])) { code in
                code.categoryCodes.map { Set($0).isSubset(of: ["46", "49"]) } ?? false
            },
            .init(source("incidents", files: ["b"], schemas: ["incident-log"])) { _ in false },
        ])
    }

    private static func source(
        _ name: String, files: Set<String> = [], schemas: Set<String> = [], _ subjects: [SubjectCode] = []
    ) -> ReleasedSource {
        ReleasedSource(name: name, files: files, schemas: schemas, subjects: subjects)
    }

    private static func name(_ other: ReleasedSource) -> String? { match.names(of: [other])[other.name] }

    @Test("The same name, or the same file under another name")
    func nameAndFile() {
        #expect(Self.name(Self.source("incidents")) == "incidents")
        #expect(Self.name(Self.source("recorded", files: ["x", "a"])) == "crime")
        // Shared files matter more than the name.
        #expect(Self.name(Self.source("incidents", files: ["a"])) == "crime")
        #expect(Self.name(Self.source("recorded", files: ["x"])) == nil)
    }

    @Test("The same schema")
    func schema() {
        #expect(Self.name(Self.source("log", files: ["x"], schemas: ["incident-log"])) == "incidents")
        #expect(Self.name(Self.source("log", files: ["x"], schemas: ["other"])) == nil)
    }

    @Test("Every category that was counted can be counted in this definition")
    func counted() {
        let one = Self.code("recorded", ["46"])
        #expect(Self.name(Self.source("recorded", [one])) == "crime")
        #expect(Self.name(Self.source("recorded", [one, Self.code("recorded", ["99"])])) == nil)
        #expect(Self.name(Self.source("recorded")) == nil)
    }

    @Test("A flag is identified by the columns that it is read from and the values that mean yes")
    func flags() {
        func code(_ flag: String, _ columns: [String]?, _ values: [String]? = ["Y"]) -> SubjectCode {
            var code = SubjectCode(source: "crime", kind: .count)
            (code.flag, code.flagColumns, code.flagValues) = (flag, columns, columns == nil ? nil : values)
            return code
        }
        let hate = code("hate", ["hate", "hate crime flag"])
        #expect(hate.hasSameFlag(as: code("bias", ["hate", "prejudice"], ["Y", "Yes"])) == true)
        #expect(hate.hasSameFlag(as: code("bias", ["prejudice"])) == false)
        #expect(hate.hasSameFlag(as: code("bias", ["hate"], ["N"])) == false)
        #expect(hate.hasSameFlag(as: code("hate", ["other"])) == nil)
        // Releases of earlier versions have only the name.
        #expect(hate.hasSameFlag(as: code("hate", nil)) == true)
        #expect(hate.hasSameFlag(as: code("bias", nil)) == false)
    }
}
