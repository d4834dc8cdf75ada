public import Core

/// Turns the rows of a partner return into values by indicator, area and period. A later row for the same indicator,
/// area and period replaces an earlier one.
public final class ReturnNormaliser {
    let schema: TableSchema
    let areas: AreaTable
    let indicators: ReturnNames

    /// The returns so far; rows refer to them by position.
    public private(set) var values: [ReturnedValue] = []
    /// The rows so far, in file order.
    public private(set) var rows: [IdentifiedRow] = []

    /// Creates a normaliser for one extract. `indicators` are the returns of the definition's indicators.
    public init(schema: TableSchema, areas: AreaTable, indicators: ReturnNames) {
        self.schema = schema
        self.areas = areas
        self.indicators = indicators
    }

    /// Normalises the rows that have no fault yet. Returns the new faults that it finds.
    public func normalise(_ batch: RecordBatch, faulty: (Int) -> Bool) -> [RowFault] {
        var found: [RowFault] = []
        for row in 0..<batch.count where !faulty(row) {
            if let (rule, role) = take(RowValues(batch: batch, row: row, schema: schema)) {
                found.append(RowFault(row: row, rule: rule, field: role.flatMap { schema.fields($0).first }))
            }
        }
        return found
    }

    /// Hands over the values and rows so far, and clears them.
    public func takeRecords() -> (values: [ReturnedValue], rows: [IdentifiedRow]) {
        defer { (values, rows) = ([], []) }
        return (values, rows)
    }

    private func take(_ row: RowValues) -> (FindingRule, FieldRole?)? {
        guard let indicator = row.text(.indicator).flatMap(indicators.name) else {
            return (.unknownIndicator, .indicator)
        }
        guard let span = row.text(.period).flatMap(ReturnedValue.Span.init) else { return (.unknownPeriod, .period) }
        guard let place = row.text(.localAuthority) else { return (.areaMissing, .localAuthority) }
        // A value for a part of an area is not the area's value.
        let isOfPart = areas.area(named: place) == nil && areas.constituent(named: place) != nil
        let area = isOfPart ? AreaCode.unknown : areas.code(ofAuthority: place)
        if area == AreaCode.unknown { return (.unknownArea, .localAuthority) }
        let written = row.text(.value)
        let value = written.flatMap(number)
        // A text that is not a number is neither a value nor a missing value.
        if written != nil, value == nil { return (.invalidNumber, .value) }
        let reason = row.text(.missingReason).map(listedReason)
        if value == nil, reason == nil { return (.valueMissing, .value) }
        if value != nil, reason != nil { return (.valueAndReason, .value) }

        if let value, let written, !Self.isExact(value) || !isSound(value, written, indicator) {
            return (.invalidNumber, .value)
        }

        rows.append(
            IdentifiedRow(
                identity: Self.identity(indicator, area, place, span), payload: UInt64(values.count), line: row.line,
                outcome: area == AreaCode.outside ? .outOfScope(.outsideArea) : .accepted))
        values.append(
            ReturnedValue(indicator: indicator, area: max(0, Int(area)), span: span, value: value, reason: reason))
        return nil
    }

    /// Reads the number in one of the forms that the schema allows.
    private func number(_ text: String) -> Rational? {
        let field = schema.fields(.value).first.map { schema.fields[$0] }
        return Rational(decimal: field?.plainNumber(text) ?? text)
    }

    /// Returns the reason as the schema lists it.
    private func listedReason(_ text: String) -> String {
        let listed = schema.fields(.missingReason).first.flatMap { schema.fields[$0].constraints.enumeration } ?? []
        return listed.first { $0.lowercased() == text.lowercased() } ?? text
    }

    /// Returns whether the value is sound. Shares are in per cent. A share below 1 without a percent sign is ambiguous,
    /// since it may be a part of 1. Other values are whole numbers without a percent sign.
    private func isSound(_ value: Rational, _ written: String, _ indicator: String) -> Bool {
        let isMarked = written.hasSuffix("%")
        guard indicators.proportions.contains(indicator) else { return !isMarked && value.denominator == 1 }
        guard value <= Rational(100) else { return false }
        return isMarked || value.numerator == 0 || value.numerator.magnitude >= UInt(value.denominator)
    }

    /// Returns a note that says more about a fault in a row of the batch than its rule does.
    public func note(for fault: RowFault, _ batch: RecordBatch) -> String? {
        guard fault.rule == .invalidNumber else { return nil }
        let row = RowValues(batch: batch, row: fault.row, schema: schema)
        guard let written = row.text(.value), let value = number(written), Self.isExact(value),
            let indicator = row.text(.indicator).flatMap(indicators.name)
        else { return nil }
        if !indicators.proportions.contains(indicator) {
            return written.hasSuffix("%")
                ? "this return is a number, not a share" : "this return must be a whole number"
        }
        if value > Rational(100) { return "a share is at most 100%" }
        guard let times100 = try? (value * Rational(100)).sixPlaces else { return nil }
        return
            "a share is a percentage; write \(times100)% if this is a part of 1, or \(written)% if it is a percentage"
    }

    /// Returns the identifier of a return. Areas outside the definition share one position but are different areas, so
    /// their names are used.
    static func identity(_ indicator: String, _ area: Int32, _ place: String, _ span: ReturnedValue.Span) -> RecordKey {
        let areaName = area < 0 ? place : String(area)
        return Array("\(indicator)\u{0}\(areaName)\u{0}\(span)".utf8).withUnsafeBytes(RecordKey.init(hashing:))
    }

    /// Returns whether sums and changes of such values certainly stay within exact arithmetic: below a thousand
    /// million, and to six decimal places.
    private static func isExact(_ value: Rational) -> Bool {
        value.numerator.magnitude / UInt(value.denominator) < 1_000_000_000 && 1_000_000 % value.denominator == 0
    }

    /// Returns the names that were probably intended in a row with an unknown name, the likeliest first.
    public func suggestions(for fault: RowFault, value: String) -> [String] {
        switch fault.rule {
        case .unknownIndicator: NameIndex(indicators.names.sorted()).nearest(to: value)
        case .unknownArea: NameIndex(areas.areas.map(\.name)).nearest(to: value)
        default: []
        }
    }
}
