/// One row as it is written, in a buffer that is used again for the next.
struct RowText {
    private let quotesAll: Bool
    private var bytes: Bytes = []
    /// The end of each field that has been written so far.
    private var ends: [Int] = []

    private static let quote = UInt8(ascii: "\"")
    private static let digits = Bytes("0123456789abcdef")

    init(quotesAll: Bool) {
        self.quotesAll = quotesAll
        bytes.reserveCapacity(1024)
        ends.reserveCapacity(16)
    }

    mutating func field(_ value: Bytes) {
        open(quoted: quotesAll)
        bytes += value
        close(quoted: quotesAll)
    }

    /// Sixty-four hexadecimal digits.
    mutating func identifier(_ chance: Chance) {
        var chance = chance
        open(quoted: quotesAll)
        for _ in 0..<4 {
            var word = chance.next()
            for _ in 0..<16 {
                bytes.append(Self.digits[Int(word & 15)])
                word >>= 4
            }
        }
        close(quoted: quotesAll)
    }

    /// Millionths of a degree as degrees.
    mutating func degrees(_ millionths: Int) {
        open(quoted: quotesAll)
        if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = abs(millionths)
        if size >= 10_000_000 { bytes.append(Self.digits[size / 10_000_000 % 10]) }
        bytes.append(Self.digits[size / 1_000_000 % 10])
        bytes.append(UInt8(ascii: "."))
        var unit = 100_000
        while unit > 0 {
            bytes.append(Self.digits[size / unit % 10])
            unit /= 10
        }
        close(quoted: quotesAll)
    }

    /// The text of the location. `quotes` is one of three uses of quotes: around a comma, doubled inside the text, or
    /// without need.
    mutating func location(_ street: Street, quotes: Int?) {
        let isQuoted = quotesAll || quotes != nil
        open(quoted: isQuoted)
        bytes += Self.nearby
        if quotes == 1 { bytes += [Self.quote, Self.quote] }
        bytes += street.name
        if quotes == 1 { bytes += [Self.quote, Self.quote] }
        if quotes == 0 { bytes += Self.corner }
        close(quoted: isQuoted)
    }

    private static let nearby = Bytes("On or near ")
    private static let corner = Bytes(", Corner House")

    /// Forgets all fields but the first ones.
    mutating func cut(toFields count: Int) {
        bytes.removeLast(bytes.count - ends[count - 1])
        ends.removeLast(ends.count - count)
    }

    /// Ends the row and writes it to the file.
    mutating func end(_ file: inout OutputFile) {
        bytes.append(UInt8(ascii: "\n"))
        file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    private mutating func open(quoted: Bool) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: ",")) }
        if quoted { bytes.append(Self.quote) }
    }

    private mutating func close(quoted: Bool) {
        if quoted { bytes.append(Self.quote) }
        ends.append(bytes.count)
    }
}

/// One of the points to which the incidents of an LSOA are moved.
struct Street {
    let name: Bytes
    /// From the LSOA's corner, in millionths of a degree.
    let east, north: Int

    init(_ seed: UInt64, lsoa: Int, point: Int) {
        var chance = Chance(seed, .point, lsoa * 8 + point)
        let names = chance.below(8) == 0 ? Vocabulary.places : Vocabulary.streets
        name = names[chance.below(names.count)]
        (east, north) = (chance.below(10_000), chance.below(10_000))
    }
}
