extension FindingRule {
    /// What the rule means, for people, and what to do about the finding.
    public var explanation: String { remedy.map { "\(meaning); \($0)" } ?? meaning }

    /// What is found, and its effect where that is not obvious.
    public var meaning: String {
        switch self {
        case .fieldCount: "the row does not have as many fields as the header"
        case .malformedQuoting: "a quote stands where CSV has none"
        case .nulByte: "a NUL byte, which no text has: the row was damaged on its way"
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
        case .unknownCategory: "no such code in the classification"
        case .unknownArea: "no such local authority or partnership in the reference table of areas"
        case .areaMissing: "the row has neither an LSOA nor a local authority"
        case .areaConflict: "the local authority and the LSOA of the row are in different areas"
        case .lsoaNotListed:
            "no table of LSOAs lists the code, although the row's LSOA name, authority or force is ours"
        case .unknownIndicator: "no indicator of the definition uses this return"
        case .unknownPeriod: "not a financial year or quarter"
        case .outOfOrder: "the value breaks the schema's rule between two columns"
        case .requiredBesideOther: "a value is missing that another column of the row makes necessary"
        case .valueMissing: "the return has neither a value nor a reason for its absence"
        case .valueAndReason: "the return has both a value and a reason for its absence"
        case .notUnique: "the value is in an earlier row already, and the schema says that it is unique"
        case .outsideFilePeriod: "the value lies outside the period in the file's name"
        case .noFilePeriod:
            "the file's name holds no month yyyy-mm and no day yyyy-mm-dd, so values were not compared with it"
        case .identifierRepeated: "rows of one extract have one identifier and different contents"
        case .correctionUnused:
            "the record corrects no row in quarantine: its extract was delivered again, its row is not at fault, or the row was left empty"
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
        case .partialMonth: "it was delivered only in part, so figures that need it are not available"
        case .missingMonth: "it has not been delivered, so figures that need it are not available"
        case .sameFile: "the file has the same bytes as another one, so it was left out and counts once"
        case .deliveryReplaced:
            "another file delivers the same units again; each unit counts once, as a whole, from one of the files"
        case .deliveryTooSmall: "a later file has far fewer rows than the one before it, so it replaces nothing"
        case .notPublishedAgain:
            "the file lacks numbers of the one that it replaces; they need not be 0, so figures that need them are not available"
        case .datedAfterDelivery:
            "rows are dated after the day on which the file was delivered; they count, but do not show that their month is complete"
        case .unexpectedForce:
            "by the definition the force does not cover the areas; its rows count, but replace none of the force that does"
        case .areaNamedTwice: "the table has the same cells under two names of one area, and both were added"
        case .agencyNotDelivered:
            "this is the agency's last delivery and the quarter had not ended, so treatment figures lack what it did since"
        case .forceNotDelivered:
            "a force has rows of the areas in one of two periods that are compared, and none in the other"
        case .areaWithoutRows:
            "the deliveries of the quarter have no row of the area, so figures that are available are 0"
        case .noDenominator: "the table of denominators has no number, so rates are [x]"
        case .identifierShared: "an identifier is in another extract, too; the later month counts"
        case .directionTurned: "the issued release reported the opposite change"
        case .rowsAtFault: "too many rows that are in quarantine, or contradict each other, may belong to the figures"
        case .unassignedRows: "the source assigns events of the force to no area"
        case .unplacedRows: "too many rows of the source have no place, so it is unclear how many are of the areas"
        case .implausibleChange: "the count is implausible beside its own history, and is published as delivered"
        case .cumulativeFall:
            "a position that accumulates is lower than in an earlier quarter, and is published as delivered"
        case .personsChanged:
            "rows of the same episodes have other initials, birth dates or sexes than in the delivery before, so their clients count as new persons"
        case .modalityWithoutStart:
            "many rows have a modality and no day on which it started, so their clients count as not in treatment"
        }
    }
}
