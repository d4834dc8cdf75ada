import Core

/// Finds the area of each row of an extract. Every distinct value is looked up once. A row with a listed LSOA and
/// without a contradicting authority needs only one look-up.
struct RowAreas {
    private let schema: TableSchema
    private let rules: EventRules
    /// The column that names the authority.
    let authorityField: Int?
    private let (lsoaField, nameField, forceField): (Int?, Int?, Int?)

    private var lsoas = CodeMap<Int32>()
    private var names = CodeMap<Int32>()
    private var authorities = CodeMap<Int32>()
    private var forces = CodeMap<Bool>()
    private var openAreas = CodeMap<Int32>()
    /// Whether any LSOA so far leaves the area of the row to other columns.
    private var hasOpenQuestion = false

    /// Rows of the batch that must be reported, each with the reason.
    private var notices: [(row: Int, notice: RowLocation.Notice)] = []
    private var tallies: [UnlistedKey: RowTally] = [:]
    private var lsoaColumn: (CodedColumn, TextEncoding)?

    private struct UnlistedKey: Hashable {
        let code: UInt32
        let counts: Bool
    }

    init(schema: TableSchema, rules: EventRules) {
        self.schema = schema
        self.rules = rules
        func first(_ role: FieldRole) -> Int? { schema.fields(role).first }
        authorityField = first(.localAuthority)
        (lsoaField, nameField, forceField) = (first(.lsoa), first(.lsoaName), first(.force))
    }

    /// Fills in the area of each row of the batch, or an `AreaCode` if the row has no area.
    mutating func fill(_ areas: UnsafeMutablePointer<Int32>, _ batch: RecordBatch) {
        notices.removeAll(keepingCapacity: true)
        switch rules.areas {
        case .table(let table): resolve(areas, batch, table)
        case .lsoaName(let open):
            areas.update(repeating: AreaCode.missing, count: batch.count)
            guard let column = batch.coded(nameField) else { return }
            openAreas.extend(over: column, batch.encoding, missing: schema.missingValues) { text in
                guard let text, text.utf8.count > 5 else { return AreaCode.missing }
                return Int32(open.number(of: String(text.dropLast(5))))
            }
            Self.copy(openAreas, column, areas, batch.count)
        }
    }

    private static func copy(
        _ map: CodeMap<Int32>, _ column: CodedColumn, _ areas: UnsafeMutablePointer<Int32>, _ count: Int
    ) {
        map.meanings.withUnsafeBufferPointer { meanings in
            for row in 0..<count { areas[row] = meanings[Int(column.codes[row])] }
        }
    }

    private mutating func resolve(
        _ areas: UnsafeMutablePointer<Int32>, _ batch: RecordBatch, _ table: AreaTable
    ) {
        extend(over: batch, table)
        let authorityCodes = batch.coded(authorityField)?.codes
        if let column = batch.coded(lsoaField) {
            lsoaColumn = (column, batch.encoding)
            Self.copy(lsoas, column, areas, batch.count)
            if authorityCodes == nil, !hasOpenQuestion { return }
        } else {
            areas.update(repeating: AreaCode.missing, count: batch.count)
        }
        let (nameCodes, forceCodes) = (batch.coded(nameField)?.codes, batch.coded(forceField)?.codes)
        let parts = table.areas.firstIndex(where: \.isTotal).map { table.parts[$0] } ?? []
        let rule = schema.areaFrom
        authorities.meanings.withUnsafeBufferPointer { authorities in
            names.meanings.withUnsafeBufferPointer { names in
                forces.meanings.withUnsafeBufferPointer { forces in
                    for row in 0..<batch.count {
                        let lsoa = areas[row]
                        let isListed = lsoa >= 0 || lsoa == AreaCode.outside
                        let authority = authorityCodes.map { authorities[Int($0[row])] } ?? AreaCode.missing
                        if isListed, authority == AreaCode.missing || authority == lsoa { continue }
                        let name = nameCodes.map { names[Int($0[row])] } ?? AreaCode.missing
                        let isOwnForce = forceCodes.map { forces[Int($0[row])] } ?? false
                        // Nearly every row in a file of the whole country meets this condition.
                        if lsoa == AreaCode.unlisted, name == AreaCode.outside, authority == AreaCode.missing,
                            !isOwnForce
                        {
                            areas[row] = AreaCode.outside
                            continue
                        }
                        let place = RowLocation(lsoa: lsoa, name: name, authority: authority, isOwnForce: isOwnForce)
                        let (area, notice) = place.area(by: rule, parts: parts)
                        areas[row] = area
                        if let notice { notices.append((row, notice)) }
                    }
                }
            }
        }
    }

    private mutating func extend(over batch: RecordBatch, _ table: AreaTable) {
        let missing = schema.missingValues
        if let column = batch.coded(lsoaField) {
            var isOpen = false
            lsoas.extend(over: column, batch.encoding, missing: missing) { text in
                let code = text.map(table.code(ofLSOA:)) ?? AreaCode.missing
                if code == AreaCode.missing || code == AreaCode.unlisted { isOpen = true }
                return code
            }
            if isOpen { hasOpenQuestion = true }
        }
        if let column = batch.coded(nameField) {
            names.extend(over: column, batch.encoding, missing: missing) { text in
                text.map(table.code(ofLSOAName:)) ?? AreaCode.missing
            }
        }
        if let field = authorityField, let column = batch.coded(field) {
            authorities.extend(over: column, batch.encoding, missing: missing) { text in
                guard let text else { return AreaCode.missing }
                let label = rules.labels.known(text, in: schema.fields[field])
                // The LSOA shows which of several areas has the row.
                if lsoaField != nil, table.area(named: label) == nil, table.isDivided(label) { return AreaCode.missing }
                return table.isTotal(label) ? AreaCode.whole : table.code(ofAuthority: label)
            }
        }
        if let field = forceField, let column = batch.coded(field) {
            forces.extend(over: column, batch.encoding, missing: missing) { text in
                text.map { table.area(named: rules.labels.known($0, in: schema.fields[field])) != nil } ?? false
            }
        }
    }

    // MARK: Findings

    /// Returns the rows of the batch with a contradicting LSOA and authority that nevertheless count or are out of
    /// scope. Rows with an unlisted LSOA are added up for `takeUnlisted`.
    mutating func report(_ batch: RecordBatch, outcomes: UnsafeMutablePointer<UInt8>) -> [RowFault] {
        var conflicts: [RowFault] = []
        let quarantined = RowOutcome.quarantined.byte
        for (row, notice) in notices where outcomes[row] != quarantined {
            if notice == .conflict {
                conflicts.append(RowFault(row: row, rule: .areaConflict, field: authorityField))
            } else if let (column, _) = lsoaColumn {
                let key = UnlistedKey(code: column.codes[row], counts: notice == .counted)
                let tally = RowTally(rows: 1, firstLine: Int(batch.lines[row]))
                if let known = tallies[key] {
                    tallies[key] = RowTally(rows: known.rows + 1, firstLine: known.firstLine)
                } else {
                    tallies[key] = tally
                }
            }
        }
        return conflicts
    }

    /// Hands over the unlisted LSOAs since the last call, and clears them.
    mutating func takeUnlisted() -> UnlistedLSOAs {
        var unlisted = UnlistedLSOAs()
        guard let (column, encoding) = lsoaColumn, !tallies.isEmpty else { return unlisted }
        for (key, tally) in tallies {
            let text = schema.sensitive ? "" : column.dictionary.string(Int(key.code), encoding)
            unlisted.add(text, tally, counts: key.counts)
        }
        tallies = [:]
        return unlisted
    }

    /// Returns a note on the area of the LSOA, for a row with a contradicting authority.
    func note(ofConflict row: Int, _ batch: RecordBatch) -> String? {
        guard case .table(let table) = rules.areas, !schema.sensitive else { return nil }
        var place = batch.coded(lsoaField).map { lsoas.meanings[Int($0.codes[row])] } ?? AreaCode.missing
        if place < 0, let name = batch.coded(nameField), place != AreaCode.outside {
            place = names.meanings[Int(name.codes[row])]
        }
        let what = place >= 0 ? "the LSOA is in \(table.areas[Int(place)].name)" : "the LSOA is in another area"
        switch schema.areaFrom {
        case .lsoa: return what + ", and the LSOA decides"
        case .authority: return what + ", and the authority decides"
        case .neither: return what + ", and the row is not counted"
        }
    }
}
