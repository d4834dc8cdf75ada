import FoundationEssentials
import PipelineDefinition
import Planning
import Testing

/// Tests what a definition says about the areas that each force's deliveries cover.
@Suite struct CoverageTests {
    private static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Returns the errors of a shipped definition after a replacement in one of its files.
    private static func errors(
        _ definition: String, _ file: String, _ old: String, _ new: String
    ) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-coverage-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: root + "/Pipelines", toPath: folder)
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new, maxReplacements: 1)
            .write(toFile: folder + "/" + file, atomically: true, encoding: .utf8)
        do throws(DefinitionErrors) {
            _ = try PlanCompiler.compile(path: folder + "/" + definition)
            return []
        } catch { return error.errors.map(\.description) }
    }

    private static let covers = "covers: {Cleveland Police: [home, peers]}"

    @Test(
        "Areas must be known, and must not be sums",
        arguments: [
            ("[home, piers]", "unknown area 'piers'"), ("[total]", "rows belong to areas, not to a sum of areas"),
        ])
    func areas(areas: String, message: String) throws {
        let found = try Self.errors(
            "police-uk-street.yaml", "police-uk-street.yaml", Self.covers, "covers: {Cleveland Police: \(areas)}")
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }

    @Test("Areas that no force covers are reported, because stray rows of other forces would count as their delivery")
    func uncovered() throws {
        let found = try Self.errors(
            "police-uk-street.yaml", "police-uk-street.yaml", Self.covers, "covers: {Cleveland Police: [home]}")
        #expect(found.count == 1)
        #expect(found.first?.contains("'covers' has no force for ") == true, "\(found)")
        #expect(found.first?.contains("Middlesbrough") == true)
    }

    @Test("A source with deliveries that replace single rows cannot have 'covers'")
    func incremental() throws {
        let found = try Self.errors(
            "shp-performance.yaml", "shp-performance.yaml", "    files: [\"crime/*.csv\"]",
            "    files: [\"crime/*.csv\"]\n    covers: {Cleveland Police: [home]}")
        #expect(found.contains { $0.contains("says what one delivery covers") }, "\(found)")
    }

    @Test("The formats of a source must have the same unit of delivery")
    func agreement() throws {
        let found = try Self.errors(
            "police-uk-street.yaml", "Schemas/police-uk-street-2011.yaml", "unit: [force, month]", "unit: [force]")
        #expect(
            found.contains { $0.contains("police-uk-street-2011 and police-uk-street differ in 'delivery'") },
            "\(found)")
    }

    @Test("When the unit is only a month, the areas that it covers show whose month it is")
    func monthAlone() throws {
        let unit = "unit: [force, month], smaller-than: 50%"
        let file = "Schemas/police-uk-outcomes.yaml"
        let bare = try Self.errors("police-uk-street.yaml", file, unit, "unit: [month]")
        #expect(bare.contains { $0.contains("add 'covers'") }, "\(bare)")
        #expect(try Self.errors("police-uk-street.yaml", file, unit, "unit: [month], covers: [home]").isEmpty)
    }
}
