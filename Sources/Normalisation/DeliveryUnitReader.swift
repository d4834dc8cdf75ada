public import Core

/// Reads to which delivery unit rows belong. Neighbouring rows tend to share theirs, so that only codes are compared row by
/// row, many at a time; texts are read once for each combination of codes. It belongs to the dictionaries that it has read.
public struct DeliveryUnitReader {
    private let schema: TableSchema
    private let labels: LabelMappings
    private let areas: AreaTable
    private let fields: [Int]
    /// The force whose rows those without a force are; nil when that is not known.
    private let force: String?

    /// The units that were read so far; rows have their positions.
    public private(set) var units: [DeliveryUnit] = []
    private var numbers: [DeliveryUnit: Int] = [:]
    /// The number of each combination of codes: of the combination before and one more code.
    private var combinations: [UInt64: UInt32] = [:]
    private var combinationCount: UInt32 = 0
    /// The unit of each combination of all columns; nil for one that cannot be read.
    private var unitOfCombination: [UInt32: Int?] = [:]

    /// A reader for a schema that says what one delivery is about; nil for any other. Rows that name no force are those of
    /// `force`, when one is given.
    public init?(schema: TableSchema, labels: LabelMappings, areas: AreaTable, force: String? = nil) {
        guard let rule = schema.delivery, !rule.fields.isEmpty else { return nil }
        self.schema = schema
        self.labels = labels
        self.areas = areas
        self.force = force
        fields = rule.fields
    }

    /// Calls the body with each run of rows that have the same codes, and the position of their unit among `units`; nil where
    /// a value is missing or cannot be read. Does nothing when the file lacks a column.
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

    /// The first row after `start` with another code.
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
            // Combinations of the first columns are numbered among those of all, so that none has two meanings.
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

    /// The unit that the texts of the columns say; nil when one is missing or is no time.
    private func read(_ texts: [String?]) -> DeliveryUnit? {
        var subjects: [String] = []
        var month: Month?
        var (year, quarter): (FinancialYear?, Int?)
        for (field, text) in zip(fields, texts) {
            let role = schema.fields[field].role
            guard let text else {
                // A row that does not say whose it is belongs to the unit of those that do not.
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

    /// The area that a label is of, by its name; else the label as the reference tables know it.
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
