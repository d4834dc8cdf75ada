extension YAMLReader {
    /// A text that may be part of a file name.
    func fileName() -> Located<String>? {
        guard let text = text() else { return nil }
        if !Self.isFileName(text.value) {
            report(.expected("a name of small letters, digits and '-'", found: text.value))
        }
        return text
    }

    /// Whether a name may be part of a file name: the output is laid out by names.
    static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 80
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
