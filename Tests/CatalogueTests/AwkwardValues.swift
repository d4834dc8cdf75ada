import Testing

/// What sentences are rendered with: names, files and numbers that a sentence may stumble over.
struct AwkwardValues: Sendable, CustomTestStringConvertible {
    /// A name of a place, a column, a source; a file with its path; a number of something.
    let name, file: String
    let number: Int

    /// A name that cannot be empty: of a schema, a pipeline, a release, a pattern, a row of a table.
    var filled: String { name.isEmpty ? "NAME" : name }

    /// Of names that cannot be empty none, one or up to three, as the number says; at least one of them; at least two.
    var any: [String] { Array(repeating: filled, count: max(0, min(number, 3))) }
    var some: [String] { any.isEmpty ? [filled] : any }
    var several: [String] { any.count < 2 ? [filled, filled] : any }

    var testDescription: String { "\(number), '\(name.prefix(20))'" }

    /// Each name with each number, each with a file of an awkward name.
    static let all: [AwkwardValues] = names.flatMap { name in
        [0, 1, 2, 1000, -1].map { AwkwardValues(name: name, file: "in/2019, \(name)/a.csv", number: $0) }
    }

    /// Those of the page of codes.
    static let placeholders = AwkwardValues(name: "NAME", file: "FILE", number: 1)

    private static let names = [
        "Hastings", "St Helens'", "", "the 'old' town", "\"Ryedale\"", "Bournemouth, Christchurch and Poole",
        String(repeating: "very long name ", count: 20) + "end",
    ]
}
