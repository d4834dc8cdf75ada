import ArgumentParser
import Logging

/// What is logged on standard error, and how.
struct LogOptions: ParsableArguments {
    @Option(help: "How messages are written: text for people, json for programs, an object a line.")
    var logFormat = LogFormat.text

    @Flag(name: .shortAndLong, help: "Log only warnings and errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Log every finding, not only those about whole files.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// The log with these options.
    var log: Log { Log(format: logFormat, level: quiet ? .warning : verbose ? .debug : .info) }
}

extension LogFormat: ExpressibleByArgument {
    /// The format that a command line requests, even where the rest of it cannot be parsed.
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
