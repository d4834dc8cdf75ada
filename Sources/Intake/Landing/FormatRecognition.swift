import Core
import Ingestion
import Records

/// Finds which of a definition's formats a file has, by its header.
struct FormatRecognition {
    /// A schema that a file may follow.
    struct Format {
        /// The position of the source; nil for formats that are left out. `schema` is the position among the source's
        /// schemas.
        let source: Int?
        let schema: Int
        /// The schema, together with the headers that are known to fit it.
        let headers: SchemaHeaders

        var table: TableSchema { headers.schema }
    }

    private struct Attempt {
        let format: Format
        let result: Result<HeaderFit, ExtractError>
    }

    private let file: LandedFile
    private let formats: [Format]
    private let fits: [(format: Format, fit: HeaderFit, extract: OpenedExtract)]
    /// If no format fits, the reason for each.
    private let refused: [Attempt]

    /// Tries the formats. Similar headers are looked for only if no format fits.
    init(_ file: LandedFile, _ formats: [Format]) {
        self.file = file
        self.formats = formats
        fits = zip(formats, SchemaHeaders.extracts(of: file, by: formats.map(\.headers))).compactMap {
            format, extract in
            extract.map { (format, $0.fit, $0) }
        }
        refused = fits.isEmpty ? Self.attempts(file, formats, suggesting: true) : []
    }

    /// The result for every format, with the reason if it does not fit.
    private var attempts: [Attempt] {
        guard !fits.isEmpty else { return refused }
        return Self.attempts(file, formats, suggesting: fits.allSatisfy { $0.format.source == nil })
    }

    private static func attempts(_ file: LandedFile, _ formats: [Format], suggesting: Bool) -> [Attempt] {
        formats.map { format in
            Attempt(
                format: format,
                result: Result { () throws(ExtractError) in
                    try OpenedExtract(file: file, schema: format.table, suggesting: suggesting).fit
                })
        }
    }

    static func formats(of positions: [Int], in sources: [PipelinePlan.Source]) -> [Format] {
        positions.flatMap { source in
            sources[source].schemas.enumerated().map {
                Format(source: source, schema: $0, headers: SchemaHeaders($1))
            }
        }
    }

    static func otherFormats(in plan: PipelinePlan) -> [Format] {
        plan.otherFormats.enumerated().map { Format(source: nil, schema: $0, headers: SchemaHeaders($1)) }
    }

    /// The formats that fit best, in the given order: several if the same number of columns bind.
    var best: [Format] {
        let most = fits.map(\.fit).max()
        return fits.filter { $0.fit == most }.map(\.format)
    }

    /// The file with its header bound by the first of the formats that fit best; nil if none fits.
    var opened: OpenedExtract? {
        let most = fits.map(\.fit).max()
        return fits.first { $0.fit == most }?.extract
    }

    /// Returns the format with the fewest needed columns missing, if none fits.
    func nearest(among formats: [Format]) -> Format? { Self.nearest(attempts.prefix(formats.count))?.format }

    /// The nearest format, if the header has at least half of the columns that it needs, and none fits.
    var nearHeader: Format? {
        guard let nearest = Self.nearest(attempts[...]) else { return nil }
        return nearest.bound * 2 >= nearest.format.table.fields.count { $0.isNeeded } ? nearest.format : nil
    }

    /// The reason why the nearest format does not fit, or the first reason of any format if none is near.
    var nearestError: ExtractError? {
        if let nearest = Self.nearest(attempts[...]) { return nearest.extractError }
        return attempts.lazy.compactMap { attempt in
            if case .failure(let extractError) = attempt.result { extractError } else { nil }
        }.first
    }

    /// An error that leaves the format open: a source may fit, but a column is ambiguous or the file cannot be read.
    var doubt: ExtractError? {
        for attempt in attempts where attempt.format.source != nil {
            guard case .failure(let extractError) = attempt.result else { continue }
            switch extractError {
            case .ambiguousColumn, .unreadable, .changedWhileRead: return extractError
            default: continue
            }
        }
        return nil
    }

    /// The columns that the nearest schema lacks in the file, or what the file is if it is not a table.
    var shortcoming: String? {
        guard let nearest = Self.nearest(attempts[...]) else { return otherReason }
        let (schema, bound, missing) = (nearest.format.table, nearest.bound, nearest.missing)
        let needed = schema.fields.count { $0.isNeeded }
        // A file of an unknown source may hold personal data, so that not even its header is repeated. Its first line
        // may be data.
        let isHeader = bound * 2 >= needed
        let columns = missing.map { column in
            guard isHeader, let header = column.candidates.first else { return "'\(column.field)'" }
            return "'\(column.field)' (perhaps column \(header.position))"
        }
        return "the nearest schema is \(schema.name), which needs the column " + columns.joined(separator: " and ")
    }

    private var otherReason: String? {
        for attempt in attempts {
            guard case .failure(let extractError) = attempt.result else { continue }
            switch extractError {
            case .empty: return "it is empty"
            case .otherDelimiter: return extractError.placed.message
            case .notText(_, let looksLike): return "it is \(looksLike), not CSV"
            case .otherColumns(_, let schema, let columns, _):
                return "the schema \(schema) allows no other columns, and the file has \(columns.count) more"
            default: continue
            }
        }
        return nil
    }

    /// The number of needed columns that are present, and the needed columns that are missing.
    private struct Shortage {
        let format: Format
        let extractError: ExtractError
        let bound: Int
        let missing: [ExtractError.MissingColumn]
        /// How many columns of the file have the name of a column of the schema, apart from case and characters between
        /// words.
        let resembling: Int
        /// The missing columns that no header resembles.
        let unlike: Int

        /// Returns whether the first is nearer. These decide in turn: fewer missing columns that no header resembles,
        /// more resembling columns, fewer missing columns, more bound columns, and more missing columns that a header
        /// seems to misspell.
        static func isNearer(_ a: Shortage, _ b: Shortage) -> Bool { a.merit.lexicographicallyPrecedes(b.merit) }

        private var merit: [Int] {
            [unlike, -resembling, missing.count, -bound, -missing.count { $0.nearest != nil }]
        }
    }

    private static func nearest(_ attempts: ArraySlice<Attempt>) -> Shortage? {
        attempts.compactMap { attempt in
            guard case .failure(let extractError) = attempt.result,
                case .missingColumns(_, _, let missing, let found, _) = extractError
            else { return nil }
            let table = attempt.format.table
            let resembling = Set(found.compactMap { table.field(resembling: $0.text) })
            let needed = table.fields.count { $0.isNeeded }
            let unlike = missing.count { column in
                !resembling.contains { table.fields[$0].name == column.field }
            }
            guard unlike < needed else { return nil }
            return Shortage(
                format: attempt.format, extractError: extractError, bound: needed - missing.count, missing: missing,
                resembling: resembling.count, unlike: unlike)
        }.min(by: Shortage.isNearer)
    }
}
