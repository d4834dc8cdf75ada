package import Core
package import Ingestion
package import Normalisation

/// The whole result of one extract: at first from its own rows alone, later without the rows that other rows repeat or
/// replace. A run passes tens of thousands of outcomes from step to step. A copy is therefore only one reference until
/// it is changed.
@dynamicMemberLookup
package struct ExtractOutcome: Sendable {
    @usableFromInline
    var storage: Storage

    /// Storage that is changed only while it has a single owner.
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

    /// Makes the storage unshared. Every change to the outcome must call it first.
    @usableFromInline
    mutating func unshare() {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.extract, storage.parts) }
    }

    /// Creates the outcome of an extract. Only its account and its findings are known so far.
    package init(_ extract: Extract, sha256: String, account: RowAccount, findings: [Finding]) {
        storage = Storage(extract, Parts(sha256: sha256, account: account, findings: findings))
    }

    private var extract: Extract { storage.extract }

    /// The position of the source. `file` is relative to the landing folder.
    package var source: Int { extract.source }
    package var schema: TableSchema { extract.schema }
    package var file: String { extract.file }
    package var takenBy: TakenBy { extract.takenBy }
    package var bytes: Int { extract.bytes }
    package var identity: FileIdentity { extract.identity }
    package var reading: ExtractReading { extract.reading }
}

extension ExtractOutcome {
    /// An extract that has been read.
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

/// A traced row that counts from another file, with the record that it refers to, if any.
package struct DroppedRow: Sendable {
    package var row: TracedRow
    package let record: ExtractRecords?

    /// Creates a dropped row from its parts.
    package init(row: TracedRow, record: ExtractRecords?) {
        self.row = row
        self.record = record
    }
}

/// Why a delivery unit of an extract counts from another file instead.
package struct LostUnit: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// A later file delivers the unit again.
        case later
        /// Another file has the same rows.
        case same
        /// The unit has far fewer rows here than in the delivery that counts.
        case tooSmall
    }

    /// The file that the unit counts from, relative to the landing folder.
    package let file: String
    package let cause: Cause
}

/// The file and the line in which a row was corrected.
package struct CorrectedPlace: Hashable, Sendable {
    /// The path relative to the landing folder.
    package let file: String
    /// The physical line.
    package let line: Int

    /// Creates a place from its parts.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

extension ExtractOutcome {
    /// The units of the extract, except those that count from another file.
    package var standingUnits: [DeliveryUnit: Int] {
        self.lost.isEmpty ? self.units : self.units.filter { self.lost[$0.key] == nil }
    }

    /// Reopens the extract after it was read. Throws if the file has changed.
    package func reopened(in folder: String) throws(ExtractError) -> LandedFile {
        let landed = try LandedFile(name: file, path: folder + "/" + file)
        guard landed.identity == identity else { throw .changedWhileRead(file: file) }
        return landed
    }
}
