import Core
import Files
import Formats
import FoundationEssentials
import Releases
import WebPages

/// A release in the output folder.
struct ReleasedFolder {
    let manifest: Manifest
    /// The release's folder relative to the output folder, with a slash at the end.
    let place: String
    /// Whether `latest` points at the release.
    let isLatest: Bool
    /// The summary that was published with the release.
    let summary: String?
    /// Whether the release is the one in force, when several were issued.
    let isInForce: Bool
    /// Whether the release was given to a committee, and whether it was withdrawn since.
    let state: IssueList.State

    /// The state in words.
    var issuedWords: String {
        switch state {
        case .draft: return "A draft, not issued."
        case .issued(let release):
            return "Issued on \(release.day?.words ?? release.on)"
                + (isInForce ? "; this is the release in force." : ".")
        case .withdrawn(let release, let withdrawal):
            let stop = withdrawal.reason.last.map { ".!?".contains($0) } == true ? "" : "."
            return "Issued on \(release.day?.words ?? release.on) and withdrawn on "
                + "\(withdrawal.day?.words ?? withdrawal.withdrawnOn): \(withdrawal.reason)\(stop)"
        }
    }

    /// The address of the release's page, or of its folder for a release from before there were pages.
    var page: String {
        manifest.outputs.contains { $0.file == OutputLayout.Name.page } ? place + OutputLayout.Name.page : place
    }

    /// `2019/20 Quarter 1`.
    var quarterTitle: String { FinancialQuarter(manifest.quarter)?.title ?? manifest.quarter }

    /// How many rows count and how many are in quarantine, for the extracts with numbers that are not withheld.
    var quality: String {
        let extracts = manifest.allExtracts
        guard let rows = extracts.rows else {
            return extracts.withoutRows > 0 ? "Rows about persons are not counted here." : "There are no extracts."
        }
        let withheld = extracts.withoutRows > 0 ? " These numbers leave out rows about persons." : ""
        return "\(WholeNumber.grouped(rows.accepted)) of \(WholeNumber.grouped(rows.read)) rows count; "
            + "\(WholeNumber.grouped(rows.quarantined)) are in quarantine." + withheld
    }

    /// The names of the release's copies by format name; copies exist only when they were asked for.
    let copies: [String: [String]]

    /// The files that most people need; the release's own page lists all files. Each copy follows its original.
    var downloads: [PageDownload] {
        let titles =
            (manifest.about?.appendices ?? []).map { ($0.file, $0.title) } + [
                (OutputLayout.Name.summary, "Summary"), (OutputLayout.Name.figures, "Every figure, one in each row"),
                (OutputLayout.Name.dataPackage, "Data package: what every CSV file contains"),
            ]
        var listed: Set<String> = []
        let own = titles.flatMap { file, title -> [PageDownload] in
            guard let output = manifest.outputs.first(where: { $0.file == file }) else { return [] }
            let stem = String(file.dropLast(AppendixFormats.format(ofFile: file)?.suffix.count ?? 0))
            let beside = AppendixFormats.beside.filter { format in
                let copy = stem + format.suffix
                return copies[format.name]?.contains(copy) == true && listed.insert(copy).inserted
            }
            return [PageDownload(file, title: title, below: place, bytes: output.bytes)]
                + beside.map { copy(stem + $0.suffix, in: $0, title: title) }
        }
        let others = AppendixFormats.beside.flatMap { format in
            (copies[format.name] ?? []).filter { !listed.contains($0) }.map { copy($0, in: format, title: $0) }
        }
        return own + others
    }

    private func copy(_ file: String, in format: any AppendixFormat, title: String) -> PageDownload {
        PageDownload(
            file, title: title, below: ReleaseCopies.folder(of: String(place.dropLast()), in: format) + "/", bytes: nil)
    }
}

extension ReleasedFolder {
    /// The release as the index page lists it.
    var indexed: IndexedRelease {
        IndexedRelease(
            manifest: manifest, isLatest: isLatest, issued: issuedWords, page: page, quarterTitle: quarterTitle,
            quality: quality, downloads: downloads, summary: summary)
    }

    /// Reads the release in the folder; nil when there is none, or when it cannot be read. `written` is the release's
    /// manifest when it has just been written.
    init?(_ name: String, of quarter: String, in output: String, isLatest: Bool, written: Manifest? = nil) {
        place = "\(quarter)/\(name)/"
        self.isLatest = isLatest
        let list = try? IssueList(inQuarter: "\(output)/\(quarter)")
        state = list?.state(of: name) ?? .draft
        isInForce = list.map { $0.standing().last?.releaseID == name && $0.everIssued.count > 1 } ?? false
        let folder = "\(output)/\(place)"
        guard let manifest = written ?? Self.manifest(in: folder), manifest.releaseID == name else { return nil }
        self.manifest = manifest
        copies = Dictionary(
            AppendixFormats.beside.map { format in
                let folder = ReleaseCopies.folder(of: "\(output)/\(quarter)/\(name)", in: format)
                return (format.name, (try? Folder.names(in: folder)) ?? [])
            }, uniquingKeysWith: { first, _ in first })
        summary = FileManager.default.contents(atPath: folder + OutputLayout.Name.summary).flatMap {
            String(validating: $0, as: UTF8.self)
        }
    }

    private static func manifest(in folder: String) -> Manifest? {
        FileManager.default.contents(atPath: folder + OutputLayout.Name.manifest).flatMap {
            try? Manifest(json: $0)
        }
    }
}
