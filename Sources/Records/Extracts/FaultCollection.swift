package import Aggregation
package import Core
import Normalisation

/// Collects the gaps in the data of a source. These are rows in quarantine with the figures that they may belong to,
/// rows without a place, and events without an area.
package struct FaultCollection {
    package private(set) var faults: SourceFaults

    /// `extracts` are the extracts of the source in the order of delivery, before their rows were compared. `areas` are
    /// the areas that the source must deliver.
    package init(_ extracts: [ExtractOutcome], limits: UncertaintyLimits, areas: [Int] = []) {
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

    /// Adds events that are dated after their extract was delivered. Such dates are errors, so that the events may
    /// belong to any month that the extract covers.
    private mutating func takeDoubtfulMonths(of extract: ExtractOutcome, _ areas: [Int]) {
        guard let limit = extract.delivered else { return }
        func isDoubtful(_ month: Month) -> Bool { month.firstDay > limit }
        var doubtful: [PossibleEvents: Int] = [:]
        extract.cube.forEach { key, count in
            guard count > 0, isDoubtful(key.month) else { return }
            let place = PossibleEvents(area: key.area, month: nil, category: .known(key.category), flags: key.flags)
            doubtful[place, default: 0] += count
        }
        extract.records.forEachEvents { events in
            guard let month = events.month, isDoubtful(month) else { return }
            var place = events
            place.month = nil
            doubtful[place, default: 0] += 1
        }
        guard !doubtful.isEmpty else { return }
        let coverage = Self.coverage(of: extract, areas)
        for (place, rows) in doubtful { take(.events(place), rows, coverage) }
    }

    /// Adds a cell with contradictory rows in one extract, so that its right number is not known.
    package mutating func takeContradicted(_ place: QuarantinedPlace) { take(place, 1, nil) }

    /// Adds events that the source assigns to no area.
    mutating func take(unassigned: [SourceFaults.Unassigned]) { faults.unassigned = unassigned }

    /// Returns whether the extract is a count table without a sound row, and no later extract has one. The figures that
    /// the table was meant to replace are then out of date.
    private static func isUnreadablePublication(_ index: Int, among extracts: [ExtractOutcome]) -> Bool {
        func isSound(_ extract: ExtractOutcome) -> Bool {
            var isSound = false
            extract.records.forEachEvents { _ in isSound = true }
            return isSound
        }
        return extracts[index].schema.records.rules.isPublishedAsWhole && !extracts[index...].contains(where: isSound)
    }

    /// Returns the place of a row of an unreadable publication, without the row's number. That number would replace a
    /// known number and not add to it, so no limit of uncertainty applies. If the row's time cannot be read, categories
    /// that the table leaves out are unknown too.
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

    /// Returns the months that an extract covers in each area. These are the months of its sound rows, and of rows at
    /// fault with a readable area and month. An area without readable months gets the months in the file name. The
    /// result is empty if all sound rows are outside the areas, and nil if the coverage is unknown.
    private static func coverage(of extract: ExtractOutcome, _ areas: [Int]) -> EventFaults.Coverage {
        // If rows may be of any time and more rows are at fault than sound, the sound rows do not show what the extract
        // covers.
        let sound = extract.account.read - extract.account.quarantinedTotal
        if extract.schema.delivery == nil, extract.account.quarantinedTotal > sound, sound > 0 { return nil }
        var months: [Int: Set<Month>] = [:]
        extract.cube.forEach { key, count in if count != 0 { months[key.area, default: []].insert(key.month) } }
        extract.records.forEachCovered { months[$0, default: []].insert($1) }
        for case .events(let place) in extract.held.lazy.map(\.place) {
            if let area = place.area, let month = place.month { months[area, default: []].insert(month) }
        }
        // A single day in the name is the day of delivery, and does not show the period of the rows.
        let named = FilePeriod(fileName: extract.file).flatMap { period in
            period.first == period.last ? nil : Set(period.first.month...period.last.month)
        }
        for case .events(let place) in extract.held.lazy.map(\.place) {
            guard let area = place.area, months[area] == nil else { continue }
            guard let named else { return nil }
            months[area] = named
        }
        if extract.records.isOfAllAreas {
            let all = months.values.reduce(into: Set<Month>()) { $0.formUnion($1) }
            for area in areas { months[area, default: []].formUnion(all) }
        }
        if !months.isEmpty { return months }
        return extract.account.read > extract.account.quarantinedTotal ? [:] : nil
    }

    // MARK: Rows with the same identifier

    /// Returns, for each extract, the positions of quarantined rows that a later sound row with the same identifier
    /// corrects. Where extracts replace rows one by one, it also returns the cells of earlier sound rows that the
    /// quarantined rows may replace, move or cancel.
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
            for block in extract.identified {
                filter.forEachMatch(in: block) { match, line, row in
                    let place = places[match]
                    if index > place.extract || (index == place.extract && line > place.line) {
                        settled[place.extract].insert(place.position)
                    } else if extract.records.isEmpty, extract.schema.delivery == nil {
                        // The last of these earlier rows is the one that counts.
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
