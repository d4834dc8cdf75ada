public import Core

/// An error in a definition, a schema or a reference table, with its place and the evidence.
public struct DefinitionError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file is not YAML.
        case notYAML(problem: String)
        /// A key that is not allowed here.
        case unknownKey(String, allowed: [String])
        /// A required key is missing.
        case missingKey(String)
        /// A value that differs from what was expected here.
        case expected(String, found: String)
        /// A name that does not exist.
        case unknownName(of: String, String, known: [String])
        /// A name that is used twice.
        case duplicateName(of: String, String)
        /// A file that does not exist or cannot be read.
        case missingFile(String, reason: String, known: [String])
        /// A file that the user has no permission to read.
        case forbiddenFile(String)
        /// A required column that a reference table lacks, and the columns that the table has.
        case missingColumn(String, found: [String])
        /// A value in a reference table that breaks a rule of the table's schema.
        case value(String, of: String, breaks: FindingRule)
        /// A character that cannot be displayed: its number, and the text that contains it.
        case unusableCharacter(String, in: String)
        /// Two settings that exclude each other, or a setting that requires a missing one.
        case contradiction(String)

        /// A table that is not valid CSV.
        package static let malformedCSV = Kind.expected("CSV", found: "a quote that does not belong or is never closed")
    }

    /// The place of the error.
    public let position: SourcePosition
    /// What is wrong.
    public let kind: Kind

    /// Creates an error with its place.
    public init(at position: SourcePosition, _ kind: Kind) {
        self.position = position
        self.kind = kind
    }
}

/// All errors in a definition.
public struct DefinitionErrors: Error, Sendable {
    /// The errors, in order of file, line and column.
    public let errors: [DefinitionError]

    /// Whether the user lacks permission to read a required file.
    public var concernPermission: Bool {
        errors.contains { if case .forbiddenFile = $0.kind { true } else { false } }
    }

    /// Sorts the errors and removes duplicates.
    public init(_ errors: [DefinitionError]) {
        // Descriptions are compared only for errors at the same place, because finding the nearest names is slow.
        self.errors = Array(Set(errors)).sorted { a, b in
            a.position == b.position ? a.description < b.description : a.position < b.position
        }
    }
}

/// Collects errors while reading continues, so that all errors are reported at once.
public final class DefinitionErrorCollector {
    /// The errors so far.
    public private(set) var errors: [DefinitionError] = []

    /// Creates a collector without errors.
    public init() {}

    /// Adds an error.
    public func report(_ kind: DefinitionError.Kind, at position: SourcePosition) {
        errors.append(DefinitionError(at: position, kind))
    }

    /// Throws if there are any errors.
    public func throwIfAny() throws(DefinitionErrors) {
        if !errors.isEmpty { throw DefinitionErrors(errors) }
    }
}
