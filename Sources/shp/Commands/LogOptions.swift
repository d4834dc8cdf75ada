import ArgumentParser
import Logging

/// What is logged on standard error, and how.
struct LogOptions: ParsableArguments {
    @Option(help: "How messages are written: text for people; json for programs, one object on each line.")
    var logFormat = LogFormat.text

    @Flag(name: .shortAndLong, help: "Log only warnings and errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Also log the findings of single rows (run, backfill, regenerate).")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// The log with these options.
    var log: Log { Log(format: logFormat, level: quiet ? .warning : verbose ? .debug : .info) }
}

extension LogFormat: ExpressibleByArgument {
    /// Returns the format that a command line requests, even when the rest of the line cannot be parsed.
    static func asked(by arguments: [String]) -> LogFormat {
        let options = arguments.prefix { $0 != "--" }
        let name = "--log-format"
        for (option, value) in zip(options, options.dropFirst()) where option == name {
            if let format = LogFormat(rawValue: value) { return format }
        }
        return options.lazy.compactMap { option in
            option.hasPrefix(name + "=") ? LogFormat(rawValue: String(option.dropFirst(name.count + 1))) : nil
        }.first ?? .text
    }
}
