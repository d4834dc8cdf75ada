extension FindingRule {
    /// What the rule means, for people, and what to do about the finding.
    public var explanation: String { remedy.map { "\(meaning); \($0)" } ?? meaning }

    /// What is found, and its effect where that is not obvious.
    public var meaning: String {
        switch self {
        case .fieldCount: "the row does not have as many fields as the header"
        case .malformedQuoting: "the row has a quote where CSV allows none"
        case .nulByte: "the row has a NUL byte, which text never contains, so the file was damaged on its way"
        case .missingRequired: "a required value is missing"
        case .invalidDate: "not a date in a form that the schema accepts"
        case .invalidMonth: "not a month written yyyy-mm"
        case .invalidNumber: "not a plain number"
        case .invalidBoolean: "not one of the schema's words for yes or no"
        case .patternMismatch: "the value does not match the schema's pattern"
        case .notInEnumeration: "the value is not one of those that the schema lists"
        case .belowMinimum: "the value is below the schema's minimum"
        case .aboveMaximum: "the value is above the schema's maximum"
        case .wrongLength: "the value is shorter or longer than the schema allows"
        case .cellWithoutValue: "the cell holds an error message, or a formula whose result was not stored"
        case .unknownCategory: "the classification has no such code"
        case .codeNotInUse:
            "the code was not in use in the row's month, and the list of codes does not show where the row counts"
        case .codeOutsideTime:
            "codes were not in use in the months of their rows; the rows count in the group that these codes share with the codes of those months"
        case .unknownArea: "the reference table of areas has no such local authority or partnership"
        case .areaMissing: "the row has neither an LSOA nor a local authority"
        case .areaConflict: "the local authority and the LSOA of the row are in different areas"
        case .lsoaNotListed:
            "no table of LSOAs lists the code, although the row's LSOA name, authority or force belongs to the report"
        case .unknownIndicator: "no indicator of the definition uses this return"
        case .unknownPeriod: "not a financial year or quarter"
        case .outOfOrder: "the value breaks the schema's rule between two columns"
        case .requiredBesideOther: "a value that another column requires is missing"
        case .valueMissing: "the return has neither a value nor a reason why there is none"
        case .valueAndReason: "the return has both a value and a reason why there is none"
        case .notUnique: "the schema says that the value must be unique, but an earlier row has it too"
        case .outsideFilePeriod: "the value is outside the period in the file's name"
        case .noFilePeriod:
            "the file's name has no month (yyyy-mm) or day (yyyy-mm-dd) with which values could be compared"
        case .identifierRepeated: "rows of one extract have the same identifier but different contents"
        case .correctionUnused:
            "the record corrects no row in quarantine; its extract was delivered again or was not read, the row that it names is not at fault, or its corrected row is empty"
        case .unclaimedFile: "no source of the definition takes this file; it was left out"
        case .otherFormat: "the file has a known format that no source takes; it was left out"
        case .unknownColumn: "the schema does not know this column; it was left out"
        case .noFinalNewline: "the file does not end with a line break; its last row was complete and counts"
        case .transcoded: "the file is not UTF-8 and was read in the encoding that the schema declares"
        case .endOfFileMark:
            "the file ends with an old system's end-of-file mark (0x1A); the mark was dropped, and all rows count"
        case .headerBlanks:
            "the header differs from the column's name only in blanks or invisible characters; it was read as that column"
        case .trailingEmptyColumns: "columns without a name or a value follow the last named column; they were left out"
        case .hiddenSheet: "the workbook hides the sheet; its rows count like those of any other sheet"
        case .unusedSheet: "the sheet has no header that a source knows; it was left out"
        case .mergedCells: "rows of the sheet have merged cells; only the first cell of each range has a value"
        case .titleLine: "a line above the header; it is not a row and is not counted"
        case .totalsRow: "a row that adds up other rows; it is not counted"
        case .repeatedHeader: "a repeated header among the rows; it is not counted"
        case .footerLine: "a line of words below the last row; it is not a row and is not counted"
        case .partialMonth: "the period was delivered only in part, so figures that need it are not available"
        case .missingMonth: "the period has not been delivered, so figures that need it are not available"
        case .sameFile: "the file has the same bytes as another file, so it was left out and its rows count once"
        case .deliveryReplaced:
            "another file delivers the same months, agencies or other units; each of them is counted as a whole from only one of the files"
        case .deliveryTooSmall: "a later file has far fewer rows than the one before it, so it replaces nothing"
        case .notPublishedAgain:
            "the file lacks numbers that the earlier file has; a missing number is perhaps not 0, so figures that need it are not available"
        case .datedAfterDelivery:
            "rows are dated after the day on which the file was delivered; they count, but do not show that their month is complete"
        case .unexpectedForce:
            "according to 'covers', the force does not cover the areas; its rows count, but do not replace rows of the force that covers them"
        case .areaNamedTwice:
            "the table has the same cells under two names of one area, and their numbers were added together"
        case .agencyNotDelivered:
            "the agency's last delivery was made before the quarter had ended, so treatment figures lack its work after that delivery"
        case .forceNotDelivered:
            "a force has rows of the areas in only one of two periods that are compared"
        case .areaWithoutRows:
            "the quarter's deliveries have no row of the area, so its figures are 0 where they are available"
        case .noDenominator: "the table of denominators lacks a number, so the rates that need it are [x]"
        case .identifierShared: "another extract has the same identifier; the row of the later month counts"
        case .directionTurned: "the change goes in the opposite direction from the change in the issued release"
        case .rowsAtFault: "too many rows that may belong to the figures are in quarantine or contradict each other"
        case .unassignedRows: "the source gives no area for some events of the force"
        case .unplacedRows: "too many rows of the source have no place, so it is not known how many belong to the areas"
        case .implausibleChange: "the count is implausible given its own history; it is published as delivered"
        case .cumulativeFall:
            "a cumulative return is lower than in an earlier quarter; it is published as delivered"
        case .personsChanged:
            "rows of the same episodes have different initials, birth dates or sexes from the delivery before, so their clients count as new persons"
        case .modalityWithoutStart:
            "many rows have a modality without a start date, so their clients do not count as in treatment"
        }
    }
}
