import Logging

/// One notice: in words for people, and in parts for programs.
struct Notice: Sendable {
    /// `error` for what ended the command, `warning` for what needs attention, `notice` for what was not delivered,
    /// `info` for other findings about whole files, `debug` for findings of single rows.
    let level: Logger.Level
    /// The stable code of a finding's rule or of an error.
    let code: String
    /// The whole notice, for people.
    let text: String
    /// The words for programs, without what the other properties say.
    let message: String
    /// The file that the notice is about, and the physical line in it, from 1.
    var file: String?
    var line: Int?
    /// The position in the line of a definition, from 1.
    var character: Int?
    /// The column's name in the schema.
    var column: String?
    /// The value, and what was probably intended. The value is never shown for a sensitive source.
    var value: String?
    var suggestions: [String] = []
    /// The consequence for the row or the extract.
    var severity: String?

    /// Creates a notice; without a separate `message`, programs get the whole text.
    init(_ level: Logger.Level, code: String, _ text: String, message: String? = nil) {
        self.level = level
        self.code = code
        self.text = text
        self.message = message ?? text
    }

    /// Everything except the message and the level, by key.
    var metadata: Logger.Metadata {
        var fields: Logger.Metadata = ["code": .string(code)]
        for (key, text) in [("file", file), ("column", column), ("value", value), ("severity", severity)] {
            if let text { fields[key] = .string(text) }
        }
        for (key, number) in [("line", line), ("character", character)] {
            if let number { fields[key] = .stringConvertible(number) }
        }
        if !suggestions.isEmpty { fields["suggestions"] = .array(suggestions.map { .string($0) }) }
        return fields
    }
}
