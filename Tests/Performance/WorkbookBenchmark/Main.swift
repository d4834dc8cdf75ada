import Core
import Glibc
import Indicators
import Reporting
import Workbooks

// Writes a workbook of ten marked-up tables with a million cells in all, and prints the time and the memory that this
// took.

@main
enum WorkbookBenchmark {
    static func main() throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 3
        let folder = try scratchFolder()
        defer { remove(folder) }
        let (path, scratch) = (folder + "/benchmark.xlsx", folder + "/scratch")
        mkdir(scratch, 0o700)
        defer { remove(scratch) }

        let report = MadeUpReport.report
        let cells = report.tablePages.map(\.table).reduce(0) { $0 + $1.rows.count * ($1.columns.count + 2) }
        print("\(report.tablePages.count) tables, \(cells) cells; their figures take \(Memory.now()) MiB")
        let writer = WorkbookWriter(created: CalendarDate(day: 18_000), scratch: scratch)
        var times: [Double] = []
        var bytes = 0
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            try writer.write(report, to: path)
            times.append((ContinuousClock.now - start) / .seconds(1))
            bytes = size(of: path)
            remove(path)
        }
        let median = times.sorted()[times.count / 2]
        print(
            "\(bytes) bytes, written twice and compared: \((median * 100).rounded() / 100) s; peak \(Memory.peak()) MiB"
        )
    }

    private static func scratchFolder() throws -> String {
        var template = Array("/tmp/workbook-benchmark-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure.noFolder(errno: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    enum Failure: Error {
        case noFolder(errno: Int32)
    }
}

/// The memory of this process according to the kernel, in MiB.
enum Memory {
    static func now() -> Int { value(of: "VmRSS:") }
    static func peak() -> Int { value(of: "VmHWM:") }

    private static func value(of key: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split { $0 == " " || $0 == "\t" }
            if let first = words.first, first == key, words.count > 1 { return (Int(words[1]) ?? 0) / 1024 }
        }
        return 0
    }
}
