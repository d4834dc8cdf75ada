package import Files

/// A format of a release's files. Each format has a file in this folder and a line in `AppendixFormats`. This protocol
/// covers everything in which formats differ.
package protocol AppendixFormat: Sendable {
    /// The name in a definition's `formats`: `ods`.
    var name: String { get }
    /// The ending of the format's file names; by default a dot and the format's name.
    var suffix: String { get }
    /// The title of one of the format's files on pages: `Excel workbook`.
    var title: String { get }
    /// Whether the format has a file for each appendix, or files for the whole release.
    var scope: FormatScope { get }
    /// When the format is written, and where.
    var place: FormatPlace { get }
    /// The third-party program that makes the files; nil where shp makes them.
    var converter: Converter? { get }

    /// Writes the format's files into the folder of the job, and returns them in the order in which pages list them.
    func write(_ job: FormatJob) throws -> [FormatFile]
}

/// What a format's files contain.
package enum FormatScope: Sendable {
    /// Each file contains one appendix.
    case appendix
    /// The files together contain the whole release.
    case release
}

/// When a format is written, and where.
package enum FormatPlace: Sendable {
    /// The format is always written, as a part of the release.
    case always
    /// The format is written as a part of the release when the definition names it. The same release must have the same
    /// bytes each time.
    case ifNamed
    /// The format is written next to the release when the definition names it, or when an option with its name asks for
    /// it. The bytes may differ each time. The help is the option's help.
    case beside(help: String)
}

/// A file that a format wrote.
package struct FormatFile: Sendable {
    /// The file's name in the folder.
    package let file: String
    /// The file's title, for people.
    package let title: String

    /// Creates a file from its parts.
    package init(_ file: String, title: String) {
        self.file = file
        self.title = title
    }
}

extension AppendixFormat {
    package var suffix: String { "." + name }
    package var converter: Converter? { nil }

    /// Whether the format's files are written next to the release.
    package var isBeside: Bool { if case .beside = place { true } else { false } }

    /// Whether a definition that names formats must name this one, because it writes appendices and is always written.
    package var mustBeNamed: Bool {
        if case (.always, .appendix) = (place, scope) { true } else { false }
    }
}
