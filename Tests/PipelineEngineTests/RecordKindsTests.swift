import Core
import FoundationEssentials
import PipelineDefinition
import Planning
import Records
import Testing

@Suite("Kinds of record")
struct RecordKindsTests {
    /// Formats that are not sources: those of reference tables, and of files that are left out.
    private static let others: [TableSchema.RecordKind] = [.reference, .nothing]

    @Test("Each kind that a source can have is in the table once, in the order of the schemas' names")
    func table() {
        #expect(RecordKinds.names == TableSchema.RecordKind.allCases.filter { !Self.others.contains($0) })
        #expect(Set(TableSchema.RecordKind.allCases.map(\.rawValue)).count == TableSchema.RecordKind.allCases.count)
    }

    @Test("A schema with everything that its kind needs has no errors", arguments: RecordKinds.names)
    func sound(_ kind: TableSchema.RecordKind) throws {
        #expect(try Self.errors(kind, Self.needed(kind)) == [])
    }

    @Test("A schema that lacks a role that its kind needs is an error", arguments: RecordKinds.names)
    func missing(_ kind: TableSchema.RecordKind) throws {
        let needed = Self.needed(kind)
        #expect(!needed.isEmpty)
        for (index, roles) in needed.enumerated() {
            var others = needed
            others.remove(at: index)
            let names = roles.map { "'\($0.rawValue)'" }.joined(separator: " or ")
            let wanted = "a schema of \(kind.rawValue) needs a field with the role \(names)"
            #expect(try Self.errors(kind, others).contains { $0.hasSuffix(wanted) }, "\(roles)")
        }
    }

    @Test("A role that belongs to only one kind is refused in the other kinds", arguments: RecordKinds.names)
    func own(_ kind: TableSchema.RecordKind) throws {
        for owner in RecordKinds.names where owner != kind {
            for role in owner.rules.own where !kind.rules.borrowed.contains(role) {
                let wanted = "can use the role '\(role.rawValue)'"
                let found = try Self.errors(kind, Self.needed(kind) + [[role]])
                #expect(found.contains { $0.hasSuffix(wanted) }, "\(role)")
            }
        }
    }

    @Test("Events need no column for the place when rows without a place are left out")
    func nowhere() throws {
        let needed = TableSchema.RecordKind.events.rules.needed
        #expect(try Self.errors(.events, needed, ["no-area: out-of-scope"]) == [])
        #expect(try !Self.errors(.events, needed).isEmpty)
    }

    private static func needed(_ kind: TableSchema.RecordKind) -> [[FieldRole]] {
        kind.rules.needed + (kind.rules.place.isEmpty ? [] : [kind.rules.place])
    }

    /// Returns the errors in a schema with a column for the first role of each list.
    private static func errors(
        _ kind: TableSchema.RecordKind, _ roles: [[FieldRole]], _ policies: [String] = []
    ) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.path + "/shp-schema-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let fields = roles.compactMap(\.first)
        var lines = ["name: made-up", "fields:"]
        lines += fields.map { "  - {name: \($0.rawValue), type: \(type($0)), shp: {role: \($0.rawValue)}}" }
        lines += ["shp:", "  records: \(kind.rawValue)"] + policies.map { "  " + $0 }
        if let spell = kind.rules.spell, fields.contains(spell.start), fields.contains(spell.end) {
            let (start, end) = (spell.start.rawValue, spell.end.rawValue)
            lines += ["  checks:", "    - {name: \(end)-not-before-\(start), field: \(end), not-before: \(start)}"]
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        do throws(DefinitionErrors) {
            _ = try LoneSchema.compile(path: path)
            return []
        } catch { return error.errors.map(\.description) }
    }

    private static func type(_ role: FieldRole) -> String {
        switch role {
        case .count, .value: "integer"
        case .date, .triage, .discharge: "date"
        case .month: "yearmonth"
        default: "string"
        }
    }
}
