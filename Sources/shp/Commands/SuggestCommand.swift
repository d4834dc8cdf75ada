import ArgumentParser
import Files
import FoundationEssentials
import Logging
import PipelineEngine
import Suggestions

struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Proposes what to do about unknown headers and codes, as a patch.",
        discussion: """
            Looks at every extract of the landing folder for column headers and codes that the definition does not know, \
            and writes a unified diff that takes them up: an alias in the schema, a row in the code list. Above each \
            change stands the evidence, with other possible meanings. Nothing is changed, and no run ever guesses: \
            read the patch, delete what is wrong and apply it. Paths are relative to the definition's folder. A file \
            outside of it, such as a base's schema, is named with the line to write there by hand.

            Unknown column names of sensitive extracts, and of files that no source takes, may be personal data. They are \
            written only to the file of --output, which only you can read (mode 0600).

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
            "Where the patch goes, with mode 0600. (default: standard output, without names that may be personal data)",
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
            for remark in patch.remarks { messages.log.tell(Notice(.info, code: "no-suggestion", remark)) }
            let nothing =
                patch.remarks.isEmpty
                ? "nothing to suggest: every header and code is known" : "nothing can be suggested here; see above"
            return messages.log.tell(Notice(.info, code: "nothing-to-suggest", nothing))
        }
        guard let output else { return Terminal.result(unended: patch.text) }
        try PrivateFile.write(patch.text, to: output)
        let words = "\(output): written, for you alone to read (mode 0600); read it, then apply it"
        messages.log.tell(Notice(.info, code: "suggested", words))
    }
}
