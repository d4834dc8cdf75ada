import Spreadsheets
import Testing

struct FileSignatureTests {
    @Test func theContainerOfOldWorkbooksIsRecognised() {
        #expect(FileSignature.of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
        #expect(FileSignature.of([0x50, 0x4B, 3, 4, 20, 0]) == .zip)
        #expect(FileSignature.of([]) == .other)
    }
}
