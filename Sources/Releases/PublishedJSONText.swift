/// JSON in the form of `PublishedJSON`, written member by member.
struct PublishedJSONText {
    var bytes: [UInt8] = []
    /// By how many levels the members of the object under way are indented, and whether it has none yet.
    private var level = 0
    private var isEmpty = true

    /// An object whose lines are indented by so many levels. Its members must come in the order of their names' bytes.
    ///
    /// There is one text, which grows in its place: a copy for each object would take longer than all the rest.
    mutating func object(level: Int, _ members: (inout PublishedJSONText) throws -> Void) rethrows {
        let outer = (self.level, isEmpty)
        (self.level, isEmpty) = (level + 1, true)
        try members(&self)
        bytes += isEmpty ? "{\n\n".utf8 : "\n".utf8
        indent(level)
        bytes.append(UInt8(ascii: "}"))
        (self.level, isEmpty) = outer
    }

    // MARK: Members

    /// A number; no member when there is none.
    mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        begin(name)
        bytes += String(value).utf8
    }

    mutating func member(_ name: StaticString, _ value: Bool) {
        begin(name)
        bytes += (value ? "true" : "false").utf8
    }

    /// A text; no member when there is none.
    mutating func member(_ name: StaticString, _ value: String?) throws {
        guard let value else { return }
        begin(name)
        try string(value)
    }

    /// Whatever the body writes.
    mutating func member(
        _ name: StaticString, _ value: (inout PublishedJSONText) throws -> Void
    ) rethrows {
        begin(name)
        try value(&self)
    }

    /// Numbers by names; no member when there are none at all.
    mutating func member(_ name: StaticString, _ values: [String: Int]?) throws {
        guard let values else { return }
        begin(name)
        bytes.append(UInt8(ascii: "{"))
        for (index, (key, value)) in values.sorted(by: { Self.precedes($0.key, $1.key) }).enumerated() {
            beginLine(isFirst: index == 0)
            try string(key)
            bytes += " : ".utf8
            bytes += String(value).utf8
        }
        end(isEmpty: values.isEmpty, "}")
    }

    /// A list of texts.
    mutating func member(_ name: StaticString, _ values: [String]) throws {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            beginLine(isFirst: index == 0)
            try string(value)
        }
        end(isEmpty: values.isEmpty, "]")
    }

    private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

    // MARK: Parts

    private mutating func begin(_ name: StaticString) {
        bytes += isEmpty ? "{\n".utf8 : ",\n".utf8
        isEmpty = false
        indent(level)
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes += "\" : ".utf8
    }

    /// A line of a member that is a list or an object of numbers.
    private mutating func beginLine(isFirst: Bool) {
        bytes += isFirst ? "\n".utf8 : ",\n".utf8
        indent(level + 1)
    }

    private mutating func end(isEmpty: Bool, _ bracket: Unicode.Scalar) {
        bytes += isEmpty ? "\n\n".utf8 : "\n".utf8
        indent(level)
        bytes.append(UInt8(ascii: bracket))
    }

    private mutating func indent(_ level: Int) { for _ in 0..<level { bytes += "  ".utf8 } }

    /// A text in quotes. Any with a character that must be escaped is left to the encoder.
    private mutating func string(_ value: String) throws {
        var value = value
        let isPlain = value.withUTF8 { utf8 in
            guard utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(0x22)
            bytes.append(contentsOf: utf8)
            bytes.append(0x22)
            return true
        }
        // What the encoder makes of the text alone, and a line break.
        if !isPlain { bytes += try PublishedJSON.bytes(of: value).dropLast() }
    }
}
