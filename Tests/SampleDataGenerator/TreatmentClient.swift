/// The two made-up agencies that treat people, and the formats of their exports.
enum TreatmentAgency: CaseIterable {
    case first, second

    var code: String {
        self == .first ? "A1001" : "B2002"
    }

    var other: TreatmentAgency {
        self == .first ? .second : .first
    }

    var dates: DateDialect {
        self == .first ? .dayFirst : .iso
    }

    /// The text for a missing value in the export.
    var missing: String {
        self == .first ? "" : "NA"
    }

    /// The discharge reasons that mean a successful completion. The first agency uses the old list, the second the new
    /// one.
    var completedReasons: [String] {
        self == .first ? ["1", "1", "2"] : ["80", "80", "81", "82"]
    }

    /// The other discharge reasons: dropped out, transferred, in custody and so on.
    var leftReasons: [String] {
        self == .first ? ["3", "3", "4", "5", "6", "7", "8", "9"] : ["83", "83", "84", "85", "86", "87", "88", "89"]
    }
}

/// What identifies a person in the records of both agencies. The agencies have no other data in common.
struct Attributor: Hashable {
    let firstInitial: String
    let surnameInitial: String
    let born: CalendarDate
    let sex: String
}

/// How an episode of treatment ended; open if it is not known to have ended.
enum TreatmentEnding {
    case open
    case completed(CalendarDate)
    case left(CalendarDate)

    var date: CalendarDate? {
        switch self {
        case .open: nil
        case .completed(let date), .left(let date): date
        }
    }
}

/// How soon after triage the first modality of an episode began.
enum ModalityStart {
    case withinAWeek
    case after(days: Int)
    /// The person was triaged, but no modality began.
    case never
}

/// One episode of treatment at one agency.
struct TreatmentEpisode {
    let agency: TreatmentAgency
    let triaged: CalendarDate
    let ending: TreatmentEnding
    /// One to three substances, the main one first.
    let drugs: [String]
    /// When the first modality, and therefore treatment, began.
    var start = ModalityStart.withinAWeek
    var authority = Area.hartlepool.code
    var consents = true
}

/// A made-up person, as known to the agencies.
struct TreatmentClient {
    let attributor: Attributor
    var episodes: [TreatmentEpisode]
}

/// What a person uses. Codes from 1000 are opiates, 7000 is alcohol, and 9996 and 9997 mean no drug.
enum Substance {
    case opiate, otherDrug, alcohol, none

    func drugs(by chance: inout SplitMix64) -> [String] {
        switch self {
        case .opiate:
            switch chance.below(100) {
            case 0..<48: ["1011"]
            case 48..<70: ["1011", chance.pick(Self.otherDrugs)]
            case 70..<78: ["1105"]
            case 78..<83: ["1000", "7000"]
            case 83..<90: [chance.pick(Self.otherDrugs), "1011"]
            case 90..<95: ["7000", "1105"]
            default: ["7000", chance.pick(Self.otherDrugs), "1011"]
            }
        case .otherDrug:
            switch chance.below(100) {
            case 0..<60: [chance.pick(Self.otherDrugs)]
            case 60..<80: [chance.pick(Self.otherDrugs), "7000"]
            case 80..<95: ["7000", chance.pick(Self.otherDrugs)]
            default: ["7000", "9996", chance.pick(Self.otherDrugs)]
            }
        case .alcohol: ["7000"]
        case .none: [chance.pick(["9996", "9997"])]
        }
    }

    private static let otherDrugs = ["2001", "3002", "3100", "4005", "5000", "6001", "8000", "8201"]
}
