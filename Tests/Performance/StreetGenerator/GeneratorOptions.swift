/// The options of the command line.
struct GeneratorOptions {
    static let usage = "usage: street-generator BYTES [--seed N] [--files FOLDER COUNT] [--quote-all] [--shuffle]"

    /// The approximate number of bytes to write.
    private(set) var bytes = 0
    private(set) var seed: UInt64 = 1
    private(set) var folder: String?
    private(set) var files = 1
    private(set) var quotesAll = false
    private(set) var isShuffled = false

    /// Nil when the arguments cannot be understood.
    init?(_ arguments: some Sequence<String>) {
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--seed":
                guard let seed = rest.next().flatMap(UInt64.init) else { return nil }
                self.seed = seed
            case "--files":
                guard let folder = rest.next(), let files = rest.next().flatMap(Int.init), files > 0 else { return nil }
                (self.folder, self.files) = (folder, files)
            case "--quote-all": quotesAll = true
            case "--shuffle": isShuffled = true
            default:
                guard bytes == 0, let bytes = Int(argument), bytes > 0 else { return nil }
                self.bytes = bytes
            }
        }
        guard bytes > 0 else { return nil }
    }

    /// The file of a part; nil for the standard output. Names sort in the order of parts, and each has the month in which
    /// its part of the year begins.
    func path(ofPart part: Int) -> String? {
        guard let folder else { return nil }
        let number = String(10_001 + part).dropFirst()
        return "\(folder)/\(Calendar.months[part * 12 / files])-part-\(number)-street.csv"
    }
}
