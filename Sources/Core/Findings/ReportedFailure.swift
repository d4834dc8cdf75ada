/// An error that a program can report: a message with the remedy (`description`), a stable code and an exit status.
/// Each error type conforms to this protocol in a file beside its own, so that no other code has to know the error
/// types.
public protocol ReportedFailure: Error, CustomStringConvertible {
    /// The stable kebab-case code; the first message's code when there are several.
    var code: String { get }
    /// The exit status of a program that this error stops.
    var exitStatus: ExitStatus { get }
    /// The error's messages. An error may have several, and each may name a place in a file.
    var messages: [FailureMessage] { get }
}

extension ReportedFailure {
    /// The whole error in one message.
    public var messages: [FailureMessage] { [FailureMessage(code: code, description)] }

    /// The codes of the messages, each once, in alphabetical order, for the ledger and for programs.
    public var codes: [String] { Set(messages.map(\.code)).sorted() }
}

/// One message of an error.
public struct FailureMessage: Hashable, Sendable {
    /// The stable kebab-case code.
    public let code: String
    /// The full message, for people.
    public let text: String
    /// The message without its place.
    public let explanation: String
    /// The file that the message is about, with the physical line and the position in that line, both from 1.
    public let file: String?
    public let line, column: Int?
    /// Whether the message only accompanies the error and would not have stopped the program by itself.
    public let isWarning: Bool

    /// Creates a message from its parts. If no explanation is given, the text is used.
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
