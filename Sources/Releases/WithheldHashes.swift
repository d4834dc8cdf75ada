/// The hashes that a release withholds: those of some files that it was made from. The state folder keeps them.
package struct WithheldHashes: Codable, Hashable, Sendable {
    /// A file and the hash of its content.
    package struct File: Codable, Hashable, Sendable {
        /// The source, empty for a file of corrections; the path relative to the landing folder; the plain SHA-256.
        let source, file, sha256: String
    }

    /// The files in the order of the manifest.
    package let files: [File]
}

extension Manifest {
    /// The hashes that the published manifest withholds; nil when it withholds none.
    package var withheldHashes: WithheldHashes? {
        let extracts = inputs.filter(\.withholdsHash).compactMap { input in
            input.sha256.map { WithheldHashes.File(source: input.source, file: input.file, sha256: $0) }
        }
        // The rows of a file of corrections may replace rows of any source.
        let corrected = confidentialSources == nil ? [] : corrections
        let files =
            extracts
            + corrected.compactMap { correction in
                correction.sha256.map { WithheldHashes.File(source: "", file: correction.file, sha256: $0) }
            }
        return files.isEmpty ? nil : WithheldHashes(files: files)
    }

    /// The number of files without a hash in the manifest.
    package var filesWithoutHash: Int {
        inputs.count { $0.sha256 == nil } + corrections.count { $0.sha256 == nil }
    }

    /// The files with hashes that the published manifest withholds.
    package var filesWithWithheldHash: Set<String> {
        Set(inputs.filter(\.withholdsHash).map(\.file) + (confidentialSources == nil ? [] : corrections.map(\.file)))
    }

    /// The manifest without the hashes that the published manifest withholds.
    package var withoutWithheldHashes: Manifest {
        var manifest = self
        for index in inputs.indices where inputs[index].withholdsHash { manifest.inputs[index].sha256 = nil }
        if confidentialSources != nil {
            for index in corrections.indices { manifest.corrections[index].sha256 = nil }
        }
        return manifest
    }

    /// Returns the manifest with the hashes that were withheld from it.
    package func adding(_ withheld: WithheldHashes) -> Manifest {
        var hashes: [[String]: String] = [:]
        for file in withheld.files { hashes[[file.source, file.file]] = file.sha256 }
        var manifest = self
        for (index, input) in inputs.enumerated() where input.sha256 == nil {
            manifest.inputs[index].sha256 = hashes[[input.source, input.file]]
        }
        for (index, correction) in corrections.enumerated() where correction.sha256 == nil {
            manifest.corrections[index].sha256 = hashes[["", correction.file]]
        }
        return manifest
    }
}

extension ManifestInput {
    /// Whether a release withholds the extract's hash, which it does wherever it states no numbers of rows.
    package var withholdsHash: Bool { rows == nil }
}
