import Core
import Glibc

/// Dates and times as Excel stores them: days since the start of 1900 or 1904, with the time as a fraction.
enum SerialDate {
    /// The serial number after 31 December 9999.
    private static let end = 2_958_466.0
    /// The days from the start of 1900 to that of 1904, in Excel's count.
    private static let days1904 = 1462
    private static let dayLength = 86_400_000
    /// The serial number of 1 January 1970.
    private static let epoch = 25_569

    /// Appends the date, time or span. Returns false when the number is none; it is then written as a number.
    static func append(
        _ serial: Double, _ format: CellFormat, is1904: Bool, to buffer: inout ByteBuffer
    ) -> Bool {
        guard serial >= 0, serial < end else { return false }
        var day = Int(serial)
        var time = Int(((serial - Double(day)) * Double(dayLength)).rounded())
        if time >= dayLength { (day, time) = (day + 1, 0) }
        if format == .elapsed {
            append(time: day * dayLength + time, to: &buffer)
            return true
        }
        let isTime = day == 0 && (format == .time || format == .dateOrTime || (format == .dateTime && !is1904))
        if isTime {
            append(time: time, to: &buffer)
            return true
        }
        let isMonth = append(day: is1904 ? day + days1904 : day, format, hasTime: time != 0, to: &buffer)
        if !isMonth, time != 0 || format == .dateTime || format == .time {
            buffer.append(UInt8(ascii: "T"))
            append(time: time, to: &buffer)
        }
        return true
    }

    /// Appends the day, or only its month when the format shows no day and it is the first. Returns whether it is only
    /// the month.
    private static func append(
        day: Int, _ format: CellFormat, hasTime: Bool, to buffer: inout ByteBuffer
    ) -> Bool {
        // Excel counts a 29 February 1900, which never was, and a day before the first of January.
        switch day {
        case 0: buffer.append("1900-01-00" as StaticString)
        case 60: buffer.append("1900-02-29" as StaticString)
        default:
            let date = CalendarDate(day: Int32(clamping: day - epoch + (day < 60 ? 1 : 0)))
            let (year, month, day) = date.civil
            append(year, places: 4, to: &buffer)
            buffer.append(UInt8(ascii: "-"))
            append(month, places: 2, to: &buffer)
            if format == .month, day == 1, !hasTime { return true }
            buffer.append(UInt8(ascii: "-"))
            append(day, places: 2, to: &buffer)
        }
        return false
    }

    /// Appends milliseconds as hours, minutes and seconds: `13:05:00`, or `13:05:00.250`.
    static func append(time: Int, to buffer: inout ByteBuffer) {
        append(time / 3_600_000, places: 2, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        append(time / 60_000 % 60, places: 2, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        append(time / 1000 % 60, places: 2, to: &buffer)
        guard time % 1000 != 0 else { return }
        buffer.append(UInt8(ascii: "."))
        append(time % 1000, places: 3, to: &buffer)
    }

    private static func append(_ number: Int, places: Int, to buffer: inout ByteBuffer) {
        var power = 1
        for _ in 1..<places { power *= 10 }
        while number / 10 >= power { power *= 10 }
        while power > 0 {
            buffer.append(UInt8(ascii: "0") + UInt8(number / power % 10))
            power /= 10
        }
    }
}
