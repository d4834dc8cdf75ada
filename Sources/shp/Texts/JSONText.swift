import Core
import FoundationEssentials

/// Results for programs.
enum JSONText {
    /// Returns the value as JSON, with sorted keys, one on each line.
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "{}" }
        return escapingControls(String(decoding: data, as: UTF8.self))
    }

    /// Returns the JSON with control characters escaped, such as `\u202E`, which would reverse text or move a
    /// terminal's cursor. JSON has them only in strings, where the escaped form has the same meaning.
    static func escapingControls(_ json: String) -> String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x7F && VisibleControls.isControl(scalar) }
        guard json.unicodeScalars.contains(where: isHidden) else { return json }
        var escaped = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if isHidden(scalar) {
                escaped += ("\\u" + VisibleControls.hexadecimal(scalar)).unicodeScalars
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
