import Core
import Files
import ReleaseStore
import SystemPackage
import Testing

@Suite("The exit statuses for errors of outputs and releases")
struct FailureStatusTests {
    private static let converter = Converter(
        format: "f", one: "o", several: "s", name: "n", executable: "e", package: "p", arguments: "a",
        makesCopies: true)

    @Test(
        "Failures of writing: files that cannot be created, disk, another run, permissions, program faults",
        arguments: [
            (OutputFailure.cannotCreate(path: "p", errno: .noSuchFileOrDirectory), Core.ExitStatus.cannotCreate),
            (.noConverter(converter), .cannotCreate),
            (.converter(converter, path: "p", status: 1), .cannotCreate), (.io(path: "p", errno: .noSpace), .ioFailure),
            (.noPermission(path: "p"), .noPermission), (.locked(path: "p"), .locked),
            (.releaseDiffers(folder: "p", file: "f"), .internalFault), (.unusableName("n"), .internalFault),
            (.workbook(path: "p", message: "m"), .internalFault),
        ])
    func output(failure: OutputFailure, status: Core.ExitStatus) {
        #expect(failure.exitStatus == status)
        #expect(failure.messages == [FailureMessage(code: failure.code, failure.description)])
    }

    @Test(
        "Releases: a changed release is refused, an absent one is missing; of several problems the first decides",
        arguments: [
            (UnreadableRelease.changed(file: "f"), Core.ExitStatus.inputRefused),
            (.unlistedFile(file: "f"), .inputRefused),
            (.brokenChain(file: "f", entry: 2), .inputRefused), (.unlistedIssue(path: "p", list: "l"), .inputRefused),
            (.entryMissing(list: "l", release: "r", .ledger(nil)), .inputRefused),
            (.entryChanged(list: "l", release: "r"), .inputRefused), (.forbidden(path: "p"), .noPermission),
            (.noRelease(path: "p"), .inputMissing), (.noQuarter("q", output: "o"), .inputMissing),
            (.missing(file: "f"), .inputRefused), (.unreadable(file: "f"), .inputMissing),
            (.elsewhere(path: "p", expected: []), .inputMissing),
            (.several([.forbidden(path: "p"), .changed(file: "f")]), .noPermission),
            (.several([.changed(file: "f"), .forbidden(path: "p")]), .inputRefused),
        ])
    func release(failure: UnreadableRelease, status: Core.ExitStatus) { #expect(failure.exitStatus == status) }

    @Test("Each of several problems of releases has a message with its file")
    func messages() {
        let messages = UnreadableRelease.several([.missing(file: "a.csv"), .unlistedFile(file: "b.csv")]).messages
        #expect(messages.map(\.file) == ["a.csv", "b.csv"])
        #expect(messages.map(\.code) == ["release-file-missing", "file-not-of-release"])
        #expect(messages.allSatisfy { !$0.text.contains("\n") && !$0.explanation.contains(".csv") })
        #expect(messages[0].explanation.hasPrefix("is missing"))
    }

    @Test("A release that would reveal numbers is refused; a wrong day, quarter or release is an error of usage")
    func issue() throws {
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        let day = CalendarDate(day: 18_000)
        let usage: [IssueError] = [
            .notEnded(quarter, today: day), .dayNotAllowed(day, from: day, to: day),
            .notIssued(nil, quarter, issued: []),
        ]
        #expect(usage.allSatisfy { $0.exitStatus == .usage })
        let refused: [IssueError] = [
            .reveals(["n"], beside: ["r"]), .notComparable("r", with: ["s"], figures: ["f"]),
        ]
        #expect(refused.allSatisfy { $0.exitStatus == .inputRefused })
        let many = IssueError.notComparable("r", with: ["s"], figures: (1...7).map { "f\($0)" })
        #expect(many.description.contains("such as f1; f2; f3; f4; f5 and 2 more; run"))
    }
}
