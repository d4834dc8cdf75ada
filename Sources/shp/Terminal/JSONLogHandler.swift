import Core
import FoundationEssentials
import Logging

/// Writes one JSON object on each line: `time`, `level`, `message`, and every other known part under its own key.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let now: @Sendable () -> Moment

    /// Creates a handler with its clock.
    init(now: @escaping @Sendable () -> Moment) { self.now = now }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues(Field.init)
        fields["time"] = .text("\(now())")
        fields["level"] = .text(event.level.rawValue)
        fields["message"] = .text("\(event.message)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        Terminal.message(JSONText.escapingControls(String(decoding: line, as: UTF8.self)))
    }

    /// A value of the metadata; whole numbers stay numbers.
    private enum Field: Encodable {
        case text(String)
        case number(Int)
        case list([Field])

        init(_ value: Logger.MetadataValue) {
            switch value {
            case .string(let text): self = .text(text)
            case .stringConvertible(let other): self = (other as? Int).map(Self.number) ?? .text("\(other)")
            case .array(let values): self = .list(values.map(Field.init))
            case .dictionary(let pairs):
                self = .text(pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .list(let fields): try container.encode(fields)
            }
        }
    }
}
