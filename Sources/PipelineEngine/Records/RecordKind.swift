import Aggregation
import PipelineDefinition
import Tabular

/// A kind of record that the schema of a source may name.
protocol RecordKind: RecordHandler {
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

    /// The handler of a source; nil when too little is known of it. Mistakes go to the collector of the scope.
    static func bind(_ binding: SourceBinding) -> Self?
}

extension RecordKind {
    static var isCountedByMonth: Bool { false }
    static var hasEntry: Bool { false }
    static var canBeListed: Bool { false }
    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema] { schemas }
}

/// What an indicator can count.
enum CountedSubject {
    case events, clients, returns
}

/// A source of a definition with everything that its records are bound to.
struct SourceBinding {
    let definition: SourceDefinition
    let scope: NameScope
    let folder: DefinitionFolder
    /// The formats of the source.
    var schemas: [TableSchema]
    /// What must be delivered of it, once that is known.
    var completeness: CompletenessRule?
}
