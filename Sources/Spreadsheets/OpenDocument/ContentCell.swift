/// The current cell of an OpenDocument.
struct ContentCell: ~Copyable {
    /// The types of values.
    enum ValueType { case none, number, percentage, date, time, boolean, string }

    /// The depth of the cell's element; 0 outside cells.
    var depth = 0
    var isCovered = false, isError = false, hasFormula = false
    /// Whether the cell has a text as an attribute, which comes before its paragraphs.
    var hasString = false
    var repeated = 1
    /// The rows and columns of a merged cell.
    var rows = 1, columns = 1
    var type = ValueType.none
    /// The value's attribute, the paragraphs, and the formula.
    var value = ByteBuffer(), text = ByteBuffer(), formula = ByteBuffer()
    /// Whether a paragraph is open or was, and whether a blank here would be the first of several.
    var isInParagraph = false, hasParagraph = false
    private var ignoresBlank = true

    init() {}

    mutating func begin(depth: Int) {
        self.depth = depth
        (isCovered, isError, hasFormula, hasString, repeated, type) = (false, false, false, false, 1, .none)
        (isInParagraph, hasParagraph, rows, columns) = (false, false, 1, 1)
        value.removeAll()
        text.removeAll()
        formula.removeAll()
    }

    mutating func beginParagraph() {
        if hasParagraph { text.append(10) }
        (isInParagraph, hasParagraph, ignoresBlank) = (true, true, true)
    }

    /// Appends text. Several blanks or line breaks count as one blank in OpenDocument, and none at the start.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if byte > 0x20 {
                text.append(byte)
                ignoresBlank = false
            } else if !ignoresBlank {
                text.append(0x20)
                ignoresBlank = true
            }
        }
    }

    /// Appends a character that has an element of its own.
    mutating func append(_ character: UInt8, times: Int = 1) {
        text.append(repeating: character, times)
        ignoresBlank = false
    }
}
