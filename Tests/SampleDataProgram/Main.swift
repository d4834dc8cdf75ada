import FoundationEssentials
import SampleDataGenerator

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `shp-sample-data DIRECTORY` fills a landing folder with sample data.
@main
enum Main {
    /// Exit statuses, as in `sysexits.h`.
    private enum Status {
        static let usage: Int32 = 64
        static let cannotCreate: Int32 = 73
    }

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 1, let directory = arguments.first, !directory.isEmpty, !directory.hasPrefix("-")
        else {
            report("usage: shp-sample-data DIRECTORY\n\nWrites synthetic extracts below DIRECTORY.")
            exit(Status.usage)
        }
        for file in SampleLandingFolder.files() {
            do {
                try save(file, below: directory)
                report("\(file.path): \(file.rows) rows, \(file.bytes.count) bytes")
            } catch {
                report("cannot write \(directory)/\(file.path)")
                exit(Status.cannotCreate)
            }
        }
    }

    private static func save(_ file: SampleFile, below directory: String) throws {
        let path = "\(directory)/\(file.path)"
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let data = Data(file.bytes)
        // An existing file stays the same file, so that a run recognises it by its time and inode.
        if FileManager.default.contents(atPath: path) == data { return }
        try data.write(to: URL(filePath: path), options: .atomic)
    }

    private static func report(_ message: String) {
        let line = Array((message + "\n").utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
