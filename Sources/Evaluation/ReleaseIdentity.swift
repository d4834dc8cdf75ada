import Core
import Crypto
import Releases

/// The identifier of a release, from the content of everything that goes into it: the same inputs, definition and
/// program have the same one, and so the same folder.
struct ReleaseIdentity {
    let id: String

    /// The identifier of the release that the manifest describes, whatever it calls itself. Without `compared` it does not
    /// depend on the issued releases that it is compared with.
    init(_ manifest: Manifest, withCompared compared: Bool = true) {
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
            add("input", input.source, input.file, input.sha256)
            if let day = input.delivered { add("delivered", day) }
        }
        for file in manifest.corrections { add("correction", file.file, file.sha256) }
        // They stand in the manifest.
        for file in manifest.leftOut { add("left out", file.file, file.reason, file.detail ?? "") }
        if compared {
            if let release = manifest.comparedWith {
                add("compared with", release.quarter, release.releaseID, release.manifestSHA256)
            }
            for issued in manifest.alsoIssued ?? [] {
                if let pipeline = issued.pipeline { add("of the pipeline", pipeline) }
                add("also issued", issued.quarter, issued.releaseID, issued.manifestSHA256)
            }
        }
        id = Hexadecimal.text(of: SHA256.hash(data: bytes).prefix(6))
    }
}

extension Manifest {
    /// Whether the other release was made by the same program of the same extracts and definition for the same quarter.
    func hasBasis(of other: Manifest) -> Bool {
        ReleaseIdentity(self, withCompared: false).id == ReleaseIdentity(other, withCompared: false).id
    }
}
