import Core
import Testing

@Suite struct VisibleTextTests {
    @Test(
        "Invisible characters are shown as their numbers, and the rest stays",
        arguments: [
            ("CSP\u{A0}Name", "CSP[U+00A0]Name"), ("a\u{200B}b", "a[U+200B]b"), ("a\tb", "a[U+0009]b"),
            ("Stockton\u{2011}on", "Stockton[U+2011]on"), ("On or near", "On or near"), ("Área – £5", "Área – £5"),
        ])
    func shown(text: String, shown: String) { #expect(VisibleText.of(text) == shown) }

    @Test(
        "Blanks around a text, runs of them and invisible characters make no difference to its plain form",
        arguments: ["CSP\u{A0} Name ", " CSP Name", "CSP\u{200B}  Name\u{FEFF}", "CSP\tName"])
    func plain(text: String) { #expect(VisibleText.plain(text) == "CSP Name") }
}
