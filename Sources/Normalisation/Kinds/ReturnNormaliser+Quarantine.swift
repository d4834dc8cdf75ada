public import Core

extension ReturnNormaliser {
    /// Returns the return that a quarantined row may contain. `faults` are the row's own faults. A column that is at
    /// fault is not read, except the indicator, where the nearest name is taken as the intended one.
    public func place(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        let values = RowValues(batch: batch, row: row, schema: schema)
        let unreadable = Set(faults.compactMap(\.field))
        func text(_ role: FieldRole) -> String? {
            schema.fields(role).contains(where: unreadable.contains) ? nil : values.text(role)
        }
        guard let name = values.text(.indicator) else { return .nowhere }
        let indicator = indicators.name(of: name) ?? NameIndex(indicators.names.sorted()).nearest(to: name).first
        guard let indicator else { return .nowhere }
        // If the period cannot be read, the return may be for any period. The row is reported, but affects the figures
        // of no period.
        guard let span = text(.period).flatMap(ReturnedValue.Span.init) else { return .nowhere }
        var place = PossibleReturn(indicator: indicator, area: nil, span: span)
        if let name = text(.localAuthority) {
            let area = areas.code(ofAuthority: name)
            if area == AreaCode.outside { return .nowhere }
            if area >= 0 { place.area = Int(area) }
        }
        return .returned(place)
    }

    /// Returns the identifier of a quarantined row, made from the columns that say which return it is. Nil if one of
    /// these columns is at fault.
    public func identity(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> RecordKey? {
        let values = RowValues(batch: batch, row: row, schema: schema)
        let fields = schema.fields(.indicator) + schema.fields(.localAuthority) + schema.fields(.period)
        guard !faults.contains(where: { $0.field.map(fields.contains) ?? true }),
            let name = values.text(.indicator).flatMap(indicators.name),
            let place = values.text(.localAuthority), let span = values.text(.period).flatMap(ReturnedValue.Span.init)
        else { return nil }
        return Self.identity(name, areas.code(ofAuthority: place), place, span)
    }
}
