import Audit

/// The findings of an audit as SARIF 2.1.0, which review tools show next to the lines of a file.
struct AuditSARIF {
    let report: AuditReport

    var json: String {
        let rules = AuditFinding.Rule.allCases.map {
            Rule(id: $0.rawValue, defaultConfiguration: Level(level: level($0.severity)))
        }
        let driver = Driver(name: "shp audit", version: Program.version, rules: rules)
        return JSONText.of(
            SARIFLog(
                version: "2.1.0", schema: "https://json.schemastore.org/sarif-2.1.0.json",
                runs: [Run(tool: Tool(driver: driver), results: report.findings.map(result))]))
    }

    private func result(_ finding: AuditFinding) -> Result {
        Result(
            ruleId: finding.rule.rawValue, level: level(finding.severity),
            message: Message(text: AuditText(report: report).sentence(for: finding)),
            locations: finding.cells.map(location),
            partialFingerprints: ["finding/v1": report.identifier(of: finding)])
    }

    private func location(_ cell: AuditFinding.Cell) -> Location {
        let table = cell.place.table
        let uri = Self.uri(of: report.tables[table].file ?? report.tables[table].name)
        return Location(
            physicalLocation: Physical(
                artifactLocation: Artifact(uri: uri), region: report.line(of: cell.place).map { Region(startLine: $0) }),
            logicalLocations: [
                Logical(
                    name: report.reference(of: cell.place), fullyQualifiedName: report.name(of: cell.place),
                    kind: "element")
            ])
    }

    /// Returns the path as a URI reference, with every byte encoded that could have another meaning in a URI.
    private static func uri(of path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { uri, byte in
            let character = Character(UnicodeScalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || "-._~/".contains(character) {
                uri.append(character)
            } else {
                uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }

    private func level(_ severity: AuditFinding.Severity) -> String { severity.rawValue }

    private struct SARIFLog: Encodable {
        let version, schema: String
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case version, runs
            case schema = "$schema"
        }
    }

    private struct Run: Encodable {
        let tool: Tool
        let results: [Result]
    }

    private struct Tool: Encodable { let driver: Driver }

    private struct Driver: Encodable {
        let name, version: String
        let rules: [Rule]
    }

    private struct Rule: Encodable {
        let id: String
        let defaultConfiguration: Level
    }

    private struct Level: Encodable { let level: String }

    private struct Result: Encodable {
        let ruleId, level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
    }

    private struct Message: Encodable { let text: String }

    private struct Location: Encodable {
        let physicalLocation: Physical
        let logicalLocations: [Logical]
    }

    private struct Physical: Encodable {
        let artifactLocation: Artifact
        let region: Region?
    }

    private struct Artifact: Encodable { let uri: String }
    private struct Region: Encodable { let startLine: Int }

    private struct Logical: Encodable {
        let name, fullyQualifiedName, kind: String
    }
}
