import Core
import Ingestion
import Testing

@Suite struct ParserAgreementTests {
    @Test(
        "Both parser modes read a file of two columns as RFC 4180 has it",
        arguments: [
            "a,b\n1,2\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\r\n3,4\r5,6\n", "a,b\n1,2",
            "a,b\n1,2\r",
            "a,b\n\"1\",\"2\"\n", "a,b\n\"x\ny\",2\n3,4\n", "a,b\r\n\"x\r\ny\",2\r\n3,4\r\n", "a,b\n\"x\ry\",2\n3,4\n",
            "a,b\r\"x\ry\",2\r3,4\r", "a,b\n\"\n\n\n\",2\n3,4\n", "a,b\n\"say \"\"hi\"\"\",2\n",
            "a,b\n\"\"\"\",\"\"\"\"\"\"\n",
            "a,b\n,\n", "a,b\n\"\",\n", "a,b\n,\"\"\n", "a,b\n1,2\n\n3,4\n\n\n", "a,b\n\n1,2\n",
            "a,b\r\n\r\n1,2\r\n\r\n",
            "a,b\n \n1,2\n", "a,b\n 1 , 2 \n", "a,b\n\t1\t,\t2\t\n", "a,b\n1\u{0},\u{0}2\n\u{0},\u{0}\n",
            "a,b\n1,2\u{0}",
            "a,b\n1,é\n2,日本\n", "\u{FEFF}a,b\n1,2\n", "\u{FEFF}a,b\r\n\"1\",2", "a,b\n1,2,\n3,4\n", "a,b\n1\n3,4\n",
            "a,b\n1,2,3,4\n5,6\n", "a,b\n1,2\n\r3,4\n", "a,b\n1,2\r\r\n3,4\n", "a,b\n\r\r\r1,2\n", "a,b\n1,2\n3",
            "a,b\n1,2\n3,4,5", "a,b\n1,\"2", "a,b\n1,\"2\n", "a,b\n1,2\n\"", "a,b\n\"\n", "a,b\n1,2\n\"\"",
            "a,b\n\"\"\n1,2\n",
        ])
    func handCases(text: String) throws { try Agreement().check(Array(text.utf8), columns: 2) }

    @Test(
        "A quote in the wrong place rejects its own physical line and no other line",
        arguments: [
            "a,b\n1,x\"y\n3,4\n", "a,b\n1,\"x\"y\n3,4\n", "a,b\n1,\"x\" \n3,4\n", "a,b\n1, \"x\"\n3,4\n",
            "a,b\n\"1,2\n3,4\n5,6\n",
            "a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\n", "a,b\n1,\"2\n3,\"4\n5,6\n", "a,b\n\"x\ny\"z,2\n3,4\n",
            "a,b\n1,2\n3,\"4\n5,6",
            "a,b\r1,\"2\r3,4\r5,6\r", "a,b\r\n1,\"2\r\n3,4\r\n", "a,b\n1,\"x\ry\n3,4\n", "a,b\n1,\"x\r\ny\"z\n3,4\n",
            "a,b\n\"\"\"\n1,2\n", "a,b\n\"\"\"\"\"\n1,2\n3,4\n", "a,b\n1,2\"\n3,4\n", "a,b\n1\"\n3,4\n",
            "a,b\n1,\"2\n3,\"\"\n5,6\n",
        ])
    func strayQuotes(text: String) throws { try Agreement().check(Array(text.utf8), columns: 2) }

    @Test("After a quote in the wrong place, exactly the other lines are read")
    func neighbours() throws {
        let text = "a,b\n1,2\n3,\"4\n5,6\n7,\"8\"\n9,10\n"
        for mode in ParserMode.allCases {
            let captured = try Landing().read(Array(text.utf8), .letters(2), mode)
            #expect(captured.texts == [["1", "2"], ["5", "6"], ["7", "8"], ["9", "10"]])
            #expect(captured.rows.map(\.line) == [2, 4, 5, 6])
            #expect(captured.rejects == [.init(rule: .malformedQuoting, line: 3, span: 8..<13)])
        }
    }

    @Test("Other delimiters are read alike, and a comma is then text", arguments: [UInt8](";\t|: ".utf8))
    func delimiters(delimiter: UInt8) throws {
        let text = "a,b,c\n1,\"x,y\",2\n,,\n\"q\nr\",\"\",3\n4,5\n".utf8.map { $0 == 44 ? delimiter : $0 }
        try Agreement().check(text, columns: 3, delimiter: delimiter)
        try Agreement().check(
            text + Array("7".utf8) + [delimiter, 44, 44, delimiter, 10], columns: 3, delimiter: delimiter)
    }

    @Test("One column: a line with anything on it is a row, and a blank line is none")
    func oneColumn() throws {
        try Agreement().check(Array("a\n1\n\n2\n\"\"\n\" \"\n,\n3".utf8), columns: 1)
    }

    @Test("Twenty columns with values of about eight bytes, because eight bytes are compared at a time")
    func manyColumns() throws {
        let header = (0..<20).map { String(UnicodeScalar(UInt8(97 + $0))) }.joined(separator: ",")
        var text = header + "\r\n"
        for length in 0...40 {
            text += (0..<20).map { String(repeating: "x", count: ($0 * length) % 11) }.joined(separator: ",") + "\r\n"
            text += String(repeating: ",", count: length) + "\r\n"
        }
        try Agreement().check(Array(text.utf8), columns: 20)
    }
}
