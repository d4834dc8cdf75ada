import Core
import Foundation
import Testing

@Suite struct TextEncodingTests {
    @Test("Windows-1252 is read as the WHATWG encoding standard has it", arguments: UInt8.min...UInt8.max)
    func windows1252(byte: UInt8) {
        let text = [byte].withUnsafeBytes { TextEncoding.windows1252.string($0) }
        let unassigned: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        if unassigned.contains(byte) {
            #expect(text.unicodeScalars.map(\.value) == [UInt32(byte)])
        } else {
            #expect(text == String(bytes: [byte], encoding: .windowsCP1252))
        }
    }

    @Test("Every byte of Windows-1252 is found again by its character", arguments: UInt8.min...UInt8.max)
    func windows1252AndBack(byte: UInt8) throws {
        let text = [byte].withUnsafeBytes { TextEncoding.windows1252.string($0) }
        #expect(TextEncoding.windows1252Byte(of: try #require(text.unicodeScalars.first)) == byte)
        #expect(TextEncoding.windows1252Byte(of: "Ω") == nil)
    }

    @Test("Characters that people type in offices are read correctly")
    func officeCharacters() {
        let bytes: [UInt8] = [0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0xA3, 0xE9]
        #expect(bytes.withUnsafeBytes { TextEncoding.windows1252.string($0) } == "€‘’“”–—…£é")
    }

    @Test("No bytes give an empty text", arguments: TextEncoding.allCases)
    func empty(encoding: TextEncoding) {
        #expect(encoding.string(UnsafeRawBufferPointer(start: nil, count: 0)).isEmpty)
    }
}
