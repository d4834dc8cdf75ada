public import Core

/// Finds the delivery unit of each row. Neighbouring rows tend to share a unit, so that only codes are compared row by
/// row, many at a time. Texts are read once for each combination of codes. A reader is valid only for the dictionaries
/// that it has read.
public struct DeliveryUnitReader {
    private let schema: TableSchema
    private let labels: LabelMappings
    private let areas: AreaTable
    private let fields: [Int]
    /// The force to which rows without a force belong; nil if it is not known.
    private let force: String?

    /// The units read so far; rows refer to them by position.
    public private(set) var units: [DeliveryUnit] = []
    private var numbers: [DeliveryUnit: Int] = [:]
    /// The number of each combination of codes, made from the combination before it and one more code.
    private var combinations: [UInt64: UInt32] = [:]
    private var combinationCount: UInt32 = 0
    /// The unit of each combination of all columns; nil if the unit cannot be read.
    private var unitOfCombination: [UInt32: Int?] = [:]

    /// Creates a reader; nil if the schema has no delivery units. Rows that name no force belong to `force`, if one is
    /// given.
    public init?(schema: TableSchema, labels: LabelMappings, areas: AreaTable, force: String? = nil) {
        guard let rule = schema.delivery, !rule.fields.isEmpty else { return nil }
        self.schema = schema
        self.labels = labels
        self.areas = areas
        self.force = force
        fields = rule.fields
    }

    /// Calls the body for each run of rows with the same codes. The body gets the rows and the position of their unit
    /// in `units`, or nil if the unit cannot be read. If the file lacks a column, the body gets all rows at once, with
    /// nil.
    public mutating func forEachRun(in batch: RecordBatch, _ body: (Range<Int>, Int?) -> Void) {
        let columns = fields.compactMap { batch.coded($0) }
        guard columns.count == fields.count else {
            body(0..<batch.count, nil)
            return
        }
        var start = 0
        while start < batch.count {
            var end = batch.count
            for column in columns { end = Self.endOfRun(column.codes, from: start, upTo: end) }
            body(start..<end, unit(of: columns, at: start, batch.encoding))
            start = end
        }
    }

    /// Returns the first row after `start` with another code.
    private static func endOfRun(_ codes: UnsafeMutablePointer<UInt32>, from start: Int, upTo end: Int) -> Int {
        let first = codes[start]
        let several = SIMD8<UInt32>(repeating: first)
        var row = start + 1
        while row + 8 <= end {
            let next = UnsafeRawPointer(codes + row).loadUnaligned(as: SIMD8<UInt32>.self)
            guard next == several else { break }
            row += 8
        }
        while row < end, codes[row] == first { row += 1 }
        return row
    }

    private mutating func unit(of columns: [CodedColumn], at row: Int, _ encoding: TextEncoding) -> Int? {
        var combination: UInt32 = 0
        for (index, column) in columns.enumerated() {
            // Partial and complete combinations share one sequence of numbers, so that no number has two meanings.
            let key = UInt64(combination) << 32 | UInt64(column.codes[row])
            if index == 0 {
                combination = column.codes[row]
            } else if let known = combinations[key &+ UInt64(index) << 60] {
                combination = known
            } else {
                combinationCount += 1
                combinations[key &+ UInt64(index) << 60] = combinationCount
                combination = combinationCount
            }
        }
        if let known = unitOfCombination[combination] { return known }
        let texts = columns.map { column -> String? in
            let text = column.dictionary.string(Int(column.codes[row]), encoding)
            return schema.missingValues.contains(text) ? nil : text
        }
        let number = read(texts).map { self.number(of: $0) }
        unitOfCombination[combination] = .some(number)
        return number
    }

    private mutating func number(of unit: DeliveryUnit) -> Int {
        if let known = numbers[unit] { return known }
        units.append(unit)
        numbers[unit] = units.count - 1
        return units.count - 1
    }

    /// Returns the unit that the texts of the columns give; nil if a time is missing or cannot be read.
    private func read(_ texts: [String?]) -> DeliveryUnit? {
        var subjects: [String] = []
        var month: Month?
        var (year, quarter): (FinancialYear?, Int?)
        for (field, text) in zip(fields, texts) {
            let role = schema.fields[field].role
            guard let text else {
                // A row without a subject belongs with the other rows without one, or to the given force.
                let times: [FieldRole?] = [.month, .date, .financialYear, .financialQuarter]
                guard !times.contains(role) else { return nil }
                subjects.append(role == .force ? force ?? "" : "")
                continue
            }
            switch role {
            case .month:
                guard let read = schema.fields[field].type.date(text)?.month ?? Month(text) else { return nil }
                month = read
            case .date:
                guard let day = schema.fields[field].type.date(text) else { return nil }
                month = day.month
            case .financialYear:
                guard let read = CountNormaliser.year(text) else { return nil }
                year = read
            case .financialQuarter:
                guard let read = CountNormaliser.quarter(text) else { return nil }
                quarter = read
            default: subjects.append(subject(text, field))
            }
        }
        let period =
            if let year, let quarter { FinancialQuarter(year: year, number: quarter)?.period } else {
                month.map { Period(first: $0, last: $0) }
            }
        return DeliveryUnit(subject: subjects.joined(separator: ", "), period: period)
    }

    /// Returns the name of the label's area, or else the label as the reference tables have it.
    private func subject(_ text: String, _ field: Int) -> String {
        let label = labels.known(text, in: schema.fields[field])
        let area: Int? =
            switch schema.fields[field].role {
            case .csp: areas.area(ofCSP: label)
            case .localAuthority: areas.area(named: label)
            default: nil
            }
        return area.map { areas.areas[$0].name } ?? label
    }
}
