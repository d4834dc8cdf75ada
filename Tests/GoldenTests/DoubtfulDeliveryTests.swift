import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import TestSupport
import Testing

/// Deliveries with rows of uncertain area, or with repeated data.
@Suite("Deliveries that leave a doubt")
struct DoubtfulDeliveryTests {
    private typealias Row = StreetLanding.Row
    private static let incidents = "Anti-social behaviour incidents"

    private static func rows(_ month: String, _ count: Int, force: String = "Cleveland Police") -> [Row] {
        (0..<count).map { _ in Row(month: month, force: force) }
    }

    private static let others = [
        "2023-04-street.csv": rows("2023-04", 10), "2023-06-street.csv": rows("2023-06", 10),
    ]

    private static func codes(_ result: RunResult) -> Set<String> {
        Set(RunVerdict(on: result, quarantineFolder: nil).reasons.map(\.code))
    }

    @Test("Rows that name no force are those of the only force that covers the areas, and are replaced with its own")
    func namelessForce() async throws {
        var files = Self.others
        files["2023-08-01/2023-05-street.csv"] = Self.rows("2023-05", 10) + Self.rows("2023-05", 3, force: "")
        files["2023-09-01/2023-05-street.csv"] = Self.rows("2023-05", 11) + Self.rows("2023-05", 2, force: "")
        let result = try await StreetLanding.evaluate(files)
        #expect(result.streetCount(Self.incidents) == "33")
        #expect(Self.codes(result).isEmpty)
    }

    @Test(
        "A force that the definition does not have is reported when it delivers much of an area, and not for a few rows"
    )
    func renamedForce() async throws {
        var files = Self.others
        files["2023-08-01/2023-05-street.csv"] = Self.rows("2023-05", 10)
        files["2023-09-01/2023-05-street.csv"] = Self.rows("2023-05", 11, force: "Cleveland Constabulary")
        let renamed = try await StreetLanding.evaluate(files)
        let finding = try #require(renamed.findings.first { $0.rule == .unexpectedForce })
        #expect(finding.file == "2023-09-01/2023-05-street.csv")
        #expect(finding.note?.contains("11 rows of Hartlepool") == true)
        #expect(Self.codes(renamed) == ["unexpected-force"])
        files["2023-09-01/2023-05-street.csv"] = Self.rows("2023-05", 4, force: "British Transport Police")
        #expect(Self.codes(try await StreetLanding.evaluate(files)).isEmpty)
        // A neighbouring force with nearly all rows in its own area.
        files["2023-09-01/2023-05-street.csv"] =
            Self.rows("2023-05", 8, force: "Durham Constabulary")
            + (0..<90).map { _ in Row(month: "2023-05", force: "Durham Constabulary", lsoa: "E01020603") }
        #expect(!Self.codes(try await StreetLanding.evaluate(files)).contains("unexpected-force"))
    }

    @Test("A crime that two files have in different months counts in the later, and the file of the earlier says so")
    func sharedIdentifier() async throws {
        var files = Self.others
        let crime = Row(identifier: StreetLanding.identifier(1), month: "2023-04", type: "Burglary")
        var again = crime
        again.month = "2023-05"
        files["2023-04-street.csv"]?.append(crime)
        files["2023-05-street.csv"] = Self.rows("2023-05", 10) + [again]
        let result = try await StreetLanding.evaluate(files)
        let finding = try #require(result.findings.first { $0.rule == .identifierShared })
        #expect(finding.file == "2023-04-street.csv")
        #expect(finding.line == 12)
        #expect(result.streetCount("Burglary") == "1")
    }

    @Test("An area without any row in a quarter is reported where the others have many")
    func silentArea() async throws {
        func month(_ month: String, _ places: [String]) -> [Row] {
            places.flatMap { place in (0..<40).map { _ in Row(month: month, lsoa: place) } }
        }
        let months = ["2023-04", "2023-05", "2023-06"]
        func landing(_ places: [String]) -> [String: [Row]] {
            Dictionary(uniqueKeysWithValues: months.map { ("\($0)-street.csv", month($0, places)) })
        }
        let three = ["E01011949", "E01012007", "E01012187"]
        let silent = try await StreetLanding.evaluate(landing(three))
        #expect(silent.findings.first { $0.rule == .areaWithoutRows }?.note == "Redcar, April to June 2023")
        #expect(Self.codes(silent).contains("area-without-rows"))
        let whole = try await StreetLanding.evaluate(landing(three + ["E01012095"]))
        #expect(!whole.findings.contains { $0.rule == .areaWithoutRows })
    }

    @Test("Crimes that are dated after their delivery may belong to any month that the file covers")
    func impossibleMonths() async throws {
        func atFault(_ month: String) async throws -> [String?] {
            let crime = Row(month: month, type: "Burglary")
            let all = ["2023-04", "2023-05", "2023-06"].flatMap { Self.rows($0, 10) } + [crime, crime]
            let result = try await StreetLanding.evaluate(["2023-08-01_street.csv": all])
            let figures = result.tables.flatMap(\.figures).filter {
                $0.area == "Hartlepool" && $0.measure == .value && $0.row == "Burglary"
            }
            return figures.map { $0.value.number?.sixPlaces ?? $0.status }
        }
        #expect(try await atFault("2023-06") == ["2"])
        #expect(try await atFault("2032-06") == ["rows-at-fault"])
    }

    @Test("An agency whose last delivery is of before the quarter's end is reported when others have delivered since")
    func silentAgency() async throws {
        func codes(_ name: String) async throws -> Set<String> {
            try await Repository.withTemporaryFolder { folder in
                try SampleRun.land(in: folder)
                try FileManager.default.moveItem(
                    atPath: folder + "/treatment/2019-07-15_ndtms_B2002.csv", toPath: folder + "/treatment/" + name)
                let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
                let run = PipelineRun(plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2)
                return Self.codes(try await run.evaluate())
            }
        }
        #expect(try await !codes("2019-07-16_ndtms_B2002.csv").contains("agency-not-delivered"))
        #expect(try await codes("2019-05-16_ndtms_B2002.csv").contains("agency-not-delivered"))
    }

    @Test("A day of delivery that has not come yet is a reason to look")
    func future() async throws {
        var files = Self.others
        files["2023-09-01/2023-05-street.csv"] = Self.rows("2023-05", 10)
        let result = try await StreetLanding.evaluate(files)
        func codes(_ day: String) throws -> [String] {
            let today = try #require(DateForm("yyyy-mm-dd")?.date(day))
            return RunVerdict(on: result, quarantineFolder: nil, today: today).reasons.map(\.code)
        }
        #expect(try codes("2023-08-31") == ["delivered-in-future"])
        #expect(try codes("2023-09-01").isEmpty)
    }

    /// Returns the status of the quarter's shoplifting in Hartlepool when a file of force crimes is added to the
    /// sample. The file's rows are made from the shoplifting rows of Hartlepool in May.
    private static func shoplifting(besides make: @Sendable ([String]) -> String) async throws -> String? {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let path = folder + "/crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv"
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            let header = try #require(rows.first)
            let place = try #require(header.firstIndex(of: "District"))
            let offence = try #require(header.firstIndex(of: "Offence Description"))
            let own = rows.filter { row in
                row.count == header.count && row[place] == "Hartlepool" && row[offence] == "Shoplifting"
                    && row.contains { $0.hasPrefix("2019-05-") }
            }
            #expect(own.count > 40)
            let head = "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled\n"
            let reference = try #require(header.firstIndex(of: "Crime Reference Number"))
            let text = own.prefix(40).map { make([$0[reference]]) + "\n" }.joined()
            try (head + text).write(toFile: folder + "/crime/2019-07-20_more.csv", atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            let run = PipelineRun(plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2)
            let figure = try await run.evaluate().tables.first { $0.id == "recorded-crime-local" }?.figures.first {
                $0.row == "Shoplifting" && $0.measure == .value && $0.period == "2019-20-Q1"
            }
            return figure?.status ?? "published"
        }
    }

    @Test("Cancellations at fault may take crimes away, whether or not their reference can be read")
    func cancellationsAtFault() async throws {
        for row in ["ZZZ,x,E01011985,Hartlepool,N,N,Y", "46,x,E01011985,Hartlepool,N,N,Y"] {
            let isSound = row.hasPrefix("46")
            let status = try await Self.shoplifting { parts in
                (isSound ? parts[0].lowercased() : parts[0]) + ",2019-05-01," + row
            }
            #expect(status == "rows-at-fault")
        }
    }

    @Test("A day in the name of a file says nothing of its rows, so that those without a date may be of any month")
    func datesThatNobodyCanRead() async throws {
        let status = try await Self.shoplifting { parts in
            "HP19/8" + parts[0].suffix(5) + ",3rd May 2019,46,x,E01011949,Hartlepool,N,N,N"
        }
        #expect(status == "rows-at-fault")
    }

    @Test("A few sound rows do not say which months a file of corrections covers when most are at fault")
    func fewSoundRows() async throws {
        let status = try await Self.shoplifting { parts in
            let reference = "HP19/8" + parts[0].suffix(5)
            let isSound = parts[0].hasSuffix("1") || parts[0].hasSuffix("7")
            return reference + (isSound ? ",2019-07-02" : ",3rd May 2019") + ",46,x,E01011949,Hartlepool,N,N,N"
        }
        #expect(status == "rows-at-fault")
    }

    @Test("Two different values of one return make its figure unavailable, and two equal ones do not")
    func returns() async throws {
        func status(_ second: String) async throws -> String? {
            try await Repository.withTemporaryFolder { folder in
                try SampleRun.land(in: folder)
                let path = folder + "/returns/2019-07-12_partner-returns.csv"
                var text = try String(contentsOfFile: path, encoding: .utf8)
                text += "repeat-marac-cases,Hartlepool,2019/20 Q1,\(second),,MARAC coordinator\n"
                try FileManager.default.removeItem(atPath: path)
                try text.write(toFile: path, atomically: true, encoding: .utf8)
                let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
                let run = PipelineRun(plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2)
                return try await run.evaluate().tables.flatMap(\.figures).first {
                    $0.row.hasPrefix("Repeat Cases") && $0.measure == .value && $0.period == "2019-20-Q1"
                }?.status
            }
        }
        #expect(try await status("5") != "rows-at-fault")
        #expect(try await status("7") == "rows-at-fault")
    }
}
