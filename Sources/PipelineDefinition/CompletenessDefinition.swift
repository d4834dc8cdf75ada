public import Core
import Yams

/// Which data of a source must have been delivered: `{from: {home: 2018-04, peers: 2019-04}, due: 30 days,
/// quiet-days: 3, partial-below: 50%, shorthand: Waiting for data}`.
public struct CompletenessDefinition: Sendable {
    /// Areas (`home`, `peers` or codes), each with the first month that must have been delivered. A single month
    /// applies to home and peers.
    public var from: [(area: Located<String>, month: Month)]
    /// The delivery for a month or quarter is late when this many days have passed since its end.
    public var dueDays: Int
    /// The maximum number of days without a row at the start or at the end of a month.
    public var quietDays: Located<Int>?
    /// A month with fewer rows than this percentage of the area's usual month counts as delivered only in part.
    public var partialBelow: Located<Int>?
    /// The text in the cells of figures that include a month delivered only in part.
    public var shorthand: String?
}

extension CompletenessDefinition {
    init?(_ reader: YAMLReader) {
        guard
            let mapping = reader.mapping(allowing: ["from", "due", "quiet-days", "partial-below", "shorthand"]),
            let from = mapping.required("from")
        else { return nil }
        self.init(
            from: Self.months(from), dueDays: mapping["due"]?.days() ?? Self.dueDays,
            quietDays: mapping["quiet-days"].flatMap { reader in reader.days().map { Located($0, at: reader.position) }
            },
            partialBelow: mapping["partial-below"].flatMap { reader in
                reader.percentage().map { Located($0, at: reader.position) }
            }, shorthand: mapping["shorthand"]?.text()?.value)
    }

    private static func months(_ reader: YAMLReader) -> [(area: Located<String>, month: Month)] {
        if case .scalar = reader.node {
            guard let month = reader.month() else { return [] }
            return ["home", "peers"].map { (Located($0, at: reader.position), month) }
        }
        return (reader.entries() ?? []).compactMap { entry in entry.value.month().map { (entry.key, $0) } }
    }

    /// The number of days when the definition does not state one.
    private static let dueDays = 30
}

extension YAMLReader {
    /// Reads a month such as `2018-04`.
    func month() -> Month? {
        guard let text = text() else { return nil }
        if let month = Month(text.value) { return month }
        report(.expected("a month such as 2018-04", found: text.value))
        return nil
    }

    /// Reads a number of days: `30 days`, `1 day` or `30`.
    func days() -> Int? { length(in: 0...3650, units: ["day", "days"], example: "30 days") }

    /// Reads a number of quarters: `2 quarters`, `1 quarter` or `2`.
    func quarters() -> Int? { length(in: 1...40, units: ["quarter", "quarters"], example: "2 quarters") }

    private func length(in range: ClosedRange<Int>, units: [Substring], example: String) -> Int? {
        guard let text = text() else { return nil }
        let words = text.value.split(separator: " ")
        if let number = words.first.flatMap({ Int($0) }), range.contains(number), words.count <= 2,
            words.count == 1 || units.contains(words[1])
        {
            return number
        }
        report(.expected("a number of \(units[units.count - 1]) such as \(example)", found: text.value))
        return nil
    }

    /// Reads a share in whole percent: `50%`.
    func percentage() -> Int? {
        guard let text = text() else { return nil }
        if text.value.hasSuffix("%"), let share = Int(text.value.dropLast()), (1...100).contains(share) { return share }
        report(.expected("a share from 1% to 100%", found: text.value))
        return nil
    }
}
