/// An error that a program can report: its words with the remedy (`description`), a stable code, and how the program ends. Each
/// type of error conforms in a file beside it, so that no other code has to know the types.
public protocol ReportedFailure: Error, CustomStringConvertible {
    /// The stable kebab-case code; that of the first message when there are several.
    var code: String { get }
    /// How a program ends that cannot go on for it.
    var exitStatus: ExitStatus { get }
    /// The messages, one by one: an error may have several, and each may have a place in a file.
    var messages: [FailureMessage] { get }
}

extension ReportedFailure {
    /// The whole error in one message.
    public var messages: [FailureMessage] { [FailureMessage(code: code, description)] }

    /// The codes of the messages, each once and in order, for the ledger and for programs.
    public var codes: [String] { Set(messages.map(\.code)).sorted() }
}

/// One message of an error.
public struct FailureMessage: Hashable, Sendable {
    /// The stable kebab-case code.
    public let code: String
    /// The whole of it, for people.
    public let text: String
    /// What the place does not say already.
    public let explanation: String
    /// The file that it is about; its physical line and the place in that line, both from 1.
    public let file: String?
    public let line, column: Int?
    /// Whether it accompanies the error and would not have ended anything alone.
    public let isWarning: Bool

    /// A message from its parts; without an explanation the text is one.
    public init(
        code: String, _ text: String, explanation: String? = nil, file: String? = nil, line: Int? = nil,
        column: Int? = nil, isWarning: Bool = false
    ) {
        self.code = code
        self.text = text
        self.explanation = explanation ?? text
        self.file = file
        self.line = line
        self.column = column
        self.isWarning = isWarning
    }
}
