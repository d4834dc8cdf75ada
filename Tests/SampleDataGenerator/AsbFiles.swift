/// Makes the files of the folder `asb/`: four incident logs.
struct AsbFiles {
    private var chance = SplitMix64(seed: 0x5348_5034)
    private var incidents: [[AsbIncident]] = AsbLog.allCases.map { _ in [] }

    static func files() -> [SampleFile] {
        var writing = AsbFiles()
        for cell in AsbCell.all { writing.add(cell) }
        for log in AsbLog.allCases { writing.putInOrder(log) }
        writing.tellTwice()
        return AsbLog.allCases.map { writing.file(of: $0) }
    }

    private mutating func add(_ cell: AsbCell) {
        let dialect = cell.log.dialect
        var added: [AsbIncident] = []
        for (closing, count) in zip(AsbCategory.counted, cell.counts) {
            for _ in 0..<count {
                let opening = AsbCategory.opening(ofClosing: closing, by: &chance)
                added.append(incident(in: cell, as: dialect, opening: opening, closing: closing))
            }
        }
        added = chance.shuffled(added)
        // One incident each in the first and the last minute of the period.
        added[0].date = cell.days.lowerBound
        added[0].minute = 0
        added[1].date = cell.days.upperBound
        added[1].minute = 24 * 60 - 1
        // Incidents that closed as something else, although most were opened as anti-social behaviour.
        for _ in 0..<(added.count / 24 + 1) {
            let closing = chance.pick(AsbCategory.uncounted)
            let opening = chance.chance(percent: 88) ? chance.pick(AsbCategory.counted) : closing
            added.append(incident(in: cell, as: dialect, opening: opening, closing: closing))
        }
        for _ in 0..<(added.count / 160 + 1) {
            var outside = incident(in: cell, as: dialect, opening: "AS22", closing: "AS22")
            outside.neighbourhood =
                chance.chance(percent: 10) ? "W01000301" : chance.pick(PlaceOutside.all).neighbourhood
            added.append(outside)
        }
        incidents[cell.log.rawValue] += added
    }

    private mutating func incident(
        in cell: AsbCell, as dialect: AsbDialect, opening: String, closing: String
    ) -> AsbIncident {
        // Most incidents happen in the evening.
        let hour = chance.chance(percent: 60) ? chance.within(16...23) : chance.within(0...23)
        return AsbIncident(
            date: chance.day(in: cell.days), minute: hour * 60 + chance.below(60), opening: opening, closing: closing,
            location: dialect.location(by: &chance), neighbourhood: chance.pick(cell.area.neighbourhoods))
    }

    /// Sorts a log by time and numbers the incidents of each day, with gaps.
    private mutating func putInOrder(_ log: AsbLog) {
        let incidents = incidents[log.rawValue]
        let order = incidents.indices.sorted { first, second in
            let (one, other) = (incidents[first], incidents[second])
            return (one.date.dayNumber, one.minute, first) < (other.date.dayNumber, other.minute, second)
        }
        var day = CalendarDate(dayNumber: 0)
        var number = 0
        self.incidents[log.rawValue] = order.map { position in
            var incident = incidents[position]
            number = (incident.date == day ? number : 100) + 1 + chance.below(7)
            day = incident.date
            incident.number = Self.number(on: day, number)
            return incident
        }
    }

    private static func number(on date: CalendarDate, _ number: Int) -> String {
        let (year, month, day) = date.parts
        return "\(day.padded(to: 2))\(month.padded(to: 2))\((year % 100).padded(to: 2))-\(number.padded(to: 5))"
    }

    /// Repeats the first incidents of July 2018 at the end of the log for April to June, with another closing category.
    /// The later log supersedes these rows.
    private mutating func tellTwice() {
        for incident in incidents[AsbLog.hartlepool2018.rawValue].prefix(3) {
            var early = incident
            early.closing = early.closing == "AS22" ? "AS21" : "AS22"
            incidents[AsbLog.cleveland2018Q1.rawValue].append(early)
        }
    }

    private mutating func file(of log: AsbLog) -> SampleFile {
        let dialect = log.dialect
        let incidents = incidents[log.rawValue]
        let rows = incidents.map { DelimitedText.Line.fields(dialect.fields(of: $0)) }
        let repeats = (0..<(rows.count / 300)).map { _ in chance.pick(rows) }
        let faulty = AsbFault.all(in: log).enumerated().map { number, fault in
            var incident = chance.pick(incidents)
            incident.number = Self.number(on: incident.date, 90_001 + number)
            incident.closing = AsbCategory.counted[1]
            incident.location = "Rope Walk"
            incident.neighbourhood = Area.hartlepool.neighbourhoods[0]
            return fault.line(of: incident, in: dialect)
        }
        return dialect.text.file(
            path: log.path, header: dialect.header,
            lines: rows.with(chance.shuffled(repeats + faulty), spreadBy: &chance))
    }
}
