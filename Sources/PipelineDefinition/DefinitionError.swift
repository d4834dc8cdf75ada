public import Core

/// An error in a definition, a schema or a reference table: where, and the evidence.
public struct DefinitionError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file is not YAML.
        case notYAML(problem: String)
        /// A key that means nothing here.
        case unknownKey(String, allowed: [String])
        /// A key that must be there.
        case missingKey(String)
        /// Something else was expected here.
        case expected(String, found: String)
        /// A name that nothing has.
        case unknownName(of: String, String, known: [String])
        /// A name that is used twice.
        case duplicateName(of: String, String)
        /// A file that is not there or cannot be read.
        case missingFile(String, reason: String, known: [String])
        /// A file that the user may not read.
        case forbiddenFile(String)
        /// A column that a reference table must have; the columns that it has.
        case missingColumn(String, found: [String])
        /// A value of a reference table that breaks a rule of its schema.
        case value(String, of: String, breaks: FindingRule)
        /// A character that nothing can show: its number, and the text that it is in.
        case unusableCharacter(String, in: String)
        /// Two settings that exclude each other, or one that lacks another.
        case contradiction(String)

        /// A table that is no CSV.
        package static let malformedCSV = Kind.expected("CSV", found: "a quote that does not belong or is never closed")
    }

    /// Where it stands.
    public let position: SourcePosition
    /// What is wrong.
    public let kind: Kind

    /// An error and its place.
    public init(at position: SourcePosition, _ kind: Kind) {
        self.position = position
        self.kind = kind
    }
}

/// Everything that is wrong with a definition.
public struct DefinitionErrors: Error, Sendable {
    /// In order of file, line and column.
    public let errors: [DefinitionError]

    /// Whether a file that must be read may not be.
    public var concernPermission: Bool {
        errors.contains { if case .forbiddenFile = $0.kind { true } else { false } }
    }

    /// The errors, put in order.
    public init(_ errors: [DefinitionError]) {
        // Finding the nearest names takes longer than all the rest: descriptions are compared only at the same place.
        self.errors = Array(Set(errors)).sorted { a, b in
            a.position == b.position ? a.description < b.description : a.position < b.position
        }
    }
}

/// Collects errors while reading goes on, so that all of them are reported at once.
public final class DefinitionErrorCollector {
    /// The errors so far.
    public private(set) var errors: [DefinitionError] = []

    /// None so far.
    public init() {}

    /// Adds an error.
    public func report(_ kind: DefinitionError.Kind, at position: SourcePosition) {
        errors.append(DefinitionError(at: position, kind))
    }

    /// Throws when there are any.
    public func throwIfAny() throws(DefinitionErrors) {
        if !errors.isEmpty { throw DefinitionErrors(errors) }
    }
}
