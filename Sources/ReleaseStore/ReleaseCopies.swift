import Files
package import Formats
package import Releases

/// Copies of a release in formats that lie beside it, a folder a format. They can be made again, and may be different then, so no
/// manifest names them.
package enum ReleaseCopies {
    /// Where the copies of a release in the format lie.
    package static func folder(of release: String, in format: any AppendixFormat) -> String {
        release + "-" + format.name
    }

    /// Makes the copies in the formats that were chosen, unless they are there. Throws when one cannot be made; the release is
    /// whole all the same. Returns why the page that leads to them could not be written; nil when it could.
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
