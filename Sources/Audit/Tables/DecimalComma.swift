/// Whether a table writes `1.204,5`: some cell has a comma that can part no thousands, and none a point that can part
/// nothing else than decimals.
enum DecimalComma {
    static func isUsed(in table: PrintedTable) -> Bool {
        var hasComma = false
        for row in table.cells {
            for text in row {
                switch mark(in: text) {
                case .point: return false
                case .comma: hasComma = true
                case nil: continue
                }
            }
        }
        return hasComma
    }

    private enum Mark { case point, comma }

    /// The decimal mark of a number, where its digits leave no doubt.
    private static func mark(in text: String) -> Mark? {
        var last: UInt8?
        var (after, before, marks) = (0, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                if last == nil { before += 1 } else { after += 1 }
            case UInt8(ascii: ","), UInt8(ascii: "."):
                marks += 1
                (last, after) = (byte, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: " "), 0x80...: continue
            default: return nil
            }
        }
        guard let last, before > 0, after > 0, after != 3 || before > 3 && marks == 1 else { return nil }
        return last == UInt8(ascii: ",") ? .comma : .point
    }
}
