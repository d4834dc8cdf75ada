import Core
import Testing

@Suite("Characters that must not be printed as they are")
struct VisibleControlsTests {
    @Test("A character that XML cannot hold becomes its number, and nothing else changes")
    func workbooks() {
        let text = "a\u{0}b\u{1B}[2J\u{FFFE}\tc\n\u{202E}é"
        #expect(
            VisibleControls.escaped(text, where: VisibleControls.isNoXML)
                == "a[U+0000]b[U+001B][2J[U+FFFE]\tc\n\u{202E}é")
    }

    @Test("On a terminal, line breaks and changes of the writing direction become numbers, too")
    func terminals() {
        #expect(VisibleControls.escaped("a\nb\u{202E}c\u{2028}d") == "a[U+000A]b[U+202E]c[U+2028]d")
        #expect(VisibleControls.escaped("é – “x”") == "é – “x”")
    }
}
