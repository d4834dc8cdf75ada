extension TableSchema {
    /// The field that a header names but for case and what stands between its words: software writes `LSOA.code` or
    /// `lsoa_code` for `LSOA code`. Nil when none or several do.
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
