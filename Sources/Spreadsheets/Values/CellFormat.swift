/// What a number format makes of a number, as far as its value is concerned.
enum CellFormat: UInt8 {
    case number, percent
    /// A day, a day with a time, a time, a month, and a span of time.
    case date, dateTime, time, month, elapsed
    /// A day or a time, by the value: the format depends on the language of the program.
    case dateOrTime

    /// Returns what a built-in format means; formats without a number here are numbers.
    init(builtIn number: Int) {
        self =
            switch number {
            case 9, 10: .percent
            case 14...16: .date
            case 17: .month
            case 18...21, 45, 47: .time
            case 22: .dateTime
            case 46: .elapsed
            case 27...36, 50...58: .dateOrTime
            default: .number
            }
    }

    /// Returns what a format's code means, such as `dd/mm/yyyy;@`. Only its first section, for positive numbers, counts.
    init(code: String) {
        var letters = Letters()
        var rest = Substring(code)
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "\"":
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    letters.isElapsed = true
                }
            case "%": letters.hasPercent = true
            case "G",
                "g" where rest.lowercased().hasPrefix("eneral"):
                rest = rest.dropFirst(6)
            case "A", "a":
                if rest.lowercased().hasPrefix("m/pm") { rest = rest.dropFirst(4) }
                if rest.lowercased().hasPrefix("/p") { rest = rest.dropFirst(2) }
            default: letters.add(character)
            }
        }
        self = letters.format
    }

    /// The letters of a format.
    private struct Letters {
        var isElapsed = false, hasPercent = false
        private var years = false, days = false, months = false, hours = false, seconds = false
        /// Whether the last letter was an hour, after which m means minutes, and whether m stands for minutes or may.
        private var isAfterHour = false, minutes = false, isOpen = false

        mutating func add(_ character: Character) {
            let letter = character.lowercased()
            switch letter {
            case "y": years = true
            case "d": days = true
            case "h": hours = true
            case "s":
                seconds = true
                // An m before seconds means minutes.
                if isOpen { (minutes, months) = (true, hadMonths) }
            case "m":
                if isAfterHour {
                    minutes = true
                } else {
                    if !isOpen { hadMonths = months }
                    (months, isOpen) = (true, true)
                }
                return
            default: return
            }
            (isAfterHour, isOpen) = (letter == "h", false)
        }

        private var hadMonths = false

        var format: CellFormat {
            if isElapsed { return .elapsed }
            let hasDay = years || days || months
            let hasTime = hours || seconds || minutes
            switch (hasDay, hasTime) {
            case (true, true): return .dateTime
            case (false, true): return .time
            case (true, false): return months && !days ? .month : .date
            case (false, false): return hasPercent ? .percent : .number
            }
        }
    }
}
