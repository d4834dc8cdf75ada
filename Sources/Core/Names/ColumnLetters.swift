/// The names that spreadsheet programs give to a sheet's columns.
package enum ColumnLetters {
    /// Returns the letters for a column counted from 0: `A` for 0, `Z` for 25, `AA` for 26.
    package static func of(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : of(column / 26 - 1) + letter
    }
}
