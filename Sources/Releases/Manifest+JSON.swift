import FoundationEssentials

extension Manifest {
    /// The manifest as JSON. Its extracts may be tens of thousands, and the encoder takes longer over them than a run over
    /// their rows, so they are written apart; the bytes are those that the encoder would make.
    public func json() throws -> [UInt8] {
        guard inputs.count > 1 else { return try PublishedJSON.bytes(of: self) }
        var rest = self
        rest.inputs = []
        let frame = try PublishedJSON.bytes(of: rest)
        // Nothing else stands on a line of that indentation: line breaks in texts are escaped.
        guard let place = frame.firstRange(of: Array("\n  \"inputs\" : [\n\n  ]".utf8)) else {
            return try PublishedJSON.bytes(of: self)
        }
        var text = PublishedJSONText()
        text.bytes.reserveCapacity(frame.count + inputs.count * 1024)
        text.bytes += frame[..<place.lowerBound]
        text.bytes += "\n  \"inputs\" : [\n".utf8
        for (index, input) in inputs.enumerated() {
            text.bytes += (index == 0 ? "    " : ",\n    ").utf8
            try input.write(to: &text)
        }
        text.bytes += "\n  ]".utf8
        text.bytes += frame[place.upperBound...]
        return text.bytes
    }
}

extension ManifestInput {
    /// Writes the extract as an object at the second level, its keys in the order of their bytes.
    fileprivate func write(to text: inout PublishedJSONText) throws {
        try text.object(level: 2) { object throws in
            try object.member("acceptedByCategoryGroup", acceptedByCategoryGroup)
            object.member("bytes", bytes)
            try object.member("delimiter", delimiter)
            try object.member("delivered", delivered)
            try object.member("encoding", encoding)
            try object.member("encodingDecidedBy", encodingDecidedBy)
            object.member("endsWithLineBreak", endsWithLineBreak)
            try object.member("file", file)
            object.member("headerLine", headerLine)
            object.member("paddedRows", paddedRows)
            if let rows { try object.member("rows") { text throws in try rows.write(to: &text) } }
            try object.member("schema", schema)
            try object.member("sha256", sha256)
            try object.member("source", source)
            try object.member("takenBy", takenBy)
            object.member("trailingEmptyColumns", trailingEmptyColumns)
            try object.member("unknownColumns", unknownColumns)
        }
    }
}

extension ManifestInput.Rows {
    fileprivate func write(to text: inout PublishedJSONText) throws {
        try text.object(level: 3) { object throws in
            object.member("accepted", accepted)
            object.member("blankLines", blankLines)
            object.member("cancelled", cancelled)
            object.member("corrected", corrected)
            object.member("duplicate", duplicate)
            object.member("footerLines", footerLines)
            try object.member("outOfScope", outOfScope)
            try object.member("quarantined", quarantined)
            object.member("read", read)
            object.member("repeatedHeaders", repeatedHeaders)
            object.member("superseded", superseded)
            object.member("titleLines", titleLines)
            object.member("totalsRows", totalsRows)
        }
    }
}
