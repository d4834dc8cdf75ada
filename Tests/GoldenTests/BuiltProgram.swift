import Foundation

/// The built program, which tests run as a user would.
struct BuiltProgram {
    /// The exit status of a command, and what it wrote.
    struct Outcome {
        let status: Int32
        let output, messages: String

        /// The messages, one JSON object on each line.
        var objects: [[String: Any]] {
            messages.split(separator: "\n").compactMap { line in
                try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            }
        }

        /// The codes of the messages.
        var codes: [String] { objects.compactMap { $0["code"] as? String } }
    }

    /// The path of the program that `make build` makes, or else of a developer's own build.
    static let path: String = {
        let paths = ["release", "debug"].map { Repository.root + "/.build/\($0)/shp" }
        return paths.first(where: FileManager.default.isExecutableFile) ?? paths[0]
    }()

    /// Whether the program exists; when it does not, a message says so.
    static let isThere: Bool = {
        if FileManager.default.isExecutableFile(atPath: path) { return true }
        print("skipped: the program is not built (\(path))")
        return false
    }()

    /// Whether the program can be run as a user who may not read everything; when it cannot, a message says so.
    static let canBeUnprivileged: Bool = {
        guard isThere else { return false }
        if getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") { return true }
        print("skipped: tests run as root and there is no setpriv to run the program as another user")
        return false
    }()

    /// The folder of the test, where the program runs.
    let folder: String

    /// Runs a command line, in which `$SHP` is the program and `$ROOT` the checkout.
    func run(_ line: String, asNobody: Bool = false) throws -> Outcome {
        let (out, err) = (folder + "/.stdout", folder + "/.stderr")
        let user = asNobody && getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
        let status = try Repository.shell(
            "SHP='\(user)\(Self.path)'; ROOT='\(Repository.root)'; { \(line); } >'\(out)' 2>'\(err)'", in: folder)
        return Outcome(
            status: status, output: try String(contentsOfFile: out, encoding: .utf8),
            messages: try String(contentsOfFile: err, encoding: .utf8))
    }
}
