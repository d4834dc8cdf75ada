import CLibCSV
import Glibc

/// The records of a CSV file that this program wrote, read back as they were before it guarded them from spreadsheets.
struct CSVRecords {
    /// The records, the header first.
    let records: [[String]]

    /// Reads the file. Throws an `OutputFailure` when it cannot be read, or is no CSV.
    init(file: String) throws(OutputFailure) {
        let collector = Collector()
        let context = Unmanaged.passUnretained(collector).toOpaque()
        var parser = csv_parser()
        csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        defer { csv_free(&parser) }
        csv_set_space_func(&parser) { _ in 0 }
        let blocks = try FileBlocks(file)
        while true {
            let block = try blocks.next()
            if block.isEmpty { break }
            let taken = block.withUnsafeBytes {
                csv_parse(
                    &parser, $0.baseAddress, $0.count, Collector.receiveField, Collector.receiveRecord, context)
            }
            guard taken == block.count else { throw .io(path: file, errno: EINVAL) }
        }
        guard csv_fini(&parser, Collector.receiveField, Collector.receiveRecord, context) == 0 else {
            throw .io(path: file, errno: EINVAL)
        }
        records = collector.records
    }

    private final class Collector {
        private var fields: [String] = []
        private(set) var records: [[String]] = []

        static let receiveField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
            start, count, context in
            guard let context else { return }
            let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
            Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().take(String(decoding: bytes, as: UTF8.self))
        }

        static let receiveRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
            guard let context else { return }
            let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
            collector.records.append(collector.fields)
            collector.fields = []
        }

        private func take(_ field: String) {
            let isGuarded = field.first == "'" && field.utf8.dropFirst().first.map(CSVText.startsFormula) == true
            fields.append(isGuarded ? String(field.dropFirst()) : field)
        }
    }
}
