import Core
import FoundationEssentials

/// Results for programs.
enum JSONText {
    /// The value, with its keys in order, one a line.
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "{}" }
        return escapingControls(String(decoding: data, as: UTF8.self))
    }

    /// The JSON with every character that would turn the text or move the cursor of a terminal as `\u202E`. JSON has
    /// them in strings alone, where that means the same.
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
