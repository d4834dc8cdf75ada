extension FindingRule {
    /// What to do about the finding; nil where nothing needs to be done, or where the remedy depends on the value and
    /// its schema (`Validation/Remedy.swift`).
    public var remedy: String? {
        switch self {
        case .fieldCount: "look for a stray or a missing delimiter"
        case .malformedQuoting: "double quotes inside a value, or quote the whole value"
        case .nulByte: "ask the partner to send it again"
        case .unknownCategory: "add it to the reference table if it is genuine"
        case .areaConflict: "ask which is right"
        case .lsoaNotListed: "add it to a table under 'areas: lsoas'"
        case .unknownIndicator: "look whether its name is right, or add an indicator for it"
        case .unknownPeriod: "write 2019/20, or 2019/20 Q1 or Apr-Jun 2019"
        case .valueMissing: "write one of the two"
        case .valueAndReason: "leave one of the two empty"
        case .noFilePeriod: "rename it"
        case .correctionUnused: "remove the record, or name a row in quarantine"
        case .partialMonth:
            "ask for the whole of it and put the extract beside the others, or change 'completeness' if this is all"
        case .missingMonth:
            "ask for it and put the extract into the landing folder, or change 'completeness' if it is not due"
        case .deliveryTooSmall: "if it is right, move the earlier file out of the landing folder"
        case .notPublishedAgain:
            "ask for them, 0 where there is none, or move the earlier file out of the landing folder if it was wrong"
        case .datedAfterDelivery: "check their dates and the day of delivery"
        case .unexpectedForce: "add it to 'covers' of the source, or give its name in 'mappings'"
        case .areaNamedTwice:
            "if they are parts of the area, write 'yes' in the column 'part' of the mapping's table, else ask for a corrected table"
        case .agencyNotDelivered: "ask for a new one"
        case .forceNotDelivered: "ask for its files, or leave all of them out"
        case .noDenominator: "correct 'year' or add the number, or a row that says that there is none"
        case .areaWithoutRows: "ask whether the extract is of all areas"
        case .directionTurned: "correct the commentary that went with it"
        case .rowsAtFault: "correct them and run again"
        case .unassignedRows: "ask the publisher, or change 'limits' of the source"
        case .unplacedRows: "ask for places"
        case .implausibleChange: "ask whether the source is complete"
        case .cumulativeFall: "ask the partner which return is right"
        case .personsChanged: "look for birth dates with day and month swapped, and ask for the extract again"
        case .modalityWithoutStart: "ask the agency whether the column was left empty"
        default: nil
        }
    }
}
