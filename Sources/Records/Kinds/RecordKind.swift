package import Aggregation
package import Core
package import PipelineDefinition

/// A kind of record that a source's schema may name.
package protocol RecordKind: RecordHandler {
    /// The name of the kind in schemas.
    static var kind: TableSchema.RecordKind { get }
    /// The subject that indicators count in records of the kind.
    static var counted: CountedSubject { get }
    /// Whether a low number of rows shows that a month was delivered only in part.
    static var isCountedByMonth: Bool { get }
    /// Whether the definition can say with which event treatment begins.
    static var hasEntry: Bool { get }
    /// Whether every count of such a source can be listed.
    static var canBeListed: Bool { get }

    /// Returns the schemas of a source with the labels that its definition maps, for kinds that look labels up before
    /// values are checked.
    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema]

    /// Returns the handler of a source; nil if too little is known about the source. Errors go to the collector of the
    /// scope.
    static func bind(_ binding: SourceBinding) -> Self?
}

extension RecordKind {
    static var isCountedByMonth: Bool { false }
    static var hasEntry: Bool { false }
    static var canBeListed: Bool { false }
    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema] { schemas }
}

/// The subjects that an indicator can count.
package enum CountedSubject {
    case events, clients, returns
}

/// A source of a definition, with everything that its records are bound to.
package struct SourceBinding {
    package let definition: SourceDefinition
    package let scope: NameScope
    package let folder: DefinitionFolder
    /// The formats of the source.
    package var schemas: [TableSchema]
    /// The rule for what must be delivered; nil until it is known.
    package var completeness: CompletenessRule?

    /// Creates a binding from its parts.
    package init(
        definition: SourceDefinition, scope: NameScope, folder: DefinitionFolder, schemas: [TableSchema],
        completeness: CompletenessRule? = nil
    ) {
        self.definition = definition
        self.scope = scope
        self.folder = folder
        self.schemas = schemas
        self.completeness = completeness
    }
}
