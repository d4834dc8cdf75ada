import Ingestion
import Testing

@Suite("The columns of a sheet's table")
struct SheetWidthTests {
    @Test(
        "The widest of the first rows decides; a cell far beyond the others does not",
        arguments: [
            ("", 0), ("\n\n", 0), ("Title\n\na,b,c\n1,2\n", 3), ("a,,c\n", 3), ("a,b,,,\n", 2),
            ("a,b" + String(repeating: ",", count: 30) + "stray\nx,y,z\n", 3),
            ("a,b" + String(repeating: ",", count: 20) + "near\n", 22),
        ])
    func columns(text: String, columns: Int) {
        #expect(SheetWidth(head: Array(text.utf8)).columns == columns)
    }
}
