import Testing

/// Values that are put into sentences: names, files and numbers that may break a sentence.
struct AwkwardValues: Sendable, CustomTestStringConvertible {
    /// A name of a place, a column or a source; the path of a file; a count.
    let name, file: String
    let number: Int

    /// A name that cannot be empty, such as that of a schema, a pipeline, a release, a pattern or a table's row.
    var filled: String { name.isEmpty ? "NAME" : name }

    /// Lists of names that cannot be empty, with as many names as the number says, but at most three. `any` may have
    /// none, `some` has at least one, and `several` has at least two.
    var any: [String] { Array(repeating: filled, count: max(0, min(number, 3))) }
    var some: [String] { any.isEmpty ? [filled] : any }
    var several: [String] { any.count < 2 ? [filled, filled] : any }

    var testDescription: String { "\(number), '\(name.prefix(20))'" }

    /// Every name with every number, and with a file of an awkward name.
    static let all: [AwkwardValues] = names.flatMap { name in
        [0, 1, 2, 1000, -1].map { AwkwardValues(name: name, file: "in/2019, \(name)/a.csv", number: $0) }
    }

    /// The values in the page of codes.
    static let placeholders = AwkwardValues(name: "NAME", file: "FILE", number: 1)

    private static let names = [
        "Hastings", "St Helens'", "", "the 'old' town", "\"Ryedale\"", "Bournemouth, Christchurch and Poole",
        String(repeating: "very long name ", count: 20) + "end",
    ]
}
