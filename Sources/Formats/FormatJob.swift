package import Files
package import Releases
package import Reporting

/// What a format writes, and where.
package struct FormatJob {
    package let release: Release
    /// The folder that the files are written to.
    package let folder: any FormatFolder
    /// The path of the folder with the release's own files, from which other files can be made.
    package let releaseFolder: String
    /// The path of the program that makes the files; nil for a format without one.
    package let program: String?

    /// Creates a job from its parts.
    package init(release: Release, folder: any FormatFolder, releaseFolder: String, program: String?) {
        self.release = release
        self.folder = folder
        self.releaseFolder = releaseFolder
        self.program = program
    }

    /// Calls the body for each appendix, with the path at which to write its file, and returns the files.
    package func eachAppendix(
        _ suffix: String, _ write: (_ appendix: Report, _ path: String) throws -> Void
    ) throws -> [FormatFile] {
        try release.appendices.map { appendix in
            let file = try FileName.check(appendix.fileName) + suffix
            try write(appendix, folder.reserve(file))
            return FormatFile(file, title: appendix.title)
        }
    }
}

/// A folder that formats write into, before it is moved into place.
package protocol FormatFolder: AnyObject {
    /// The folder.
    var path: String { get }
    /// A folder for temporary files of libraries and programs.
    var scratch: String { get }
    /// Returns the path at which to write the file of that name. Throws when the folder already has a file of that
    /// name.
    func reserve(_ file: String) throws(OutputFailure) -> String
    /// Writes a complete file.
    func write(_ bytes: [UInt8], to file: String) throws(OutputFailure)
    /// Returns the files written so far, by name.
    func contentsByName() throws(OutputFailure) -> [String: Manifest.Output]
}
