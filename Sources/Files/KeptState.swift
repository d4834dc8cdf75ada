import FoundationEssentials

/// What a run keeps for the next one, as JSON, for the user alone. Losing it costs time and nothing else.
package enum KeptState {
    /// Keeps the value. No failure counts: a run is as good without.
    package static func write(_ value: some Encodable, to path: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(value) else { return }
        FileReplacement.keep(String(decoding: json, as: UTF8.self), at: path)
    }

    /// The value that was kept. Nil when there is none, when it was damaged, or when another version wrote it in another form.
    package static func read<Value: Decodable>(_: Value.Type, from path: String) -> Value? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
    }
}
