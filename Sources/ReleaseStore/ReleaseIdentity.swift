import Core
import Crypto
import Releases

/// The identifier of a release: a hash of everything that the release was made from and everything that it states. The
/// same inputs, definition and program lead to the same identifier, and so to the same folder. Where the hash of an
/// extract is withheld, the identifier depends only on what was published about the extract. Nobody can learn more by
/// trying possible contents of the extract.
struct ReleaseIdentity {
    let id: String

    /// Creates the identifier of the release that the manifest describes. The files are those of the release that do
    /// not contain the identifier.
    init(_ whole: Manifest, _ files: [Manifest.Output]) {
        let manifest = whole.withoutWithheldHashes
        // The words are hashed all at once: with tens of thousands of extracts, adding each word separately would cost
        // more than hashing it.
        var bytes: [UInt8] = []
        func add(_ parts: String...) {
            for part in parts {
                bytes += part.utf8
                bytes.append(0)
            }
        }
        add("program", manifest.program.name, manifest.program.version)
        add("pipeline", manifest.pipeline, "quarter", manifest.quarter)
        for file in manifest.definition.files { add("definition", file.path, file.sha256) }
        for input in manifest.inputs {
            add("input", input.source, input.file, input.sha256 ?? "")
            if let day = input.delivered { add("delivered", day) }
        }
        for file in manifest.corrections { add("correction", file.file, file.sha256 ?? "") }
        // These parts are stated in the manifest.
        for file in manifest.leftOut { add("left out", file.file, file.reason, file.detail ?? "") }
        for gap in manifest.gaps { add("gap", gap.source, gap.subject, gap.period, gap.reason, gap.evidence) }
        if let release = manifest.comparedWith {
            add("compared with", release.quarter, release.releaseID, release.manifestSHA256)
        }
        for issued in manifest.alsoIssued ?? [] {
            if let pipeline = issued.pipeline { add("of the pipeline", pipeline) }
            add("also issued", issued.quarter, issued.releaseID, issued.manifestSHA256)
        }
        for file in files { add("output", file.file, file.sha256) }
        id = Hexadecimal.text(of: SHA256.hash(data: bytes).prefix(6))
    }
}
