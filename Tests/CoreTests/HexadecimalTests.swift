import Core
import Testing

@Suite("Bytes as text")
struct HexadecimalTests {
    @Test("Each byte is two lower-case digits, also when the first digit is zero")
    func digits() {
        #expect(Hexadecimal.text(of: [0, 9, 10, 15, 16, 0x9f, 0xa0, 255]) == "00090a0f109fa0ff")
        #expect(Hexadecimal.text(of: [UInt8]()).isEmpty)
        for byte in UInt8.min...UInt8.max {
            let text = Hexadecimal.text(of: [byte])
            #expect(UInt8(text, radix: 16) == byte && text.count == 2 && text == text.lowercased())
        }
    }

    @Test("One byte-order mark of UTF-8 is removed at the beginning, and nowhere else")
    func mark() {
        #expect(ByteOrderMark.utf8 == Array("\u{FEFF}".utf8))
        #expect(ByteOrderMark.removed(from: Array("\u{FEFF}\u{FEFF}a".utf8)) == Array("\u{FEFF}a".utf8))
        #expect(ByteOrderMark.removed(from: Array("a\u{FEFF}".utf8)) == Array("a\u{FEFF}".utf8))
        #expect(ByteOrderMark.removed(from: [0xEF, 0xBB]) == [0xEF, 0xBB])
    }
}
