import Aggregation
import Core
package import Disclosure
import FoundationEssentials
package import Indicators
package import Records

/// Writes the numbers behind a release's figures, with codes for what they count.
package enum DisclosureRecords {
    /// Returns the record of a release, as it is stored in the state folder.
    package static func bytes(
        of numbers: [DisclosedNumber], sources: Set<String>, _ plan: PipelinePlan, _ facts: SourceFacts
    ) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let codes = SubjectCodes(plan: plan)
        let record = DisclosureRecord(
            numbers.map { count(of: $0, codes, plan.areas) },
            drugCodes: facts.episodes.isEmpty
                ? nil : facts.episodes.mapValues { Set($0.lazy.flatMap(\.drugs)).sorted() },
            about: sources)
        // Encoding cannot fail, because every type in the record can be encoded.
        return (try? encoder.encode(record)).map { Array($0) + [UInt8(ascii: "\n")] } ?? []
    }

    private static func count(
        of number: DisclosedNumber, _ codes: SubjectCodes, _ areas: AreaTable
    ) -> DisclosureRecord.Count {
        var subject = SubjectCode(source: number.subject.source, kind: number.addsUp ? .count : .rollingCount)
        var (stage, periods, positions): (Int?, [String], [Int])
        switch number.subject {
        case .events(let events):
            let (source, months) = (events.source, events.months)
            // A category that was not in use has no events, and readers know this.
            subject.categoryCodes = codes.categories(events.categories, of: source, inUseIn: months)
            if let flag = events.flag.flatMap({ codes.flag($0, of: source) }) {
                codes.take(flag, of: source, into: &subject)
            }
            (stage, periods, positions) = (nil, ["\(months.first)", "\(months.last)"], events.areas)
        case .clients(_, let reached, let group, let last, let area):
            subject.drugs = group.drugs
            (stage, periods, positions) = (reached.rawValue, ["\(last)"], [area])
        case .returned(let returns):
            subject.returned = returns.name
            (stage, periods, positions) = (nil, returns.spans.map(words), [returns.area])
        }
        var (below, zeroToo): (Int?, Bool) = (nil, false)
        if case .suppressBelow(let threshold, let zero) = number.policy { (below, zeroToo) = (threshold, zero) }
        return DisclosureRecord.Count(
            name: number.name, subject: subject, stage: stage, periods: periods,
            areas: positions.map { areas.areas[$0].code }, value: number.value, isShown: number.isShown, below: below,
            zeroToo: zeroToo)
    }

    private static func words(_ span: ReturnedValue.Span) -> String {
        switch span {
        case .year(let year): "\(year)"
        case .quarter(let quarter): "\(quarter)"
        }
    }
}
