extension YAMLReader {
    /// Reads a text that must be usable as part of a file name.
    func fileName() -> Located<String>? {
        guard let text = text() else { return nil }
        if !Self.isFileName(text.value) {
            report(.expected("a name of small letters, digits and '-'", found: text.value))
        }
        return text
    }

    /// Whether a name is usable as part of a file name. Names are used for the files and folders of the output.
    static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 80
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
