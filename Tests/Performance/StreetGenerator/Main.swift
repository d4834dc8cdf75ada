import Glibc

// Writes made-up street-level crime in the form of data.police.uk: the same arguments always give the same bytes.

@main
enum StreetGenerator {
    static func main() {
        guard let options = GeneratorOptions(CommandLine.arguments.dropFirst()) else {
            ErrorStream.tell(GeneratorOptions.usage)
            exit(64)
        }
        var extract = StreetExtract(
            seed: options.seed, rows: rows(options), isShuffled: options.isShuffled, quotesAll: options.quotesAll)
        var bytes = 0
        if let folder = options.folder { mkdir(folder, 0o755) }
        for part in 0..<options.files {
            let rows = (extract.rows * part / options.files)..<(extract.rows * (part + 1) / options.files)
            var file = OutputFile(options.path(ofPart: part))
            extract.write(rows, to: &file)
            bytes += file.close()
        }
        let faults = RowFault.allCases.map { "\($0) \(extract.faults[$0.rawValue])" }
        ErrorStream.tell("\(extract.rows) rows, \(bytes) bytes; " + faults.joined(separator: ", "))
    }

    /// The number of rows that give the requested bytes, estimated from the mean length of a sample.
    private static func rows(_ options: GeneratorOptions) -> Int {
        let sampled = 20_000
        var sample = StreetExtract(seed: options.seed, rows: sampled, isShuffled: false, quotesAll: options.quotesAll)
        var file = OutputFile("/dev/null")
        sample.write(0..<sampled, to: &file)
        return max(options.files, options.bytes * sampled / file.close())
    }
}

enum ErrorStream {
    static func tell(_ line: String) {
        let bytes = Array("street-generator: \(line)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
