/// Whether a table writes decimal commas, as in `1.204,5`. Some cells must have a comma that cannot separate thousands.
/// Cells with a comma that can separate thousands must not outnumber them. A point that can only be a decimal point
/// rules decimal commas out.
enum DecimalComma {
    static func isUsed(in table: PrintedTable) -> Bool {
        var (decimals, thousands) = (0, 0)
        for row in table.cells {
            for text in row {
                switch mark(in: text) {
                case .point: return false
                case .comma: decimals += 1
                case .commaOrThousands: thousands += 1
                case nil: continue
                }
            }
        }
        return decimals > 0 && decimals >= thousands
    }

    /// Returns the text with points and commas exchanged.
    static func exchanged(_ text: String) -> String {
        String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    }

    private enum Mark { case point, comma, commaOrThousands }

    /// Returns the decimal mark of a number, or `commaOrThousands` where its comma could also separate thousands. Nil
    /// for a number without a decimal mark, and for other text.
    private static func mark(in text: String) -> Mark? {
        var (first, last): (UInt8?, UInt8?)
        var (after, before, marks) = (0, 0, 0)
        var isMixed = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                first = first ?? byte
                if last == nil { before += 1 } else { after += 1 }
            case UInt8(ascii: ","), UInt8(ascii: "."):
                marks += 1
                if let last, last != byte { isMixed = true }
                (last, after) = (byte, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: " "), 0x80...: continue
            default: return nil
            }
        }
        guard let last, before > 0, after > 0 else { return nil }
        let isComma = last == UInt8(ascii: ",")
        // A number with thousands does not start with zero: `0,125`. Where both marks occur, the last is the decimal
        // mark: `1.204,567`.
        let isDecimal = after != 3 || isMixed || marks == 1 && (before > 3 || first == UInt8(ascii: "0"))
        guard isDecimal else { return isComma ? .commaOrThousands : nil }
        return isComma ? .comma : .point
    }
}
