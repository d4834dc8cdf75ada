/// The columns of a sheet as spreadsheet programs name them.
package enum ColumnLetters {
    /// `A`, `Z`, `AA` for a column from 0.
    package static func of(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : of(column / 26 - 1) + letter
    }
}
