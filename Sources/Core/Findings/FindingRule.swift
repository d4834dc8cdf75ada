/// What a row, a file or a reference can be found to have: the one catalogue of rules. The raw value is
/// the stable code that quarantine files, manifests and messages carry.
public enum FindingRule: String, CaseIterable, Sendable {
    // The row's shape
    case fieldCount = "field-count"
    case malformedQuoting = "malformed-quoting"
    case nulByte = "nul-byte"
    // One value against its field
    case missingRequired = "missing-required"
    case invalidDate = "invalid-date"
    case invalidMonth = "invalid-month"
    case invalidNumber = "invalid-number"
    case invalidBoolean = "invalid-boolean"
    case patternMismatch = "pattern-mismatch"
    case notInEnumeration = "not-in-enumeration"
    case belowMinimum = "below-minimum"
    case aboveMaximum = "above-maximum"
    case wrongLength = "wrong-length"
    // A value against the reference tables
    case unknownCategory = "unknown-category"
    case unknownArea = "unknown-area"
    case areaMissing = "area-missing"
    case areaConflict = "area-conflict"
    case lsoaNotListed = "lsoa-not-listed"
    case unknownIndicator = "unknown-indicator"
    case unknownPeriod = "unknown-period"
    // Values against each other
    case outOfOrder = "out-of-order"
    case requiredBesideOther = "required-beside-other"
    case valueMissing = "value-missing"
    case valueAndReason = "value-and-reason"
    // The file, or the row among the others
    case notUnique = "not-unique"
    case outsideFilePeriod = "outside-file-period"
    case noFilePeriod = "no-file-period"
    case identifierRepeated = "identifier-repeated"
    case identifierShared = "identifier-shared"
    case correctionUnused = "correction-unused"
    case unclaimedFile = "unclaimed-file"
    case otherFormat = "other-format"
    case unknownColumn = "unknown-column"
    case noFinalNewline = "no-final-newline"
    case transcoded = "transcoded"
    case endOfFileMark = "end-of-file-mark"
    case headerBlanks = "header-blanks"
    case trailingEmptyColumns = "trailing-empty-columns"
    // Lines that are not data
    case titleLine = "title-line"
    case totalsRow = "totals-row"
    case repeatedHeader = "repeated-header"
    case footerLine = "footer-line"
    // What should have been delivered
    case partialMonth = "partial-month"
    case missingMonth = "missing-month"
    // What was delivered more than once, or too early
    case sameFile = "same-file"
    case deliveryReplaced = "delivery-replaced"
    case deliveryTooSmall = "delivery-too-small"
    case notPublishedAgain = "not-published-again"
    case datedAfterDelivery = "dated-after-delivery"
    case unexpectedForce = "unexpected-force"
    case areaNamedTwice = "area-named-twice"
    case areaWithoutRows = "area-without-rows"
    case agencyNotDelivered = "agency-not-delivered"
    case forceNotDelivered = "force-not-delivered"
    // Of figures, when they are compared with issued ones.
    case directionTurned = "direction-turned"
    // Of figures whose sources say too little
    case rowsAtFault = "rows-at-fault"
    case unassignedRows = "unassigned-rows"
    case unplacedRows = "unplaced-rows"
    case implausibleChange = "implausible-change"
    case cumulativeFall = "cumulative-fall"
    // Of treatment data
    case personsChanged = "persons-changed"
    case modalityWithoutStart = "modality-without-start"

    /// What the rule means, for people, and what to do about it.
    public var explanation: String {
        switch self {
        case .fieldCount: "the row does not have as many fields as the header; look for a stray or a missing delimiter"
        case .malformedQuoting:
            "a quote stands where CSV has none; double quotes inside a value, or quote the whole value"
        case .nulByte: "a NUL byte, which no text has: the row was damaged on its way; ask the partner to send it again"
        case .missingRequired: "a value that must be there is missing"
        case .invalidDate: "not a date in a form that the schema accepts"
        case .invalidMonth: "not a month written yyyy-mm"
        case .invalidNumber: "not a plain number"
        case .invalidBoolean: "neither of the schema's words for yes and no"
        case .patternMismatch: "the value does not match the schema's pattern"
        case .notInEnumeration: "the value is not one of those that the schema lists"
        case .belowMinimum: "the value is below the schema's minimum"
        case .aboveMaximum: "the value is above the schema's maximum"
        case .wrongLength: "the value is shorter or longer than the schema allows"
        case .unknownCategory: "no such code in the classification; add it to the reference table if it is genuine"
        case .unknownArea: "no such local authority or partnership in the reference table of areas"
        case .areaMissing: "the row has neither an LSOA nor a local authority"
        case .areaConflict: "the local authority and the LSOA of the row are in different areas; ask which is right"
        case .lsoaNotListed:
            "no table of LSOAs lists the code, although the row's LSOA name, authority or force is ours; add it to a table under 'areas: lsoas'"
        case .unknownIndicator: "no indicator of the definition uses this return"
        case .unknownPeriod: "not a financial year or quarter: write 2019/20, or 2019/20 Q1 or Apr-Jun 2019"
        case .outOfOrder: "the value breaks the schema's rule between two columns"
        case .requiredBesideOther: "a value is missing that another column of the row makes necessary"
        case .valueMissing: "the return has neither a value nor a reason for its absence"
        case .valueAndReason: "the return has both a value and a reason for its absence"
        case .notUnique: "the value is in an earlier row already, and the schema says that it is unique"
        case .outsideFilePeriod: "the value lies outside the period in the file's name"
        case .noFilePeriod:
            "the file's name holds no month yyyy-mm and no day yyyy-mm-dd, so values were not compared with it; rename it"
        case .identifierRepeated:
            "rows of one extract have one identifier and different contents"
        case .correctionUnused:
            "the record names no row that is in quarantine for an extract of the landing folder: the extract was delivered"
                + " again, its row is not at fault, or the row was left empty"
        case .unclaimedFile: "no source of the definition takes this file; it was left out"
        case .otherFormat: "the file has a known format that no source takes; it was left out"
        case .unknownColumn: "the schema does not know this column; it was left out"
        case .noFinalNewline: "the file does not end with a line break; its last row was complete and counts"
        case .transcoded: "the file is not UTF-8 and was read in the encoding that the schema declares"
        case .endOfFileMark:
            "the file ends with an end-of-file mark (0x1A) of an old system; it was dropped, and all rows count"
        case .headerBlanks:
            "the header differs from the column's name in blanks or in characters that cannot be seen; it was read as the column"
        case .trailingEmptyColumns: "columns without a name or a value follow the last one; they were left out"
        case .titleLine: "a line above the header; it is no row and counts nowhere"
        case .totalsRow: "a row that adds up others; it counts nowhere"
        case .repeatedHeader: "a repeated header among the rows; it counts nowhere"
        case .footerLine: "a line of words below the last row; it is no row and counts nowhere"
        case .partialMonth:
            "it was delivered only in part, so figures that need it are not available; ask for the whole of it and put the extract beside the others, or change 'completeness' if this is all"
        case .missingMonth:
            "it has not been delivered, so figures that need it are not available; ask for it and put the extract into the landing folder, or change 'completeness' if it is not due"
        case .sameFile: "the file has the same bytes as another one, so it was left out and counts once"
        case .deliveryReplaced:
            "another file delivers the same units again; each unit counts once, as a whole, from one of the files"
        case .deliveryTooSmall:
            "a later file has far fewer rows than the one before it, so it replaces nothing; if it is right, move the earlier file out of the landing folder"
        case .notPublishedAgain:
            "the file replaces an earlier one that has numbers which this one lacks; they may not be 0, so figures that need them are not available; ask for them, 0 where there is none, or move the earlier file out of the landing folder if it was wrong"
        case .datedAfterDelivery:
            "rows are dated after the day on which the file was delivered; they count, but do not show that their month is complete; check their dates and the day of delivery"
        case .unexpectedForce:
            "by the definition the force does not cover the areas; its rows count, but replace none of the force that does; add it to 'covers' of the source, or give its name in 'mappings'"
        case .areaNamedTwice:
            "the table has the same cells under two names of one area, and both were added; if they are parts of the area, write 'yes' in the column 'part' of the mapping's table, else ask for a corrected table"
        case .agencyNotDelivered:
            "this is the agency's last delivery and the quarter had not ended, so treatment figures lack what it did since; ask for a new one"
        case .forceNotDelivered:
            "a force has rows of the areas in one of two periods that are compared, and none in the other; ask for its files, or leave all of them out"
        case .areaWithoutRows:
            "the deliveries of the quarter have no row of the area, so figures that are available are 0; ask whether the extract is of all areas"
        case .identifierShared:
            "an identifier is in another extract, too; the later month counts"
        case .directionTurned:
            "the issued release reported the opposite change; correct the commentary that went with it"
        case .rowsAtFault:
            "too many rows that are in quarantine, or contradict each other, may belong to the figures; correct them and run again"
        case .unassignedRows:
            "the source assigns events of the force to no area; ask the publisher, or change 'limits' of the source"
        case .unplacedRows:
            "too many rows of the source have no place, so it is unclear how many are of the areas; ask for places"
        case .implausibleChange:
            "the count is implausible beside its own history, and is published as delivered; ask whether the source is complete"
        case .cumulativeFall:
            "a position that accumulates is lower than in an earlier quarter, and is published as delivered; ask the partner which return is right"
        case .personsChanged:
            "rows of the same episodes have other initials, birth dates or sexes than in the delivery before, so their clients count as new persons; look for birth dates with day and month swapped, and ask for the extract again"
        case .modalityWithoutStart:
            "many rows have a modality and no day on which it started, so their clients count as not in treatment; ask the agency whether the column was left empty"
        }
    }

    /// Whether the row that has it is kept out of every count.
    public var quarantines: Bool {
        switch self {
        case .areaConflict, .lsoaNotListed, .endOfFileMark, .headerBlanks,
            .identifierRepeated, .correctionUnused, .unclaimedFile, .otherFormat, .unknownColumn, .noFinalNewline,
            .transcoded, .trailingEmptyColumns, .titleLine, .totalsRow, .repeatedHeader, .footerLine, .noFilePeriod,
            .partialMonth,
            .missingMonth, .directionTurned, .rowsAtFault, .unassignedRows, .unplacedRows, .implausibleChange,
            .sameFile,
            .deliveryReplaced, .deliveryTooSmall, .notPublishedAgain,
            .cumulativeFall, .personsChanged, .modalityWithoutStart, .datedAfterDelivery, .unexpectedForce,
            .areaNamedTwice, .areaWithoutRows, .agencyNotDelivered, .forceNotDelivered, .identifierShared:
            false
        default: true
        }
    }

    /// Whether it is rows that have it, and not the file as a whole.
    public var concernsRows: Bool {
        quarantines || self == .identifierRepeated || self == .areaConflict || self == .identifierShared
            || self == .modalityWithoutStart
    }
}
