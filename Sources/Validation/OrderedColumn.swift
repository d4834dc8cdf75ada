import Core

/// The values of one field in a form that can be compared: days, months or numbers. Each distinct value of a coded
/// column is read once.
struct OrderedColumn {
    private let field: Int
    private let type: FieldType
    private let missingValues: Set<String>
    private var byCode: [Rational?] = []

    init(field: Int, schema: TableSchema) {
        self.field = field
        type = schema.fields[field].type
        missingValues = schema.missingValues
    }

    /// Reads the values that are new since the last batch.
    mutating func extend(over batch: RecordBatch) {
        guard case .coded(let column) = batch.columns[field] else { return }
        for code in byCode.count..<max(byCode.count, column.dictionary.count) {
            byCode.append(read(column.dictionary.string(code, batch.encoding)))
        }
    }

    /// Returns the value of a code; the column must have been extended over the code.
    func value(ofCode code: Int) -> Rational? { byCode[code] }

    /// Returns the row's value; nil when it is missing or not of the field's type, which another rule reports.
    func value(_ row: Int, in batch: RecordBatch) -> Rational? {
        switch batch.columns[field] {
        case .absent: nil
        case .coded(let column): unsafe byCode[Int(column.codes[row])]
        case .bytes(let column): unsafe read(batch.encoding.string(column.bytes(row)))
        }
    }

    /// Returns the text's value in a form that can be compared; nil when it is missing or not of the type.
    func read(_ text: String) -> Rational? {
        if missingValues.contains(text) { return nil }
        switch type {
        case .date: return type.date(text).map { Rational(Int($0.day)) }
        case .yearmonth: return Month(text).map { Rational($0.index) }
        case .integer, .number: return Rational(decimal: text)
        case .string, .boolean: return nil
        }
    }

    /// Returns the bounds that a file's period sets for values of the type.
    func bounds(_ period: FilePeriod) -> (first: Rational, last: Rational) {
        if case .yearmonth = type {
            return (Rational(period.first.month.index), Rational(period.last.month.index))
        }
        return (Rational(Int(period.first.day)), Rational(Int(period.last.day)))
    }
}
