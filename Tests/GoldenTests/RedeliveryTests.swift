import Core
import Evaluation
import FoundationEssentials
import Indicators
import Intake
import Lineage
import PipelineEngine
import Planning
import Records
import ReleaseStore
import Releases
import TestSupport
import Testing

/// Files that deliver the same data again as another file.
@Suite("A delivery replaces what it delivers again")
struct RedeliveryTests {
    private typealias Row = StreetLanding.Row
    private static let incidents = "Anti-social behaviour incidents"

    /// Returns a number of incidents in Hartlepool in a month.
    private static func rows(
        _ month: String, _ count: Int, force: String = "Cleveland Police", lsoa: String = "E01011949"
    )
        -> [Row]
    {
        (0..<count).map { _ in Row(month: month, force: force, lsoa: lsoa) }
    }

    /// Ten incidents in each of April, May and June, with one file for each month.
    private static let quarter = [
        "2023-04-street.csv": rows("2023-04", 10), "2023-05-street.csv": rows("2023-05", 10),
        "2023-06-street.csv": rows("2023-06", 10),
    ]

    private static func rules(_ result: RunResult) -> [FindingRule: Int] {
        Dictionary(result.findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
    }

    @Test("The later of two downloads of a month counts as a whole")
    func later() async throws {
        var files = Self.quarter
        files["downloaded 2024-01/2023-05-street.csv"] = Self.rows("2023-05", 12)
        files["downloaded 2024-03/2023-05-street.csv"] = Self.rows("2023-05", 11)
        files["2023-05-street.csv"] = nil
        let result = try await StreetLanding.evaluate(files)
        #expect(result.streetCount(Self.incidents) == "31")
        #expect(Self.rules(result)[.deliveryReplaced] == 1)
        let finding = result.findings.first { $0.rule == .deliveryReplaced }
        #expect(finding?.file == "downloaded 2024-01/2023-05-street.csv")
        #expect(finding?.note?.contains("downloaded 2024-03/2023-05-street.csv") == true)
        let account = result.accounts.first { $0.file.contains("2024-01") }?.account
        #expect(account?.superseded == 12)
        #expect(account?.accepted == 0)
    }

    @Test(
        "Rows of a replaced month that nothing can be read from are no faults any more, and those of other months stay")
    func faults() async throws {
        var files = Self.quarter
        var bad = Self.rows("2023-04", 1)[0]
        bad.type = "No such type"
        files["2023-09-01_all.csv"] =
            Self.rows("2023-04", 9) + [bad] + Self.rows("2023-05", 10) + [Row(month: "", type: "Drugs")]
        files["2023-05-street.csv"] = nil
        files["2023-10-01/2023-04-street.csv"] = files["2023-04-street.csv"]
        files["2023-04-street.csv"] = nil
        let result = try await StreetLanding.evaluate(files)
        #expect(result.streetCount(Self.incidents) == "30")
        let account = result.accounts.first { $0.file == "2023-09-01_all.csv" }?.account
        #expect(account?.superseded == 10)
        // The row without a month belongs to no delivery.
        #expect(account?.quarantined == [.missingRequired: 1])
        #expect(!result.findings.contains { $0.rule == .unknownCategory })
    }

    @Test("A file NAME.delivered and a day in the name say which is later, whatever the names begin with")
    func sidecar() async throws {
        var files = Self.quarter
        files["2023-05-street.csv"] = nil
        files["z.csv"] = Self.rows("2023-05", 12)
        files["a.csv"] = Self.rows("2023-05", 11)
        let delivered = ["z.csv": "2023-07-01", "a.csv": "2023-08-01"]
        #expect(try await StreetLanding.evaluate(files, delivered: delivered).streetCount(Self.incidents) == "31")
        let other = ["a.csv": "2023-07-01", "z.csv": "2023-08-01"]
        #expect(try await StreetLanding.evaluate(files, delivered: other).streetCount(Self.incidents) == "32")
    }

    @Test("Two different files of a month in an order that is not known refuse the run, with both names and the remedy")
    func unknownOrder() async throws {
        var files = Self.quarter
        files["2023-05-street (1).csv"] = Self.rows("2023-05", 11)
        for names in [[:], ["2023-05-street (1).csv": "2023-07-01"]] as [[String: String]] {
            let landed = files
            do {
                _ = try await StreetLanding.evaluate(landed, delivered: names)
                Issue.record("not refused")
            } catch let failure as RunFailure {
                #expect(failure.codes == ["unknown-order"])
                for words in [
                    "2023-05-street (1).csv", "2023-05-street.csv", "Cleveland Police, May 2023", ".delivered",
                ] {
                    #expect(failure.description.contains(words), "\(failure.description)")
                }
            }
        }
        // The same rows in another order need no order of delivery.
        files["2023-05-street.csv"] = Self.rows("2023-05", 5) + Self.rows("2023-05", 5, lsoa: "")
        files["2023-05-street (1).csv"] = Self.rows("2023-05", 5, lsoa: "") + Self.rows("2023-05", 5)
        let result = try await StreetLanding.evaluate(files)
        #expect(result.streetCount(Self.incidents) == "25")
        #expect(result.findings.contains { $0.rule == .deliveryReplaced && $0.note?.contains("same") == true })
    }

    @Test("The same bytes under two names, in two folders or through a link count once")
    func copies() async throws {
        try await Repository.withTemporaryFolder { folder in
            for (name, rows) in Self.quarter { try StreetLanding.write(rows, to: folder + "/" + name) }
            let commands = [
                "cp 2023-05-street.csv '2023-05-street (1).csv'", "mkdir x && cp 2023-04-street.csv x/april.csv",
                "ln 2023-06-street.csv june.csv", "ln -s 2023-04-street.csv april.csv",
            ]
            for command in commands { #expect(try Repository.shell(command, in: folder) == 0) }
            let result = try await StreetLanding.evaluate(folder)
            #expect(result.streetCount(Self.incidents) == "30")
            #expect(result.accounts.count == 3)
            let copies = result.findings.filter { $0.rule == .sameFile }
            #expect(copies.count == 4)
            #expect(copies.first { $0.file == "2023-05-street (1).csv" }?.note == "2023-05-street.csv")
            #expect(!result.findings.contains { $0.rule == .deliveryReplaced })
        }
    }

    @Test("A month with far fewer rows than the one before it replaces nothing")
    func tooSmall() async throws {
        var files = Self.quarter
        files["2023-04-street.csv"] = Self.rows("2023-04", 30)
        files["2023-09-01_may.csv"] = Self.rows("2023-05", 10) + Self.rows("2023-04", 2)
        files["2023-05-street.csv"] = nil
        let result = try await StreetLanding.evaluate(files, delivered: ["2023-04-street.csv": "2023-06-01"])
        #expect(result.streetCount(Self.incidents) == "50")
        let finding = result.findings.first { $0.rule == .deliveryTooSmall }
        #expect(finding?.file == "2023-09-01_may.csv")
        let note = "Cleveland Police, April 2023: 2 rows here, 30 rows in 2023-04-street.csv; the latter count"
        #expect(finding?.note == note)
        #expect(result.accounts.first { $0.file == "2023-09-01_may.csv" }?.account.superseded == 2)
    }

    @Test("A month counts as delivered by the force's own file, and rows of another force are none")
    func otherForce() async throws {
        var files = Self.quarter
        files["2023-06-street.csv"] = Self.rows("2023-06", 4, force: "British Transport Police")
        let result = try await StreetLanding.evaluate(files)
        let displays = Set(result.tables.flatMap(\.figures).filter { $0.status == "not-delivered" }.map(\.display))
        #expect(displays == ["[x]"])
        #expect(result.streetCount(Self.incidents) == "[x]")
        #expect(result.findings.contains { $0.rule == .missingMonth && $0.value?.hasPrefix("2023-06") == true })
        // A delivered month without a row in an area is a true zero there.
        let whole = try await StreetLanding.evaluate(Self.quarter)
        #expect(whole.streetCount(Self.incidents, area: "Redcar") == "0")
    }

    @Test("Of two rows of a crime the one with a place counts, and one finding says how many there are")
    func repeats() async throws {
        var files = Self.quarter
        let located = (0..<3).map {
            Row(identifier: StreetLanding.identifier($0), month: "2023-05", type: "Burglary")
        }
        let nowhere = located.map { row in
            var row = row
            row.lsoa = ""
            return row
        }
        files["2023-05-street.csv"] = Self.rows("2023-05", 10) + located + nowhere
        let result = try await StreetLanding.evaluate(files)
        #expect(result.streetCount("Burglary") == "3")
        let findings = result.findings.filter { $0.rule == .identifierRepeated }
        #expect(findings.map(\.line) == [15])
        #expect(
            findings.first?.note == "3 rows (lines 15, 16, 17); the row with a place counts, or the last of several")
    }

    @Test("A traced figure names the file that a replaced row counts from")
    func lineage() async throws {
        var files = Self.quarter
        files["2023-05-street.csv"] = nil
        files["2023-09-01_x.csv"] = Self.rows("2023-05", 12) + Self.rows("2023-03", 1)
        files["2023-10-01_x.csv"] = Self.rows("2023-05", 11)
        let result = try await StreetLanding.evaluate(files, traces: true)
        let tracer = FigureTracer(result.landed, quarter: result.quarter)
        let (figure, formula) = try #require(
            tracer.figures.first { $0.figure.row == Self.incidents && $0.figure.area == "Hartlepool" })
        #expect(figure.display == "31")
        let part = try #require(tracer.lineage(of: formula).parts.first)
        #expect(part.rows.count == 31)
        let replaced = part.leftOut.filter { $0.file == "2023-09-01_x.csv" }
        #expect(replaced.count == 12)
        for row in replaced {
            guard case .leftOut(.replaced, let place) = row.standing else {
                Issue.record("\(row.standing)")
                continue
            }
            #expect(place?.file == "2023-10-01_x.csv")
        }
    }

    @Test("Rows dated after the delivery of their file are reported, and do not show that their month is there")
    func datedAfterDelivery() async throws {
        var files = Self.quarter
        files["2023-05-10_x.csv"] = Self.rows("2023-05", 10) + Self.rows("2023-06", 10)
        (files["2023-05-street.csv"], files["2023-06-street.csv"]) = (nil, nil)
        let result = try await StreetLanding.evaluate(files)
        let finding = result.findings.first { $0.rule == .datedAfterDelivery }
        #expect(finding?.note == "10 rows, delivered on 2023-05-10, the latest 2023-06-30")
        #expect(result.streetCount(Self.incidents) == "[x]")
    }

    @Test("Where rows of an identifier are left out, the notes of the tables say so")
    func noteOnRepeats() async throws {
        func notes(_ result: RunResult) -> [String] {
            result.tables.flatMap(\.notes).filter { $0.contains("one of them is counted") }
        }
        #expect(notes(try await StreetLanding.evaluate(Self.quarter)).isEmpty)
        var files = Self.quarter
        files["2023-04-street.csv", default: []] += ["E01011949", ""].map {
            Row(identifier: StreetLanding.identifier(7), lsoa: $0, type: "Burglary")
        }
        #expect(notes(try await StreetLanding.evaluate(files)).count == 1)
    }

    @Test("What a later download of a month changes has its cause and its weight")
    func revisions() async throws {
        func crime(_ number: Int, _ type: String = "Burglary") -> Row {
            Row(identifier: StreetLanding.identifier(number), month: "2023-05", type: type)
        }
        try await Repository.withTemporaryFolder { folder in
            let landing = folder + "/in"
            for (name, rows) in Self.quarter where name != "2023-05-street.csv" {
                try StreetLanding.write(rows, to: landing + "/got 2023-08/" + name)
            }
            try StreetLanding.write(
                Self.rows("2023-05", 10) + (0..<10).map { crime($0) }, to: landing + "/got 2023-08/2023-05-street.csv")
            let first = try await Self.publish(landing, folder + "/out")
            #expect(first.streetCount("Burglary") == "10")
            // Two crimes are withdrawn, three are reclassified and four are new; there are two incidents fewer.
            let revised = (2..<5).map { crime($0, "Shoplifting") } + (5..<14).map { crime($0) }
            try StreetLanding.write(Self.rows("2023-05", 8) + revised, to: landing + "/got 2023-10/2023-05-street.csv")
            let second = try await Self.publish(landing, folder + "/out")
            func shares(_ row: String) -> [FigureRevision.Share]? {
                second.revisions.first {
                    $0.figure.row == row && $0.figure.area == "Hartlepool" && $0.figure.measure == .value
                }?.shares
            }
            #expect(second.streetCount("Burglary") == "9 [r]")
            #expect(
                shares("Burglary") == [.init(.reclassified, Rational(-3)), .init(.redelivered, Rational(2))])
            #expect(shares("Shoplifting") == [.init(.reclassified, Rational(3))])
            #expect(shares(Self.incidents) == [.init(.redelivered, Rational(-2))])
            for revision in second.revisions where revision.shares.allSatisfy({ $0.weight != nil }) {
                #expect(try Rational.sum(revision.shares.compactMap(\.weight)) == revision.change)
            }
            // A copy of an existing file is not a revision.
            #expect(try Repository.shell("cp -r 'got 2023-08' 'copy 2023-09'", in: landing) == 0)
            let third = try await Self.publish(landing, folder + "/out")
            #expect(third.revisions.map(\.shares) == second.revisions.map(\.shares))
        }
    }

    /// Runs, publishes and issues the first release; later ones are compared with it.
    private static func publish(_ landing: String, _ output: String) async throws -> RunResult {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        let program = ProgramVersion(name: "shp", version: "0")
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        let issued = try IssuedReleases(output: output, pipeline: plan.pipeline)
        let quarter = try #require(FinancialQuarter("2023-24-Q1"))
        let facts = try await PipelineRun(plan: plan, input: landing, quarter: quarter, threads: 2)
            .readExtracts(keepingRows: !issued.isEmpty)
        let result = try await QuarterFigures(of: facts, for: quarter)
            .result(comparedWith: .issued(issued, by: nil), by: program)
        let published = try await ReleasePublisher.publish(result.release(by: program), holding: lock)
        if issued.isEmpty {
            _ = try ReleaseSeal.issue(
                try ReleaseFolder(published.folder), on: try #require(DateForm("yyyy-mm-dd")?.date("2023-09-01")),
                today: try #require(DateForm("yyyy-mm-dd")?.date("2023-09-02")), holding: lock)
        }
        return result
    }
}
