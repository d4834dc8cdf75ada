extension ReleaseFolder {
    /// The release as a manifest names what its figures are compared with. Throws an `UnreadableRelease` when it is gone.
    public func comparison() throws(UnreadableRelease) -> Manifest.ComparedRelease {
        let file = path + "/manifest.json"
        guard let found = try? ContentHash.file(file) else { throw .unreadable(file: file) }
        return Manifest.ComparedRelease(
            quarter: manifest.quarter, releaseID: manifest.releaseID, manifestSHA256: found.sha256)
    }
}

extension ReleaseFolder {
    /// The files that only one of two releases has, or that have other bytes, by name; the manifest among them. Every file is
    /// read, whatever the manifests say.
    public func filesDiffering(from other: ReleaseFolder) throws(OutputFailure) -> [String] {
        let (own, others) = (Set(try files()), Set(try other.files()))
        var differing = Array(own.symmetricDifference(others))
        for file in own.intersection(others) {
            let isEqual = try FileBlocks.equal(path + "/" + file, other.path + "/" + file)
            if !isEqual { differing.append(file) }
        }
        return differing.sorted()
    }

    private func files(below folder: String = "") throws(OutputFailure) -> [String] {
        var found: [String] = []
        for name in try Folder.names(in: path + "/" + folder) {
            let file = folder + name
            if Folder.exists(path + "/" + file) {
                found += try files(below: file + "/")
            } else {
                found.append(file)
            }
        }
        return found
    }
}
