import Aggregation
import Normalisation
import Tabular

/// Collects what is not known of a source: the rows in quarantine of its extracts, with the figures that they may belong
/// to, rows without a place, and events that the source gives to no area.
struct FaultCollection {
    private(set) var faults: SourceFaults

    /// `extracts` are those of the source in the order of delivery, as they were before their rows were compared.
    /// `areas` are those that the source must deliver.
    init(_ extracts: [ExtractOutcome], limits: UncertaintyLimits, areas: [Int] = []) {
        faults = SourceFaults(limits: limits)
        let (settled, replaced) = Self.compared(extracts)
        for place in replaced { take(.events(place), 1, nil) }
        for (index, extract) in extracts.enumerated() {
            faults.unplaced.merge(extract.unplaced, uniquingKeysWith: +)
            faults.notPublishedAgain.formUnion(extract.cellsNotPublishedAgain)
            takeDoubtfulMonths(of: extract, areas)
            guard !extract.held.isEmpty else { continue }
            let coverage = Self.coverage(of: extract, areas)
            let isUnreadable = Self.isUnreadablePublication(index, among: extracts)
            var places: [QuarantinedPlace: Int] = [:]
            for (position, row) in extract.held.enumerated() where !settled[index].contains(position) {
                places[isUnreadable ? Self.unnumbered(row.place) : row.place, default: 0] += 1
            }
            for (place, rows) in places { take(place, rows, coverage) }
        }
    }

    /// Takes up events that are dated after their extract was delivered: slips, so that they may belong to any month that it
    /// covers.
    private mutating func takeDoubtfulMonths(of extract: ExtractOutcome, _ areas: [Int]) {
        guard let limit = extract.delivered else { return }
        func isDoubtful(_ month: Month) -> Bool { month.firstDay > limit }
        var doubtful: [PossibleEvents: Int] = [:]
        extract.cube.forEach { key, count in
            guard count > 0, isDoubtful(key.month) else { return }
            let place = PossibleEvents(area: key.area, month: nil, category: .known(key.category), flags: key.flags)
            doubtful[place, default: 0] += count
        }
        for count in extract.counts where count.area >= 0 && isDoubtful(count.month) {
            doubtful[
                PossibleEvents(area: count.area, month: nil, category: .known(count.category), events: count.count),
                default: 0] += 1
        }
        guard !doubtful.isEmpty else { return }
        let coverage = Self.coverage(of: extract, areas)
        for (place, rows) in doubtful { take(.events(place), rows, coverage) }
    }

    /// Takes up rows of one extract that say different things of one cell, so that nobody can tell which is right.
    mutating func takeContradicted(_ place: QuarantinedPlace) { take(place, 1, nil) }

    /// Whether the extract is a table of counts without a sound row, and no sound one follows it: what it replaces is not
    /// what is known now.
    private static func isUnreadablePublication(_ index: Int, among extracts: [ExtractOutcome]) -> Bool {
        func isSound(_ extract: ExtractOutcome) -> Bool { extract.counts.contains { $0.area >= 0 } }
        return extracts[index].schema.records == .counts && !extracts[index...].contains(where: isSound)
    }

    /// The place of a row of an unreadable publication: its number replaces another and is not added to it, so that no limit
    /// applies. Where its time cannot be read, categories that the table leaves out are not known either.
    private static func unnumbered(_ place: QuarantinedPlace) -> QuarantinedPlace {
        guard case .events(var events) = place else { return place }
        events.events = nil
        if events.month == nil { events.category = .any }
        return .events(events)
    }

    private mutating func take(_ place: QuarantinedPlace, _ rows: Int, _ coverage: EventFaults.Coverage) {
        switch place {
        case .nowhere: break
        case .unplaced(let cell): if let cell { faults.unplaced[cell, default: 0] += rows }
        case .events(let place): faults.events.add(place, rows: rows, coverage: coverage)
        case .client(let client):
            var clients = [client]
            if client.area == nil, let areas = coverage?.keys {
                clients = areas.map { PossibleClient(person: client.person, area: $0, triage: client.triage) }
            }
            for client in clients { faults.clients += Array(repeating: client, count: rows) }
        case .returned(let place): faults.returns += Array(repeating: place, count: rows)
        }
    }

    // MARK: Coverage

    /// The months of each area that an extract covers: those of its sound rows, and of rows at fault whose area and month
    /// can be read. Where no month of an area can be read, those that its name gives. An extract whose sound rows are all of
    /// other areas covers nothing.
    ///
    /// A table of counts is of all areas: a row whose area cannot be read is, if anything, one of those that lack it.
    private static func coverage(of extract: ExtractOutcome, _ areas: [Int]) -> EventFaults.Coverage {
        // Where more rows are at fault than sound, and rows of any time may come, the sound ones do not say what it covers.
        let sound = extract.account.read - extract.account.quarantinedTotal
        if extract.schema.delivery == nil, extract.account.quarantinedTotal > sound, sound > 0 { return nil }
        var months: [Int: Set<Month>] = [:]
        extract.cube.forEach { key, count in if count != 0 { months[key.area, default: []].insert(key.month) } }
        for count in extract.counts where count.area >= 0 { months[count.area, default: []].insert(count.month) }
        for episode in extract.episodes { months[episode.area, default: []].insert(episode.triage.month) }
        for case .events(let place) in extract.held.lazy.map(\.place) {
            if let area = place.area, let month = place.month { months[area, default: []].insert(month) }
        }
        // A day in the name is that of the delivery, and says nothing of the rows.
        let named = FilePeriod(fileName: extract.file).flatMap { period in
            period.first == period.last ? nil : Set(period.first.month...period.last.month)
        }
        for case .events(let place) in extract.held.lazy.map(\.place) {
            guard let area = place.area, months[area] == nil else { continue }
            guard let named else { return nil }
            months[area] = named
        }
        if !extract.counts.isEmpty {
            let all = months.values.reduce(into: Set<Month>()) { $0.formUnion($1) }
            for area in areas { months[area, default: []].formUnion(all) }
        }
        if !months.isEmpty { return months }
        return extract.account.read > extract.account.quarantinedTotal ? [:] : nil
    }

    // MARK: Rows with the same identifier

    /// For each extract, the positions of the quarantined rows whose identifier a sound row has that comes later: the
    /// partner has sent what was wrong once more. And the cells of sound rows that came earlier and that the others may
    /// replace, move or cancel, where extracts replace rows one by one.
    private static func compared(_ extracts: [ExtractOutcome]) -> (settled: [Set<Int>], replaced: [PossibleEvents]) {
        var places: [(extract: Int, position: Int, line: Int)] = []
        var keys: [RecordKey] = []
        for (index, extract) in extracts.enumerated() {
            for (position, row) in extract.held.enumerated() {
                guard let identity = row.identity else { continue }
                keys.append(identity)
                places.append((index, position, row.line))
            }
        }
        var settled = extracts.map { _ in Set<Int>() }
        guard !keys.isEmpty else { return (settled, []) }
        var earlier: [Int: FactKey] = [:]
        let filter = IdentityFilter(keys)
        for (index, extract) in extracts.enumerated() {
            let isEvent = extract.counts.isEmpty && extract.returns.isEmpty && extract.episodes.isEmpty
            for block in extract.identified {
                filter.forEachMatch(in: block) { match, line, row in
                    let place = places[match]
                    if index > place.extract || (index == place.extract && line > place.line) {
                        settled[place.extract].insert(place.position)
                    } else if isEvent, extract.schema.delivery == nil {
                        // The last of them is the one that stands.
                        earlier[match] = row.outcome == .accepted ? FactKey(word: row.payload) : nil
                    }
                }
            }
        }
        let replaced = earlier.compactMap { match, cell -> PossibleEvents? in
            let place = places[match]
            guard !settled[place.extract].contains(place.position) else { return nil }
            let events = PossibleEvents(
                area: cell.area, month: cell.month, category: .known(cell.category), flags: cell.flags)
            return extracts[place.extract].held[place.position].place == .events(events) ? nil : events
        }
        return (settled, replaced)
    }
}

extension FaultCollection {
    /// Adds the events that tables of counts give to no area, from the rows that stand.
    mutating func takeUnassigned(of extracts: [ExtractOutcome], except gone: [Set<UInt64>]) {
        var forces: [Share.Key: Share] = [:]
        for (index, extract) in extracts.enumerated() where !extract.counts.isEmpty {
            for block in extract.identified {
                for row in block.rows {
                    let position = row.payload + UInt64(block.payloadBase)
                    let count = extract.counts[Int(position)]
                    guard let force = count.force, !gone[index].contains(position) else { continue }
                    forces[Share.Key(force: force, month: count.month), default: Share()].take(count, row.outcome)
                }
            }
        }
        faults.unassigned = forces.compactMap { key, share in
            guard share.unassigned > 0, !share.areas.isEmpty else { return nil }
            return SourceFaults.Unassigned(
                force: key.force, month: key.month, areas: share.areas, events: share.unassigned, all: share.all)
        }.sorted { ($0.force, $0.month) < ($1.force, $1.month) }
    }

    /// The events of a force in a month or quarter.
    private struct Share {
        struct Key: Hashable {
            let force: String
            let month: Month
        }

        var areas: Set<Int> = []
        var unassigned = 0
        var all = 0

        mutating func take(_ count: EventCount, _ outcome: RowOutcome) {
            switch outcome {
            case .accepted: areas.insert(count.area)
            case .outOfScope(.unassigned): unassigned += count.count
            case .outOfScope(.outsideArea): break
            case .outOfScope, .cancelled, .quarantined: return
            }
            all += count.count
        }
    }
}
