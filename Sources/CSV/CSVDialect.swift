package import Core

/// How a table is written as CSV.
package struct CSVDialect: Hashable, Sendable {
    /// Which fields stand in quotes.
    package enum Quoting: CaseIterable, Sendable {
        case whereNeeded, everyField
    }

    /// What ends a record.
    package enum LineBreak: CaseIterable, Sendable {
        case crlf, lf
    }

    /// The byte between fields.
    package var delimiter = UInt8(ascii: ",")
    package var quoting = Quoting.whereNeeded
    package var lineBreak = LineBreak.crlf
    /// How the text is encoded. UTF-16 always has a byte-order mark, Windows-1252 never.
    package var encoding = FileEncoding.utf8
    /// Whether UTF-8 has a byte-order mark.
    package var isMarked = false
    /// Whether words that a spreadsheet would take for a formula get an apostrophe before them.
    package var guardsFormulas = true

    /// RFC 4180: comma, CR LF, UTF-8, quotes only where they are needed.
    package static let rfc4180 = CSVDialect()

    /// Reference tables, which people edit: line feeds, and every value as it is looked up.
    package static let referenceTable: CSVDialect = {
        var dialect = CSVDialect()
        dialect.lineBreak = .lf
        dialect.guardsFormulas = false
        return dialect
    }()

    /// A dialect that differs from RFC 4180 in what is set afterwards.
    package init() {}
}
