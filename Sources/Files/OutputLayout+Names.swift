import FoundationEssentials

extension OutputLayout {
    /// The names of files and folders that are the same everywhere.
    public enum Name {
        /// What a release was made of and consists of; written last.
        public static let manifest = "manifest.json"
        /// Every figure of a release.
        public static let figures = "figures.csv"
        /// What differs from the issued release.
        package static let revisions = "revisions.csv"
        /// Every extract that the release was made of.
        package static let extracts = "extracts.csv"
        /// Where the rows of the extracts went.
        package static let dataQuality = "data-quality.csv"
        /// What every column of every file means.
        package static let dictionary = "data-dictionary.csv"
        /// The description of the CSV files for programs.
        package static let dataPackage = "datapackage.json"
        /// The quarter in plain English.
        package static let summary = "summary.md"
        /// The page of a release, and of an output folder.
        package static let page = "index.html"
        /// The list of what was issued of a quarter.
        package static let issues = "issued.json"
        /// The link to the release that was published last.
        public static let latest = "latest"
        /// The folder that only the user may read; no pipeline may have its name.
        public static let state = "state"
        /// How names begin that are a run's own while it writes.
        package static let staging = ".staging-"
    }

    /// The manifest of the release in a folder.
    public static func manifest(of release: String) -> String { "\(release)/\(Name.manifest)" }

    /// The figures of the release in a folder.
    public static func figures(of release: String) -> String { "\(release)/\(Name.figures)" }

    /// Whether a file is a list that every release has beside its tables: of figures, revisions, extracts, rows or columns.
    /// It lies beside a manifest; elsewhere a name says nothing.
    public static func isRecord(_ file: String) -> Bool {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let folder = file.contains("/") ? String(file.dropLast(name.count + 1)) : "."
        return [Name.figures, Name.revisions, Name.extracts, Name.dataQuality, Name.dictionary].contains(name)
            && FileManager.default.fileExists(atPath: manifest(of: folder))
    }

    /// The link to the last release of the quarter in a folder.
    public static func latest(inQuarter folder: String) -> String { "\(folder)/\(Name.latest)" }

    /// The list of what was issued of the quarter in a folder.
    public static func issues(inQuarter folder: String) -> String { "\(folder)/\(Name.issues)" }
}
