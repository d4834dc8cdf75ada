import FoundationEssentials
package import Releases

/// One row of `extracts.csv`, read back.
package enum ExtractRow {
    static let yes = "yes"
    static let no = "no"

    /// The extracts of the records of a file, the header first; nil when it is no file that this program wrote.
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
    /// The extract of a record with a field for each column; nil when a field is none that is written.
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

    /// The value of a field in JSON; nil for an empty one.
    private static func value<Value: Decodable>(_ field: String) -> Value? {
        field.isEmpty ? nil : try? JSONDecoder().decode(Value.self, from: Data(field.utf8))
    }
}
