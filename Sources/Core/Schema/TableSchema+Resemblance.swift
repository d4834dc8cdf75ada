extension TableSchema {
    /// Returns the field that a header names if case and the characters between words are ignored: software writes
    /// `LSOA.code` or `lsoa_code` for `LSOA code`. Nil when no field or more than one matches.
    public func field(resembling header: String) -> Int? {
        let compact = Self.compact(header)
        guard !compact.isEmpty else { return nil }
        let own = fields.indices.filter { field in
            ([fields[field].name] + fields[field].aliases).contains { Self.compact($0) == compact }
        }
        return own.count == 1 ? own.first : nil
    }

    private static func compact(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
