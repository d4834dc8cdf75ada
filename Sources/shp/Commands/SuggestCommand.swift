import ArgumentParser
import Files
import FoundationEssentials
import Logging
import PipelineEngine
import Suggestions

struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Writes a patch that proposes what to do about unknown headers and codes.",
        discussion: """
            Looks in every extract of the landing folder for column headers and codes that are unknown to the \
            definition. Writes a unified diff that adds them: an alias to the schema, or a row to the code list. Above \
            each change the patch gives the evidence and other possible meanings. The command itself changes nothing, \
            and no run ever guesses: read the patch, delete what is wrong and apply the rest. Paths are relative to \
            the definition's folder. For a file outside that folder, such as a base's schema, the patch says which \
            line to write there by hand.

            Unknown column names of sensitive extracts, and of files that no source uses, may be personal data. They \
            are written only to the file of --output, which only you can read (mode 0600).

            EXAMPLES
              shp suggest Pipelines/shp-performance.yaml
              shp suggest Pipelines/shp-performance.yaml --output labels.patch
              patch -d Pipelines -p1 <labels.patch
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(
        help:
            "Where to write the patch, with mode 0600. (default: standard output, without names that may be personal data)",
        completion: .file())
    var output: String?

    @OptionGroup var messages: LogOptions

    func run() async throws {
        do {
            let threads = ProcessInfo.processInfo.activeProcessorCount
            try report(
                await SuggestedPatch.of(
                    definition: definition, input: input, threads: threads, namingHidden: output != nil))
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    private func report(_ patch: SuggestedPatch) throws {
        guard !patch.text.isEmpty else {
            for remark in patch.remarks { messages.log.report(Notice(.info, code: "no-suggestion", remark)) }
            let nothing =
                patch.remarks.isEmpty
                ? "nothing to suggest: every header and code is known" : "no suggestion; the messages above say why"
            return messages.log.report(Notice(.info, code: "nothing-to-suggest", nothing))
        }
        guard let output else { return Terminal.result(unended: patch.text) }
        try PrivateFile.write(patch.text, to: output)
        let words = "\(output): written, and only you can read it (mode 0600); read it, then apply it"
        messages.log.report(Notice(.info, code: "suggested", words))
    }
}
