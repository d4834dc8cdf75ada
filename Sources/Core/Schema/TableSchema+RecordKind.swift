extension TableSchema {
    /// What the rows of an extract are: a name that schemas use, with the kind's rules for their columns.
    public struct RecordKind: RawRepresentable, CaseIterable, Hashable, Sendable {
        /// The name in schemas.
        public let rawValue: String
        /// What a schema of the kind must have, and what it must not have.
        public let rules: RecordRules

        /// Creates the kind with that name; nil when there is none.
        public init?(rawValue: String) {
            guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
            self = known
        }

        /// Creates a new kind.
        init(_ name: String, _ rules: RecordRules = RecordRules()) {
            rawValue = name
            self.rules = rules
        }

        /// Kinds with the same name are equal.
        public static func == (a: RecordKind, b: RecordKind) -> Bool { a.rawValue == b.rawValue }
        /// Hashes the name.
        public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
    }

    /// What a kind of record requires of a schema. It is a class because every copy of a schema holds one.
    public final class RecordRules: Sendable {
        /// Lists of roles. For each list, a schema needs a field with a role of the list.
        public let needed: [[FieldRole]]
        /// The roles that can say where a row is; a schema needs one of them, unless rows without a place are out of
        /// scope.
        public let place: [FieldRole]
        /// The fields that together identify a record, as far as the schema has them.
        public let identity: [FieldRole]
        /// The roles that have a meaning only in this kind.
        public let own: [FieldRole]
        /// The roles of other kinds that also have a meaning in this kind.
        public let borrowed: [FieldRole]
        /// The only roles that the columns can have; nil when they can have any.
        public let only: Set<FieldRole>?
        /// Lists of roles. For each list, a schema has at most one field with a role of the list.
        public let single: [[FieldRole]]
        /// The roles of the days on which a spell begins and ends; a row's spell must not end before it begins.
        public let spell: (start: FieldRole, end: FieldRole)?
        /// Whether one delivery can cover a part of the data that a later delivery replaces as a whole.
        public let hasDeliveries: Bool
        /// Whether tables of the kind are always republished as a whole: each delivers areas and periods, even when its
        /// schema does not say so.
        public let isPublishedAsWhole: Bool
        /// The roles of columns with labels that a definition can map before the labels are looked up in a list of the
        /// schema.
        public let mapped: Set<FieldRole>

        /// Creates rules from their parts.
        init(
            needed: [[FieldRole]] = [], place: [FieldRole] = [], identity: [FieldRole] = [], own: [FieldRole] = [],
            borrowed: [FieldRole] = [], only: Set<FieldRole>? = nil, single: [[FieldRole]] = [],
            spell: (start: FieldRole, end: FieldRole)? = nil, hasDeliveries: Bool = false,
            isPublishedAsWhole: Bool = false, mapped: Set<FieldRole> = []
        ) {
            self.needed = needed
            self.place = place
            self.identity = identity
            self.own = own
            self.borrowed = borrowed
            self.only = only
            self.single = single
            self.spell = spell
            self.hasDeliveries = hasDeliveries
            self.isPublishedAsWhole = isPublishedAsWhole
            self.mapped = mapped
        }
    }
}
