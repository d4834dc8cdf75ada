/// A formula that stands for its missing value.
enum FormulaText {
    private static let maxCharacters = 200

    /// Appends an equals sign and the formula as a field of CSV, cut after 200 characters.
    static func append(_ formula: UnsafeBufferPointer<UInt8>, to field: inout ByteBuffer) {
        var text = "=" + String(decoding: formula, as: UTF8.self).prefix(maxCharacters)
        text.withUTF8 { CSVField.append($0, to: &field) }
    }
}
