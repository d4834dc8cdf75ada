import Core
import PipelineDefinition

/// The table of constituents: the parts of areas, for example councils from before a merger, each with its first and
/// last month.
struct ConstituentTable {
    /// A row that was resolved.
    struct Entry {
        let constituent: AreaTable.Constituent
        /// The code, the name and the aliases.
        let names: [String]
        let row: ReferenceTable.Row
    }

    private(set) var entries: [Entry] = []
    /// For each name, the position of the entry that rows with the name belong to.
    private(set) var byName: [String: Int] = [:]
    private let errors: DefinitionErrorCollector

    static let columns = ["area", "code", "name", "valid-from", "valid-to"]

    /// Reads the table. `areaNames` has the positions of the areas by every name that extracts use for them.
    init(
        _ name: Located<String>?, areaNames: [String: Int], areas: [AreaTable.Area], _ folder: DefinitionFolder,
        _ errors: DefinitionErrorCollector
    ) {
        self.errors = errors
        guard let name, let table = ReferenceTable(name, columns: Self.columns, folder, errors), !areas.isEmpty else {
            return
        }
        for row in table.rows { add(row, areaNames, areas) }
        if entries.count >= Int(UInt16.max) {
            errors.report(.expected("at most 65,534 rows", found: "\(entries.count)"), at: name.position)
            (entries, byName) = ([], [:])
        }
    }

    private mutating func add(_ row: ReferenceTable.Row, _ areaNames: [String: Int], _ areas: [AreaTable.Area]) {
        guard let area = areas.firstIndex(where: { $0.code == row["area"] }) else {
            errors.report(.unknownName(of: "area", row["area"], known: areas.map(\.code)), at: row.position(of: "area"))
            return
        }
        if areas[area].isTotal {
            errors.report(
                .contradiction(
                    "'\(row["area"])' is the total: the sum of the areas that have its code in the column 'parent'"),
                at: row.position(of: "area"))
        }
        let (from, until) = (month("valid-from", row), month("valid-to", row))
        if let from, let until, until < from {
            errors.report(
                .contradiction("'\(row["name"])' ends in \(until), before it begins in \(from)"),
                at: row.position(of: "valid-to"))
        }
        let constituent = AreaTable.Constituent(
            area: area, code: row["code"], name: row["name"], from: from, until: until, share: share(row))
        let names = [row["code"], row["name"]] + row.list("aliases")
        for name in names { check(name, of: constituent, row, areaNames, areas) }
        enter(Entry(constituent: constituent, names: names, row: row))
    }

    private func month(_ column: String, _ row: ReferenceTable.Row) -> Month? {
        guard !row[column].isEmpty else { return nil }
        if let month = Month(row[column]) { return month }
        errors.report(
            .expected("a month such as 2023-03, or nothing", found: row[column]), at: row.position(of: column))
        return nil
    }

    private func share(_ row: ReferenceTable.Row) -> AreaTable.Constituent.Share {
        let written = row["lies"]
        guard !written.isEmpty else { return .wholly }
        if let share = AreaTable.Constituent.Share(rawValue: written) { return share }
        errors.report(
            .unknownName(of: "share", written, known: AreaTable.Constituent.Share.allCases.map(\.rawValue)),
            at: row.position(of: "lies"))
        return .partly
    }

    /// Reports a name that is empty, and a name that the table of areas gives to an area.
    private func check(
        _ name: String, of constituent: AreaTable.Constituent, _ row: ReferenceTable.Row, _ areaNames: [String: Int],
        _ areas: [AreaTable.Area]
    ) {
        if name.allSatisfy(\.isWhitespace) {
            errors.report(.expected("a code and a name in every row", found: name), at: row.position)
        }
        guard let area = areaNames[name] else { return }
        let problem =
            area == constituent.area
            ? "'\(name)' is a name of the area '\(areas[area].code)' itself, and an area is not made of itself"
            : "'\(name)' is a name of the area '\(areas[area].code)', which has figures of its own"
        errors.report(
            .contradiction("\(problem): remove the row, or the name from the table of areas"), at: row.position)
    }

    /// Adds the entry. A code may be in several rows if each row has a different area. All of these rows, except at
    /// most one, must have `partly`.
    private mutating func enter(_ entry: Entry) {
        let (own, row) = (entry.constituent, entry.row)
        let same = entries.filter { $0.constituent.code == own.code }
        if same.contains(where: { $0.constituent.area == own.area }) {
            errors.report(
                .contradiction(
                    "'\(own.code)' is in the table twice for '\(row["area"])': write one row, with the first and the last month"
                ),
                at: row.position)
            return
        }
        if own.share != .partly, let other = same.first(where: { $0.constituent.share != .partly }) {
            errors.report(
                .contradiction(
                    "'\(own.code)' lies in '\(other.row["area"])', too; write 'partly' in the column 'lies' of both rows, or of "
                        + "one row if the other row's area has nearly all of it"), at: row.position)
        }
        let position = entries.count
        for name in Set(entry.names).sorted() {
            guard let known = byName[name] else {
                byName[name] = position
                continue
            }
            if entries[known].constituent.code != own.code {
                errors.report(.duplicateName(of: "area", name), at: row.position)
            } else if own.share != .partly {
                byName[name] = position
            }
        }
        entries.append(entry)
    }
}
