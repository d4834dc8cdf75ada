/// Finds out whether a YAML text may have aliases in keys. While the text is being read, keys are compared, and a key
/// that an alias repeats is compared in full each time. That could take forever, and nodes can be counted only
/// afterwards.
enum YAMLAliases {
    static func standInKeys(of text: String) -> Bool {
        let bytes = Array(text.utf8)
        var (hasAlias, hasLongKey) = (false, false)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "*"):
                guard begins(bytes, index), let next = next(bytes, index), !isBlank(next) else { continue }
                hasAlias = true
                let end = bytes[index...].firstIndex { isBlank($0) || "]},".utf8.contains($0) } ?? bytes.endIndex
                if colonFollows(bytes, end) || bytes[end - 1] == UInt8(ascii: ":") { hasLongKey = true }
            case UInt8(ascii: "?"):
                // `?` begins a key that may be a list or a mapping.
                if begins(bytes, index), next(bytes, index).map(isBlank) ?? true { hasLongKey = true }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if colonFollows(bytes, index + 1) { hasLongKey = true }
            default: continue
            }
            if hasAlias, hasLongKey { return true }
        }
        return false
    }

    private static func next(_ bytes: [UInt8], _ index: Int) -> UInt8? {
        index + 1 < bytes.count ? bytes[index + 1] : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    /// Whether a token can begin at the place.
    private static func begins(_ bytes: [UInt8], _ index: Int) -> Bool {
        index == 0 || isBlank(bytes[index - 1]) || "[{,:?-\"'".utf8.contains(bytes[index - 1])
    }

    private static func colonFollows(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index...].first { $0 != 32 && $0 != 9 } == UInt8(ascii: ":")
    }
}
