public import ReleaseStore

/// Why a figure of a release cannot be traced.
public enum ReleaseMismatch: Error, Hashable, Sendable {
    /// A file that has changed since the release was made.
    public struct Difference: Hashable, Sendable {
        /// What has happened to the file since.
        public enum Change: String, Sendable {
            case changed, gone, new
        }

        /// The path, relative to the definition or to the landing folder.
        public let file: String
        public let change: Change

        /// Creates a difference from its parts.
        package init(file: String, change: Change) {
            self.file = file
            self.change = change
        }
    }

    /// The definition belongs to another pipeline.
    case otherPipeline(String, released: String)
    /// The definition, or a file that it names, has changed.
    case definitionDiffers([Difference])
    /// Extracts are missing or have changed.
    case landingDiffers([Difference], folder: String)
    /// This program has no such figure, or calculates another number for it.
    case figureGone(PublishedFigure)
    case figureDiffers(PublishedFigure, now: String)
    /// The release does not show the figure's number.
    case withheld(PublishedFigure)

    /// Whether the definition differs, not the files that it is applied to.
    public var isOfDefinition: Bool {
        switch self {
        case .otherPipeline, .definitionDiffers: true
        case .landingDiffers, .figureGone, .figureDiffers, .withheld: false
        }
    }

    /// Whether the only difference is that files are missing.
    public var isOfMissingFiles: Bool {
        if case .landingDiffers(let files, _) = self { files.allSatisfy { $0.change == .gone } } else { false }
    }
}

extension ReleaseMismatch: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .otherPipeline(let pipeline, let released):
            "the definition is for the pipeline '\(pipeline)', but the release is of '\(released)'; name the release's definition with "
                + "--definition"
        case .definitionDiffers(let files):
            Self.lines(files, "definition")
                + "\nto see the rows, put back the files that the release was made from, or name "
                + "their definition with --definition"
        case .landingDiffers(let files, let folder):
            Self.lines(files, folder)
                + "\nto see the rows, put back the extracts that the release was made from, or name "
                + "their folder with --input"
        case .figureGone: "this program has no such figure; the release was made by another version"
        case .figureDiffers(_, let now):
            "this program calculates \(now) from the same files; the release was made by another version"
        case .withheld(let figure):
            "the release does not show the figure (\(figure.status)), so its rows are not shown either"
        }
    }

    private static func lines(_ files: [Difference], _ place: String) -> String {
        files.map { difference in
            let words =
                switch difference.change {
                case .changed: "is not the file that the release was made from"
                case .gone: "is no longer there"
                case .new: "was not part of the release"
                }
            return "\(place): \(difference.file) \(words)"
        }.joined(separator: "\n")
    }
}
