import FoundationEssentials

/// State that a run keeps for the next one as JSON, readable only by the user. Losing it costs only time.
package enum KeptState {
    /// Keeps the value. Failures are ignored, because a run does not depend on the value.
    package static func write(_ value: some Encodable, to path: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(value) else { return }
        FileReplacement.keep(String(decoding: json, as: UTF8.self), at: path)
    }

    /// Returns the value that was kept. Nil when there is none, when it was damaged, or when another version wrote it
    /// in another form.
    package static func read<Value: Decodable>(_: Value.Type, from path: String) -> Value? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
    }
}
