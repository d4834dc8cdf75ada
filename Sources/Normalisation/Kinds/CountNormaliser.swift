public import Core

/// Turns the rows of a count table into counts by area, month or quarter, and category. Every distinct value is
/// resolved once. A row of another area is out of scope without further checks, since such tables cover the whole
/// country.
public final class CountNormaliser {
    let schema: TableSchema
    let rules: CountRules
    let areas: AreaTable
    private let resolver: CodeResolver
    let columns: Columns

    private var years = CodeMap<FinancialYear?>()
    private var quarters = CodeMap<Int?>()
    private var months = CodeMap<Month?>()
    private(set) var categories = CodeMap<ResolvedCode?>()
    private var datedCodes: DatedCodes
    private var codesOutsideTime = CodesOutsideTime()
    private(set) var places = CodeMap<Int32>()
    private var otherNames = CodeMap<UInt32>()
    private var constituents = CodeMap<UInt16>()
    private(set) var forces = CodeMap<String?>()
    private(set) var numbers = CodeMap<Int?>()
    private var hashes: [CodeMap<RecordKey>]

    /// The counts so far; rows refer to them by position.
    public private(set) var counts: [EventCount] = []
    /// The rows so far, in file order.
    public private(set) var rows: [IdentifiedRow] = []

    /// The fields by their role in the record.
    struct Columns {
        let year, quarter, month, category, place, force, count: Int?
        /// The fields that together say what is counted. Rows with the same values in all of these fields are about the
        /// same cell.
        let identity: [Int]

        init(_ schema: TableSchema) {
            func first(_ role: FieldRole) -> Int? { schema.fields(role).first }
            (year, quarter, month) = (first(.financialYear), first(.financialQuarter), first(.month))
            (category, force, count) = (first(.category), first(.force), first(.count))
            place = first(.csp) ?? first(.localAuthority)
            identity = [year, quarter, month, category, place, force].compactMap { $0 }
        }
    }

    /// Creates a normaliser for extracts of the schema.
    public init(schema: TableSchema, rules: CountRules, areas: AreaTable) {
        self.schema = schema
        self.rules = rules
        self.areas = areas
        resolver = CodeResolver(rules.classification)
        datedCodes = DatedCodes(rules.classification, isSensitive: schema.sensitive)
        columns = Columns(schema)
        hashes = columns.identity.map { _ in CodeMap() }
    }

    /// Normalises the rows that have no fault yet. Returns the new faults that it finds.
    public func normalise(_ batch: RecordBatch, faulty: (Int) -> Bool) -> [RowFault] {
        extend(over: batch)
        var found: [RowFault] = []
        for row in 0..<batch.count where !faulty(row) {
            if let (rule, field) = take(row, batch) { found.append(RowFault(row: row, rule: rule, field: field)) }
        }
        return found
    }

    /// Hands over the counts and rows so far, and clears them.
    public func takeRecords() -> (counts: [EventCount], rows: [IdentifiedRow]) {
        defer { (counts, rows) = ([], []) }
        return (counts, rows)
    }

    /// Hands over the codes of sound rows that were not in use in the rows' periods so far, and clears them.
    public func takeCodesOutsideTime() -> CodesOutsideTime {
        defer { codesOutsideTime = CodesOutsideTime() }
        return codesOutsideTime
    }

    // MARK: Distinct values

    private func extend(over batch: RecordBatch) {
        func extend<Meaning>(_ map: inout CodeMap<Meaning>, _ field: Int?, _ meaning: (String?) -> Meaning) {
            guard let column = batch.coded(field) else { return }
            map.extend(over: column, batch.encoding, missing: schema.missingValues, meaning: meaning)
        }
        extend(&years, columns.year) { $0.flatMap(Self.year) }
        extend(&quarters, columns.quarter) { $0.flatMap(Self.quarter) }
        extend(&months, columns.month) { $0.flatMap { Month($0) } }
        extend(&categories, columns.category) { $0.map { resolver.resolve(known($0, columns.category)) } }
        extend(&places, columns.place) { $0.map(place) ?? AreaCode.missing }
        extend(&otherNames, columns.place) { text in
            guard let text, let field = columns.place, rules.labels.isOtherName(text, in: schema.fields[field]) else {
                return 0
            }
            let key = Array(text.utf8).withUnsafeBytes(RecordKey.init(hashing:))
            return max(1, UInt32(truncatingIfNeeded: key.low))
        }
        if !areas.constituents.isEmpty { extend(&constituents, columns.place) { $0.map(constituent) ?? 0 } }
        extend(&forces, columns.force) { $0.map { known($0, columns.force) } }
        let separator = columns.count.flatMap { schema.fields[$0].groupSeparator }
        extend(&numbers, columns.count) { $0.flatMap { WholeNumber.read($0, separator: separator) } }
        for (index, field) in columns.identity.enumerated() {
            extend(&hashes[index], field) {
                Array(canonical($0 ?? "", field).utf8).withUnsafeBytes(RecordKey.init(hashing:))
            }
        }
    }

    /// Returns a text that is the same for every way of writing a value. A later file that writes years or codes
    /// differently then replaces the same cells. Mapped places are unchanged: two former names of one place are two
    /// cells.
    private func canonical(_ text: String, _ field: Int) -> String {
        switch schema.fields[field].role {
        case .financialYear: FinancialYear(inTable: text)?.title ?? text
        case .financialQuarter: Self.quarter(text).map(String.init) ?? text
        case .category: rules.classification.listForm(of: text)
        case .csp: areas.area(ofCSP: text).map { areas.areas[$0].code } ?? constituentCode(text)
        case .localAuthority: areas.area(named: text).map { areas.areas[$0].code } ?? constituentCode(text)
        default: text
        }
    }

    private func constituentCode(_ text: String) -> String {
        areas.constituent(named: text).map { areas.constituents[$0].code } ?? text
    }

    /// Returns the position of the constituent that the text names, plus one; zero if the text names no constituent.
    private func constituent(_ text: String) -> UInt16 {
        guard let field = columns.place else { return 0 }
        let label = known(text, field)
        let own = schema.fields[field].role == .csp ? areas.area(ofCSP: label) : areas.area(named: label)
        guard own == nil, let constituent = areas.constituent(named: label) else { return 0 }
        return UInt16(constituent + 1)
    }

    private func known(_ text: String, _ field: Int?) -> String {
        field.map { rules.labels.known(text, in: schema.fields[$0]) } ?? text
    }

    /// Returns a year within the possible range.
    static func year(_ text: String) -> FinancialYear? {
        FinancialYear(inTable: text).flatMap { FactKey.packed($0.period.first) == nil ? nil : $0 }
    }

    /// Reads `1` to `4`, `1.0` to `4.0`, or `Q1` to `Q4`.
    static func quarter(_ text: String) -> Int? {
        let text = WholeNumber.withoutZeroDecimals(text)
        let digits = text.hasPrefix("Q") ? text.dropFirst() : text[...]
        return digits.utf8.count == 1 ? Int(digits).flatMap { (1...4).contains($0) ? $0 : nil } : nil
    }

    private func place(_ text: String) -> Int32 {
        guard let field = columns.place else { return AreaCode.missing }
        if let start = schema.fields[field].unassigned, text.hasPrefix(start) { return AreaCode.unassigned }
        let label = known(text, field)
        if constituent(text) > 0, areas.isDivided(label) { return AreaCode.divided }
        return schema.fields[field].role == .csp ? areas.code(ofCSP: label) : areas.code(ofAuthority: label)
    }

    // MARK: Rows

    func meaning<Meaning>(_ map: CodeMap<Meaning>, _ field: Int?, _ row: Int, _ batch: RecordBatch) -> Meaning? {
        batch.coded(field).map { map.meanings[Int($0.codes[row])] }
    }

    /// The result for a row.
    private enum Judgement {
        case counts(EventCount)
        case outOfScope(OutOfScope)
        case fault(FindingRule, field: Int?)
    }

    private func take(_ row: Int, _ batch: RecordBatch) -> (rule: FindingRule, field: Int?)? {
        // A row out of scope also keeps its number, since two rows with different numbers contradict each other.
        let number = meaning(numbers, columns.count, row, batch) ?? nil
        var count = elsewhere(row, number, batch)
        var outcome = RowOutcome.accepted
        switch judge(row, number, batch) {
        case .counts(let sound): count = sound
        case .outOfScope(let reason): outcome = .outOfScope(reason)
        case .fault(let rule, let field): return (rule, field)
        }
        rows.append(
            IdentifiedRow(
                identity: identity(row, batch), payload: UInt64(counts.count), line: batch.lines[row], outcome: outcome)
        )
        counts.append(count)
        return nil
    }

    private func judge(_ row: Int, _ number: Int?, _ batch: RecordBatch) -> Judgement {
        var area = meaning(places, columns.place, row, batch) ?? AreaCode.missing
        if area == AreaCode.unlisted { area = unlisted(row, batch) }
        switch area {
        case AreaCode.missing:
            return schema.noArea == .outOfScope
                ? .outOfScope(.noLocation) : .fault(.areaMissing, field: columns.place)
        case AreaCode.unassigned: return .outOfScope(.unassigned)
        // The rows of a divided area count in no area. The areas that lack these rows are not complete, which `gap`
        // finds.
        case AreaCode.outside, AreaCode.divided: return .outOfScope(.outsideArea)
        case AreaCode.unknown: return .fault(.unknownArea, field: columns.place)
        default: break
        }
        guard let month = month(row, batch), FactKey.packed(month) != nil else {
            return .fault(.unknownPeriod, field: timeField(row, batch))
        }
        guard let code = meaning(categories, columns.category, row, batch) ?? nil else {
            return .fault(.missingRequired, field: columns.category)
        }
        guard let number else { return .fault(.invalidNumber, field: columns.count) }
        switch code {
        case .category, .wholeClass:
            guard let category = category(code, number, row, batch) else {
                return .fault(.codeNotInUse, field: columns.category)
            }
            return .counts(
                EventCount(
                    area: Int(area), month: month, category: category, count: number, force: force(row, batch),
                    otherName: meaning(otherNames, columns.place, row, batch) ?? 0,
                    constituent: areas.constituents.isEmpty
                        ? 0 : meaning(constituents, columns.place, row, batch) ?? 0))
        case .unknown: return .fault(.unknownCategory, field: columns.category)
        case .outOfScope: return .outOfScope(.category)
        }
    }

    /// Returns the code under which the row counts; nil if it was not in use and the list does not show that.
    private func category(_ code: ResolvedCode, _ number: Int, _ row: Int, _ batch: RecordBatch) -> Int? {
        // A zero beside a code that was not in use says nothing new. Tables that list every code have such rows.
        if number == 0, case .category(let category) = code { return category }
        guard let month = month(row, batch) else { return nil }
        let last = columns.month == nil ? month.advanced(by: 2) : month
        let standing = datedCodes.standing(of: code, in: Period(first: month, last: last))
        if let outside = standing.outside, standing.category != nil {
            codesOutsideTime.add(outside, line: Int(batch.lines[row]))
        }
        return standing.category
    }

    func month(_ row: Int, _ batch: RecordBatch) -> Month? {
        if let month = meaning(months, columns.month, row, batch) { return month }
        guard let year = meaning(years, columns.year, row, batch) ?? nil,
            let number = meaning(quarters, columns.quarter, row, batch) ?? nil
        else { return nil }
        return FinancialQuarter(year: year, number: number)?.period.first
    }

    /// Returns the column that leaves the row without a month.
    private func timeField(_ row: Int, _ batch: RecordBatch) -> Int? {
        if columns.month != nil { return columns.month }
        let hasYear = (meaning(years, columns.year, row, batch) ?? nil) != nil
        return hasYear ? columns.quarter : columns.year
    }

    func unlisted(_ row: Int, _ batch: RecordBatch) -> Int32 {
        guard let place = batch.coded(columns.place) else { return AreaCode.missing }
        let text = place.dictionary.string(Int(place.codes[row]), batch.encoding)
        return areas.code(
            ofUnlistedCSP: known(text, columns.place), force: meaning(forces, columns.force, row, batch) ?? nil)
    }

    func identity(_ row: Int, _ batch: RecordBatch) -> RecordKey {
        var words: [UInt64] = []
        for (index, field) in columns.identity.enumerated() {
            guard let key = meaning(hashes[index], field, row, batch) else { continue }
            words += [key.high, key.low]
        }
        return words.withUnsafeBytes(RecordKey.init(hashing:))
    }

    /// Returns a note that says more about a fault in a row of the batch than its rule does.
    public func note(for fault: RowFault, _ batch: RecordBatch) -> String? {
        guard fault.rule == .unknownCategory || fault.rule == .codeNotInUse, !schema.sensitive,
            let column = batch.coded(fault.field)
        else { return nil }
        if fault.rule == .codeNotInUse,
            case .category(let category)? = meaning(
                categories, fault.field, fault.row, batch) ?? nil
        {
            return rules.classification.note(onUseOf: category)
        }
        return rules.classification.note(
            onClassOf: column.dictionary.string(Int(column.codes[fault.row]), batch.encoding))
    }

    /// Returns the labels that were probably intended in a row with an unknown one.
    public func suggestions(for fault: RowFault, value: String) -> [String] {
        switch fault.rule {
        case .unknownCategory:
            rules.classification.suggestions(for: value, among: rules.classification.names)
        case .unknownArea: areas.suggestion(forCSP: value).map { [$0] } ?? []
        default: []
        }
    }
}
