import Core
import Crypto
import Releases

/// The identifier of a release: a hash of everything that it was made of and states. The same inputs, definition and program
/// have the same one, and so the same folder. Where the hash of an extract is withheld, the identifier depends on what was
/// published of the extract alone: whoever tries contents learns nothing else from it.
struct ReleaseIdentity {
    let id: String

    /// The identifier of the release that the manifest describes, with these files beside those in which it stands.
    init(_ whole: Manifest, _ files: [Manifest.Output]) {
        let manifest = whole.withoutWithheldHashes
        // All at once: of tens of thousands of extracts each word by itself would cost more than its hash.
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
        // They stand in the manifest.
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
