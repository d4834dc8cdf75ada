import Files
import FoundationEssentials
import Glibc
public import Releases

/// Copies of a release's workbooks in OpenDocument, made by LibreOffice. It writes the time into them, so they are never
/// the same twice: they lie beside the release, in a folder of their own, and no manifest names them.
public struct OpenDocumentCopies {
    private let program: String

    /// Copies that are made by the program at the path, which is LibreOffice's `soffice`.
    public init(by program: String) { self.program = program }

    /// Where the copies of a release lie.
    public static func folder(of release: String) -> String { release + "-ods" }

    /// Makes the copies, unless they are there. Throws when one cannot be made; the release is whole all the same.
    public func make(of release: PublishedRelease, holding lock: OutputLock) throws {
        let place = Self.folder(of: release.folder)
        guard !Folder.exists(place), let slash = place.lastIndex(of: "/") else { return }
        let staged = try StagedFolder(
            named: String(place[place.index(after: slash)...]), in: String(place[..<slash]), .shared)
        do {
            for workbook in release.files where workbook.hasSuffix(".xlsx") {
                try convert(release.folder + "/" + workbook, to: staged)
            }
            _ = try staged.settle()
        } catch {
            staged.discard()
            throw error
        }
        try OutputIndex.write(in: lock.output)
    }

    private func convert(_ workbook: String, to staged: StagedFolder) throws(OutputFailure) {
        let name = workbook.split(separator: "/").last.map { $0.dropLast(".xlsx".count) + ".ods" } ?? "copy.ods"
        let place = try staged.reserve(String(name))
        // A profile of its own: another LibreOffice of the user may be running.
        let profile = URL(fileURLWithPath: staged.scratch + "/profile").absoluteString
        let soffice = ExternalProgram(
            path: program, environment: ["HOME=\(staged.scratch)", "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"])
        try soffice.run(
            [
                "-env:UserInstallation=\(profile)", "--headless", "--convert-to", "ods", "--outdir", staged.path,
                workbook,
            ], within: .seconds(300))
        // It ends with success when it could not read what it was given.
        guard access(place, R_OK) == 0 else { throw .converter(path: program, status: 0) }
        try OutputFile.synchronise(place)
    }
}
