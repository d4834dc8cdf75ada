extension FindingRule {
    /// What to do about the finding; nil where nothing needs to be done, or where the remedy depends on the value and
    /// its schema (`Validation/Remedy.swift`).
    public var remedy: String? {
        switch self {
        case .fieldCount: "look for a stray or a missing delimiter"
        case .malformedQuoting: "put the whole value in quotes, and write each quote inside it twice"
        case .nulByte: "ask the partner to send the file again"
        case .unknownCategory: "if the code is genuine, add it to the reference table"
        case .codeNotInUse: "check the date and the code, or correct 'from' and 'until' in the list"
        case .codeOutsideTime: "ask the partner which of date and code is right"
        case .cellWithoutValue:
            "correct the formula in the workbook, or save the workbook in Excel so that it stores results"
        case .hiddenSheet:
            "if the rows must not count, delete the sheet, or move the workbook out of the landing folder"
        case .mergedCells: "if cells of rows are merged, split them and fill in each cell"
        case .areaConflict: "ask the partner which of them is right"
        case .lsoaNotListed: "add the code to a table under 'areas: lsoas'"
        case .unknownIndicator: "check the return's name, or add an indicator for the return"
        case .unknownPeriod: "write a year as 2019/20, and a quarter as 2019/20 Q1 or Apr-Jun 2019"
        case .valueMissing: "write one of the two"
        case .valueAndReason: "leave one of the two empty"
        case .noFilePeriod: "rename the file"
        case .correctionUnused: "remove the record, or name a row in quarantine"
        case .partialMonth:
            "ask for a complete extract and put it into the landing folder, or change 'completeness' if there are no more rows"
        case .missingMonth:
            "ask for the extract and put it into the landing folder, or change 'completeness' if none is due"
        case .deliveryTooSmall: "if the later file is right, move the earlier one out of the landing folder"
        case .notPublishedAgain:
            "ask for the missing numbers, with 0 where there were no events; if the earlier file was wrong, move it out of the landing folder"
        case .datedAfterDelivery: "check their dates and the day of delivery"
        case .unexpectedForce: "add the force to the source's 'covers', or its spelling to 'mappings'"
        case .areaNamedTwice:
            "if both names stand for parts of the area, write 'yes' in the column 'part' of the mapping's table; otherwise ask for a corrected table"
        case .agencyNotDelivered: "ask the agency for a new extract"
        case .forceNotDelivered: "ask for the missing files, or leave out all files of the force"
        case .noDenominator: "correct 'year', add the number, or add a row that says that there is none"
        case .areaWithoutRows: "ask whether the extract covers all areas"
        case .directionTurned: "correct the commentary on the issued change"
        case .rowsAtFault: "correct the rows and run again"
        case .unassignedRows: "ask the publisher, or change 'limits' of the source"
        case .unplacedRows: "ask for the places"
        case .implausibleChange: "ask whether the source is complete"
        case .cumulativeFall: "ask the partner which return is right"
        case .personsChanged: "check for birth dates with day and month swapped, and ask for the extract again"
        case .modalityWithoutStart: "ask the agency whether the column was left empty"
        default: nil
        }
    }
}
