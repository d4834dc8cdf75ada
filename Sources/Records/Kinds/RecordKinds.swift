package import Core

/// The kinds of record that sources can have.
package enum RecordKinds {
    /// The kinds, each in its own file; messages name them in this order.
    static let all: [any RecordKind.Type] = [
        EventRecords.self,
        EpisodeRecords.self,
        ReturnRecords.self,
        CountRecords.self,
    ]

    /// The names of all kinds.
    package static var names: [TableSchema.RecordKind] { names { _ in true } }

    /// Returns the kind that a schema names; nil for formats that are not a source.
    package static func kind(_ name: TableSchema.RecordKind) -> (any RecordKind.Type)? { all.first { $0.kind == name } }

    /// Returns the names of the kinds that meet the condition.
    package static func names(where isWanted: (any RecordKind.Type) -> Bool) -> [TableSchema.RecordKind] {
        all.filter(isWanted).map { $0.kind }
    }
}
