package import Core
package import Ingestion
package import Normalisation

/// The whole result of one extract: first on its own, then less the rows that others repeat or replace. A run
/// hands tens of thousands of outcomes from step to step, so that a copy is one reference until somebody changes it.
@dynamicMemberLookup
package struct ExtractOutcome: Sendable {
    @usableFromInline
    var storage: Storage

    /// Changed only where nobody else has it.
    @usableFromInline
    final class Storage: @unchecked Sendable {
        @usableFromInline
        let extract: Extract
        @usableFromInline
        var parts: Parts

        init(_ extract: Extract, _ parts: Parts) {
            self.extract = extract
            self.parts = parts
        }
    }

    /// To be called before anything of it is changed.
    @usableFromInline
    mutating func unshare() {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.extract, storage.parts) }
    }

    /// The outcome of an extract of which nothing but its account and its findings is known yet.
    package init(_ extract: Extract, sha256: String, account: RowAccount, findings: [Finding]) {
        storage = Storage(extract, Parts(sha256: sha256, account: account, findings: findings))
    }

    private var extract: Extract { storage.extract }

    /// The source and the file, relative to the landing folder.
    package var source: Int { extract.source }
    package var schema: TableSchema { extract.schema }
    package var file: String { extract.file }
    package var takenBy: TakenBy { extract.takenBy }
    package var bytes: Int { extract.bytes }
    package var identity: FileIdentity { extract.identity }
    package var reading: ExtractReading { extract.reading }
}

extension ExtractOutcome {
    /// An extract that was read.
    package final class Extract: Sendable {
        let source: Int
        let schema: TableSchema
        let file: String
        let takenBy: TakenBy
        let bytes: Int
        let identity: FileIdentity
        let reading: ExtractReading

        package init(
            source: Int, schema: TableSchema, file: LandedFile, takenBy: TakenBy, reading: ExtractReading
        ) {
            self.source = source
            self.schema = schema
            self.file = file.name
            self.takenBy = takenBy
            bytes = file.identity.size
            identity = file.identity
            self.reading = reading
        }
    }
}

/// A traced row that counts from another file, with the record that it points at, if any.
package struct DroppedRow: Sendable {
    package var row: TracedRow
    package let record: ExtractRecords?

    /// From its parts.
    package init(row: TracedRow, record: ExtractRecords?) {
        self.row = row
        self.record = record
    }
}

/// Why the rows of a delivery unit do not count from an extract.
package struct LostUnit: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// A later file delivers it again.
        case later
        /// Another file has the same rows.
        case same
        /// It is far smaller than the delivery that stands.
        case tooSmall
    }

    /// The file that it counts from, relative to the landing folder.
    package let file: String
    package let cause: Cause
}

/// The file and the line that a row was corrected in.
package struct CorrectedPlace: Hashable, Sendable {
    /// The path relative to the landing folder.
    package let file: String
    /// The physical line.
    package let line: Int

    /// From its parts.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

extension ExtractOutcome {
    /// The units that it delivers and no other file does in its place.
    package var standingUnits: [DeliveryUnit: Int] {
        self.lost.isEmpty ? self.units : self.units.filter { self.lost[$0.key] == nil }
    }

    /// Opens the extract again, after it was read. Throws when the file has changed.
    package func reopened(in folder: String) throws(ExtractError) -> LandedFile {
        let landed = try LandedFile(name: file, path: folder + "/" + file)
        guard landed.identity == identity else { throw .changedWhileRead(file: file) }
        return landed
    }
}
