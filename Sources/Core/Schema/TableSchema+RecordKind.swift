extension TableSchema {
    /// What a row of an extract is: a name that schemas use, with what it means for their columns.
    public struct RecordKind: RawRepresentable, CaseIterable, Hashable, Sendable {
        /// The name in schemas.
        public let rawValue: String
        /// What a schema of the kind must have, and may not.
        public let rules: RecordRules

        /// The kind of that name.
        public init?(rawValue: String) {
            guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
            self = known
        }

        /// A new kind.
        init(_ name: String, _ rules: RecordRules = RecordRules()) {
            rawValue = name
            self.rules = rules
        }

        /// Kinds are what they are called.
        public static func == (a: RecordKind, b: RecordKind) -> Bool { a.rawValue == b.rawValue }
        /// By name.
        public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
    }

    /// What a kind of record requires of a schema. A class, since every copy of a schema holds one.
    public final class RecordRules: Sendable {
        /// Of each list a schema needs a field with one of the roles.
        public let needed: [[FieldRole]]
        /// The roles of which one says where a row is. Where rows without a place are out of scope, a schema may lack them.
        public let place: [FieldRole]
        /// The fields that together identify a record, as far as the schema has them.
        public let identity: [FieldRole]
        /// The roles that mean something in this kind alone.
        public let own: [FieldRole]
        /// The roles of other kinds that mean something in this one as well.
        public let borrowed: [FieldRole]
        /// The only roles that its columns can have; nil for any.
        public let only: Set<FieldRole>?
        /// Of each list a schema has one field at most.
        public let single: [[FieldRole]]
        /// What begins and ends on a day, of which no row may end before it begins.
        public let spell: (start: FieldRole, end: FieldRole)?
        /// Whether one delivery can be about a part of the data, which a later delivery replaces as a whole.
        public let hasDeliveries: Bool
        /// Whether its tables are published again as a whole: each delivers areas and times, also when no schema says so.
        public let isPublishedAsWhole: Bool
        /// The roles of columns whose labels a definition can map before they are looked up in a list of the schema's.
        public let mapped: Set<FieldRole>

        /// Rules from their parts.
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
