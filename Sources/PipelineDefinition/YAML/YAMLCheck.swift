import Core
import Yams

/// Checks a YAML text of any kind of definition. It must not have characters that a page, a workbook or a terminal
/// cannot show, or more nodes than people would write. A few levels of nested aliases could make billions of nodes.
struct YAMLCheck {
    /// The maximum number of nodes. A node is counted again wherever an alias repeats it.
    private static let maxNodes = 1_000_000
    /// The maximum number of unusable characters that are reported.
    private static let maxReported = 20

    private let file: String
    private let errors: DefinitionErrorCollector
    private var nodes = 0
    private var reported = 0

    /// Whether the node passes the check. Errors are reported.
    static func check(_ node: Node, file: String, _ errors: DefinitionErrorCollector) -> Bool {
        var check = YAMLCheck(file: file, errors: errors)
        return check.visit(node) && check.reported == 0
    }

    private init(file: String, errors: DefinitionErrorCollector) {
        self.file = file
        self.errors = errors
    }

    /// Checks the node and all below it; false when there are too many nodes.
    private mutating func visit(_ node: Node) -> Bool {
        nodes += 1
        guard nodes <= Self.maxNodes else {
            report(
                .notYAML(problem: "with its aliases it has more than \(Self.maxNodes) nodes; write fewer nodes"), node)
            return false
        }
        switch node {
        case .scalar(let scalar): check(scalar.string, node)
        case .sequence(let sequence): for item in sequence where !visit(item) { return false }
        case .mapping(let mapping):
            for (key, value) in mapping where !visit(key) || !visit(value) { return false }
        case .alias: break
        }
        return true
    }

    private mutating func check(_ text: String, _ node: Node) {
        // Nearly every text has only plain characters, which a look at its bytes shows.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }),
            let scalar = text.unicodeScalars.first(where: VisibleControls.isNoText), reported < Self.maxReported
        else { return }
        reported += 1
        report(
            .unusableCharacter(
                "U+" + VisibleControls.hexadecimal(scalar),
                in: VisibleControls.escaped(String(text.prefix(60)), where: VisibleControls.isNoText)), node)
    }

    private func report(_ kind: DefinitionError.Kind, _ node: Node) {
        errors.report(
            kind, at: SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1))
    }
}
