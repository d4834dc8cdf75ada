/// The cell of a fact cube in which an event is counted: area, month, category and flags, packed into 64 bits.
public struct FactKey: Hashable, Sendable {
    /// The packed 64 bits; never zero, because no packed month is zero.
    public let word: UInt64

    /// Months are counted from January 1900 so that they fit.
    private static let firstMonth = 1900 * 12

    /// Creates a key from its parts, each of at most 16 bits.
    @inlinable
    public init(area: UInt16, month: UInt16, category: UInt16, flags: UInt16) {
        word = UInt64(area) << 48 | UInt64(month) << 32 | UInt64(category) << 16 | UInt64(flags)
    }

    /// Creates a key from its packed 64 bits.
    @inlinable
    public init(word: UInt64) { self.word = word }

    /// Returns the month as the key holds it; nil for months out of range.
    public static func packed(_ month: Month) -> UInt16? {
        let packed = month.index - firstMonth
        return (1...Int(UInt16.max)).contains(packed) ? UInt16(packed) : nil
    }

    /// The area's position.
    public var area: Int { Int(word >> 48) }
    /// The month.
    public var month: Month { Month(index: Int(word >> 32 & 0xFFFF) + Self.firstMonth) }
    /// The category's position in its classification.
    public var category: Int { Int(word >> 16 & 0xFFFF) }
    /// One bit for each flag.
    public var flags: UInt16 { UInt16(word & 0xFFFF) }
}

/// 128 bits that stand for an identifier: a hash of a crime reference, or a keyed hash of a person. A keyed hash means
/// nothing outside the run.
public struct RecordKey: Hashable, Sendable {
    /// The two halves.
    public let high: UInt64
    public let low: UInt64

    /// Creates a key from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Creates a key by hashing the bytes. The chance that two different identifiers have the same key is one in 10^38.
    @inlinable
    public init(hashing bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else {
            self.init(high: 0, low: 0)
            return
        }
        guard bytes.count >= 16 else {
            let start = base.assumingMemoryBound(to: UInt8.self)
            self.init(
                high: InternTable.hash(start, bytes.count),
                low: InternTable.hash(start, bytes.count, seed: 0xD6E8_FEB8_6659_FD93))
            return
        }
        // Both halves are computed in one pass, sixteen bytes in each step. The last step may overlap the one before.
        var (high, low) = (UInt64(bytes.count) &* 0xA076_1D64_78BD_642F, 0x9E37_79B9_7F4A_7C15 as UInt64)
        var offset = 0
        while true {
            let first = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let second = base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
            let folded = InternTable.fold(first ^ high ^ 0xE703_7ED1_A0B4_28DB, second ^ 0x8EBC_6AF0_9C88_C6E3)
            low = InternTable.fold(second ^ low ^ 0x5899_65CC_7537_4CC3, first ^ 0x1D8E_4E27_C47D_124F)
            high = folded
            guard offset + 16 < bytes.count else { break }
            offset = min(offset + 16, bytes.count - 16)
        }
        self.init(
            high: InternTable.fold(high, 0xEB44_ACCA_B455_D165), low: InternTable.fold(low, 0xD6E8_FEB8_6659_FD93))
    }
}

extension RecordKey {
    /// Creates a key by hashing the bytes.
    @inlinable
    public init(hashing bytes: Span<UInt8>) { self = bytes.withUnsafeBytes { RecordKey(hashing: $0) } }
}

/// One row of treatment data: a person's spell of treatment in an episode.
public struct Episode: Hashable, Sendable {
    /// The person in treatment.
    public let person: RecordKey
    /// The area of residence.
    public let area: Int
    /// When the person was triaged.
    public let triage: CalendarDate
    /// When treatment began. The definition declares whether that is the day of triage or of the first modality.
    public let entry: CalendarDate
    /// When treatment ended; nil while it goes on.
    public let discharge: CalendarDate?
    /// Whether the discharge reason says that treatment was completed successfully.
    public let successful: Bool
    /// The problem substances, by NDTMS drug code.
    public let drugs: [UInt16]

    /// Creates an episode from its parts; without an entry, treatment began on the day of triage.
    public init(
        person: RecordKey, area: Int, triage: CalendarDate, entry: CalendarDate? = nil, discharge: CalendarDate?,
        successful: Bool, drugs: [UInt16]
    ) {
        self.person = person
        self.area = area
        self.triage = triage
        self.entry = entry ?? triage
        self.discharge = discharge
        self.successful = successful
        self.drugs = drugs
    }
}

/// A figure that a partner calculated and supplied.
public struct ReturnedValue: Hashable, Sendable {
    /// The period that a figure is for.
    public enum Span: Hashable, Sendable {
        case year(FinancialYear)
        case quarter(FinancialQuarter)
    }

    /// The return's name.
    public let indicator: String
    /// The area's position.
    public let area: Int
    /// The period that the figure is for.
    public let span: Span
    /// The value, or the partner's reason for its absence.
    public let value: Rational?
    public let reason: String?

    /// Creates a return from its parts.
    public init(indicator: String, area: Int, span: Span, value: Rational?, reason: String?) {
        self.indicator = indicator
        self.area = area
        self.span = span
        self.value = value
        self.reason = reason
    }
}

/// One row of a table of counts: how many events of a category an area had in a month or quarter.
public struct EventCount: Hashable, Sendable {
    /// The area's position.
    public let area: Int
    /// The month, or the first month of the quarter.
    public let month: Month
    /// The category's position in its classification.
    public let category: Int
    /// How many events; below zero when more were cancelled than recorded.
    public let count: Int
    /// The police force, where the table names it.
    public let force: String?
    /// Distinguishes an area's names: zero for the area's own name and for its parts, otherwise a hash of the name that
    /// the definition's mappings list.
    public let otherName: UInt32
    /// The position of the constituent that the row names, plus one; zero if the row has the area's own name.
    public let constituent: UInt16

    /// The position that stands for no area: the definition does not have the count's area, or the count has none.
    public static let elsewhere = -1

    /// Creates a count from its parts.
    public init(
        area: Int, month: Month, category: Int, count: Int, force: String? = nil, otherName: UInt32 = 0,
        constituent: UInt16 = 0
    ) {
        self.area = area
        self.month = month
        self.category = category
        self.count = count
        self.force = force
        self.otherName = otherName
        self.constituent = constituent
    }

    /// The cell of a fact cube that the count belongs to; nil for months out of range and for counts without an area.
    public var key: FactKey? {
        guard area >= 0 else { return nil }
        return FactKey.packed(month).map {
            FactKey(area: UInt16(area), month: $0, category: UInt16(category), flags: 0)
        }
    }
}
