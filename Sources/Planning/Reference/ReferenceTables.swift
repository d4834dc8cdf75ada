import Core
import Indicators
import PipelineDefinition
import Records

extension Classification {
    /// Reads a code list and its tree of groups.
    static func read(
        _ definition: ClassificationDefinition, _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector
    ) -> Classification? {
        let groupTable = ReferenceTable(definition.groups, columns: ["group", "parent", "title"], folder, errors)
        let codeTable = ReferenceTable(
            definition.codes, columns: ["code", "description", "group", "aliases"], folder, errors)
        guard let groupTable, let codeTable else { return nil }
        var groups: [Group] = []
        var number: [String: Int] = [:]
        for row in groupTable.rows {
            var parent: Int?
            if !row["parent"].isEmpty {
                // Parents come before children, so a tree cannot have a cycle.
                parent = number[row["parent"]]
                if parent == nil {
                    errors.report(
                        .unknownName(
                            of: "group above (parents come first)", row["parent"], known: number.keys.sorted()),
                        at: row.position)
                }
            }
            if number.updateValue(groups.count, forKey: row["group"]) != nil {
                errors.report(.duplicateName(of: "group", row["group"]), at: row.position)
            }
            groups.append(Group(name: row["group"], title: row["title"], parent: parent))
        }
        var codes: [Code] = []
        var aliases: [String: Int] = [:]
        var seen: Set<String> = []
        for row in codeTable.rows {
            let group = number[row["group"]]
            if group == nil, row["group"] != "out-of-scope" {
                errors.report(
                    .unknownName(of: "group", row["group"], known: groups.map(\.name) + ["out-of-scope"]),
                    at: row.position)
            }
            for name in [row["code"]] + row.list("aliases") where !seen.insert(name).inserted {
                errors.report(.duplicateName(of: "code", name), at: row.position)
            }
            for alias in row.list("aliases") { aliases[alias] = codes.count }
            codes.append(Code(code: row["code"], title: row["description"], group: group))
        }
        if codes.count > Int(UInt16.max) {
            errors.report(.expected("at most 65,535 codes", found: "\(codes.count)"), at: definition.codes.position)
            return nil
        }
        for (position, row) in codeTable.rows.enumerated() where codes.indices.contains(position) {
            codes[position].time = time(of: row, codes, errors)
        }
        return Classification(
            name: definition.name.value, codes: codes, groups: groups, dialect: definition.dialect, aliases: aliases)
    }
}

extension Classification {
    /// Returns when a code was in use, from the optional columns `from`, `until` and `before` of the list.
    private static func time(
        of row: ReferenceTable.Row, _ codes: [Code], _ errors: DefinitionErrorCollector
    ) -> CodeTime? {
        func month(_ column: String) -> Month? {
            guard !row[column].isEmpty else { return nil }
            if let month = Month(row[column]) { return month }
            errors.report(.expected("a month such as 2013-05", found: row[column]), at: row.position(of: column))
            return nil
        }
        let before = codes.firstIndex { $0.code == row["before"] }
        if before == nil, !row["before"].isEmpty {
            errors.report(
                .unknownName(of: "code", row["before"], known: codes.map(\.code)), at: row.position(of: "before"))
        }
        let (from, until) = (month("from"), month("until"))
        return from == nil && until == nil ? nil : CodeTime(from: from, until: until, before: before)
    }
}

extension Target {
    /// Reads targets, with one row for each indicator and financial year. Ceilings and floors for the indicators in
    /// `shares` are percentages.
    static func read(
        _ name: Located<String>, _ schema: TableSchema?, indicators: [String], shares: Set<String>,
        _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector
    ) -> [FinancialYear: [String: Target]] {
        let columns = ["indicator", "year", "aim", "value", "status"]
        guard let table = ReferenceTable(name, columns: columns, schema: schema, folder, errors) else { return [:] }
        var targets: [FinancialYear: [String: Target]] = [:]
        for row in table.rows {
            guard indicators.contains(row["indicator"]) else {
                errors.report(
                    .unknownName(of: "indicator", row["indicator"], known: indicators),
                    at: row.position(of: "indicator"))
                continue
            }
            guard let year = FinancialYear(row["year"]) else {
                errors.report(
                    .expected("a financial year such as 2019/20", found: row["year"]), at: row.position(of: "year"))
                continue
            }
            guard ["confirmed", "to be confirmed"].contains(row["status"]) else {
                errors.report(
                    .unknownName(of: "status", row["status"], known: ["confirmed", "to be confirmed"]),
                    at: row.position(of: "status"))
                continue
            }
            guard let aim = aim(row, isShare: shares.contains(row["indicator"]), errors) else { continue }
            let target = Target(aim: aim, isConfirmed: row["status"] == "confirmed")
            if targets[year, default: [:]].updateValue(target, forKey: row["indicator"]) != nil {
                errors.report(.duplicateName(of: "target", "\(row["indicator"]) \(row["year"])"), at: row.position)
            }
        }
        return targets
    }

    private static func aim(_ row: ReferenceTable.Row, isShare: Bool, _ errors: DefinitionErrorCollector) -> Aim? {
        let directions: [String: Aim] = ["reduce": .reduce, "increase": .increase, "monitor": .monitor]
        let levels: [String: (Rational) -> Aim] = [
            "number": { .number($0) }, "percentage": { .percentage($0) }, "relative": { .relative($0) },
            "at-most": { .atMost($0, isShare: isShare) }, "at-least": { .atLeast($0, isShare: isShare) },
        ]
        if let direction = directions[row["aim"]] { return direction }
        guard let level = levels[row["aim"]] else {
            errors.report(
                .unknownName(of: "aim", row["aim"], known: directions.keys.sorted() + levels.keys.sorted()),
                at: row.position(of: "aim"))
            return nil
        }
        guard let value = Rational(decimal: row["value"]) else {
            errors.report(.expected("a number", found: row["value"]), at: row.position(of: "value"))
            return nil
        }
        return level(value)
    }
}
