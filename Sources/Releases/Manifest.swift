public import Indicators

/// What a release was made of and what it consists of: enough to check whether the same would be made again. It has
/// no clock, host, user or absolute path.
public struct Manifest: Codable, Hashable, Sendable {
    /// The program.
    public struct Program: Codable, Hashable, Sendable {
        /// Its name and version.
        public let name, version: String

        /// A program by name and version.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// The files that define the pipeline.
    public struct Definition: Codable, Hashable, Sendable {
        /// The definition, its schemas and reference tables.
        public let files: [File]

        /// A definition of these files.
        public init(files: [File]) { self.files = files }
    }

    /// What people call the release.
    public struct About: Codable, Hashable, Sendable {
        /// A file of the paper.
        public struct Appendix: Codable, Hashable, Sendable {
            /// The name of its file, and its title.
            public let file, title: String

            /// From its parts.
            package init(file: String, title: String) {
                self.file = file
                self.title = title
            }
        }

        /// What it is about, whose it is, and for which months.
        public let title, partnership, period: String
        /// Its appendices in their order.
        public let appendices: [Appendix]

        /// From its parts.
        package init(title: String, partnership: String, period: String, appendices: [Appendix]) {
            self.title = title
            self.partnership = partnership
            self.period = period
            self.appendices = appendices
        }
    }

    /// A file by its content.
    public struct File: Codable, Hashable, Sendable {
        /// The path relative to the definition's folder.
        public let path: String
        /// The plain SHA-256 in hexadecimal.
        public let sha256: String

        /// A file by path and hash.
        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    /// A file of the landing folder that no source read.
    public struct LeftOut: Codable, Hashable, Sendable {
        /// The path relative to the landing folder, and why it was left out.
        public let file, reason: String
        /// What the file is known to be, or what it lacks, for people; nil when there is nothing to say.
        public let detail: String?

        /// A file and the reason.
        public init(file: String, reason: String, detail: String? = nil) {
            self.file = file
            self.reason = reason
            self.detail = detail
        }
    }

    /// A file of corrected rows, and the results for them.
    public struct Correction: Codable, Hashable, Sendable {
        /// The path relative to the landing folder.
        public let file: String
        /// The plain SHA-256 in hexadecimal; nil where it is withheld, as that of an extract is.
        public internal(set) var sha256: String?
        /// Rows that are no longer in quarantine, that are at fault still, and that replace no row; nil when there are rows
        /// about persons among the extracts.
        public let resolved, atFault, unused: Int?

        /// A file of corrections from its parts.
        public init(file: String, sha256: String?, resolved: Int?, atFault: Int?, unused: Int?) {
            self.file = file
            self.sha256 = sha256
            self.resolved = resolved
            self.atFault = atFault
            self.unused = unused
        }
    }

    /// What must have been delivered and was not, or not as a whole.
    public struct Gap: Codable, Hashable, Sendable {
        /// The source's name, the area or return, the period, the finding's code and what there is instead.
        public let source, subject, period, reason, evidence: String

        /// A gap from its parts.
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
        /// How long it is.
        public let bytes: Int
        /// The plain SHA-256 in hexadecimal.
        public let sha256: String

        package init(file: String, bytes: Int, sha256: String) {
            self.file = file
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// What there is to say of all extracts together; each has a row in `extracts.csv`.
    public struct Extracts: Codable, Hashable, Sendable {
        /// How many there are, and of how many no numbers of rows are stated.
        public private(set) var count, withoutRows: Int
        /// Where the rows of the others went; nil when there are none.
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
        /// Its quarter and identifier, and the SHA-256 of its manifest.
        public let quarter, releaseID, manifestSHA256: String

        /// A release by its place and content.
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
    /// The release's identifier, from what it was made of and what it states; empty until it is published.
    public private(set) var releaseID: String
    /// What made it.
    public let program: Program
    /// The definition that it was made by.
    public let definition: Definition
    /// The extracts. The file of the manifest does not have them, but `extracts.csv` beside it.
    public internal(set) var inputs: [ManifestInput] = []
    /// The extracts as the file of a manifest has them that was made before there was `extracts.csv`.
    var listedInputs: [ManifestInput]?
    /// What there is to say of all extracts together; filled in on publishing, nil in releases of earlier versions.
    public internal(set) var extracts: Extracts?
    /// The files of the landing folder with corrected rows.
    public internal(set) var corrections: [Correction]
    /// The files of the landing folder that were not extracts.
    public let leftOut: [LeftOut]
    /// What is not there though it must be.
    public let gaps: [Gap]
    /// The issued release that the figures are compared with; nil for the first.
    public let comparedWith: ComparedRelease?
    /// Other issued releases that readers have, together with which this one must not reveal small numbers of persons;
    /// nil when there are none, or nothing has to be withheld.
    public let alsoIssued: [ComparedRelease]?
    /// What its figures count, by the name that the column `subject` of `figures.csv` has; nil in releases of earlier
    /// versions.
    public let subjects: [String: SubjectCode]?
    /// The sources of which small numbers are withheld, and no numbers of rows are stated; nil when there are none.
    public let confidentialSources: [String]?
    /// What people call it; filled in on publishing. Releases of earlier versions have none.
    public private(set) var about: About?
    /// What changed since the release before, in sentences; filled in on publishing, nil when there was no comparison.
    public private(set) var changes: [String]?
    /// The files of the release but this one; filled in on publishing.
    public private(set) var outputs: [Output] = []

    /// What there is to say of all extracts together, whether the file of the manifest says so or lists them.
    public var allExtracts: Extracts { extracts ?? Extracts(inputs) }

    private enum CodingKeys: String, CodingKey {
        case formatVersion, pipeline, quarter, releaseID, program, definition, extracts, corrections, leftOut, gaps
        case listedInputs = "inputs"
        case comparedWith, alsoIssued, subjects, confidentialSources, about, changes, outputs
    }

    /// A manifest of everything that goes in.
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

    /// The manifest of the release with the identifier.
    package func named(_ releaseID: String) -> Manifest {
        var named = self
        named.releaseID = releaseID
        return named
    }

    /// The manifest with the extracts that `extracts.csv` beside it lists.
    package func listing(_ inputs: [ManifestInput]) -> Manifest {
        var listing = self
        listing.inputs = inputs
        return listing
    }

    /// The manifest as it is published: with what people call the release, what changed in it, and its files; without hashes
    /// that are withheld.
    package func published(about: About, changes: [String]?, outputs: [Output]) -> Manifest {
        var published = withoutWithheldHashes
        (published.about, published.changes, published.outputs) = (about, changes, outputs)
        return published
    }
}
