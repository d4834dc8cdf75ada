package import Core

/// The kinds of record that sources can have.
package enum RecordKinds {
    /// Each in a file of its own; messages name them in this order.
    static let all: [any RecordKind.Type] = [
        EventRecords.self,
        EpisodeRecords.self,
        ReturnRecords.self,
        CountRecords.self,
    ]

    /// The names of all of them.
    package static var names: [TableSchema.RecordKind] { names { _ in true } }

    /// The kind that a schema names; nil for formats that are no source.
    package static func kind(_ name: TableSchema.RecordKind) -> (any RecordKind.Type)? { all.first { $0.kind == name } }

    /// The names of the kinds for which the condition holds.
    package static func names(where isWanted: (any RecordKind.Type) -> Bool) -> [TableSchema.RecordKind] {
        all.filter(isWanted).map { $0.kind }
    }
}
