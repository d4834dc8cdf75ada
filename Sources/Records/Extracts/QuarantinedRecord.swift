package import Core

/// A row that is kept out of every count, and why.
package struct QuarantinedRecord: Hashable, Sendable {
    package let line: Int
    package let span: ByteSpan
    /// The rules that it breaks, the first of which the account counts it under, with the columns.
    package let faults: [Fault]
    /// Where it may belong, by those of its columns that can be read.
    package var place = QuarantinedPlace.nowhere
    /// Its identifier, when that can be read: a later sound row that has it settles the fault.
    package var identity: RecordKey?

    /// A held row from its parts.
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
        /// The schema's check that fails, by its position.
        package var check: Int?

        /// From its parts.
        package init(rule: FindingRule, column: String?, check: Int? = nil) {
            self.rule = rule
            self.column = column
            self.check = check
        }
    }
}

extension QuarantinedRecord {
    /// By place in the file and faults: where a row may belong holds keys of persons, which differ from run to run.
    package static func == (a: QuarantinedRecord, b: QuarantinedRecord) -> Bool {
        a.line == b.line && a.span == b.span && a.faults == b.faults
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(line)
        hasher.combine(faults)
    }

    /// The row so many lines further down.
    package func moved(by lines: Int) -> QuarantinedRecord {
        QuarantinedRecord(line: line + lines, span: span, faults: faults, place: place, identity: identity)
    }
}
