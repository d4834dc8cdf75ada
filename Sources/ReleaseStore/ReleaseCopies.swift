import Files
package import Formats
package import Releases

/// Copies of a release in further formats, in one folder for each format next to the release. Copies can be made again
/// and may then be different, so no manifest names them.
package enum ReleaseCopies {
    /// Returns the folder of a release's copies in the format.
    package static func folder(of release: String, in format: any AppendixFormat) -> String {
        release + "-" + format.name
    }

    /// Makes the copies in the chosen formats, unless they exist already. Throws when a copy cannot be made; the
    /// release itself stays complete. Returns why the page that links to the copies could not be written; nil when
    /// there was no problem.
    @discardableResult
    package static func make(
        of release: Release, at published: PublishedRelease, in formats: ChosenFormats, holding lock: OutputLock
    ) throws -> String? {
        var isNew = false
        for format in formats.beside {
            let place = folder(of: published.folder, in: format)
            guard !Folder.exists(place), let slash = place.lastIndex(of: "/") else { continue }
            let staged = try StagedFolder(in: String(place[..<slash]), .shared)
            do {
                try formats.write(format, of: release, in: published.folder, to: staged)
                _ = try staged.settle(as: String(place[place.index(after: slash)...]))
            } catch {
                staged.discard()
                throw error
            }
            isNew = true
        }
        return isNew ? OutputIndex.problem(writingIn: lock.output) : nil
    }
}
