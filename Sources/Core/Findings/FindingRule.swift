/// The catalogue of all rules of findings, which are about rows, files, deliveries, reference tables or figures. The
/// raw value is the stable code that quarantine files, manifests and messages carry.
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
    case cellWithoutValue = "cell-without-value"
    // A value against the reference tables
    case unknownCategory = "unknown-category"
    case codeNotInUse = "code-not-in-use"
    case codeOutsideTime = "code-outside-time"
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
    // The file as a whole, or a row compared with other rows
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
    case hiddenSheet = "hidden-sheet"
    case unusedSheet = "unused-sheet"
    case mergedCells = "merged-cells"
    // Lines that are not data
    case titleLine = "title-line"
    case totalsRow = "totals-row"
    case repeatedHeader = "repeated-header"
    case footerLine = "footer-line"
    // What should have been delivered
    case partialMonth = "partial-month"
    case missingMonth = "missing-month"
    // What was delivered more than once, too early, incompletely or unexpectedly
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
    case noDenominator = "no-denominator"
    // Figures compared with issued ones
    case directionTurned = "direction-turned"
    // Figures with doubtful or incomplete sources
    case rowsAtFault = "rows-at-fault"
    case unassignedRows = "unassigned-rows"
    case unplacedRows = "unplaced-rows"
    case implausibleChange = "implausible-change"
    case cumulativeFall = "cumulative-fall"
    // Treatment data
    case personsChanged = "persons-changed"
    case modalityWithoutStart = "modality-without-start"

    /// Whether a row with this finding is kept out of every count.
    public var quarantines: Bool {
        switch self {
        case .areaConflict, .codeOutsideTime, .lsoaNotListed, .endOfFileMark, .headerBlanks,
            .identifierRepeated, .correctionUnused, .unclaimedFile, .otherFormat, .unknownColumn, .noFinalNewline,
            .transcoded, .trailingEmptyColumns, .hiddenSheet, .mergedCells, .unusedSheet, .titleLine, .totalsRow,
            .repeatedHeader, .footerLine, .noFilePeriod,
            .partialMonth,
            .missingMonth, .directionTurned, .rowsAtFault, .unassignedRows, .unplacedRows, .implausibleChange,
            .sameFile,
            .deliveryReplaced, .deliveryTooSmall, .notPublishedAgain,
            .cumulativeFall, .personsChanged, .modalityWithoutStart, .datedAfterDelivery, .unexpectedForce,
            .areaNamedTwice, .areaWithoutRows, .agencyNotDelivered, .forceNotDelivered, .noDenominator,
            .identifierShared:
            false
        default: true
        }
    }

    /// Whether the finding is about rows and not about the file as a whole.
    public var concernsRows: Bool {
        quarantines || self == .identifierRepeated || self == .areaConflict || self == .identifierShared
            || self == .modalityWithoutStart
    }
}
