import CLibCSV

/// A typed wrapper of libcsv with explicit settings. It is strict: a quote in the wrong place is an error, and so is a
/// quote that is never closed. No blank is trimmed.
struct LibCSVParser: ~Copyable {
    /// libcsv's parser; on the heap because C keeps its address.
    private let parser: UnsafeMutablePointer<csv_parser>

    /// What libcsv reports for a span of bytes.
    enum Outcome {
        case parsed
        case malformed
    }

    init(delimiter: UInt8) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        csv_set_delim(parser, delimiter)
        // libcsv trims unquoted blanks unless a function says that no character is a blank.
        csv_set_space_func(parser) { _ in 0 }
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
    }

    /// Whether the parser is between two records.
    var isBetweenRecords: Bool { parser.pointee.pstate == 0 }

    /// Parses the bytes; fields and rows go to the sink.
    func feed(_ bytes: UnsafePointer<UInt8>, _ count: Int, to sink: UnsafeMutablePointer<FieldSink>) -> Outcome {
        let taken = csv_parse(parser, bytes, count, FieldSink.receiveField, FieldSink.receiveRow, sink)
        guard taken == count else {
            // Called without callbacks, because libcsv would otherwise still emit the partial record.
            csv_fini(parser, nil, nil, nil)
            return .malformed
        }
        return .parsed
    }

    /// Ends the input; a last row without a line break goes to the sink.
    func finish(to sink: UnsafeMutablePointer<FieldSink>) -> Outcome {
        if csv_fini(parser, FieldSink.receiveField, FieldSink.receiveRow, sink) == 0 { return .parsed }
        forget()
        return .malformed
    }

    /// Drops the current record.
    func forget() {
        parser.pointee.options = 0
        csv_fini(parser, nil, nil, nil)
        parser.pointee.options = UInt8(CSV_STRICT | CSV_STRICT_FINI)
    }
}
