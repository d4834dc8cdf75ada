import Logging

/// One notice: in words for people, and in parts for programs.
struct Notice: Sendable {
    /// `error` for what ended the command, `warning` for what is worth mending, `notice` for what was not delivered, `info`
    /// for what is about whole files, `debug` for rows in quarantine.
    let level: Logger.Level
    /// The stable code: a finding's rule, a refusal's reason.
    let code: String
    /// The whole of it, for people.
    let text: String
    /// What the parts beside it do not say.
    let message: String
    /// The extract or the file that it is about, and its physical line from 1.
    var file: String?
    var line: Int?
    /// The place in the line of a definition, from 1.
    var character: Int?
    /// The schema's name of the column.
    var column: String?
    /// The value, never one of a sensitive source, and what was probably intended.
    var value: String?
    var suggestions: [String] = []
    /// What the row or the extract suffers.
    var severity: String?

    /// A notice whose words say everything.
    init(_ level: Logger.Level, code: String, _ text: String, message: String? = nil) {
        self.level = level
        self.code = code
        self.text = text
        self.message = message ?? text
    }

    /// Everything but the message, by key.
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
