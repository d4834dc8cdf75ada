import Synchronization
public import Tabular

/// A schema with the headers that it has been tried on. Of files that begin with the same lines only the first is tried,
/// wherever the bytes that follow cannot change the answer.
public final class SchemaHeaders: Sendable {
    /// The schema.
    public let schema: TableSchema
    private let needed: HeaderLetters.NeededNames
    private let state = Mutex(State())

    private struct State {
        var known: [KnownStart] = []
        var trials = 0
    }

    /// So many beginnings are remembered.
    private static let maxKnown = 64

    /// A schema without any header yet.
    public init(_ schema: TableSchema) {
        self.schema = schema
        needed = HeaderLetters.NeededNames(schema)
    }

    /// How many files had to be searched for the header.
    public var trials: Int { state.withLock { $0.trials } }

    /// How well the file's header fits each of the schemas; nil for those that it does not fit.
    public static func fits(of file: LandedFile, to schemas: [SchemaHeaders]) -> [HeaderFit?] {
        guard let preamble = try? Preamble(file: file) else { return schemas.map { _ in nil } }
        let letters = LettersOfFile(preamble)
        var tried: [SchemaHeaders] = []
        let extracts = schemas.map { headers -> OpenedExtract? in
            if let known = headers.known(preamble, letters) { return known.extract(file, headers.schema) }
            if letters.lack(headers.needed, after: 0) { return nil }
            tried.append(headers)
            return try? headers.search(file, preamble, suggesting: false)
        }
        // What is no header of one schema need not be tried by it again above the rows of another.
        if let end = extracts.compactMap({ $0?.firstRow }).max() {
            for headers in tried { headers.remember(preamble, upTo: end) }
        }
        return extracts.map { $0?.fit }
    }

    /// Opens an extract: the same as by its `init`, which see.
    public func open(_ file: LandedFile) throws(ExtractRefusal) -> OpenedExtract {
        let preamble = try Preamble(file: file)
        if let extract = known(preamble, LettersOfFile(preamble))?.extract(file, schema) { return extract }
        let extract = try search(file, preamble, suggesting: true)
        remember(preamble, upTo: extract.firstRow)
        return extract
    }

    private func search(
        _ file: LandedFile, _ preamble: Preamble, suggesting: Bool
    ) throws(ExtractRefusal) -> OpenedExtract {
        state.withLock { $0.trials += 1 }
        return try OpenedExtract(file: file, schema: schema, preamble: preamble, suggesting: suggesting)
    }

    /// The lines that the file begins with, when they decide whether it is one of the schema's.
    private func known(_ preamble: Preamble, _ letters: LettersOfFile) -> KnownStart? {
        guard !preamble.isUTF16 else { return nil }
        return state.withLock { $0.known }.first { $0.begins(preamble) && $0.decides(preamble, needed, letters) }
    }

    private func remember(_ preamble: Preamble, upTo end: Int) {
        guard let start = KnownStart(preamble, upTo: end, schema: schema) else { return }
        state.withLock { state in
            guard !state.known.contains(where: { $0.bytes == start.bytes }) else { return }
            if state.known.count == Self.maxKnown { state.known.removeFirst() }
            state.known.append(start)
        }
    }
}
