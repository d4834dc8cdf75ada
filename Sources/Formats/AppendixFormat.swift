package import Files

/// A format of what a release contains. Each is a file of this folder and a line in `AppendixFormats`; whatever differs between
/// formats is asked of them here.
package protocol AppendixFormat: Sendable {
    /// The name in a definition's `formats`: `ods`.
    var name: String { get }
    /// What the names of its files end with; by default a dot and its name.
    var suffix: String { get }
    /// What pages call one of its files: `Excel workbook`.
    var title: String { get }
    /// Whether it has a file for each appendix, or files for the whole release.
    var scope: FormatScope { get }
    /// When it is written, and where.
    var place: FormatPlace { get }
    /// The third-party program that makes its files; nil where shp makes them.
    var converter: Converter? { get }

    /// Writes its files into the folder of the job, and returns them in the order in which pages list them.
    func write(_ job: FormatJob) throws -> [FormatFile]
}

/// What the files of a format hold.
package enum FormatScope: Sendable {
    /// One appendix each.
    case appendix
    /// The whole release, in one or more files.
    case release
}

/// When a format is written, and where.
package enum FormatPlace: Sendable {
    /// Always, as a part of the release.
    case always
    /// As a part of the release, when the definition names it. The same release must have the same bytes each time.
    case ifNamed
    /// Beside the release, where its bytes may differ each time: when the definition names it, or an option of its name asks
    /// for it. The help is that of the option.
    case beside(help: String)
}

/// A file that a format wrote.
package struct FormatFile: Sendable {
    /// Its name in the folder.
    package let file: String
    /// What it is, for people.
    package let title: String

    /// A file from its parts.
    package init(_ file: String, title: String) {
        self.file = file
        self.title = title
    }
}

extension AppendixFormat {
    package var suffix: String { "." + name }
    package var converter: Converter? { nil }

    /// Whether its files lie beside the release.
    package var isBeside: Bool { if case .beside = place { true } else { false } }

    /// Whether a definition that names formats must name it: an appendix that is always written.
    package var mustBeNamed: Bool {
        if case (.always, .appendix) = (place, scope) { true } else { false }
    }
}
