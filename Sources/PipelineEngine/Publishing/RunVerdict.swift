public import Core
public import Evaluation
import Indicators
import Intake
import Records
import ReleaseDisclosure

/// Whether a command that did its work found something that needs review, and what. Exit status and sentence
/// both come from it, so that none is without the other. A further reason is a case here and its words.
public struct RunVerdict: Hashable, Sendable {
    /// One reason, with its evidence.
    public enum Reason: Hashable, Sendable {
        /// More of the rows are in quarantine than a release may leave out unnoticed; they lie in the folder.
        case quarantine(rows: Int, of: Int, folder: String?)
        /// A file, and so many others, with the header of a source whose patterns do not name it.
        case unclaimedExtracts(file: String, source: String, others: Int)
        /// Months of the quarter itself of which a source has delivered nothing.
        case quarterNotDelivered(sources: [String])
        /// Files with far fewer rows than the ones that they would replace, so that those count.
        case deliveriesTooSmall([String])
        /// Figures that are not available, for too many rows in quarantine may belong to them.
        case rowsAtFault(figures: Int)
        /// Figures that are not available, for too many rows of the source have no place.
        case unplacedRows(figures: Int)
        /// Figures that are not available, for the source assigns too many events to no area.
        case unassignedRows(figures: Int)
        /// Figures that are not available, for a later publication lacks numbers that the one before it had.
        case notPublishedAgain(figures: Int)
        /// Figures that are not available, for their numbers are too large to be calculated exactly.
        case numbersTooLarge(figures: Int)
        /// Counts that are implausible beside their own history.
        case implausibleChanges(Int)
        /// Files whose day of delivery is in the future, so that it is wrong.
        case deliveredInFuture([String])
        /// What was found in so many files or areas and makes figures doubtful that are published.
        case doubt(FindingRule, Int)
        /// Files of issued releases with numbers that this definition withholds.
        case smallNumbersPublished(files: Int)
        /// Deliveries that are past their due date, or there only in part.
        case deliveries(late: Int, partial: Int)
        /// Two releases that were compared are not the same.
        case releasesDiffer(parts: Int, figures: Int)
        /// A release was made again from the same parts, and these files have other bytes.
        case otherBytes([String])
        /// A release was made again byte for byte, and so many of its extracts could not be compared.
        case notCompared(Int)
        /// A release cannot be made again as it was: so many of its parts, and of its figures, differ.
        case otherParts(parts: Int, figures: Int)
        /// Figures of audited tables that cannot be true.
        case impossibleFigures(Int)
        /// Audited tables of which fewer figures than so many of a hundred could be checked; 0 means none at all.
        case tooLittleChecked(tables: [String], percent: Int)
    }

    /// A reason in words, with its stable kebab-case code.
    public struct Remark: Hashable, Codable, Sendable {
        public let code, sentence: String

        /// A remark from its parts.
        public init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    /// The reasons; none when there is nothing to look at.
    public let reasons: [Reason]

    /// A verdict for these reasons.
    public init(_ reasons: [Reason]) { self.reasons = reasons }

    /// Whether there is anything to look at.
    public var hasFindings: Bool { !reasons.isEmpty }

    /// A sentence a reason.
    public var remarks: [Remark] { reasons.map { Remark(code: $0.code, sentence: $0.sentence) } }
}

extension RunVerdict {
    /// More than so many of a hundred rows in quarantine are a reason.
    public static let quarantineLimit = 1

    /// What makes figures doubtful that are published.
    package static let doubts: [FindingRule] = [
        .unexpectedForce, .areaNamedTwice, .areaWithoutRows, .agencyNotDelivered, .forceNotDelivered, .noDenominator,
        .personsChanged,
        .modalityWithoutStart, .cumulativeFall,
    ]

    /// The verdict on a run that published; its rows in quarantine lie in the folder. Days of delivery after `today` are a
    /// reason.
    public init(on result: RunResult, quarantineFolder: String?, today: CalendarDate? = nil) {
        let total = result.total
        let found = result.findings
        let quarantine = Reason.quarantine(
            rows: total.quarantinedTotal, of: total.read, overLimitIn: quarantineFolder)
        let figures = result.tables.flatMap(\.figures)
        func count(_ reason: MissingReason) -> Int { figures.count { $0.status == reason.code } }
        let counted: [(Int, (Int) -> Reason)] = [
            (count(.rowsAtFault(source: "")), Reason.rowsAtFault),
            (count(.unassigned(source: "")), Reason.unassignedRows),
            (count(.unplaced(source: "")), Reason.unplacedRows),
            (count(.notPublishedAgain(source: "")), Reason.notPublishedAgain),
            (count(.tooLarge), Reason.numbersTooLarge),
            (found.count { $0.rule == .implausibleChange }, Reason.implausibleChanges),
        ]
        let doubtful = Self.doubts.map { rule in (rule, found.count { $0.rule == rule }) }
            .filter { $0.1 > 0 }.map { Reason.doubt($0.0, $0.1) }
        let unused = Set(result.unusedDeliveries.map(\.file))
        let small = unused.isEmpty ? nil : Reason.deliveriesTooSmall(unused.sorted())
        let future = today.map { today in result.deliveries.filter { $0.day > today }.map(\.file) } ?? []
        let late = future.isEmpty ? nil : Reason.deliveredInFuture(future)
        let published = result.protection.count { $0.code == "small-numbers-published" }
        let known = published == 0 ? nil : Reason.smallNumbersPublished(files: published)
        self.init(
            [
                quarantine, Reason.unclaimed(result.leftOut), Reason.notDelivered(result), small, late, known,
            ].compactMap(\.self) + counted.filter { $0.0 > 0 }.map { $0.1($0.0) }
                + doubtful)
    }
}

extension RunVerdict.Reason {
    /// That files have the header of a source that does not take them; nil when none has.
    static func unclaimed(_ leftOut: [LeftOutFile]) -> RunVerdict.Reason? {
        let extracts = leftOut.filter { $0.source != nil }
        guard let first = extracts.first, let source = first.source else { return nil }
        return .unclaimedExtracts(file: first.file, source: source, others: extracts.count - 1)
    }

    /// That sources which must deliver have delivered nothing of months of the quarter itself. Returns are not among them:
    /// their partners report reasons of their own.
    static func notDelivered(_ result: RunResult) -> RunVerdict.Reason? {
        let required = Set(result.plan.sources.filter { !$0.isOptional }.map(\.name))
        let months = result.quarter.period.months
        let sources = Set(
            result.gaps.filter { gap in
                guard case .missing = gap.state, required.contains(gap.source) else { return false }
                switch gap.span {
                case .month(let month): return months.contains(month)
                case .quarter(let quarter): return gap.rows == nil && quarter == result.quarter
                case .year: return false
                }
            }.map(\.source))
        return sources.isEmpty ? nil : .quarterNotDelivered(sources: sources.sorted())
    }

    /// That more of the rows read are in quarantine than the limit allows; nil when no more are.
    package static func quarantine(rows: Int, of read: Int, overLimitIn folder: String?) -> RunVerdict.Reason? {
        rows * 100 > read * RunVerdict.quarantineLimit ? .quarantine(rows: rows, of: read, folder: folder) : nil
    }
}
