public import Core

extension CountNormaliser {
    /// Returns where a quarantined row may belong; the row is in the batch that was normalised last. `faults` are the
    /// row's own faults. A column that is at fault is not read.
    public func place(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        let unreadable = Set(faults.compactMap(\.field))
        func readable(_ field: Int?) -> Int? { field.flatMap { unreadable.contains($0) ? nil : $0 } }
        var place = PossibleEvents(area: nil, month: nil, category: .any)
        if let field = readable(columns.place) {
            var area = meaning(places, field, row, batch) ?? AreaCode.missing
            if area == AreaCode.unlisted { area = unlisted(row, batch) }
            switch area {
            case AreaCode.outside, AreaCode.unassigned, AreaCode.divided: return .nowhere
            case AreaCode.missing: return .unplaced(nil)
            case let area where area >= 0: place.area = Int(area)
            default: break
            }
        } else if let force = readable(columns.force), let name = meaning(forces, force, row, batch) ?? nil,
            areas.area(named: name) == nil
        {
            // The partnership cannot be read, but the force is not in the table of areas.
            return .nowhere
        }
        let dated = [columns.year, columns.quarter, columns.month].compactMap(\.self)
        if !dated.contains(where: unreadable.contains) { place.month = month(row, batch) }
        if faults.contains(where: { $0.rule == .unknownCategory || $0.rule == .codeNotInUse }),
            let column = batch.coded(columns.category)
        {
            place.category = .label(column.dictionary.string(Int(column.codes[row]), batch.encoding))
        } else if let field = readable(columns.category) {
            switch meaning(categories, field, row, batch) ?? nil {
            case .category(let category): place.category = .known(category)
            case .wholeClass(let whole): place.category = .known(whole.standing)
            case .outOfScope: return .nowhere
            case .unknown, nil: break
            }
        }
        place.events = readable(columns.count).flatMap { meaning(numbers, $0, row, batch) ?? nil }
        return .events(place)
    }

    /// Returns where a row may belong if only its pieces can be read, in no known order. The name of a partnership
    /// gives the area. If the table names forces, a row that names neither a partnership nor a force of the definition
    /// belongs to other areas.
    public func place(ofPieces pieces: [String]) -> QuarantinedPlace {
        var place = PossibleEvents(area: nil, month: nil, category: .any, flags: nil, events: nil)
        let names = pieces.map { piece in
            columns.place.map { rules.labels.known(piece, in: schema.fields[$0]) } ?? piece
        }
        let known = names.compactMap { name in areas.byCSP[name] ?? areas.byName[name] }
        // A force may have the name of the areas' total.
        if let area = known.first(where: { !areas.areas[$0].isTotal }) {
            guard areas.areas[area].inScope else { return .nowhere }
            place.area = area
        } else if known.isEmpty, columns.force != nil {
            return .nowhere
        }
        return .events(place)
    }

    /// Returns the identifier of a quarantined row, made from the columns that say what the row counts. Nil if one of
    /// these columns is at fault.
    public func identity(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> RecordKey? {
        faults.contains { $0.field.map(columns.identity.contains) ?? true } ? nil : identity(row, batch)
    }

    /// Returns the count of a row that is not in an area of the definition. It is part of its force's total.
    func elsewhere(_ row: Int, _ number: Int?, _ batch: RecordBatch) -> EventCount {
        EventCount(
            area: EventCount.elsewhere, month: month(row, batch) ?? Month(index: 0), category: 0, count: number ?? 0,
            force: force(row, batch))
    }

    /// Returns the row's police force, under the name in the reference tables.
    func force(_ row: Int, _ batch: RecordBatch) -> String? { meaning(forces, columns.force, row, batch) ?? nil }
}
