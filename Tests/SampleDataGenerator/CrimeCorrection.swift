/// Crimes that a later extract changes, described by their final state.
struct CrimeCorrection {
    /// The difference in the first extract.
    enum FirstReport {
        case asOffence(String)
        case inArea(Area)
        /// Another day than the final one, `now`.
        case on(CalendarDate, now: CalendarDate)
        case withoutHate
        case withHate
        case cancelled
        /// No difference: the correction repeats the crime.
        case theSame
    }

    /// The cell in which the crimes are finally counted.
    let cell: CrimeCell
    let offence: String
    let count: Int
    let firstReport: FirstReport
    /// The extract that first had the crimes, if it is not the cell's own.
    let extract: CrimeExtract?

    init(
        _ count: Int, _ offence: String, _ cell: CrimeCell, _ firstReport: FirstReport, by extract: CrimeExtract? = nil
    ) {
        self.cell = cell
        self.offence = offence
        self.count = count
        self.firstReport = firstReport
        self.extract = extract
    }

    static let all =
        [
            // Crimes that are reclassified: between groups, between the two blocks, or within a group.
            CrimeCorrection(3, "8N", .hartlepool2019Q1, .asOffence("105A")),
            CrimeCorrection(4, "105A", .hartlepool2019Q1, .asOffence("8N")),
            CrimeCorrection(2, "58A", .hartlepool2019Q1, .asOffence("58C")),
            CrimeCorrection(2, "28E", .middlesbrough2019Q1, .asOffence("30C")),
            CrimeCorrection(1, "8L", .stockton2019Q1, .asOffence("9A")),
            CrimeCorrection(2, "9A", .redcar2019Q1, .asOffence("105A")),
            CrimeCorrection(2, "49", .hartlepool2018Q4, .asOffence("46")),
            CrimeCorrection(1, "45", .hartlepool2018Q1, .asOffence("58C")),
            CrimeCorrection(2, "8N", .middlesbrough2019Q1, .asOffence("5D")),
            // Crimes that are moved to another area.
            CrimeCorrection(2, "58C", .hartlepool2019Q1, .inArea(.stockton)),
            CrimeCorrection(2, "46", .stockton2019Q1, .inArea(.hartlepool)),
            CrimeCorrection(1, "8R", .redcar2019Q1, .inArea(.middlesbrough)),
            // Crimes that are reinstated, whose hate flag changes, or that are only repeated.
            CrimeCorrection(2, "8R", .hartlepool2019Q1, .cancelled),
            CrimeCorrection(2, "9A", .hartlepool2019Q1, .withoutHate),
            CrimeCorrection(1, "105A", .hartlepool2019Q1, .withHate),
            CrimeCorrection(4, "46", .hartlepool2019Q1, .theSame),
        ] + overTheEndOfAQuarter

    private static let overTheEndOfAQuarter = [
        CrimeCorrection(
            2, "49", .hartlepool2019Q1, .on(CalendarDate(2019, 7, 1), now: CalendarDate(2019, 6, 30))),
        CrimeCorrection(
            1, "8N", .middlesbrough2019Q1, .on(CalendarDate(2019, 7, 1), now: CalendarDate(2019, 6, 30))),
        CrimeCorrection(
            2, "46", .hartlepool2019July, .on(CalendarDate(2019, 6, 30), now: CalendarDate(2019, 7, 1))),
        CrimeCorrection(
            2, "105A", .hartlepool2019Q1, .on(CalendarDate(2019, 3, 31), now: CalendarDate(2019, 4, 1)),
            by: .hartlepool2018),
        CrimeCorrection(
            2, "8N", .hartlepool2018Q4, .on(CalendarDate(2019, 4, 1), now: CalendarDate(2019, 3, 31)),
            by: .cleveland2019Q1),
        CrimeCorrection(
            1, "46", .hartlepool2018Q1, .on(CalendarDate(2018, 3, 31), now: CalendarDate(2018, 4, 1))),
        CrimeCorrection(
            1, "46", .hartlepool2017Q4, .on(CalendarDate(2018, 4, 1), now: CalendarDate(2018, 3, 31)),
            by: .hartlepool2018),
    ]

    /// Returns the crime as given in its first extract.
    func firstReport(_ crime: Crime, by chance: inout SplitMix64) -> Crime {
        var told = crime
        switch firstReport {
        case .asOffence(let code): told.offence = .withCode(code)
        case .inArea(let area): told.place = .somewhere(in: area, by: &chance)
        case .on(let date, now: _): told.date = date
        case .withoutHate: told.isHate = false
        case .withHate: told.isHate = true
        case .cancelled: told.isCancelled = true
        case .theSame: break
        }
        return told
    }

    /// Whether a crime of the cell can be one of the corrected crimes.
    func suits(_ crime: Crime) -> Bool {
        guard crime.offence.code == offence else { return false }
        return switch firstReport {
        case .withoutHate: crime.isHate
        case .withHate: !crime.isHate
        default: true
        }
    }
}

/// Delivered crimes that a later extract removes from every count.
struct CrimeWithdrawal {
    enum Reason {
        case cancelled
        case tookPlace(PlaceOutside)
        case isFraud(String)
    }

    let count: Int
    let offence: String
    let cell: CrimeCell
    let reason: Reason

    static let all = [
        CrimeWithdrawal(count: 2, offence: "8N", cell: .hartlepool2019Q1, reason: .cancelled),
        CrimeWithdrawal(count: 2, offence: "58A", cell: .hartlepool2019Q1, reason: .cancelled),
        CrimeWithdrawal(count: 2, offence: "28E", cell: .middlesbrough2019Q1, reason: .cancelled),
        CrimeWithdrawal(count: 2, offence: "105A", cell: .hartlepool2018Q4, reason: .cancelled),
        CrimeWithdrawal(count: 2, offence: "46", cell: .hartlepool2019Q1, reason: .tookPlace(.scarborough)),
        CrimeWithdrawal(count: 1, offence: "45", cell: .stockton2019Q1, reason: .tookPlace(.scarborough)),
        CrimeWithdrawal(count: 1, offence: "49", cell: .hartlepool2019Q1, reason: .isFraud("53")),
        CrimeWithdrawal(count: 1, offence: "49", cell: .redcar2019Q1, reason: .isFraud("NFIB1")),
    ]

    /// Returns the crime in its final state, in which it is not counted.
    func corrected(_ crime: Crime) -> Crime {
        var corrected = crime
        switch reason {
        case .cancelled: corrected.isCancelled = true
        case .tookPlace(let place): corrected.place = .outside(place, recordedIn: crime.place.area)
        case .isFraud(let code): corrected.offence = .withCode(code)
        }
        return corrected
    }
}
