import Glibc

/// Numbers as a workbook stores them, written as their shortest exact decimal text.
struct NumberText: ~Copyable {
    /// Every decimal number of at most 15 digits is the shortest text of its double.
    private static let exactDigits = 15
    /// From 10 to this power on, and below its inverse, numbers are written with an exponent.
    private static let plainPowers = 21
    private static let zero = UInt8(ascii: "0"), point = UInt8(ascii: "."), minus = UInt8(ascii: "-")

    private var digits = ByteBuffer(capacity: 64)
    private var text = ByteBuffer(capacity: 64)
    /// The place of the decimal point, in digits after the first digit's left side.
    private var power = 0
    private var isNegative = false

    /// Appends the number, or a hundred times the number with a percent sign. Returns false when the text is no number.
    mutating func append(
        _ number: UnsafeBufferPointer<UInt8>, percent: Bool = false, to buffer: inout ByteBuffer
    ) -> Bool {
        if !percent, Self.isPlain(number) {
            buffer.append(number)
            return true
        }
        guard parse(number) else { return false }
        if digits.count > Self.exactDigits {
            let value = Self.double(number, &text)
            if value.isFinite, !value.isZero {
                var shortest = value.description
                _ = shortest.withUTF8 { parse($0) }
            }
        }
        write(percent ? power + 2 : power, to: &buffer)
        if percent { buffer.append(UInt8(ascii: "%")) }
        return true
    }

    /// The number as a double; infinite when it is too large.
    static func double(_ number: UnsafeBufferPointer<UInt8>, _ text: inout ByteBuffer) -> Double {
        text.removeAll()
        text.append(number)
        return text.withCString { strtod($0, nil) }
    }

    /// Whether the text is a whole number of at most 15 digits, without anything to shorten.
    private static func isPlain(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number.first == minus ? 1 : 0
        let count = number.count - start
        guard count >= 1, count <= exactDigits, number[start] != zero || (count == 1 && start == 0) else {
            return false
        }
        for index in start..<number.count where number[index] &- zero > 9 { return false }
        return true
    }

    /// Reads the digits without zeros at either end, and the place of the decimal point.
    private mutating func parse(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
        digits.removeAll()
        (power, isNegative) = (0, false)
        var index = 0
        if let first = number.first, first == Self.minus || first == UInt8(ascii: "+") {
            isNegative = first == Self.minus
            index = 1
        }
        var (hasDigit, hasPoint) = (false, false)
        scan: while index < number.count {
            let byte = number[index]
            switch byte {
            case Self.zero...UInt8(ascii: "9"):
                hasDigit = true
                if digits.isEmpty, byte == Self.zero {
                    if hasPoint { power -= 1 }
                } else {
                    digits.append(byte)
                    if !hasPoint { power += 1 }
                }
            case Self.point where !hasPoint: hasPoint = true
            default: break scan
            }
            index += 1
        }
        guard hasDigit else { return false }
        if index < number.count {
            guard let exponent = Self.exponent(number, from: index) else { return false }
            power += exponent
        }
        while !digits.isEmpty, digits[digits.count - 1] == Self.zero { digits.truncate(to: digits.count - 1) }
        return true
    }

    /// Returns the exponent that begins there, such as `E-05`.
    private static func exponent(_ number: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard number[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var (index, sign, value) = (start + 1, 1, 0)
        if index < number.count, number[index] == minus || number[index] == UInt8(ascii: "+") {
            sign = number[index] == minus ? -1 : 1
            index += 1
        }
        guard index < number.count else { return nil }
        while index < number.count {
            guard number[index] &- zero <= 9 else { return nil }
            value = min(value * 10 + Int(number[index] - zero), 1_000_000)
            index += 1
        }
        return sign * value
    }

    private mutating func write(_ power: Int, to buffer: inout ByteBuffer) {
        guard !digits.isEmpty else { return buffer.append(Self.zero) }
        if isNegative { buffer.append(Self.minus) }
        switch power {
        case ...(-Self.plainPowers), (Self.plainPowers + 1)...:
            buffer.append(digits[0])
            if digits.count > 1 {
                buffer.append(Self.point)
                buffer.append(digits.start + 1, digits.count - 1)
            }
            buffer.append(power > 0 ? "e+\(power - 1)" : "e\(power - 1)")
        case ...0:
            buffer.append("0." as StaticString)
            buffer.append(repeating: Self.zero, -power)
            buffer.append(digits.bytes)
        case ..<digits.count:
            buffer.append(digits.start, power)
            buffer.append(Self.point)
            buffer.append(digits.start + power, digits.count - power)
        default:
            buffer.append(digits.bytes)
            buffer.append(repeating: Self.zero, power - digits.count)
        }
    }
}
