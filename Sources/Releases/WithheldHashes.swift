/// The hashes of files that a release was made of and does not state: the state folder keeps them.
package struct WithheldHashes: Codable, Hashable, Sendable {
    /// A file by its content.
    package struct File: Codable, Hashable, Sendable {
        /// The source, empty for a file of corrections; the path relative to the landing folder; the plain SHA-256.
        let source, file, sha256: String
    }

    /// The files in the order of the manifest.
    package let files: [File]
}

extension Manifest {
    /// The hashes that the published manifest does not have; nil when it has all of them.
    package var withheldHashes: WithheldHashes? {
        let extracts = inputs.filter(\.withholdsHash).compactMap { input in
            input.sha256.map { WithheldHashes.File(source: input.source, file: input.file, sha256: $0) }
        }
        // Its rows may replace rows of any source.
        let corrected = confidentialSources == nil ? [] : corrections
        let files =
            extracts
            + corrected.compactMap { correction in
                correction.sha256.map { WithheldHashes.File(source: "", file: correction.file, sha256: $0) }
            }
        return files.isEmpty ? nil : WithheldHashes(files: files)
    }

    /// Of how many files it does not have the hash.
    package var filesWithoutHash: Int {
        inputs.count { $0.sha256 == nil } + corrections.count { $0.sha256 == nil }
    }

    /// The files whose hashes it does not state.
    package var filesWithWithheldHash: Set<String> {
        Set(inputs.filter(\.withholdsHash).map(\.file) + (confidentialSources == nil ? [] : corrections.map(\.file)))
    }

    /// The manifest as it is published, as far as hashes go.
    package var withoutWithheldHashes: Manifest {
        var manifest = self
        for index in inputs.indices where inputs[index].withholdsHash { manifest.inputs[index].sha256 = nil }
        if confidentialSources != nil {
            for index in corrections.indices { manifest.corrections[index].sha256 = nil }
        }
        return manifest
    }

    /// The manifest with the hashes that were withheld from it.
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
    /// Whether a release does not state the hash of the extract, as it states no numbers of its rows.
    package var withholdsHash: Bool { rows == nil }
}
