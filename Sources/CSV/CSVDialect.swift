package import Core

/// The form in which a table is written as CSV.
package struct CSVDialect: Hashable, Sendable {
    /// Which fields are in quotes.
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
    /// The encoding of the text. UTF-16 always has a byte-order mark, Windows-1252 never has one.
    package var encoding = FileEncoding.utf8
    /// Whether text in UTF-8 begins with a byte-order mark.
    package var isMarked = false
    /// Whether texts that a spreadsheet would take for a formula get an apostrophe in front.
    package var guardsFormulas = true

    /// RFC 4180: comma, CR LF, UTF-8, and quotes only where they are needed.
    package static let rfc4180 = CSVDialect()

    /// The dialect of reference tables, which people edit: line feeds, and every value exactly as it is looked up.
    package static let referenceTable: CSVDialect = {
        var dialect = CSVDialect()
        dialect.lineBreak = .lf
        dialect.guardsFormulas = false
        return dialect
    }()

    /// Creates the RFC 4180 dialect; set properties to change it.
    package init() {}
}
