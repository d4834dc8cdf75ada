public import Core

extension EpisodeNormaliser {
    /// Returns the client that a quarantined row may be about. `faults` are the row's own faults. A column that is at
    /// fault is not read.
    public func place(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        let values = RowValues(batch: batch, row: row, schema: schema)
        let unreadable = Set(faults.compactMap(\.field))
        func isReadable(_ role: FieldRole) -> Bool { !schema.fields(role).contains(where: unreadable.contains) }
        var place = PossibleClient.anybody
        if isReadable(.consent), values.text(.consent) == "N" { return .nowhere }
        if isReadable(.localAuthority) {
            let code = values.text(.localAuthority).map(areas.code(ofAuthority:)) ?? AreaCode.missing
            switch code {
            case AreaCode.outside: return .nowhere
            case AreaCode.missing: return .unplaced(nil)
            case let area where area >= 0: place.area = Int(area)
            default: break
            }
        }
        let person = values.texts(.attributor)
        if isReadable(.attributor), !person.contains(nil) { place.person = hasher.key(person.map { $0 ?? "" }) }
        if isReadable(.triage) { place.triage = values.date(.triage) }
        return .client(place)
    }
}
