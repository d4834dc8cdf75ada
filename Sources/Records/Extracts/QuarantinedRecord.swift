package import Core

/// A row that is excluded from every count, with the reasons.
package struct QuarantinedRecord: Hashable, Sendable {
    package let line: Int
    package let span: ByteSpan
    /// The rules that the row breaks, with their columns. The account counts the row under the first.
    package let faults: [Fault]
    /// The place where the row may belong, judged by the columns that can be read.
    package var place = QuarantinedPlace.nowhere
    /// The identifier, if it can be read. A later sound row with the same identifier settles the fault.
    package var identity: RecordKey?

    /// Creates a record from its parts.
    package init(
        line: Int, span: ByteSpan, faults: [Fault], place: QuarantinedPlace = .nowhere, identity: RecordKey? = nil
    ) {
        self.line = line
        self.span = span
        self.faults = faults
        self.place = place
        self.identity = identity
    }

    package struct Fault: Hashable, Sendable {
        package let rule: FindingRule
        package let column: String?
        /// The position of the schema's check that fails.
        package var check: Int?

        /// Creates a fault from its parts.
        package init(rule: FindingRule, column: String?, check: Int? = nil) {
            self.rule = rule
            self.column = column
            self.check = check
        }
    }
}

extension QuarantinedRecord {
    /// Compares records by their line, their bytes' position in the file and their faults. `place` is left out because
    /// it holds keys of persons, which differ from run to run.
    package static func == (a: QuarantinedRecord, b: QuarantinedRecord) -> Bool {
        a.line == b.line && a.span == b.span && a.faults == b.faults
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(line)
        hasher.combine(faults)
    }

    /// Returns the record with its line moved down by the given number of lines.
    package func moved(by lines: Int) -> QuarantinedRecord {
        QuarantinedRecord(line: line + lines, span: span, faults: faults, place: place, identity: identity)
    }
}
