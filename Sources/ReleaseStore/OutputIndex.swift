import Files
package import Releases
import SystemPackage
import WebPages

/// The page `index.html` of an output folder, which links to the folder's releases. The page is made only from the
/// releases, so it can always be made again; nothing depends on it.
package enum OutputIndex {
    /// Writes the page. A release that has just been written need not be read.
    static func write(in output: String, knowing written: Manifest? = nil) throws {
        let releases = try releases(in: output, written).map { $0.map(\.indexed) }
        guard let page = try PageTemplates().render(IndexPage(releases), with: "index") else {
            throw OutputFailure.unusableName("index")
        }
        try FileReplacement.write(page, to: OutputLayout(output).index, .shared)
    }

    /// Writes the page. The releases are in place already, and a failure does not damage them. Returns why the page
    /// could not be written; nil when it was written.
    package static func problem(writingIn output: String, knowing written: Manifest? = nil) -> String? {
        do {
            try write(in: output, knowing: written)
            return nil
        } catch { return "\(error)" }
    }

    /// Returns the releases of each pipeline, the newest quarter first. Within a quarter, the target of `latest` comes
    /// first, or the release in force when `latest` was withdrawn; then the others follow, the newest first.
    private static func releases(
        in output: String, _ written: Manifest?
    ) throws(OutputFailure) -> [[ReleasedFolder]] {
        var all: [[ReleasedFolder]] = []
        for pipeline in try folders(in: output) where pipeline != OutputLayout.Name.state {
            var own: [ReleasedFolder] = []
            for quarter in try folders(in: "\(output)/\(pipeline)").reversed() {
                let known = written?.pipeline == pipeline && written?.quarter == quarter ? written : nil
                own += try releases(of: "\(pipeline)/\(quarter)", in: output, known)
            }
            all.append(own)
        }
        return all
    }

    private static func releases(
        of quarter: String, in output: String, _ written: Manifest?
    ) throws(OutputFailure) -> [ReleasedFolder] {
        let folder = "\(output)/\(quarter)"
        let latest = LatestLink.target(in: folder)
        // The time is used only for the order and does not appear on the page.
        let byAge = try folders(in: folder).map {
            (name: $0, time: changeTime(of: OutputLayout.manifest(of: "\(folder)/\($0)")))
        }
        .sorted { ($1.time, $1.name) < ($0.time, $0.name) }
        // A withdrawn release must not come before the release in force.
        let list = try? IssueList(inQuarter: folder)
        let isWithdrawn = latest.map { name in (list?.withdrawn() ?? []).contains { $0.releaseID == name } } ?? false
        let leading = isWithdrawn ? list?.standing().last?.releaseID ?? latest : latest
        let first = byAge.filter { $0.name == leading } + byAge.filter { $0.name != leading }
        return first.prefix(maxReleases).compactMap {
            ReleasedFolder(
                $0.name, of: quarter, in: output, isLatest: $0.name == latest,
                written: $0.name == written?.releaseID ? written : nil)
        }
    }

    /// Returns the subfolders of a folder, without links and without the hidden folders of runs under way.
    private static func folders(in path: String) throws(OutputFailure) -> [String] {
        try Folder.names(in: path).filter { name in
            !name.hasPrefix(".")
                && (try? SystemCall.status("\(path)/\(name)", followingLink: false))?.type == .directory
        }
    }

    private static func changeTime(of path: String) -> Int {
        (try? SystemCall.status(path))?.modified ?? 0
    }

    /// A quarter that was run every night has hundreds of releases; the page shows the newest.
    private static let maxReleases = 20
}
