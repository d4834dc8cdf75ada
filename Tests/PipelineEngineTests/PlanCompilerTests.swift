import Core
import FoundationEssentials
import PipelineDefinition
import Planning
import Records
import Testing

@Suite("Compiling a definition")
struct PlanCompilerTests {
    private static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Every kind of record that a source can have, as a message names them.
    private static let kinds = RecordKinds.names.map { "'\($0.rawValue)'" }.joined(separator: " or ")

    /// Compiles a definition with replacements in its files, and returns the messages without the folder.
    private func messages(
        of definition: String = "shp-performance.yaml", _ edits: [(file: String, old: String, new: String)]
    ) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-compile-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: Self.root + "/Pipelines", toPath: folder)
        for edit in edits {
            let text = try String(contentsOfFile: folder + "/" + edit.file, encoding: .utf8)
            try #require(text.contains(edit.old))
            let changed = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
            try changed.write(toFile: folder + "/" + edit.file, atomically: true, encoding: .utf8)
        }
        do throws(DefinitionErrors) {
            _ = try PlanCompiler.compile(path: folder + "/" + definition)
            return []
        } catch {
            return error.errors.map { $0.description.replacing(folder + "/", with: "") }
        }
    }

    /// Returns the number, from 1, of the first line of the sample definition with the text.
    private func line(of text: String, in file: String = "shp-performance.yaml") throws -> Int {
        let lines = try String(contentsOfFile: Self.root + "/Pipelines/" + file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(text) }) + 1
    }

    @Test(
        "The definitions in the repository have no errors",
        arguments: ["shp-performance", "police-uk-street", "recorded-crime-csp"])
    func sound(_ name: String) throws {
        _ = try PlanCompiler.compile(path: Self.root + "/Pipelines/\(name).yaml")
    }

    @Test("A missing definition is an error of its own kind")
    func notThere() {
        #expect(throws: DefinitionErrors.self) { try PlanCompiler.compile(path: "/nowhere/shp.yaml") }
    }

    @Test(
        "The formats that a definition names are those of the table, and the one that is always written is among them",
        arguments: [
            ("[xlsx, ods]", nil), ("[xlsx, csv]", nil),
            ("[xlsx, odt]", "17: unknown format 'odt'; did you mean 'ods'?"),
            ("[ods]", "10: 'xlsx' is always written, so it must be among the formats"),
        ] as [(String, String?)])
    func formats(list: String, message: String?) throws {
        let line = try line(of: "formats: [xlsx]")
        #expect(
            try messages([("shp-performance.yaml", "formats: [xlsx]", "formats: \(list)")])
                == (message.map { ["shp-performance.yaml:\(line):\($0)"] } ?? []))
    }

    @Test("Each wrong name is reported with its place and a suggestion")
    func names() throws {
        let definition = "shp-performance.yaml"
        #expect(
            try messages([(definition, "indicator: violence}", "indicator: violense}")])
                == [
                    "shp-performance.yaml:\(try line(of: "indicator: violence}")):25: unknown indicator 'violense'; did you mean 'violence'?"
                ])
        #expect(
            try messages([(definition, "flag: hate", "flag: hat")])
                == ["shp-performance.yaml:\(try line(of: "flag: hate")):47: unknown flag 'hat'; did you mean 'hate'?"])
        #expect(
            try messages([(definition, "measure: rate", "measure: rat")]).allSatisfy {
                $0.hasSuffix("unknown measure 'rat'; did you mean 'rate'?")
            })
        #expect(
            try messages([(definition, "denominator: households}", "denominator: household}")]).first?
                .hasSuffix("unknown denominator 'household'; did you mean 'households'?") == true)
        #expect(
            try messages([(definition, "{months}", "{month}")]).first?
                .hasSuffix("unknown placeholder 'month'; did you mean 'months'?") == true)
    }

    @Test("Errors in reference tables have a line")
    func referenceTables() throws {
        #expect(
            try messages([
                (
                    "Reference/offence-codes.csv", "46,Shoplifting,shoplifting", "46,Shoplifting,shoplfting"
                )
            ])
                == [
                    "Reference/offence-codes.csv:94:1: unknown group 'shoplfting'; did you mean 'shoplifting'?"
                ])
        #expect(
            try messages([("Reference/targets.csv", "shoplifting,2019/20,reduce", "shoplifting,2019/21,reduce")])
                == ["Reference/targets.csv:5:13: expected a financial year such as 2019/20, found '2019/21'"])
        #expect(
            try messages([("Reference/cleveland-lsoa-2011.csv", "E01011950", "E01011949")]).contains {
                $0.contains("the LSOA 'E01011949' is defined twice")
            })
        // The vintages share most codes. A code with two areas is an error that gives both lines.
        #expect(
            try messages([
                (
                    "Reference/cleveland-lsoa-2021.csv", "E01011949,Hartlepool 009A,Manor House,E06000001",
                    "E01011949,Hartlepool 009A,Manor House,E06000002"
                )
            ]).contains {
                $0.hasPrefix(
                    "Reference/cleveland-lsoa-2021.csv:2:1: the LSOA 'E01011949' has one area here and another at "
                )
                    && $0.contains("Reference/cleveland-lsoa-2011.csv:2:1")
            })
    }

    @Test(
        "Denominators and targets are checked by their schemas, and each error has line and column",
        arguments: [
            (
                "Reference/denominators-2011-census.csv", "E06000001,91091", "E06000001,91x091",
                "Reference/denominators-2011-census.csv:2:31: value: '91x091': not a plain number [invalid-number]"
            ),
            (
                "Reference/denominators-2011-census.csv", "E06000001,91091", "E06000001,0",
                "Reference/denominators-2011-census.csv:2:31: value: '0': the value is below the schema's minimum [below-minimum]"
            ),
            (
                "Reference/denominators-2011-census.csv", "E06000001,91091", "E06000009,91091",
                "Reference/denominators-2011-census.csv:2:21: unknown area 'E06000009'; did you mean 'E06000001'?"
            ),
            (
                "Reference/denominators-2011-census.csv", "area,value", "place,value",
                "Reference/denominators-2011-census.csv:1:1: the column 'area' is missing; add it; the header is: denominator, place, value, vintage, unit, source"
            ),
            (
                "Reference/targets.csv", "shoplifting,2019/20,reduce", "shoplifting,2019/20,lower",
                "Reference/targets.csv:5:21: aim: 'lower': the value is not one of those that the schema lists [not-in-enumeration]"
            ),
            (
                "Reference/targets.csv", "shoplifting,2019/20", "shop,2019/20",
                "Reference/targets.csv:5:1: unknown indicator 'shop'; valid here: "
            ),
            (
                "Schemas/denominators.yaml", "type: integer", "type: interger",
                "Schemas/denominators.yaml:19:11: unknown field type 'interger'; did you mean 'integer'?"
            ),
            (
                "Schemas/targets.yaml", "records: reference", "records: returns",
                "Schemas/targets.yaml:2:1: a schema of returns needs a field with the role 'indicator'"
            ),
            (
                "shp-performance.yaml", "targets: Reference/targets.csv",
                "targets: {table: Reference/targets.csv, schema: Schemas/target.yaml}",
                "shp-performance.yaml:40:49: cannot read 'Schemas/target.yaml': No such file or directory; did you mean 'Schemas/targets.yaml'?"
            ),
            (
                "shp-performance.yaml", "targets: Reference/targets.csv",
                "targets: {table: Reference/targets.csv, schema: Schemas/force-crime.yaml}",
                "shp-performance.yaml:40:49: a reference table needs a schema of 'reference', but force-crime is a schema of 'events'"
            ),
        ])
    func referenceSchemas(file: String, old: String, new: String, message: String) throws {
        let found = try messages([(file, old, new)])
        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    @Test("A table from elsewhere is read with its own column names and its thousands separators")
    func columnsByAlias() throws {
        #expect(
            try messages([
                (
                    "Reference/denominators-2011-census.csv", "denominator,area,value,vintage,unit,source",
                    "denominator,GEOGRAPHY_CODE,OBS_VALUE,DATE,unit,source"
                ), ("Reference/denominators-2011-census.csv", "E06000001,91091", "E06000001,\"91,091\""),
                ("Schemas/denominators.yaml", "type: integer", "type: number\n    groupChar: \",\""),
            ]) == [])
    }

    @Test(
        "Each error in a source's formats and mappings, and in other formats, has a place and a suggestion",
        arguments: [
            (
                "recorded-crime-csp.yaml", "CSP Name: Reference", "CSP Nam: Reference",
                "recorded-crime-csp.yaml:33:7: unknown column 'CSP Nam'; did you mean 'CSP Name'?"
            ),
            (
                "recorded-crime-csp.yaml", "CSP Name: Reference", "Offence Group: Reference",
                "recorded-crime-csp.yaml:33:7: labels are looked up only in columns with one of the roles 'category', 'csp', 'force', 'local-authority'"
            ),
            (
                "recorded-crime-csp.yaml", "Reference/csp-names.csv", "Reference/csp-name.csv",
                "recorded-crime-csp.yaml:33:17: cannot read 'Reference/csp-name.csv': No such file or directory; did you mean 'Reference/csp-names.csv'?"
            ),
            (
                "Reference/csp-names.csv", "Cleveland,Redcar and Cleveland", "Cleveland,Redcar und Cleveland",
                "Reference/csp-names.csv:2:20: unknown label 'Redcar und Cleveland'; did you mean 'Redcar and Cleveland'?"
            ),
            (
                "Reference/csp-names.csv", "Stockton on Tees,", "Redcar & Cleveland,",
                "Reference/csp-names.csv:3:1: the label 'Redcar & Cleveland' is defined twice"
            ),
            (
                "Reference/csp-names.csv", "Stockton on Tees,", "Hartlepool,",
                "Reference/csp-names.csv:3:1: 'Hartlepool' is a known value; remove the row"
            ),
            (
                "Reference/csp-names.csv", "from,to", "form,to",
                "Reference/csp-names.csv:1:1: the column 'from' is missing; if 'form' is that column, rename it to 'from'"
            ),
            (
                "Reference/cleveland-areas.csv", "csp_code,csp_name", "csp,partnership",
                "recorded-crime-csp.yaml:12:10: the role 'csp' needs a column 'csp_name' or 'csp_code' in the table of areas"
            ),
            (
                "Reference/cleveland-areas.csv", "E22000029,Middlesbrough", "E22000029,Hartlepool",
                "Reference/cleveland-areas.csv:3:1: the partnership 'Hartlepool' is defined twice"
            ),
            (
                "recorded-crime-csp.yaml", "Schemas/police-uk-outcomes.yaml", "Schemas/police-uk-outcome.yaml",
                "recorded-crime-csp.yaml:39:17: cannot read 'Schemas/police-uk-outcome.yaml': No such file or directory; did you mean 'Schemas/police-uk-outcomes.yaml'?"
            ),
            (
                "recorded-crime-csp.yaml", "[Schemas/police-uk-outcomes.yaml", "[Schemas/police-uk-street.yaml",
                "recorded-crime-csp.yaml:39:17: 'other-formats' needs a schema of 'none', but police-uk-street is a schema of 'events'"
            ),
            (
                "recorded-crime-csp.yaml", "schema: Schemas/recorded-crime-csp.yaml",
                "schema: Schemas/police-uk-outcomes.yaml",
                "recorded-crime-csp.yaml:28:13: a source needs a schema of \(kinds), but police-uk-outcomes is a schema of 'none'"
            ),
            (
                "recorded-crime-csp.yaml", "schema: Schemas/recorded-crime-csp.yaml",
                "schema: [Schemas/recorded-crime-csp.yaml, Schemas/police-uk-street.yaml]",
                "recorded-crime-csp.yaml:28:47: the formats of one source must agree in 'records', but police-uk-street does not agree with recorded-crime-csp"
            ),
        ])
    func formats(file: String, old: String, new: String, message: String) throws {
        let found = try messages(of: "recorded-crime-csp.yaml", [(file, old, new)])
        #expect(found.contains(message), "\(found)")
    }

    @Test("Counts cannot be listed month by month, and returns have no labels")
    func misuse() throws {
        #expect(
            try messages(
                of: "recorded-crime-csp.yaml",
                [
                    (
                        "recorded-crime-csp.yaml", "appendices:",
                        "listings:\n  - {id: all, source: recorded-crime}\nappendices:"
                    )
                ]
            ).contains { $0.contains("the source 'recorded-crime' has counts, not events") })
        #expect(
            try messages([
                (
                    "shp-performance.yaml", "files: [\"returns/*.csv\"]",
                    "mappings: {Area: Reference/csp-names.csv}"
                )
            ]).contains { $0.hasSuffix("labels of returns cannot be mapped") })
    }

    @Test("The rules about what must be delivered are checked against areas and schemas")
    func completeness() throws {
        let definition = "shp-performance.yaml"
        let treatment = "completeness: {from: {home: 2018-04}, due: 45 days, quiet-days: 7}"
        let returns = "completeness: {from: {home: 2018-04}, due: 45 days}"
        #expect(
            try messages([(definition, "from: {home: 2018-04}", "from: {hme: 2018-04}")]).first?
                .hasSuffix("unknown area 'hme'; did you mean 'home'?") == true)
        #expect(
            try messages([(definition, "from: {home: 2018-04}", "from: {total: 2018-04}")]).first?
                .hasSuffix("rows belong to areas, not to a sum of areas; name 'home', 'peers' or a code") == true)
        #expect(
            try messages([(definition, treatment, treatment.replacing("7}", with: "7, partial-below: 50%}"))]).first?
                .hasSuffix("'partial-below' counts rows by month, but episodes are not counted by month") == true)
        #expect(
            try messages([(definition, returns, returns.replacing("days}", with: "days, quiet-days: 3}"))]).first?
                .hasSuffix(
                    "'quiet-days' needs rows that are dated by day, but the schema partner-returns has no column with days"
                )
                == true)
    }

    @Test("A policy that cannot be followed is an error at its place")
    func disclosure() throws {
        let definition = "shp-performance.yaml"
        let listing = "notes:\n  - Figures"
        func listed(_ source: String) -> (file: String, old: String, new: String) {
            (definition, listing, "listings:\n  - {id: all, source: \(source)}\n" + listing)
        }
        let hate = (file: definition, old: "flag: hate}", new: "flag: hate}\n    disclosure: {below: 5}")
        #expect(try messages([listed("crime")]) == [])
        #expect(
            try messages([listed("crime"), hate]).first?
                .hasSuffix("small counts of the source 'crime' are suppressed, and a listing would reveal them") == true
        )
        #expect(
            try messages([(definition, "kind: proportion", "kind: proportion\n    disclosure: {below: 5}")]).first?
                .hasSuffix(
                    "a share from a return comes without counts, so it is not known whether they are small; write 'disclosure: none'"
                ) == true)
    }

    @Test("Several errors are reported together, in the order of their places")
    func together() throws {
        let found = try messages([
            ("shp-performance.yaml", "source: asb, group: all", "source: abs, group: all"),
            ("shp-performance.yaml", "kind: cumulative", "kind: cumulatve"),
        ])
        #expect(found.count == 2)
        #expect(found == found.sorted { Int($0.split(separator: ":")[1]) ?? 0 < Int($1.split(separator: ":")[1]) ?? 0 })
    }
}
