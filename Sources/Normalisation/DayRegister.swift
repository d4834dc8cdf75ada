import Core

/// The number of rows on each distinct date of a column, except rows in quarantine. Each date is read once.
struct DayRegister {
    private var dates = CodeMap<CalendarDate?>()
    private var occurs: [UInt32] = []

    /// Counts the dates of the batch's rows. `outcomes` are the outcomes of these rows.
    mutating func note(
        _ column: CodedColumn, _ outcomes: UnsafePointer<UInt8>, _ count: Int, _ encoding: TextEncoding,
        missing: Set<String>, date: (String) -> CalendarDate?
    ) {
        dates.extend(over: column, encoding, missing: missing) { $0.flatMap(date) }
        occurs += [UInt32](repeating: 0, count: dates.meanings.count - occurs.count)
        let quarantined = RowOutcome.quarantined.byte
        occurs.withUnsafeMutableBufferPointer { occurs in
            for row in 0..<count { occurs[Int(column.codes[row])] &+= outcomes[row] == quarantined ? 0 : 1 }
        }
    }

    /// Hands over the days so far, and clears them.
    mutating func take() -> DayCounts {
        var days = DayCounts()
        for code in occurs.indices where occurs[code] != 0 {
            if let date = dates.meanings[code] { days.add(date, Int(occurs[code])) }
            occurs[code] = 0
        }
        return days
    }
}
