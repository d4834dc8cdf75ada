public import Core
import Synchronization

/// A schema with the headers that it has been tried on. When several files begin with the same lines, only the first is
/// tried, unless the bytes that follow could change the result.
public final class SchemaHeaders: Sendable {
    /// The schema.
    public let schema: TableSchema
    private let needed: HeaderLetters.NeededNames
    /// The schema for sheets of workbooks; nil when it is that of this object.
    private let ofCells: SchemaHeaders?
    private let state = Mutex(State())

    private struct State {
        var known: [KnownStart] = []
        var trials = 0
    }

    /// The maximum number of file beginnings that are remembered.
    private static let maxKnown = 64

    /// Creates a schema that has not been tried on any header yet.
    public init(_ schema: TableSchema) {
        self.schema = schema
        needed = HeaderLetters.NeededNames(schema)
        ofCells = schema.isOfCells ? nil : SchemaHeaders(schema.ofCells)
    }

    /// The schema with which the file is read.
    private func schemaHeaders(for file: LandedFile) -> SchemaHeaders { file.isSheet ? ofCells ?? self : self }

    /// How many files had to be searched for the header.
    public var trials: Int { state.withLock { $0.trials } }

    /// Returns how well the file's header fits each of the schemas; nil for schemas that it does not fit.
    public static func fits(of file: LandedFile, to schemas: [SchemaHeaders]) -> [HeaderFit?] {
        extracts(of: file, by: schemas).map { $0?.fit }
    }

    /// Returns the file as an extract of each of the schemas; nil for schemas that its header does not fit.
    public static func extracts(of file: LandedFile, by schemas: [SchemaHeaders]) -> [OpenedExtract?] {
        guard let preamble = try? Preamble(file: file) else { return schemas.map { _ in nil } }
        let letters = LettersOfFile(preamble)
        // The end of the last header that was found. Other schemas rarely have to read further.
        var end = 0
        var searched: [SchemaHeaders] = []
        let extracts = schemas.map { headers -> OpenedExtract? in
            let headers = headers.schemaHeaders(for: file)
            var extract: OpenedExtract?
            if let known = headers.known(preamble, letters) {
                extract = known.extract(file, headers.schema)
            } else if letters.lack(headers.needed, after: 0) {
                return nil
            } else if let start = headers.start(preamble, upTo: end, letters) {
                extract = start.extract(file, headers.schema)
            } else {
                searched.append(headers)
                extract = try? headers.search(file, preamble, suggesting: false)
            }
            end = max(end, extract?.firstRow ?? 0)
            return extract
        }
        for headers in searched { headers.remember(preamble, upTo: end) }
        return extracts
    }

    /// Opens an extract, with the same result as `OpenedExtract(file:schema:suggesting:)`.
    public func open(_ file: LandedFile) throws(ExtractError) -> OpenedExtract {
        if file.isSheet, let ofCells { return try ofCells.open(file) }
        let preamble = try Preamble(file: file)
        if let extract = known(preamble, LettersOfFile(preamble))?.extract(file, schema) { return extract }
        let extract = try search(file, preamble, suggesting: true)
        remember(preamble, upTo: extract.firstRow)
        return extract
    }

    private func search(
        _ file: LandedFile, _ preamble: Preamble, suggesting: Bool
    ) throws(ExtractError) -> OpenedExtract {
        state.withLock { $0.trials += 1 }
        return try OpenedExtract(file: file, schema: schema, preamble: preamble, suggesting: suggesting)
    }

    /// Returns the known lines at the file's start, if they decide whether the file is an extract of the schema.
    private func known(_ preamble: Preamble, _ letters: LettersOfFile) -> KnownStart? {
        guard !preamble.isUTF16 else { return nil }
        return state.withLock { $0.known }.first { $0.begins(preamble) && $0.decides(preamble, needed, letters) }
    }

    /// Reads the lines up to the offset and remembers them. Returns them if they decide whether the file is an extract
    /// of the schema.
    private func start(_ preamble: Preamble, upTo end: Int, _ letters: LettersOfFile) -> KnownStart? {
        guard end > 0 else { return nil }
        state.withLock { $0.trials += 1 }
        guard let start = remember(preamble, upTo: end), start.decides(preamble, needed, letters) else { return nil }
        return start
    }

    @discardableResult
    private func remember(_ preamble: Preamble, upTo end: Int) -> KnownStart? {
        guard let start = KnownStart(preamble, upTo: end, schema: schema) else { return nil }
        state.withLock { state in
            guard !state.known.contains(where: { $0.bytes == start.bytes }) else { return }
            if state.known.count == Self.maxKnown { state.known.removeFirst() }
            state.known.append(start)
        }
        return start
    }
}
