import Core
import Ingestion
import Intake
import PipelineDefinition
import PipelineEngine
import SystemPackage
import Testing

@Suite("How a run ends when it cannot continue")
struct RunFailureTests {
    private static let forbidden = ExtractError.unreadable(file: "a.csv", errno: .permissionDenied)
    private static let gone = ExtractError.unreadable(file: "a.csv", errno: .ioError)
    private static let empty = ExtractError.empty(file: "b.csv")

    @Test("Each refused extract has its own message; for the status, permission comes first, then the disk")
    func refused() {
        let failure = RunFailure.refused([Self.empty, Self.gone, Self.empty])
        #expect(failure.messages.map(\.file) == ["b.csv", "a.csv", "b.csv"])
        #expect(failure.messages.map(\.code) == ["empty-file", "unreadable", "empty-file"])
        #expect(failure.codes == ["empty-file", "unreadable"] && failure.code == "empty-file")
        #expect(failure.messages.first?.explanation == Self.empty.placed.message)
        #expect(failure.exitStatus == .ioFailure)
        #expect(RunFailure.refused([Self.empty]).exitStatus == .inputRefused)
        #expect(RunFailure.refused([Self.gone, Self.forbidden]).exitStatus == .noPermission)
    }

    @Test(
        "Every other error has one message",
        arguments: [
            (RunFailure.noLandingFolder("in"), Core.ExitStatus.inputMissing, "no-landing-folder"),
            (.unreadableFolder("in", errno: .permissionDenied), .noPermission, "no-permission"),
            (.unreadableFolder("in", errno: .ioError), .ioFailure, "unreadable"),
            (.deliveryUnknown(files: ["a", "b"]), .inputRefused, "delivery-unknown"),
            (.noCompleteQuarter(["reason"]), .inputMissing, "no-complete-quarter"),
            (.listingDiscloses("rows"), .definitionWrong, "discloses"),
            (.contradictoryFigures(["f"]), .internalFault, "contradictory-figures"),
        ])
    func single(failure: RunFailure, status: Core.ExitStatus, code: String) {
        #expect(failure.exitStatus == status)
        #expect(failure.messages == [FailureMessage(code: code, failure.description)])
    }

    @Test("Each error of a definition has its own message, line and column; for the status, permission comes first")
    func errors() {
        let position = SourcePosition(file: "d.yaml", line: 3, column: 5)
        let errors = DefinitionErrors([
            DefinitionError(at: position, .missingKey("title")),
            DefinitionError(at: SourcePosition(file: "d.yaml", line: 9, column: 1), .notYAML(problem: "p")),
        ])
        #expect(errors.exitStatus == .definitionWrong && errors.codes == ["missing-key", "not-yaml"])
        let message = errors.messages.first
        #expect(message?.line == 3 && message?.column == 5 && message?.file == "d.yaml")
        #expect(message?.explanation == "the key 'title' is missing")
        #expect(message?.text == "d.yaml:3:5: the key 'title' is missing")
        let forbidden = DefinitionErrors([DefinitionError(at: position, .forbiddenFile("x.csv"))])
        #expect(forbidden.exitStatus == .noPermission)
    }

    @Test("For an impossible request the message names the option to change, and no run has failed")
    func requests() {
        let errors: [RequestError] = [
            .noLandingFolder(definition: "d.yaml"), .outputIsLanding(output: "in"),
            .outputInsideLanding(output: "in/out", landing: "in"), .severalPipelines(["a", "b"]),
            .noDefinition(path: "d.yaml"), .unknownDefinition,
        ]
        for definitionError in errors {
            #expect(definitionError.exitStatus == .usage && definitionError.code == "usage")
            #expect(definitionError.description.contains("--"))
        }
    }
}
