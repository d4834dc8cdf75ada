import Planning
import Records
import TestSupport

/// All targets: one for each kind of extract, those for files that analysts write, and those for files of the output
/// folder.
struct FuzzTargets {
    let all: [any FuzzTarget]

    init() async throws {
        var all: [any FuzzTarget] = []
        var schemas: [[UInt8]] = []
        var definitions: [[UInt8]] = []
        for name in ["shp-performance", "police-uk-street", "recorded-crime-csp"] {
            let path = "Pipelines/\(name).yaml"
            definitions += [Fuzz.bytes(of: path)].compactMap { $0 }
            let plan = try PlanCompiler.compile(path: path)
            for source in plan.sources.indices {
                for schema in plan.sources[source].schemas.indices {
                    all.append(ExtractTarget(plan, source: source, schema: schema))
                }
            }
            schemas += plan.files.filter { $0.path.hasPrefix("Schemas/") }
                .compactMap { Fuzz.bytes(of: "Pipelines/" + $0.path) }
        }
        all.append(SchemaTarget(seeds: schemas))
        all.append(DefinitionTarget(seeds: definitions))
        let made = try await MadeUpOutput()
        all.append(try CorrectionTarget(made))
        for file in ["issued.json", "manifest.json", "figures.csv", "extracts.csv"] {
            all.append(try IssuedFolderTarget(file, made))
        }
        self.all = all
    }

    /// Extracts come from outside, so they get most of the time.
    func pick(_ generator: inout SeededGenerator) -> Int {
        Int.random(in: 0..<4, using: &generator) == 0
            ? Int.random(in: (all.count - 7)..<all.count, using: &generator)
            : Int.random(in: 0..<(all.count - 7), using: &generator)
    }
}
