import FoundationEssentials
package import Releases

/// One row of `extracts.csv`, read back.
package enum ExtractRow {
    static let yes = "yes"
    static let no = "no"

    /// Returns the extracts of a file's records, which begin with the header; nil when this program did not write the
    /// file.
    package static func extracts(of records: [[String]]) -> [ManifestInput]? {
        guard records.first == ExtractsCSV([]).header else { return nil }
        var inputs: [ManifestInput] = []
        inputs.reserveCapacity(records.count)
        for record in records.dropFirst() {
            guard let input = ManifestInput(record) else { return nil }
            inputs.append(input)
        }
        return inputs
    }
}

extension ManifestInput {
    /// Creates the extract of a record with one field for each column; nil when the program would not write such a
    /// field.
    fileprivate init?(_ fields: [String]) {
        let afterRows = Self.firstOfRows + Rows.count
        guard fields.count == afterRows + 2, let headerLine = Int(fields[10]), let trailing = Int(fields[12]),
            [ExtractRow.yes, ExtractRow.no].contains(fields[14])
        else { return nil }
        let numbers = fields[Self.firstOfRows..<afterRows].compactMap { Int($0) }
        guard numbers.isEmpty || numbers.count == Rows.count else { return nil }
        self.init(
            source: fields[0], file: fields[1], takenBy: fields[5], schema: fields[6],
            sha256: fields[2].isEmpty ? nil : fields[2],
            bytes: Int(fields[3]), delivered: fields[4].isEmpty ? nil : fields[4], encoding: fields[7],
            encodingDecidedBy: fields[8], delimiter: fields[9], headerLine: headerLine,
            unknownColumns: Self.value(fields[11]) ?? [], trailingEmptyColumns: trailing, paddedRows: Int(fields[13]),
            endsWithLineBreak: fields[14] == ExtractRow.yes, rows: Rows(numbers: numbers),
            acceptedByCategoryGroup: Self.value(fields[afterRows]))
    }

    private static let firstOfRows = 15

    /// Returns the value of a field in JSON; nil for an empty field.
    private static func value<Value: Decodable>(_ field: String) -> Value? {
        field.isEmpty ? nil : try? JSONDecoder().decode(Value.self, from: Data(field.utf8))
    }
}
