public import Indicators

/// What a release was made from, and the files that it consists of: enough to check whether the same release would be
/// made again. The manifest states no time, host, user or absolute path.
public struct Manifest: Codable, Hashable, Sendable {
    /// The program.
    public struct Program: Codable, Hashable, Sendable {
        /// The program's name and version.
        public let name, version: String

        /// Creates a program from its name and version.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// The files that define the pipeline.
    public struct Definition: Codable, Hashable, Sendable {
        /// The definition, its schemas and reference tables.
        public let files: [File]

        /// Creates a definition of these files.
        public init(files: [File]) { self.files = files }
    }

    /// The release's titles, for people.
    public struct About: Codable, Hashable, Sendable {
        /// A file of the paper.
        public struct Appendix: Codable, Hashable, Sendable {
            /// The name of the appendix's file, and its title.
            public let file, title: String

            /// Creates a description from its parts.
            package init(file: String, title: String) {
                self.file = file
                self.title = title
            }
        }

        /// The release's title, its partnership, and the months that it covers.
        public let title, partnership, period: String
        /// The release's appendices, in order.
        public let appendices: [Appendix]

        /// Creates a description from its parts.
        package init(title: String, partnership: String, period: String, appendices: [Appendix]) {
            self.title = title
            self.partnership = partnership
            self.period = period
            self.appendices = appendices
        }
    }

    /// A file and the hash of its content.
    public struct File: Codable, Hashable, Sendable {
        /// The path relative to the definition's folder.
        public let path: String
        /// The plain SHA-256 in hexadecimal.
        public let sha256: String

        /// Creates a file from its path and hash.
        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    /// A file of the landing folder that no source read.
    public struct LeftOut: Codable, Hashable, Sendable {
        /// The path relative to the landing folder, and why it was left out.
        public let file, reason: String
        /// What kind of file it is known to be, or what it lacks, in words for people; nil when nothing is known.
        public let detail: String?

        /// Creates an entry from a file and the reason.
        public init(file: String, reason: String, detail: String? = nil) {
            self.file = file
            self.reason = reason
            self.detail = detail
        }
    }

    /// A file of corrected rows, and the results for its rows.
    public struct Correction: Codable, Hashable, Sendable {
        /// The path relative to the landing folder.
        public let file: String
        /// The plain SHA-256 in hexadecimal; nil where it is withheld, as for an extract.
        public internal(set) var sha256: String?
        /// The numbers of corrected rows: those that are no longer in quarantine, those still at fault, and those that
        /// replace no row. Nil when the extracts include rows about persons.
        public let resolved, atFault, unused: Int?

        /// Creates a file of corrections from its parts.
        public init(file: String, sha256: String?, resolved: Int?, atFault: Int?, unused: Int?) {
            self.file = file
            self.sha256 = sha256
            self.resolved = resolved
            self.atFault = atFault
            self.unused = unused
        }
    }

    /// An expected delivery that is missing or incomplete.
    public struct Gap: Codable, Hashable, Sendable {
        /// The source's name, the area or return, the period, the finding's code and what was delivered instead.
        public let source, subject, period, reason, evidence: String

        /// Creates a gap from its parts.
        public init(source: String, subject: String, period: String, reason: String, evidence: String) {
            self.source = source
            self.subject = subject
            self.period = period
            self.reason = reason
            self.evidence = evidence
        }
    }

    /// A file of the release.
    public struct Output: Codable, Hashable, Sendable {
        /// The path relative to the release.
        public let file: String
        /// The length of the file.
        public let bytes: Int
        /// The plain SHA-256 in hexadecimal.
        public let sha256: String

        package init(file: String, bytes: Int, sha256: String) {
            self.file = file
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// The totals of all extracts; each extract has a row in `extracts.csv`.
    public struct Extracts: Codable, Hashable, Sendable {
        /// The number of extracts, and the number of extracts for which no numbers of rows are stated.
        public private(set) var count, withoutRows: Int
        /// The results for the rows of the other extracts; nil when there are no other extracts.
        public private(set) var rows: ManifestInput.Rows?

        init(_ inputs: [ManifestInput]) {
            count = inputs.count
            (withoutRows, rows) = (0, nil)
            for input in inputs {
                guard let own = input.rows else {
                    withoutRows += 1
                    continue
                }
                rows = rows.map { $0 + own } ?? own
            }
        }
    }

    /// An issued release that the figures are compared with: an input like any other.
    public struct ComparedRelease: Codable, Hashable, Sendable {
        /// The pipeline; nil for the manifest's own.
        public let pipeline: String?
        /// The release's quarter and identifier, and the SHA-256 of its manifest.
        public let quarter, releaseID, manifestSHA256: String

        /// Creates a compared release from its place and content.
        public init(pipeline: String? = nil, quarter: String, releaseID: String, manifestSHA256: String) {
            self.pipeline = pipeline
            self.quarter = quarter
            self.releaseID = releaseID
            self.manifestSHA256 = manifestSHA256
        }
    }

    /// The version of this form of the manifest.
    public let formatVersion: Int
    /// The pipeline's identifier.
    public let pipeline: String
    /// The quarter: `2019-20-Q1`.
    public let quarter: String
    /// The release's identifier, a hash of everything that the release was made from and everything that it states;
    /// empty until the release is published.
    public private(set) var releaseID: String
    /// The program that made the release.
    public let program: Program
    /// The definition by which the release was made.
    public let definition: Definition
    /// The extracts. They are not in the manifest's file but in `extracts.csv` next to it.
    public internal(set) var inputs: [ManifestInput] = []
    /// The extracts as they are in the file of a manifest from before there was `extracts.csv`.
    var listedInputs: [ManifestInput]?
    /// The totals of all extracts; filled in on publishing, nil in releases of earlier versions.
    public internal(set) var extracts: Extracts?
    /// The files of the landing folder with corrected rows.
    public internal(set) var corrections: [Correction]
    /// The files of the landing folder that were not extracts.
    public let leftOut: [LeftOut]
    /// The expected deliveries that are missing or incomplete.
    public let gaps: [Gap]
    /// The issued release that the figures are compared with; nil when there is none.
    public let comparedWith: ComparedRelease?
    /// Other issued releases that readers have. Together with them, this release must not reveal small numbers of
    /// persons. Nil when there are none, or when nothing has to be withheld.
    public let alsoIssued: [ComparedRelease]?
    /// What the figures count, keyed by the names in the column `subject` of `figures.csv`; nil in releases of earlier
    /// versions.
    public let subjects: [String: SubjectCode]?
    /// The sources with withheld small numbers, for which no numbers of rows are stated either; nil when there are no
    /// such sources.
    public let confidentialSources: [String]?
    /// The release's titles, for people; filled in on publishing, nil in releases of earlier versions.
    public private(set) var about: About?
    /// What changed since the previous issued release, in sentences; filled in on publishing, nil when there was no
    /// comparison.
    public private(set) var changes: [String]?
    /// The files of the release except the manifest; filled in on publishing.
    public private(set) var outputs: [Output] = []

    /// The totals of all extracts, whether the manifest's file states the totals or lists the extracts.
    public var allExtracts: Extracts { extracts ?? Extracts(inputs) }

    private enum CodingKeys: String, CodingKey {
        case formatVersion, pipeline, quarter, releaseID, program, definition, extracts, corrections, leftOut, gaps
        case listedInputs = "inputs"
        case comparedWith, alsoIssued, subjects, confidentialSources, about, changes, outputs
    }

    /// Creates the manifest of everything that a release is made of.
    public init(
        pipeline: String, quarter: String, releaseID: String, program: Program, definition: Definition,
        inputs: [ManifestInput], corrections: [Correction] = [], leftOut: [LeftOut] = [], gaps: [Gap] = [],
        comparedWith: ComparedRelease? = nil, alsoIssued: [ComparedRelease]? = nil,
        subjects: [String: SubjectCode]? = nil, confidentialSources: [String]? = nil
    ) {
        formatVersion = 2
        self.pipeline = pipeline
        self.quarter = quarter
        self.releaseID = releaseID
        self.program = program
        self.definition = definition
        self.inputs = inputs
        self.corrections = corrections
        self.leftOut = leftOut
        self.gaps = gaps
        self.comparedWith = comparedWith
        self.alsoIssued = alsoIssued
        self.subjects = subjects
        self.confidentialSources = confidentialSources
    }

    /// Returns the manifest with the release's identifier.
    package func named(_ releaseID: String) -> Manifest {
        var named = self
        named.releaseID = releaseID
        return named
    }

    /// Returns the manifest with the extracts that `extracts.csv` lists.
    package func listing(_ inputs: [ManifestInput]) -> Manifest {
        var listing = self
        listing.inputs = inputs
        return listing
    }

    /// Returns the manifest as it is published: with the release's titles, its changes and its files, but without
    /// withheld hashes.
    package func published(about: About, changes: [String]?, outputs: [Output]) -> Manifest {
        var published = withoutWithheldHashes
        (published.about, published.changes, published.outputs) = (about, changes, outputs)
        return published
    }
}
