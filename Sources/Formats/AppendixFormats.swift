import Files

/// The formats of what a release contains.
package enum AppendixFormats {
    /// Each in a file of its own; messages and pages name them in this order.
    package static let all: [any AppendixFormat] = [
        XLSXFormat(),
        ODSFormat(),
        CSVFormat(),
    ]

    /// The names of all of them.
    package static var names: [String] { all.map(\.name) }

    /// Those that lie beside a release, and that an option can ask for.
    package static var beside: [any AppendixFormat] { all.filter(\.isBeside) }

    /// The format of the name; nil when the table has none.
    package static func format(_ name: String) -> (any AppendixFormat)? { all.first { $0.name == name } }

    /// The format of a file, by what its name ends with.
    package static func format(ofFile file: String) -> (any AppendixFormat)? { all.first { file.hasSuffix($0.suffix) } }

    /// The files on the search path of the programs that make formats.
    package static var executables: [String] { all.compactMap { $0.converter?.executable } }
}
