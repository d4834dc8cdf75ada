/// All clients of the two agencies.
struct TreatmentCaseload {
    private(set) var clients: [TreatmentClient] = []
    private var attributors: Set<Attributor> = []

    init() {
        attributors.formUnion(TreatmentEdgeCase.lookalikes)
        for attributor in TreatmentEdgeCase.lookalikes {
            clients.append(TreatmentClient(attributor: attributor, episodes: [TreatmentEdgeCase.longStay]))
        }
        var chance = SplitMix64(seed: 0x5348_5035)
        for edgeCase in TreatmentEdgeCase.all {
            let attributor = newAttributor(by: &chance)
            let stays = edgeCase.isNewClientEachTime ? edgeCase.stays.map { [$0] } : [edgeCase.stays]
            clients += stays.map { TreatmentClient(attributor: attributor, episodes: $0) }
        }
        for (number, cohort) in TreatmentCohort.all.enumerated() {
            // Each cohort has its own random numbers, so that changing the size of one does not change the others.
            var chance = SplitMix64(seed: 0x5348_5100 + UInt64(number))
            for _ in 0..<cohort.count {
                let attributor = newAttributor(by: &chance)
                clients.append(TreatmentClient(attributor: attributor, episodes: episodes(of: cohort, by: &chance)))
            }
        }
        clients = chance.shuffled(clients)
    }

    private mutating func newAttributor(by chance: inout SplitMix64) -> Attributor {
        let initials = "ABCDEFGHIJKLMNOPRSTW".map(String.init)
        while true {
            let attributor = Attributor(
                firstInitial: chance.pick(initials), surnameInitial: chance.pick(initials),
                born: chance.day(in: CalendarDate(1948, 1, 1)...CalendarDate(1998, 12, 31)),
                sex: ["1", "2", "9", "0"][chance.position(shares: [690, 300, 7, 3])])
            if attributors.insert(attributor).inserted { return attributor }
        }
    }

    private func episodes(of cohort: TreatmentCohort, by chance: inout SplitMix64) -> [TreatmentEpisode] {
        let agency: TreatmentAgency = chance.chance(percent: 55) ? .first : .second
        let triaged = chance.day(in: cohort.triaged)
        let ending = ending(of: cohort, triaged: triaged, by: &chance)
        func stay(
            at agency: TreatmentAgency, _ triaged: CalendarDate, _ ending: TreatmentEnding, using substance: Substance
        ) -> TreatmentEpisode {
            TreatmentEpisode(
                agency: agency, triaged: triaged, ending: ending, drugs: substance.drugs(by: &chance),
                authority: cohort.authority, consents: cohort.consents)
        }
        var episodes = [stay(at: agency, triaged, ending, using: cohort.substance)]
        if chance.chance(percent: 10), let start = beside(triaged, ending, by: &chance) {
            let end = start.adding(days: chance.within(30...100))
            episodes.append(stay(at: agency.other, start, .left(end), using: cohort.substance))
        }
        if let back = cohort.backAfter, let left = ending.date {
            let returned = left.adding(days: chance.within(back))
            let stayed = returned.adding(days: chance.within(20...300))
            let isOver = stayed <= Self.lastDay && chance.chance(percent: 50)
            // Some opiate clients use another drug when they return. They must still be counted as opiate clients.
            let substance: Substance =
                cohort.substance == .opiate && chance.chance(percent: 30) ? .otherDrug : cohort.substance
            let newAgency = chance.chance(percent: 50) ? agency : agency.other
            episodes.append(stay(at: newAgency, returned, isOver ? .left(stayed) : .open, using: substance))
        }
        return episodes
    }

    /// The last day with discharges in the extracts.
    private static let lastDay = CalendarDate(2019, 7, 12)

    private func ending(
        of cohort: TreatmentCohort, triaged: CalendarDate, by chance: inout SplitMix64
    ) -> TreatmentEnding {
        switch cohort.ending {
        case .open: return .open
        case .completed(let days): return .completed(chance.day(in: days))
        case .left(let days): return .left(chance.day(in: days))
        case .completedAfter(let days):
            let date = triaged.adding(days: chance.within(days))
            return date <= Self.lastDay ? .completed(date) : .open
        case .leftAfter(let days):
            let date = triaged.adding(days: chance.within(days))
            return date <= Self.lastDay ? .left(date) : .open
        }
    }

    /// Returns a day on which the other agency can also triage the person, so early that it can discharge them before
    /// the first agency does. Nil when there is no such day.
    private func beside(
        _ triaged: CalendarDate, _ ending: TreatmentEnding, by chance: inout SplitMix64
    ) -> CalendarDate? {
        let last = (ending.date ?? Self.lastDay).adding(days: -110)
        let first = triaged.adding(days: 20)
        return first <= last ? chance.day(in: first...last) : nil
    }
}
