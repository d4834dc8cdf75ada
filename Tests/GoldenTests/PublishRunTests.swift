import Core
import Evaluation
import Files
import Formats
import Foundation
import Intake
import Ledger
import PipelineEngine
import ReleaseStore
import Releases
import Synchronization
import Testing

/// Tests the use cases behind `run` and `backfill` without running the program.
@Suite("Publishing in one way")
struct PublishRunTests {
    /// What a run reported, in words.
    private final class Reports: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }

        var report: RunReport {
            { event in
                let line: String? =
                    switch event {
                    case .progress, .progressEnded: nil
                    case .finding(let finding, _, _): "finding \(finding.rule.rawValue)"
                    case .protection(let code, _): "protection \(code)"
                    case .indexNotWritten: "index"
                    case .ledger(let ledgerError): "ledger \(ledgerError.code)"
                    case .released(let quarter): "released \(quarter)"
                    case .nothingToPublish(let quarter, let failure): "nothing \(quarter) \(failure.code)"
                    case .published(let publication): "published \(publication.result.quarter)"
                    }
                if let line { self.lines.withLock { $0.append(line) } }
            }
        }
    }

    private struct Place {
        let folder: String
        var output: String { folder + "/out" }

        /// Writes street-level files of two quarters into the landing folder; two rows are at fault.
        init(_ folder: String) throws {
            self.folder = folder
            let status = try Repository.shell(
                """
                cp -r '\(Repository.root)/Tests/Golden/mixed-landing/landing' in && \
                sed -i -e '3s/E01011954/E0101195X/' -e '4s/2014-04/2014-14/' in/2014-04-cleveland-street.csv
                """, in: folder)
            try #require(status == 0)
            FileAge.settle(in: folder)
        }

        var request: PublishRequest {
            let clock = RunClock(
                today: CalendarDate(day: 18_500), now: { Moment(milliseconds: 1_600_000_000_000) },
                fileTime: { Moment(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }, uptime: { .seconds(1) })
            return PublishRequest(
                definition: Repository.root + "/Pipelines/police-uk-street.yaml", input: folder + "/in",
                output: output, ledger: OutputLayout(output).ledger,
                program: ProgramVersion(name: "shp", version: "0"), clock: clock)
        }

        /// Writes a program that copies a workbook where LibreOffice would convert it, and returns its path.
        func converter() throws -> String {
            let path = folder + "/soffice"
            try "#!/bin/sh\ncp \"$7\" \"$6/$(basename \"$7\" .xlsx).ods\"\n".write(
                toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            return path
        }

        func ods(of publication: QuarterPublication) -> [String] {
            let copies = AppendixFormats.beside.map {
                ReleaseCopies.folder(of: publication.published.folder, in: $0)
            }
            return copies.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        }

        var runs: [LedgerRun] {
            get throws { try LedgerHistory(path: OutputLayout(output).ledger).runs() }
        }
    }

    private static func quarter(_ text: String) throws -> FinancialQuarter { try #require(FinancialQuarter(text)) }

    @Test(
        "A run and a backfill of one quarter publish the same files, report the same findings and come to the same verdict"
    )
    func alike() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let quarter = try Self.quarter("2014-15-Q1")
            let (ran, filled) = (Reports(), Reports())
            guard
                case .published(let one) = try await QuarterRun(place.request, quarter: quarter).publish(ran.report)
            else { throw CocoaError(.featureUnsupported) }
            try FileManager.default.moveItem(atPath: place.output, toPath: folder + "/first")
            let outcome = try await BackfillRun(place.request, from: quarter, to: quarter).publish(filled.report)
            let two = try #require(outcome.published.first)
            #expect(outcome.published.count == 1 && outcome.isWhole)
            #expect(one.release.manifest.releaseID == two.release.manifest.releaseID)
            #expect(one.published.files == two.published.files && one.verdict == two.verdict)
            #expect(one.verdict.exitStatus == .withFindings && outcome.exitStatus == .withFindings)
            #expect(ran.all.contains("finding pattern-mismatch"))
            #expect(filled.all == ran.all + ["published 2014-15-Q1"])
            let run = try #require(try place.runs.first)
            #expect(run.outcome == .published && run.exitStatus == 1 && run.release == two.release.manifest.releaseID)
            #expect(run.began == Moment(milliseconds: 1_600_000_000_000))
        }
    }

    @Test("A backfill makes the copies that are asked for, and does not begin without the program for them")
    func copies() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let quarter = try Self.quarter("2014-15-Q1")
            var request = place.request
            let format = try #require(AppendixFormats.format("ods"))
            let converter = try #require(format.converter)
            request.copies = [format]
            await #expect(throws: OutputFailure.noConverter(converter)) {
                try await BackfillRun(request, from: quarter, to: quarter).publish { _ in }
            }
            #expect(!FileManager.default.fileExists(atPath: place.output))
            request.installed = [converter.executable: try place.converter()]
            let outcome = try await BackfillRun(request, from: quarter, to: quarter).publish { _ in }
            let made = place.ods(of: try #require(outcome.published.first))
            #expect(!made.isEmpty && made.allSatisfy { $0.hasSuffix(".ods") })
        }
    }

    @Test(
        "A quarter without rows is reported and recorded, and the others are published; findings of extracts come once")
    func gaps() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let (from, to) = (try Self.quarter("2014-15-Q1"), try Self.quarter("2014-15-Q3"))
            let reports = Reports()
            let outcome = try await BackfillRun(place.request, from: from, to: to).publish(reports.report)
            #expect(!outcome.isWhole && outcome.exitStatus == .inputMissing)
            #expect(reports.all.contains("nothing 2014-15-Q3 nothing-in-quarter"))
            #expect(reports.all.count { $0 == "finding pattern-mismatch" } == 1)
            let refused = try place.runs.filter { $0.outcome == .refused }
            #expect(refused.contains { $0.quarter == "2014-15-Q3" && $0.codes == ["nothing-in-quarter"] })
            #expect(refused.allSatisfy { $0.exitStatus == 66 })
        }
    }

    @Test(
        "A quarter of a year without targets is reported and recorded, and the others are published; the status is 78")
    func withoutTargets() async throws {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder + "/sample")
            let place = try Place(folder)
            var request = place.request
            request.definition = Repository.root + "/Pipelines/shp-performance.yaml"
            request.input = folder + "/sample"
            let reports = Reports()
            let (from, to) = (try Self.quarter("2019-20-Q4"), try Self.quarter("2020-21-Q1"))
            let outcome = try await BackfillRun(request, from: from, to: to).publish(reports.report)
            #expect(outcome.exitStatus == .definitionWrong)
            #expect(reports.all.contains { $0.hasPrefix("nothing 2020-21-Q1 ") })
            // The other quarter was still processed.
            #expect(reports.all.contains("nothing 2019-20-Q4 nothing-in-quarter"))
            let refused = try place.runs.map { ($0.quarter, $0.exitStatus) }
            #expect(refused.contains { $0 == ("2020-21-Q1", 78) } && refused.contains { $0 == ("2019-20-Q4", 66) })
        }
    }

    @Test("Quarters that have a release are passed over, unless the backfill is forced")
    func released() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let quarter = try Self.quarter("2014-15-Q1")
            _ = try await BackfillRun(place.request, from: quarter, to: quarter).publish { _ in }
            let reports = Reports()
            let again = try await BackfillRun(place.request, from: quarter, to: quarter).publish(reports.report)
            #expect(again.published.isEmpty && again.isWhole && again.exitStatus == nil)
            #expect(reports.all == ["released 2014-15-Q1"])
            let forced = try await BackfillRun(place.request, from: quarter, to: quarter, isForced: true)
                .publish { _ in }
            #expect(forced.published.first?.published.isUnchanged == true)
        }
    }

    @Test(
        "A run or backfill that fails is recorded once it has the lock, and a request that names no landing folder never is"
    )
    func failures() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            try "x,y\n".write(toFile: folder + "/in/2014-04-cleveland-street.csv", atomically: true, encoding: .utf8)
            let quarter = try Self.quarter("2014-15-Q1")
            await #expect(throws: RunFailure.self) {
                try await QuarterRun(place.request, quarter: quarter).publish { _ in }
            }
            await #expect(throws: RunFailure.self) {
                try await BackfillRun(place.request, from: quarter, to: quarter).publish { _ in }
            }
            let runs = try place.runs
            #expect(runs.map(\.outcome) == [.refused, .refused])
            #expect(Set(runs.map(\.quarter)) == [nil, "2014-15-Q1"])
            #expect(runs.allSatisfy { $0.exitStatus == 65 && !$0.codes.isEmpty })
            var inside = place.request
            inside.output = folder + "/in/out"
            inside.ledger = place.request.ledger
            let expected = RequestError.outputInsideLanding(output: inside.output, landing: folder + "/in")
            await #expect(throws: expected) { try await QuarterRun(inside, quarter: quarter).publish { _ in } }
            #expect(try place.runs.count == 2)
        }
    }

    @Test("When a failure cannot be recorded, the error says so after what it has to say itself")
    func unrecorded() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            try FileManager.default.createDirectory(
                atPath: place.request.ledger, withIntermediateDirectories: true)
            var request = place.request
            request.input = folder + "/nowhere"
            let failure: UnrecordedFailure?
            do {
                _ = try await QuarterRun(request, quarter: nil).publish { _ in }
                failure = nil
            } catch let error as UnrecordedFailure { failure = error }
            let messages = try #require(failure?.messages)
            #expect(messages.map(\.isWarning) == [false, true])
            #expect(messages.first?.code == "no-landing-folder" && messages.last?.code.hasPrefix("ledger-") == true)
            #expect(failure?.exitStatus == .inputMissing && failure?.code == "no-landing-folder")
        }
    }
}
