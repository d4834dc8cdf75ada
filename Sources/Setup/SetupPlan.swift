import Core
import Files
import FoundationEssentials

/// Everything that will be written for a new pipeline.
struct SetupPlan {
    let areas: AreaSelection
    let source: SetupSource
    let folder: String
    let reference: NationalReference

    /// The folder of the shipped pipelines, which contains the national reference.
    private var pipelines: String { reference.folder + "/../.." }
    private var base: String { "\(pipelines)/Bases/\(source.base.file).yaml" }
    private var definition: String { "\(folder)/\(areas.folderName).yaml" }
    private var guide: String { "\(folder)/landing/README.md" }

    /// Writes every file, or none if any of them already exists. Throws a `SetupFailure` or an `OutputFailure`.
    func write() throws -> NewPipeline {
        guard FileManager.default.fileExists(atPath: base) else { throw SetupFailure.noBase(path: base) }
        let tables = ReferenceFiles(areas: areas, reference: reference)
        let lsoas = try tables.lsoas()
        let denominators = try tables.denominators(for: source)
        var files = [
            "Reference/areas.csv": tables.areaTable,
            "Reference/denominators.csv": denominators.text,
            "Reference/targets.csv": "indicator,year,aim,value,status\n",
            "Reference/commentary.csv": "quarter,indicator,partner,text\n",
        ]
        let constituents = tables.constituentTable
        if let constituents { files["Reference/made-of.csv"] = constituents }
        if source.base.nameColumn != nil { files["Reference/csp-names.csv"] = tables.partnershipNames }
        if source.base.hasPlaces {
            for census in NationalReference.Census.allCases {
                files["Reference/lsoas-\(census.rawValue).csv"] = tables.lsoaTable(lsoas[census] ?? [])
            }
        }
        let text = DefinitionText(
            areas: areas, source: source, basePath: try relativeBase(), missing: denominators.missing,
            hasConstituents: constituents != nil)
        let paths = [definition, guide] + files.keys.map { "\(folder)/\($0)" }
        for path in paths.sorted() where FileManager.default.fileExists(atPath: path) {
            throw SetupFailure.exists(path: path)
        }
        try Folder.make("\(folder)/Reference", .shared)
        try Folder.make("\(folder)/landing", .shared)
        for (name, text) in files.sorted(by: { $0.key < $1.key }) { try write(text, "\(folder)/\(name)") }
        try write(LandingGuide(areas: areas, source: source, definition: definition, folder: folder).text, guide)
        // The definition is written last, because nothing can be run without it.
        try write(text.text, definition)
        return NewPipeline(
            place: areas.place, peers: areas.peers, folder: folder, definition: definition, guide: guide,
            missingDenominators: denominators.missing, successors: successors,
            forcesWithoutStreetFiles: source == .policeUK
                ? areas.forces.map(\.force).filter { $0.streetUntil != nil } : [])
    }

    /// The merged areas that take the place of the home partnership, or of any partnership of a force.
    private var successors: [Partnership] {
        let own = Set((areas.place.isForce ? areas.partnerships : [areas.home]).map(\.code))
        return reference.successors.values.filter { !own.isDisjoint(with: $0.replaces) }.sorted { $0.name < $1.name }
    }

    private func write(_ text: String, _ path: String) throws {
        let file = try OutputFile(path, .shared)
        try file.write(Array(text.utf8))
        try file.finish(flushing: false)
    }

    /// Returns the path of the base relative to the new folder, so that both can be moved together.
    private func relativeBase() throws -> String {
        try Folder.make(folder, .shared)
        guard let from = try? SystemCall.realPath(folder), let to = try? SystemCall.realPath(base) else {
            throw SetupFailure.noBase(path: base)
        }
        let (start, end) = (from.split(separator: "/"), to.split(separator: "/"))
        let common = zip(start, end).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: start.count - common) + end.dropFirst(common)).joined(separator: "/")
    }
}
