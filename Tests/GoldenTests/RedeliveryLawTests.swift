import Core
import Evaluation
import FoundationEssentials
import Intake
import TestSupport
import Testing

/// No figure depends on how a landing folder is divided into downloads, or on their names.
@Suite("Laws of deliveries")
struct RedeliveryLawTests {
    private struct Unit: Hashable {
        let month: String
        let force: String
    }

    /// Returns the rows of each unit as they were delivered last.
    private static func truth(_ generator: inout SeededGenerator) -> [Unit: [StreetLanding.Row]] {
        var units: [Unit: [StreetLanding.Row]] = [:]
        for month in ["2023-04", "2023-05", "2023-06"] {
            units[Unit(month: month, force: "Cleveland Police")] = StreetLanding.month(
                month, count: .random(in: 150...200, using: &generator), &generator)
            units[Unit(month: month, force: "Durham Constabulary")] = StreetLanding.month(
                month, force: "Durham Constabulary", count: .random(in: 5...60, using: &generator), &generator)
        }
        return units
    }

    /// Returns the rows as an earlier download may have had them: with some rows withdrawn, added or moved since.
    private static func earlier(
        _ rows: [StreetLanding.Row], _ generator: inout SeededGenerator
    ) -> [StreetLanding.Row] {
        rows.compactMap { row in
            var row = row
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: return nil
            case 1: row.type = "Drugs"
            case 2: row.lsoa = ""
            default: break
            }
            return row
        } + StreetLanding.month(rows[0].month, force: rows[0].force, count: 3, &generator)
    }

    private static func date(_ day: Int) -> String { "2023-09-" + (day < 10 ? "0\(day)" : "\(day)") }

    /// Returns a name for a file of the day's download, in one of several forms.
    private static func name(_ file: Int, day: Int, _ generator: inout SeededGenerator) -> String {
        let date = date(day)
        let letters = (0..<4).map { _ in String("abcxyz".randomElement(using: &generator) ?? "a") }.joined()
        return [
            "\(date)_\(letters)\(file).csv", "\(letters) \(date)/2023-04-\(letters)\(file)-street.csv",
            "\(letters)/download of \(date)/\(file).csv",
        ].randomElement(using: &generator) ?? "\(date).csv"
    }

    @Test(
        "Splitting a folder at unit boundaries into overlapping dated downloads leaves every figure as it was",
        arguments: 0..<25 as Range<UInt64>)
    func split(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let truth = Self.truth(&generator)
        let units = truth.keys.sorted { ($0.month, $0.force) < ($1.month, $1.force) }
        let whole = try await StreetLanding.evaluate(["all.csv": units.flatMap { truth[$0] ?? [] }])

        let days = [3, 9, 14, 21]
        var last: [Unit: Int] = [:]
        var downloads: [Int: [Unit]] = [:]
        for unit in units {
            let own = days.filter { _ in Bool.random(using: &generator) }
            for day in own.isEmpty ? [days[0]] : own {
                downloads[day, default: []].append(unit)
                last[unit] = day
            }
        }
        var files: [String: [StreetLanding.Row]] = [:]
        for (day, units) in downloads.sorted(by: { $0.key < $1.key }) {
            for (file, unit) in units.shuffled(using: &generator).enumerated() {
                let rows = last[unit] == day ? truth[unit] ?? [] : Self.earlier(truth[unit] ?? [], &generator)
                // Some files contain several units.
                if file > 0, Bool.random(using: &generator),
                    let name = files.keys.sorted().last(where: { $0.contains(Self.date(day)) })
                {
                    files[name, default: []] += rows
                } else {
                    files[Self.name(file, day: day, &generator)] = rows
                }
            }
        }
        let divided = try await StreetLanding.evaluate(files)
        #expect(divided.displays == whole.displays)
        for (_, file, account) in divided.accounts { #expect(account.balances, "\(file)") }
        // The accounts include every row of the files.
        let rows = files.values.reduce(0) { $0 + $1.count }
        #expect(divided.total.read == rows)
        #expect(
            rows == truth.values.reduce(0) { $0 + $1.count }
                || divided.findings.contains { $0.rule == .deliveryReplaced })
    }

    @Test("Renaming files changes no figure without a finding", arguments: 0..<8 as Range<UInt64>)
    func renaming(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let truth = Self.truth(&generator).sorted { ($0.key.month, $0.key.force) < ($1.key.month, $1.key.force) }
        func names(_ generator: inout SeededGenerator) -> [String: [StreetLanding.Row]] {
            var files: [String: [StreetLanding.Row]] = [:]
            for (index, unit) in truth.enumerated() {
                let letters = (0..<6).map { _ in String("abcdefgxyz".randomElement(using: &generator) ?? "a") }.joined()
                files[(Bool.random(using: &generator) ? "x/" : "") + "\(letters)\(index).csv"] = unit.value
            }
            return files
        }
        let first = try await StreetLanding.evaluate(names(&generator))
        let second = try await StreetLanding.evaluate(names(&generator))
        #expect(first.displays == second.displays)
        // Two versions of a month are refused under any file names that do not show which version is later.
        var files = names(&generator)
        files["\(seed).csv"] = Self.earlier(truth[0].value, &generator)
        let landed = files
        await #expect(throws: RunFailure.self) { try await StreetLanding.evaluate(landed) }
    }
}
