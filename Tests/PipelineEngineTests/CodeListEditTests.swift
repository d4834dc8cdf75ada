import Core
import Suggestions
import Testing

@Suite struct CodeListEditTests {
    private static let like = Classification.Code(code: "B", title: "Second, \"big\"", group: 0)

    @Test("A new code is written below the similar code, in the columns of the list")
    func places() {
        #expect(
            CodeListEdit.adding(
                "B1", like: Self.like, group: "g", to: "code,description,group,aliases\nA,1,g,\nB,2,g,\nC,3,g,\n")
                == "code,description,group,aliases\nA,1,g,\nB,2,g,\nB1,\"Second, \"\"big\"\"\",g,\nC,3,g,\n")
        #expect(
            CodeListEdit.adding(
                "B1", like: .init(code: "B", title: "2", group: 0), group: "g", to: "group,x,code\r\ng,\"a\r\nb\",B")
                == "group,x,code\r\ng,\"a\r\nb\",B\r\ng,,B1")
    }

    @Test("A value with a line break is quoted, also when the break has two characters")
    func lineBreaks() {
        for lineBreak in ["\n", "\r", "\r\n"] {
            let like = Classification.Code(code: "B", title: "Two\(lineBreak)lines", group: 0)
            #expect(
                CodeListEdit.adding("B1", like: like, group: "g", to: "code,description,group\nB,2,g\n")
                    == "code,description,group\nB,2,g\nB1,\"Two\(lineBreak)lines\",g\n")
        }
    }

    @Test(
        "A list without the code, or that is not CSV, is left unchanged",
        arguments: ["code\nA\n", "x\nB\n", "code\nB,\"\n", ""])
    func leftAlone(text: String) {
        #expect(CodeListEdit.adding("B1", like: Self.like, group: "g", to: text) == nil)
    }

    @Test("A changed label is added at the end of its table, when the table has the columns")
    func mappings() {
        let values = ["from": "Old, label", "to": "B"]
        #expect(
            CodeListEdit.adding(values, to: "to,note,from\r\nA,x,a\r\n")
                == "to,note,from\r\nA,x,a\r\nB,,\"Old, label\"\r\n")
        #expect(CodeListEdit.adding(values, to: "to,note\nA,x\n") == nil)
    }
}
