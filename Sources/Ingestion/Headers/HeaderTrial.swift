import Core

/// The search for a schema's header among the first lines of a file, with each of the schema's delimiters.
struct HeaderTrial {
    /// The first line that binds. Its delimiter is the first that makes any line bind.
    private(set) var found: (record: HeaderRecord, binding: HeaderBinding)?
    /// When no line binds, the error for the line that matches the most columns. If several lines match as many
    /// columns, it is the first line, with the delimiter that gives the most columns.
    private(set) var best: (record: HeaderRecord?, extractError: ExtractError, merit: (Int, Int, Int))?
    /// Whether the preamble ended inside quotes: with more bytes, the line could read differently.
    private(set) var isCutOff = false

    /// Tries the lines of the preamble. Throws when their bytes are not in the encoding.
    init(
        _ preamble: Preamble, schema: TableSchema, encoding: TextEncoding, file: String
    ) throws(ExtractError) {
        for delimiter in schema.delimiters {
            var search = HeaderSearch(preamble, delimiter: delimiter, encoding: encoding)
            defer { isCutOff = isCutOff || search.isCutOff }
            var maxAbove = 0
            while let candidate = try search.next() {
                var (recognised, columns) = (0, 0)
                do throws(ExtractError) {
                    let record = try candidate.record.get()
                    columns = record.fields.count
                    let binding = try HeaderBinding(record, schema: schema, file: file, suggesting: false)
                    // A header that lacks a column, and the rows under it, are not titles of a header further down.
                    if maxAbove >= 2, maxAbove * 2 >= HeaderBinding.recognised(record.fields, by: schema) { break }
                    // A line that continues past the preamble may read differently when all of it is read.
                    if preamble.isPart, record.end == preamble.bytes.count { break }
                    found = (record, binding)
                    return
                } catch {
                    if let record = try? candidate.record.get() {
                        recognised = HeaderBinding.recognised(record.fields, by: schema)
                    }
                    maxAbove = max(maxAbove, recognised)
                    let merit = (recognised, -candidate.line, columns)
                    if best.map({ merit > $0.merit }) ?? true {
                        best = (try? candidate.record.get(), error, merit)
                    }
                }
            }
        }
    }
}
