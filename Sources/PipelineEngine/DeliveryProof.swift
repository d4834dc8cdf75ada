import Aggregation
import Normalisation
import Tabular

/// What the extracts of a source prove to have been delivered. A row that is dated after the delivery of its extract proves
/// nothing.
struct DeliveryProof {
    /// The days that rows are dated by.
    private(set) var days = MonthDays()
    /// How many rows there are of each delivery unit that stands.
    private(set) var units: [DeliveryUnit: Int] = [:]
    private var provenMonths: [Int: Set<Month>] = [:]
    private var lateMonths: [Int: Set<Month>] = [:]

    /// The months of areas of which only rows dated after their delivery speak.
    var unproven: [Int: Set<Month>] {
        guard !lateMonths.isEmpty else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: lateMonths.map { area, months in (area, months.subtracting(provenMonths[area] ?? []))
            })
    }

    /// Takes up an extract whose rows that do not stand are gone. Rows dated after its delivery are reported in it.
    mutating func take(_ extract: inout ExtractOutcome, standing episodes: [Episode]) {
        let limit = extract.delivered
        days.merge(extract.days.monthDays(upTo: limit))
        for (unit, rows) in extract.standingUnits {
            if let limit, let first = unit.period?.first, first.firstDay > limit { continue }
            units[unit, default: 0] += rows
        }
        var late = limit.flatMap { extract.days.after($0) }
        take(episodes, limit, &late)
        takeMonths(extract, limit, &late)
        guard let late, let limit else { return }
        let latest = extract.schema.sensitive ? "" : ", the latest \(late.latest)"
        let rows = "\(Delivery.grouped(late.rows)) row\(late.rows == 1 ? "" : "s")"
        extract.findings.append(
            Finding(.datedAfterDelivery, file: extract.file, note: "\(rows), delivered on \(limit)\(latest)"))
    }

    private mutating func take(
        _ episodes: [Episode], _ limit: CalendarDate?, _ late: inout (rows: Int, latest: CalendarDate)?
    ) {
        for episode in episodes {
            let own = [episode.triage] + (episode.discharge.map { [$0] } ?? [])
            for day in own where limit.map({ day <= $0 }) ?? true { days.add(day) }
            if let limit, let latest = own.max(), latest > limit {
                late = (rows: (late?.rows ?? 0) + 1, latest: max(late?.latest ?? latest, latest))
            }
        }
    }

    /// Of sources that are dated by month or quarter.
    private mutating func takeMonths(
        _ extract: ExtractOutcome, _ limit: CalendarDate?, _ late: inout (rows: Int, latest: CalendarDate)?
    ) {
        let isKnownByDay = late != nil
        func take(_ area: Int, _ month: Month, _ rows: Int) {
            guard let limit, month.firstDay > limit else {
                provenMonths[area, default: []].insert(month)
                return
            }
            lateMonths[area, default: []].insert(month)
            guard !isKnownByDay else { return }
            late = (rows: (late?.rows ?? 0) + rows, latest: max(late?.latest ?? month.lastDay, month.lastDay))
        }
        extract.cube.forEach { key, count in if count > 0 { take(key.area, key.month, count) } }
        for count in extract.counts { take(count.area, count.month, 1) }
    }
}

extension SourceResolution {
    /// The rows of the deliveries that cover each area, by month, where it is known whose deliveries do.
    func unitRows(covering covers: [String: [Int]]) -> [Int: [Month: Int]] {
        var found: [Int: [Month: Int]] = [:]
        for (subject, areas) in covers {
            for area in areas { found[area, default: [:]].merge([:], uniquingKeysWith: +) }
            for (unit, rows) in units where unit.subject == subject {
                guard let month = unit.period?.first else { continue }
                for area in areas { found[area, default: [:]][month, default: 0] += rows }
            }
        }
        return found
    }
}
