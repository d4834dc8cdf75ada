import Reporting
import Testing

struct NoteRegisterTests {
    @Test func numbersInTheOrderOfFirstUse() {
        var register = NoteRegister()
        #expect(register.number(of: "First.") == 1)
        #expect(register.number(of: "Second.") == 2)
        #expect(register.notes == ["First.", "Second."])
    }

    @Test func theSameWordsHaveOneNumber() {
        var register = NoteRegister()
        _ = register.number(of: "First.")
        _ = register.number(of: "Second.")
        #expect(register.number(of: "First.") == 1)
        #expect(register.notes.count == 2)
    }

    @Test func marksAreInSquareBrackets() {
        #expect(NoteRegister.mark(12) == "[note 12]")
    }
}
