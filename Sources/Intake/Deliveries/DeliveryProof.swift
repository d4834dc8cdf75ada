import Aggregation
import Core
import Normalisation
import Records

/// Finds which days and units the extracts of a source prove to have been delivered. A row that is dated after the
/// delivery of its extract proves nothing.
struct DeliveryProof {
    /// The days of each month on which rows are dated.
    private(set) var days = MonthDays()
    /// For each delivery unit that counts and had ended by the day of its delivery, the number of its rows.
    private(set) var units: [DeliveryUnit: Int] = [:]
    private var provenMonths: [Int: Set<Month>] = [:]
    private var lateMonths: [Int: Set<Month>] = [:]

    /// The months of each area in which all rows are dated after their delivery.
    var unproven: [Int: Set<Month>] {
        guard !lateMonths.isEmpty else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: lateMonths.map { area, months in (area, months.subtracting(provenMonths[area] ?? []))
            })
    }

    /// Adds an extract from which the rows that do not count have been removed. Rows dated after its delivery are
    /// reported in its findings.
    mutating func take(_ extract: inout ExtractOutcome, standing: ExtractRecords) {
        let limit = extract.delivered
        days.merge(extract.days.monthDays(upTo: limit))
        let unreadable = Self.unreadableMonths(of: extract)
        for (unit, rows) in extract.standingUnits {
            guard let first = unit.period?.first else { continue }
            // If all rows of a month are at fault, they do not show what else happened in that month.
            if unreadable.contains(first) { continue }
            // A unit that was delivered before its period had ended cannot be complete.
            if let limit, let last = unit.period?.last, last.lastDay > limit { continue }
            units[unit, default: 0] += rows
        }
        var late = limit.flatMap { extract.days.after($0) }
        take(standing, limit, &late)
        takeMonths(extract, limit, &late)
        guard let late, let limit else { return }
        let latest = extract.schema.sensitive ? "" : ", the latest \(late.latest)"
        let rows = UnitNoun(plural: "rows").counted(late.rows)
        extract.findings.append(
            Finding(.datedAfterDelivery, file: extract.file, note: "\(rows), delivered on \(limit)\(latest)"))
    }

    /// Returns the months in which all rows of the extract are in quarantine.
    private static func unreadableMonths(of extract: ExtractOutcome) -> Set<Month> {
        var atFault: [Month: Int] = [:]
        for case .events(let place) in extract.held.lazy.map(\.place) {
            if let month = place.month { atFault[month, default: 0] += 1 }
        }
        guard !atFault.isEmpty else { return [] }
        var rows: [Month: Int] = [:]
        for (unit, count) in extract.standingUnits {
            if let month = unit.period?.first { rows[month, default: 0] += count }
        }
        return Set(atFault.filter { $0.value >= rows[$0.key] ?? 0 }.keys)
    }

    private mutating func take(
        _ standing: ExtractRecords, _ limit: CalendarDate?, _ late: inout (rows: Int, latest: CalendarDate)?
    ) {
        standing.forEachDays { own in
            for day in own where limit.map({ day <= $0 }) ?? true { days.add(day) }
            if let limit, let latest = own.max(), latest > limit {
                late = (rows: (late?.rows ?? 0) + 1, latest: max(late?.latest ?? latest, latest))
            }
        }
    }

    /// Adds the months of cells. Their rows are counted as late unless the extract's late rows are already known by
    /// day.
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
        extract.records.forEachCell { take($0, $1, 1) }
    }
}
