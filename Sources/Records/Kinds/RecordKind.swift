package import Aggregation
package import Core
package import PipelineDefinition

/// A kind of record that the schema of a source may name.
package protocol RecordKind: RecordHandler {
    /// The name that schemas have for it.
    static var kind: TableSchema.RecordKind { get }
    /// What indicators count in it.
    static var counted: CountedSubject { get }
    /// Whether its numbers of rows show a part of a month.
    static var isCountedByMonth: Bool { get }
    /// Whether the definition can say where it begins.
    static var hasEntry: Bool { get }
    /// Whether every count of it can be listed.
    static var canBeListed: Bool { get }

    /// The schemas of a source with the labels that its definition maps, where values are looked up before they are checked.
    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema]

    /// The handler of a source; nil when too little is known of it. Errors go to the collector of the scope.
    static func bind(_ binding: SourceBinding) -> Self?
}

extension RecordKind {
    static var isCountedByMonth: Bool { false }
    static var hasEntry: Bool { false }
    static var canBeListed: Bool { false }
    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema] { schemas }
}

/// What an indicator can count.
package enum CountedSubject {
    case events, clients, returns
}

/// A source of a definition with everything that its records are bound to.
package struct SourceBinding {
    package let definition: SourceDefinition
    package let scope: NameScope
    package let folder: DefinitionFolder
    /// The formats of the source.
    package var schemas: [TableSchema]
    /// What must be delivered of it, once that is known.
    package var completeness: CompletenessRule?

    /// From its parts.
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
