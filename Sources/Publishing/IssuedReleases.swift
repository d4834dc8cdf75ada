import FoundationEssentials
public import Tabular

/// A release that a committee was given.
public struct IssuedRelease: Codable, Hashable, Sendable {
    /// The release's identifier.
    public let releaseID: String
    /// The plain SHA-256 of its manifest.
    public let manifestSHA256: String
    /// The day on which it was issued: `2019-07-25`.
    public let on: String

    /// The day on which it was issued.
    public var day: CalendarDate? { DateForm("yyyy-mm-dd")?.date(on) }
}

/// The releases of a pipeline that committees were given, by quarter: the file `issued.json` in each quarter's folder.
public struct IssuedReleases: Sendable {
    /// The folder of the pipeline.
    private let folder: String
    /// For each quarter with any, in the order in which they were issued.
    public let byQuarter: [FinancialQuarter: [IssuedRelease]]

    /// What has been issued of a pipeline in an output folder. Throws an `UnreadableRelease` when a list is none of ours:
    /// guessing at what a committee saw would be worse.
    public init(output: String, pipeline: String) throws(UnreadableRelease) {
        folder = "\(output)/\(pipeline)"
        var found: [FinancialQuarter: [IssuedRelease]] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for quarter in names.compactMap({ FinancialQuarter($0) }) {
            let path = Self.path(in: "\(folder)/\(quarter)")
            guard FileManager.default.fileExists(atPath: path) else { continue }
            found[quarter] = try Self.read(path)
        }
        byQuarter = found
    }

    /// Whether nothing has been issued.
    public var isEmpty: Bool { byQuarter.isEmpty }

    /// The release that figures for the quarter are compared with: the last that was issued for it by the end of the day,
    /// else the last for the newest quarter before it.
    public func last(before quarter: FinancialQuarter, by day: CalendarDate? = nil) -> (
        FinancialQuarter, IssuedRelease
    )? {
        for candidate in byQuarter.keys.filter({ $0 <= quarter }).sorted(by: >) {
            let issued = (byQuarter[candidate] ?? []).last { release in
                guard let day else { return true }
                return release.day.map { $0 <= day } ?? false
            }
            if let issued { return (candidate, issued) }
        }
        return nil
    }

    /// Reads an issued release from its folder. Throws an `UnreadableRelease` when it is not what was issued.
    public func open(_ release: IssuedRelease, of quarter: FinancialQuarter) throws(UnreadableRelease) -> ReleaseFolder
    {
        let path = "\(folder)/\(quarter)/\(release.releaseID)"
        let manifest = path + "/manifest.json"
        guard let found = try? ContentHash.file(manifest) else { throw .unreadable(file: manifest) }
        guard found.sha256 == release.manifestSHA256 else { throw .changed(file: manifest) }
        return try ReleaseFolder(path)
    }

    /// Reads the release that a manifest says its figures were compared with. Throws an `UnreadableRelease` when it is gone or
    /// changed.
    public func open(_ compared: Manifest.ComparedRelease) throws(UnreadableRelease) -> ReleaseFolder {
        guard let quarter = FinancialQuarter(compared.quarter) else { throw .noRelease(path: compared.releaseID) }
        return try open(
            IssuedRelease(releaseID: compared.releaseID, manifestSHA256: compared.manifestSHA256, on: ""), of: quarter)
    }

    /// Where the list of a quarter's issued releases lies.
    static func path(in quarterFolder: String) -> String { quarterFolder + "/issued.json" }

    static func read(_ path: String) throws(UnreadableRelease) -> [IssuedRelease] {
        guard let data = FileManager.default.contents(atPath: path),
            let list = try? JSONDecoder().decode([IssuedRelease].self, from: data)
        else { throw .unreadable(file: path) }
        return list
    }
}
