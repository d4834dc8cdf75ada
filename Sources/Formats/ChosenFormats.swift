package import Files
package import Releases

/// The formats that a run writes, each with the path of the program that makes it.
package struct ChosenFormats: Sendable {
    /// A format and the path of its program.
    private struct Chosen: Sendable {
        let format: any AppendixFormat
        let program: String?
    }

    private let all: [Chosen]

    /// The formats that every release has.
    package static let standard = ChosenFormats(
        all: AppendixFormats.all.filter { if case .always = $0.place { true } else { false } }
            .map { Chosen(format: $0, program: nil) })

    private init(all: [Chosen]) { self.all = all }

    /// Creates the list of the formats that every release has and of the wanted ones, in the order of the table.
    /// `installed` has the paths of programs by the names of their files. Throws when a program is not installed,
    /// because an error after the run would waste the run.
    package init(
        _ wanted: [any AppendixFormat], of table: [any AppendixFormat] = AppendixFormats.all,
        installed: [String: String]
    ) throws(OutputFailure) {
        let names = Set(wanted.map(\.name) + Self.standard.all.map(\.format.name))
        var all: [Chosen] = []
        for format in table where names.contains(format.name) {
            let program = format.converter.flatMap { installed[$0.executable] }
            if let converter = format.converter, program == nil { throw .noConverter(converter) }
            all.append(Chosen(format: format, program: program))
        }
        self.all = all
    }

    /// The formats with files next to the release.
    package var beside: [any AppendixFormat] { all.map(\.format).filter(\.isBeside) }

    /// Writes the files of the formats that are part of the release and have the scope, into the release's folder.
    package func write(
        _ scope: FormatScope, of release: Release, to folder: any FormatFolder
    ) throws -> [FormatFile] {
        try all.filter { !$0.format.isBeside && $0.format.scope == scope }.flatMap {
            try $0.format.write(
                FormatJob(release: release, folder: folder, releaseFolder: folder.path, program: $0.program))
        }
    }

    /// Writes the files of a format next to the release, from the release's own files.
    package func write(
        _ format: any AppendixFormat, of release: Release, in releaseFolder: String, to folder: any FormatFolder
    ) throws {
        for chosen in all where chosen.format.name == format.name {
            _ = try chosen.format.write(
                FormatJob(release: release, folder: folder, releaseFolder: releaseFolder, program: chosen.program))
        }
    }
}
