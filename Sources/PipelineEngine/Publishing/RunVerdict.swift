public import Core
public import Evaluation
import Indicators
import Intake
import Records
import ReleaseDisclosure

/// The verdict on a command that did its work: whether it found something that needs review, and what. The exit status
/// and the sentences both come from the verdict, so that neither appears without the other. To add a reason, add a case
/// here and its words.
public struct RunVerdict: Hashable, Sendable {
    /// One reason, with its evidence.
    public enum Reason: Hashable, Sendable {
        /// More rows are in quarantine than the limit allows; they are in the folder.
        case quarantine(rows: Int, of: Int, folder: String?)
        /// A file, and a number of others, with the header of a source although the source's file patterns do not match
        /// them.
        case unclaimedExtracts(file: String, source: String, others: Int)
        /// Sources that have delivered nothing for whole months of the quarter itself.
        case quarterNotDelivered(sources: [String])
        /// Files with far fewer rows than the files that they would replace, so that the older files still count.
        case deliveriesTooSmall([String])
        /// Figures that are not available because too many rows in quarantine may belong to them.
        case rowsAtFault(figures: Int)
        /// Figures that are not available because too many rows of the source have no place.
        case unplacedRows(figures: Int)
        /// Figures that are not available because the source assigns too many events to no area.
        case unassignedRows(figures: Int)
        /// Figures that are not available because a later publication lacks numbers that the one before it had.
        case notPublishedAgain(figures: Int)
        /// Figures that are not available because their numbers are too large to be calculated exactly.
        case numbersTooLarge(figures: Int)
        /// Counts that are implausible compared with their own history.
        case implausibleChanges(Int)
        /// Files with a day of delivery in the future, which must be wrong.
        case deliveredInFuture([String])
        /// A finding that makes published figures doubtful, and the number of files or areas that it concerns.
        case doubt(FindingRule, Int)
        /// Files of issued releases with numbers that this definition withholds.
        case smallNumbersPublished(files: Int)
        /// Deliveries that are past their due date, or have arrived only in part.
        case deliveries(late: Int, partial: Int)
        /// Two compared releases are not the same.
        case releasesDiffer(parts: Int, figures: Int)
        /// A release was made again from the same parts, but these files have different bytes.
        case otherBytes([String])
        /// A release was made again byte for byte, but this number of its extracts could not be compared.
        case notCompared(Int)
        /// A release cannot be made again as it was: these numbers of its parts and figures differ.
        case otherParts(parts: Int, figures: Int)
        /// Figures of audited tables that cannot be true.
        case impossibleFigures(Int)
        /// Audited tables in which less than this percentage of the figures could be checked; 0 means that no figure
        /// could be checked.
        case tooLittleChecked(tables: [String], percent: Int)
    }

    /// A reason in words, with its stable kebab-case code.
    public struct Remark: Hashable, Codable, Sendable {
        public let code, sentence: String

        /// Creates a remark from its parts.
        public init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    /// The reasons; none when there is nothing to review.
    public let reasons: [Reason]

    /// Creates a verdict for these reasons.
    public init(_ reasons: [Reason]) { self.reasons = reasons }

    /// Whether there is anything to review.
    public var hasFindings: Bool { !reasons.isEmpty }

    /// One sentence for each reason.
    public var remarks: [Remark] { reasons.map { Remark(code: $0.code, sentence: $0.sentence) } }
}

extension RunVerdict {
    /// The percentage of rows in quarantine above which a release needs review.
    public static let quarantineLimit = 1

    /// The rules of the findings that make published figures doubtful.
    package static let doubts: [FindingRule] = [
        .unexpectedForce, .areaNamedTwice, .areaWithoutRows, .agencyNotDelivered, .forceNotDelivered, .noDenominator,
        .personsChanged,
        .modalityWithoutStart, .cumulativeFall,
    ]

    /// Creates the verdict on a run that published; its rows in quarantine are in the folder. Days of delivery after
    /// `today` are a reason for review.
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
    /// Returns the reason for files that have the header of a source, but are not read by it; nil when there are no
    /// such files.
    static func unclaimed(_ leftOut: [LeftOutFile]) -> RunVerdict.Reason? {
        let extracts = leftOut.filter { $0.source != nil }
        guard let first = extracts.first, let source = first.source else { return nil }
        return .unclaimedExtracts(file: first.file, source: source, others: extracts.count - 1)
    }

    /// Returns the reason for required sources that have delivered nothing for whole months of the quarter itself; nil
    /// when there are no such sources. Partners' returns are not included, because partners report reasons of their
    /// own.
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

    /// Returns the reason for rows in quarantine when there are more of them than the limit allows; nil when they are
    /// within the limit.
    package static func quarantine(rows: Int, of read: Int, overLimitIn folder: String?) -> RunVerdict.Reason? {
        rows * 100 > read * RunVerdict.quarantineLimit ? .quarantine(rows: rows, of: read, folder: folder) : nil
    }
}
