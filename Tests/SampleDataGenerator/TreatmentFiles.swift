/// The columns of an agency's extract, in order.
enum TreatmentColumn: Int, CaseIterable {
    case agency, client, firstInitial, surnameInitial, born, sex, episode, consent, authority, drug1, drug2, drug3
    case triaged, discharged, reason, modality, modalityStart, modalityEnd

    var header: String {
        [
            "AGNCY", "CLIENT", "FINITIAL", "SINITIAL", "DOB", "SEX", "EPISODID", "CONSENT", "LA", "DRUG1", "DRUG2",
            "DRUG3", "TRIAGED", "DISD", "DISRSN", "MODAL", "MODST", "MODEND",
        ][rawValue]
    }
}

/// Makes the files of the folder `treatment/`: one for each agency, with one row for each modality of an episode.
struct TreatmentFiles {
    private var chance = SplitMix64(seed: 0x5348_5036)

    static func files() -> [SampleFile] {
        let caseload = TreatmentCaseload()
        var writing = TreatmentFiles()
        return TreatmentAgency.allCases.map { writing.file(of: $0, clients: caseload.clients) }
    }

    private mutating func file(of agency: TreatmentAgency, clients: [TreatmentClient]) -> SampleFile {
        let text = DelimitedText(quoting: .everyField, lineBreak: agency == .first ? "\r\n" : "\n")
        var rows: [DelimitedText.Line] = []
        // Both agencies start numbering their clients and episodes at the same number, so that numbers do not identify
        // people.
        var (client, episode) = (1_000, 1)
        for known in clients {
            let episodes = known.episodes.filter { $0.agency == agency }
            if !episodes.isEmpty { client += 1 }
            for stay in episodes {
                rows += self.rows(of: stay, by: known.attributor, client: client, episode: episode)
                episode += 1
            }
        }
        let repeats = (0..<(rows.count / 200)).map { _ in chance.pick(rows) }
        let faulty = TreatmentFault.all(of: agency).map { fault in
            client += 1
            episode += 1
            return fault.line(
                of: faultlessRow(of: agency, client: client, episode: episode), agency: agency, text: text)
        }
        return text.file(
            path: "treatment/2019-07-15_ndtms_\(agency.code).csv", header: TreatmentColumn.allCases.map(\.header),
            lines: rows.with(chance.shuffled(repeats + faulty), spreadBy: &chance))
    }

    /// Returns an episode as one row or two rows.
    private mutating func rows(
        of stay: TreatmentEpisode, by person: Attributor, client: Int, episode: Int
    ) -> [DelimitedText.Line] {
        let dates = stay.agency.dates
        let missing = stay.agency.missing
        let reason =
            switch stay.ending {
            case .open: missing
            case .completed: chance.pick(stay.agency.completedReasons)
            case .left: chance.pick(stay.agency.leftReasons)
            }
        let ended = stay.ending.date
        let known =
            [
                stay.agency.code, String(client), person.firstInitial, person.surnameInitial, dates.write(person.born),
                person.sex, String(episode), stay.consents ? "Y" : "N", stay.authority,
            ] + (0..<3).map { $0 < stay.drugs.count ? stay.drugs[$0] : missing }
            + [dates.write(stay.triaged), ended.map(dates.write) ?? missing, reason]
        var start: CalendarDate
        switch stay.start {
        case .withinAWeek: start = stay.triaged.adding(days: chance.below(7))
        case .after(let days): start = stay.triaged.adding(days: days)
        case .never: return [.fields(known + [missing, missing, missing])]
        }
        let modalities = chance.shuffled(["94", "95", "96"]).prefix(chance.chance(percent: 55) ? 2 : 1)
        return modalities.enumerated().map { number, modality in
            if let ended { start = min(start, ended) }
            let isLast = number == modalities.count - 1
            let end = isLast ? ended : start.adding(days: 14)
            let row = known + [modality, dates.write(start), end.map(dates.write) ?? missing]
            start = start.adding(days: 15 + chance.below(20))
            return .fields(row)
        }
    }

    /// Returns a row that would be counted without the fault that will be added to it.
    private mutating func faultlessRow(of agency: TreatmentAgency, client: Int, episode: Int) -> [String] {
        let dates = agency.dates
        let triaged = CalendarDate(2017, 1, 3).adding(days: chance.below(90))
        let born = chance.day(in: CalendarDate(1999, 1, 1)...CalendarDate(1999, 12, 31))
        return [
            agency.code, String(client), "Z", "Z", dates.write(born), "1", String(episode), "Y", Area.hartlepool.code,
            "1011", agency.missing, agency.missing, dates.write(triaged), agency.missing, agency.missing, "94",
            dates.write(triaged), agency.missing,
        ]
    }
}
