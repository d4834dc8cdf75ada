public import Core

extension EventNormaliser {
    /// Returns where a quarantined row may belong; the row is in the batch that was normalised last. `faults` are the
    /// row's own faults. A column that is at fault is not read.
    public func place(ofRow row: Int, faults: some Collection<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        guard case .table(let table) = rules.areas else { return .nowhere }
        let unreadable = Set(faults.compactMap(\.field))
        func readable(_ role: FieldRole) -> Int? {
            schema.fields(role).first.flatMap { unreadable.contains($0) ? nil : $0 }
        }
        if let field = readable(.cancelled), let column = batch.coded(field),
            cancellations.meanings[Int(column.codes[row])]
        {
            // The row counts nowhere, but it removes an earlier row. Only its identifier shows which one.
            let cannotBeFound =
                schema.delivery == nil && schema.fields(.identifier).contains(where: unreadable.contains)
            guard cannotBeFound else { return .nowhere }
        }
        let key = FactKey(word: keys[row])
        let month = readable(.date) ?? readable(.month)
        let isDated = month == dateField && keys[row] >> 32 & 0xFFFF != 0
        var place = PossibleEvents(
            area: nil, month: isDated ? key.month : nil, category: .any,
            flags: schema.fields(.flag).contains(where: unreadable.contains) ? nil : key.flags)
        if let field = schema.fields(.category).first, let column = batch.coded(field) {
            let code = Int(column.codes[row])
            let meaning = categories.meanings[code].category
            if faults.contains(where: { $0.rule == .unknownCategory || $0.rule == .codeNotInUse }) {
                let label = column.dictionary.string(code, batch.encoding)
                place.category = .label(label, likely: meaning >= 0 ? Int(meaning) : likelyCategory(label))
            } else if !unreadable.contains(field) {
                guard meaning != Self.categoryOutOfScope else { return .nowhere }
                place.category = meaning >= 0 ? .known(Int(meaning)) : .any
            }
        }
        let placed = schema.fields(.lsoa) + schema.fields(.lsoaName) + schema.fields(.localAuthority)
        // If columns contradict each other, either may be right.
        let isConflict = faults.contains { $0.rule == .areaConflict }
        switch isConflict
            ? AreaCode.unknown
            : placed.contains(where: unreadable.contains)
                ? area(fromReadable: unreadable, row, batch, table) : areaOfRow[row]
        {
        case AreaCode.outside: return .nowhere
        case AreaCode.missing: return .unplaced(Self.cell(of: place))
        case let area where area >= 0: place.area = Int(area)
        default: break
        }
        return .events(place)
    }

    /// Returns where a row may belong if only its pieces can be read, in no known order. The area comes from an LSOA,
    /// or else from the name of an area. The time comes from the month if the pieces name only one.
    public func place(ofPieces pieces: [String]) -> QuarantinedPlace {
        guard case .table(let table) = rules.areas else { return .nowhere }
        var place = PossibleEvents.anything
        let placed = pieces.lazy.compactMap { piece -> Int32? in
            if Self.isLSOACode(piece) { return table.code(ofLSOA: piece) }
            let name = table.byName[piece] ?? (piece.utf8.count > 5 ? table.byName[String(piece.dropLast(5))] : nil)
            // A force may have the name of the areas' total.
            guard let area = name, !table.areas[area].isTotal else { return nil }
            return table.areas[area].inScope ? Int32(area) : AreaCode.outside
        }
        if let area = placed.first {
            if area == AreaCode.outside { return .nowhere }
            if area >= 0 { place.area = Int(area) }
        }
        if let field = dateField {
            let months = Set(pieces.compactMap { schema.fields[field].type.date($0)?.month ?? Month($0) })
            if months.count == 1, let month = months.first, FactKey.packed(month) != nil { place.month = month }
        }
        return .events(place)
    }

    private static func isLSOACode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 9 && (bytes.starts(with: Array("E01".utf8)) || bytes.starts(with: Array("W01".utf8)))
            && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    /// Returns the month, category and flags of a row without a place; nil for any other row. The row is in the batch
    /// that was normalised last.
    public func cellOfUnplaced(_ row: Int) -> FactKey? {
        outcomes[row] == Self.noLocation && keys[row] >> 32 & 0xFFFF != 0 ? FactKey(word: keys[row]) : nil
    }

    /// Returns the cell of a row without a place; nil if its month or its category cannot be read.
    private static func cell(of place: PossibleEvents) -> FactKey? {
        guard let month = place.month.flatMap(FactKey.packed), case .known(let category) = place.category else {
            return nil
        }
        return FactKey(area: 0, month: month, category: UInt16(category), flags: place.flags ?? 0)
    }

    private static let noLocation = RowOutcome.outOfScope(.noLocation).byte

    /// Returns the category that a misspelt label probably stands for, by the codes and titles of the list.
    private func likelyCategory(_ label: String) -> Int? {
        if let known = likelyCategories[label] { return known < 0 ? nil : known }
        let codes = rules.classification.codes
        let nearest =
            NearestName.of(label, among: codes.map(\.code)) ?? NearestName.of(label, among: codes.map(\.title))
        let found = codes.firstIndex { $0.code == nearest || $0.title == nearest }
        likelyCategories[label] = found ?? -1
        return found
    }

    /// Returns the area from the columns of places that can be read.
    private func area(
        fromReadable unreadable: Set<Int>, _ row: Int, _ batch: RecordBatch, _ table: AreaTable
    ) -> Int32 {
        func text(_ role: FieldRole) -> (field: Int, text: String)? {
            guard let field = schema.fields(role).first, !unreadable.contains(field), let column = batch.coded(field)
            else { return nil }
            let text = column.dictionary.string(Int(column.codes[row]), batch.encoding)
            return schema.missingValues.contains(text) ? nil : (field, text)
        }
        let lsoa = text(.lsoa).map { table.code(ofLSOA: $0.text) } ?? AreaCode.missing
        if lsoa != AreaCode.missing, lsoa != AreaCode.unlisted { return lsoa }
        let name = text(.lsoaName).map { table.code(ofLSOAName: $0.text) } ?? AreaCode.missing
        if name != AreaCode.missing { return name }
        if let name = text(.localAuthority) {
            return table.code(ofAuthority: rules.labels.known(name.text, in: schema.fields[name.field]))
        }
        return lsoa == AreaCode.unlisted ? AreaCode.outside : AreaCode.unknown
    }
}
