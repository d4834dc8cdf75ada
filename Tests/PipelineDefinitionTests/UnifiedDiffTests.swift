import PipelineDefinition
import Testing

@Suite struct UnifiedDiffTests {
    @Test("A change is shown with three lines before and after it")
    func context() {
        let old = (1...9).map { "\($0)\n" }.joined()
        #expect(
            UnifiedDiff.section(path: "x", from: old, to: old.replacing("5\n", with: "five\n"))
                == "--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
        #expect(
            UnifiedDiff.section(path: "x", from: old, to: "0\n" + old)
                == "--- a/x\n+++ b/x\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n")
    }

    @Test("Equal texts have no changes")
    func same() {
        for text in ["", "a", "a\n", "a\nb"] { #expect(UnifiedDiff.section(path: "x", from: text, to: text).isEmpty) }
    }

    @Test("A missing last line break is stated, and a repeated line is added once")
    func ends() {
        #expect(
            UnifiedDiff.section(path: "a b", from: "1\n2", to: "1\n2\n3")
                == "--- a/a b\t\n+++ b/a b\t\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n+2\n+3\n"
                + "\\ No newline at end of file\n")
        #expect(
            UnifiedDiff.section(path: "x", from: "1\n1\n", to: "1\n1\n1\n")
                == "--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n 1\n 1\n+1\n")
    }

    @Test("Carriage returns belong to their lines")
    func carriageReturns() {
        #expect(
            UnifiedDiff.section(path: "x", from: "1\r\n", to: "1\r\n2\r\n")
                == "--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n 1\r\n+2\r\n")
    }
}
