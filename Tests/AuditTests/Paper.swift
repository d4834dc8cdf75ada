import Audit
import Foundation
import Ingestion

/// The tables of the committee paper of October 2019, made from lists of their figures.
struct Paper {
    /// A figure of the list.
    struct Fact {
        let table, section, row, column, printed, expected: String
    }

    let facts: [Fact]

    /// Reads the project's list, with the printed and the correct figures.
    static func own() throws -> Paper {
        let rows = try rows(of: Checkout.root + "/Tests/Golden/paper-2019-20-q1/facts.csv")
        return Paper(
            facts: rows.map { f in
                Fact(
                    table: f[0], section: f[1], row: f[2],
                    column: heading(table: f[0], area: f[3], measure: f[4], f[5]),
                    printed: f[6], expected: f[7])
            })
    }

    /// Reads the figures transcribed from the paper, with the list of its errors; nil where their folder is not next to
    /// the checkout.
    static func published() throws -> (paper: Paper, errata: [Fact])? {
        let folder = Checkout.root + "/../shared/published/2019-20-Q1"
        guard FileManager.default.fileExists(atPath: folder) else { return nil }
        let facts = try rows(of: folder + "/figures.csv").map { f in
            Fact(table: f[0], section: f[1], row: f[2], column: f[3], printed: f[4], expected: "")
        }
        let errata = try rows(of: folder + "/errata.csv").map { f in
            Fact(table: f[0], section: "", row: f[1], column: f[2], printed: f[3], expected: f[4])
        }
        return (Paper(facts: facts), errata)
    }

    /// Returns the tables, with a column for sections where there are several.
    func tables(corrected: Bool) -> [PrintedTable] {
        var names: [String] = []
        for fact in facts where !names.contains(fact.table) { names.append(fact.table) }
        return names.map { name in
            let own = facts.filter { $0.table == name }
            var (columns, rows): ([String], [[String]]) = ([], [])
            for fact in own {
                if !columns.contains(fact.column) { columns.append(fact.column) }
                if rows.last != [fact.section, fact.row] { rows.append([fact.section, fact.row]) }
            }
            var cells = [["Section", "Category"] + columns]
            for row in rows {
                cells.append(
                    row
                        + columns.map { column in
                            let fact = own.first { [$0.section, $0.row] == row && $0.column == column }
                            return fact.map { corrected && !$0.expected.isEmpty ? $0.expected : $0.printed } ?? ""
                        })
            }
            return PrintedTable(name: name, cells: cells)
        }
    }

    /// Returns roughly the heading that the paper has.
    private static func heading(table: String, area: String, measure: String, _ period: String) -> String {
        let isLocal = ["indicators", "recorded-crime-local", "asb-local"].contains(table)
        return switch (isLocal, measure) {
        case (true, "value") where period.hasSuffix("-to-Q1"): "Year to date 2019/20"
        case (true, "value") where period == "2018-19": "Baseline 2018/19"
        case (true, "value"): period == "2018-19-Q1" ? "Apr-Jun 18" : "Apr-Jun 19"
        case (true, "target"): "Target 2019/20"
        case (true, "difference"): "Change"
        case (true, _): "% Change"
        case (false, "value"): "\(area) count"
        case (false, "rate"): "\(area) rate per 1,000"
        case (false, _): "\(area) % change"
        }
    }

    private static func rows(of path: String) throws -> [[String]] {
        guard let data = FileManager.default.contents(atPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
        return CSVText([UInt8](data)).rows.dropFirst().map(\.fields)
    }
}

/// The checkout that the tests run in.
enum Checkout {
    /// The root folder of the checkout, found from this file.
    static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()
}
