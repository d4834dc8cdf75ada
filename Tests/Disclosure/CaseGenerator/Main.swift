import FoundationEssentials
import TestSupport

// Writes made-up releases and the counts withheld in them, one on each line. The same seed gives the same bytes.

@main
enum CaseGenerator {
    static func main() throws {
        let number = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        for index in 0..<number {
            var generator = SeededGenerator(seed: UInt64(index) + 6000)
            let release = MadeUpRelease(kind: index, &generator)
            print(String(decoding: try encoder.encode(DisclosureCase(number: index, release)), as: UTF8.self))
        }
    }
}
