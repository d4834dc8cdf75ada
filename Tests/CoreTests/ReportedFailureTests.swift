import Core
import Testing

@Suite("Errors that can be reported")
struct ReportedFailureTests {
    private struct Plain: ReportedFailure {
        let code = "plain"
        let description = "a.csv: it is wrong; mend it"
        let exitStatus = Core.ExitStatus.inputRefused
    }

    private struct Several: ReportedFailure {
        let code = "first"
        let description = "several"
        let exitStatus = Core.ExitStatus.inputMissing
        let messages = ["second", "first", "second"].map { FailureMessage(code: $0, "words of \($0)") }
    }

    private struct Unknown: Error {}

    @Test("An error is one message in its own words, unless it has several")
    func messages() {
        #expect(Plain().messages == [FailureMessage(code: "plain", "a.csv: it is wrong; mend it")])
        #expect(Plain().messages.first?.explanation == "a.csv: it is wrong; mend it")
        #expect(Plain().codes == ["plain"])
    }

    @Test("Each code is named once and in order, so that the same errors give the same entry in the ledger")
    func codes() { #expect(Several().codes == ["first", "second"]) }

    @Test("An error of a type that is not ours is reported as a fault of the program")
    func unknown() {
        let fault = InternalFault.reported(Unknown())
        #expect(fault.exitStatus == .internalFault && fault.codes == ["internal-fault"])
        #expect(fault.description.contains("Unknown()"))
        #expect(InternalFault.reported(Plain()).code == "plain")
    }

    @Test("The exit statuses are those of sysexits.h that the help names")
    func statuses() {
        #expect(Core.ExitStatus.allCases.map(\.rawValue) == [1, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78])
    }
}
