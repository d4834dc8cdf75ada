import Core

extension RunVerdict.Reason {
    /// The stable kebab-case code, for programs.
    public var code: String {
        switch self {
        case .quarantine: "quarantine-share"
        case .unclaimedExtracts: "unclaimed-extract"
        case .quarterNotDelivered: "quarter-not-delivered"
        case .deliveriesTooSmall: "delivery-too-small"
        case .rowsAtFault: "rows-at-fault"
        case .unassignedRows: "unassigned-rows"
        case .unplacedRows: "unplaced-rows"
        case .notPublishedAgain: "not-published-again"
        case .numbersTooLarge: "number-too-large"
        case .implausibleChanges: "implausible-change"
        case .deliveredInFuture: "delivered-in-future"
        case .doubt(let rule, _): rule.rawValue
        case .smallNumbersPublished: "small-numbers-published"
        case .deliveries: "deliveries-incomplete"
        case .releasesDiffer: "releases-differ"
        case .otherBytes: "other-bytes"
        case .notCompared: "extracts-not-compared"
        case .otherParts: "other-parts"
        case .impossibleFigures: "impossible-figures"
        case .tooLittleChecked: "too-little-checked"
        }
    }

    /// Why the exit status is not 0, and where to look.
    public var sentence: String {
        switch self {
        case .quarantine(let rows, let read, let folder):
            "Published with findings: \(Self.share(rows, of: read, over: RunVerdict.quarantineLimit)) of the rows "
                + "(\(WholeNumber.grouped(rows)) of \(WholeNumber.grouped(read))) are in quarantine, and the limit is "
                + "\(RunVerdict.quarantineLimit)%" + (folder.map { "; see \($0)" } ?? "") + "."
        case .unclaimedExtracts(let file, let source, let others):
            "\(file)\(others > 0 ? " and \(others) more" : "") \(others > 0 ? "have" : "has") the header of the source "
                + "'\(source)', but the 'files' of that source leave \(others > 0 ? "them" : "it") out; move or rename "
                + "\(others > 0 ? "them" : "it")."
        case .quarterNotDelivered(let sources):
            "Published with findings: whole months of the quarter are missing, because nothing was delivered for them by "
                + "\(sources.joined(separator: ", ")); see the finding missing-month."
        case .deliveriesTooSmall(let files):
            "Published with findings: \(files.first ?? "")\(files.count > 1 ? " and \(files.count - 1) more" : "") "
                + "\(files.count > 1 ? "have" : "has") far fewer rows than the earlier file, which therefore still counts."
        case .rowsAtFault(let figures):
            "Published with findings: \(Self.count(figures, "figure")) \(figures == 1 ? "is" : "are") not available, because "
                + "too many rows in quarantine, or rows that contradict each other, may belong to \(figures == 1 ? "it" : "them")."
        case .unplacedRows(let figures):
            "Published with findings: \(Self.count(figures, "figure")) \(figures == 1 ? "is" : "are") not available, because "
                + "too many rows of the source have no place."
        case .unassignedRows(let figures):
            "Published with findings: \(Self.count(figures, "figure")) \(figures == 1 ? "is" : "are") not available, because "
                + "the source assigns too many events to no area."
        case .notPublishedAgain(let figures):
            "Published with findings: \(Self.count(figures, "figure")) \(figures == 1 ? "is" : "are") not available, because "
                + "a later publication lacks numbers that the one before it had; see the finding not-published-again."
        case .numbersTooLarge(let figures):
            "Published with findings: \(Self.count(figures, "figure")) \(figures == 1 ? "is" : "are") not available, because "
                + "\(figures == 1 ? "its number is" : "their numbers are") too large to be calculated exactly; check the "
                + "values of the source."
        case .implausibleChanges(let count):
            "Published with findings: \(Self.count(count, "count")) \(count == 1 ? "is" : "are") implausible given "
                + "\(count == 1 ? "its" : "their") own history; the notes on the tables name each."
        case .deliveredInFuture(let files):
            "Published with findings: the day of delivery of \(files.first ?? "")"
                + "\(files.count > 1 ? " and \(files.count - 1) more" : "") is in the future; correct it, because it decides which "
                + "file counts."
        case .doubt(let rule, let number):
            "Published with findings: \(Self.doubt(rule, number)); see the finding \(rule.rawValue)."
        case .smallNumbersPublished(let files):
            "Published with findings: \(Self.count(files, "file")) of issued releases \(files == 1 ? "has" : "have") numbers "
                + "that this definition withholds; the messages name each."
        case .deliveries(let late, let partial):
            "Not everything has been delivered: "
                + [(late, "late"), (partial, "partial and not due yet")].filter { $0.0 > 0 }
                .map { "\(WholeNumber.grouped($0)) \($1)" }.joined(separator: ", ") + "; the list names each."
        case .releasesDiffer(let parts, let figures):
            "The releases differ in \(Self.count(parts, "part")) that they are made from and in "
                + "\(Self.count(figures, "figure")); the list names each."
        case .otherBytes(let files):
            "The release was made again from the same parts, but \(Self.count(files.count, "file")) "
                + "\(files.count == 1 ? "has" : "have") different bytes; the list names each."
        case .notCompared(let number):
            "Every file is the same, but \(Self.count(number, "extract")) could not be compared: the state folder has lost "
                + "\(number == 1 ? "its hash" : "their hashes")."
        case .otherParts(let parts, let figures):
            "The release cannot be made again as it was: \(Self.count(parts, "part")) that it is made from and "
                + "\(Self.count(figures, "figure")) differ; the list names each."
        case .impossibleFigures(let count):
            "\(Self.count(count, "error")) found: the figures that the list names cannot be true."
        case .tooLittleChecked(let tables, 0):
            "Nothing could be checked in \(Self.listed(tables)), because no relation between figures was recognised; describe "
                + "the table with --structure."
        case .tooLittleChecked(let tables, let percent):
            "Fewer than \(percent)% of the figures could be checked in \(Self.listed(tables)); describe the rest with "
                + "--structure, or require a lower percentage."
        }
    }

    /// Returns the first name, and how many more there are.
    private static func listed(_ names: [String]) -> String {
        (names.first ?? "") + (names.count > 1 ? " and \(count(names.count - 1, "more table"))" : "")
    }

    private static func doubt(_ rule: FindingRule, _ number: Int) -> String {
        switch rule {
        case .unexpectedForce:
            "\(count(number, "file")) with many rows from a force that, according to 'covers', does not cover the areas"
        case .areaNamedTwice:
            "\(count(number, "file")) in which an area has two names, so that the numbers of both were added together"
        case .areaWithoutRows: "\(count(number, "area")) without any rows in the quarter"
        case .forceNotDelivered: "\(count(number, "force")) with rows in only one of two compared periods"
        case .agencyNotDelivered:
            "\(count(number, "file")) with the last delivery of an agency, made before the quarter ended"
        case .noDenominator:
            "\(count(number, "denominator")) without a number that rates need"
        case .personsChanged:
            "\(count(number, "delivery", "deliveries")) in which many clients appear as new persons"
        case .modalityWithoutStart: "\(count(number, "file")) with many modalities that have no start date"
        case .cumulativeFall:
            "\(count(number, "cumulative return")) that \(number == 1 ? "is" : "are") lower than in an earlier quarter"
        default: count(number, "finding")
        }
    }

    /// Returns the share in percent, with enough decimal places to print a number above the limit.
    private static func share(_ rows: Int, of read: Int, over limit: Int) -> String {
        guard let share = Rational(rows * 100, over: read) else { return "0%" }
        let places =
            (1...6).first { places in
                guard let printed = share.scaled(decimals: places), let most = Rational(limit).scaled(decimals: places)
                else { return true }
                return printed > most
            } ?? 6
        return share.formatted(decimals: places) + "%"
    }

    private static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        UnitNoun(plural: plural ?? noun + "s").counted(number)
    }
}
