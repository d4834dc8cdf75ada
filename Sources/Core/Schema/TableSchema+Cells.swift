extension TableSchema {
    /// Returns the schema for a sheet of a workbook, whose text is CSV in UTF-8 with commas. A cell that holds a day holds no
    /// form of writing it, so that its ISO form is added to the forms that the schema declares.
    public var ofCells: TableSchema {
        var schema = self
        schema.delimiters = [UInt8(ascii: ",")]
        schema.fallbackEncoding = .utf8
        schema.isOfCells = true
        for index in schema.fields.indices {
            guard case .date(let forms) = schema.fields[index].type else { continue }
            schema.fields[index].type = .date(forms + Self.cellForms.filter { !forms.contains($0) })
        }
        return schema
    }

    private static let cellForms = ["yyyy-mm-dd", "yyyy-mm-ddThh:mm:ss"].compactMap { DateForm($0) } + [.firstOfMonth]
}
