import FoundationEssentials

extension OutputLayout {
    /// The names of files and folders that are the same in every output folder.
    public enum Name {
        /// The manifest: what a release was made from and what it contains. It is written last.
        public static let manifest = "manifest.json"
        /// Every figure of a release.
        public static let figures = "figures.csv"
        /// The differences from the issued release.
        package static let revisions = "revisions.csv"
        /// Every extract that the release was made from.
        package static let extracts = "extracts.csv"
        /// The results for the rows of the extracts.
        package static let dataQuality = "data-quality.csv"
        /// The meaning of every column of every file.
        package static let dictionary = "data-dictionary.csv"
        /// The description of the CSV files for programs.
        package static let dataPackage = "datapackage.json"
        /// The quarter in plain English.
        package static let summary = "summary.md"
        /// The HTML page of a release, and of an output folder.
        package static let page = "index.html"
        /// The list of the issued releases of a quarter.
        package static let issues = "issued.json"
        /// The link to the release that was published last.
        public static let latest = "latest"
        /// The folder that only the user may read; no pipeline may have its name.
        public static let state = "state"
        /// The prefix of temporary names that a run uses while it writes.
        package static let staging = ".staging-"
    }

    /// Returns the path of the manifest of the release in a folder.
    public static func manifest(of release: String) -> String { "\(release)/\(Name.manifest)" }

    /// Returns the path of the figures of the release in a folder.
    public static func figures(of release: String) -> String { "\(release)/\(Name.figures)" }

    /// Returns whether a file is one of the lists that every release has in addition to its tables: of figures,
    /// revisions, extracts, rows or columns. Such a list lies beside a manifest. A file with the same name but without
    /// a manifest beside it may be anything.
    public static func isRecord(_ file: String) -> Bool {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let folder = file.contains("/") ? String(file.dropLast(name.count + 1)) : "."
        return [Name.figures, Name.revisions, Name.extracts, Name.dataQuality, Name.dictionary].contains(name)
            && FileManager.default.fileExists(atPath: manifest(of: folder))
    }

    /// Returns the path of the link to the last release of the quarter in a folder.
    public static func latest(inQuarter folder: String) -> String { "\(folder)/\(Name.latest)" }

    /// Returns the path of the list of the issued releases of the quarter in a folder.
    public static func issues(inQuarter folder: String) -> String { "\(folder)/\(Name.issues)" }
}
