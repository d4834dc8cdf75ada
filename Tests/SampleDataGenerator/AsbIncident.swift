/// One incident of anti-social behaviour, as recorded in a log.
struct AsbIncident {
    var number = ""
    var date: CalendarDate
    /// Minutes since midnight.
    var minute: Int
    /// The category according to the caller.
    var opening: String
    /// The category according to the police, which is the one that is counted.
    var closing: String
    var location: String
    var neighbourhood: String
}

/// The categories in which incidents open and close.
enum AsbCategory {
    /// Personal, nuisance and environmental.
    static let counted = ["AS21", "AS22", "AS23"]
    /// An incident that was not anti-social behaviour after all, and one that was recorded as a crime instead.
    static let uncounted = ["NC01", "NC02"]
    /// The opening category of calls that did not sound like anti-social behaviour.
    static let soundedHarmless = "NC01"

    /// Returns the opening category of an incident that closed as anti-social behaviour: usually the same category.
    static func opening(ofClosing closing: String, by chance: inout SplitMix64) -> String {
        guard chance.chance(percent: 9) else { return closing }
        return switch (closing, chance.below(10)) {
        case (_, 0): soundedHarmless
        case ("AS21", _): "AS22"
        case ("AS22", 1..<8): "AS21"
        case ("AS22", _): "AS23"
        default: "AS22"
        }
    }
}

/// The format in which a log's system exports incidents.
struct AsbDialect {
    /// The columns, which have the same order in all logs.
    enum Column: Int {
        case number, created, opening, closing, location, neighbourhood
    }

    /// Whether headers are long and times are in ISO format. If not, headers are short and dates begin with the day.
    let isLong: Bool
    let text: DelimitedText
    /// Names of places, with only characters that the file's encoding has.
    let names: [String]

    var header: [String] {
        isLong
            ? ["Log Number", "Incident Date", "Opening Code", "Closing Code", "Location", "LSOA Code"]
            : ["Incident Number", "Created", "Opening Code", "Closing Code", "Location", "LSOA"]
    }

    func fields(of incident: AsbIncident) -> [String] {
        [
            incident.number, time(incident.date, minute: incident.minute), incident.opening, incident.closing,
            incident.location, incident.neighbourhood,
        ]
    }

    private func time(_ date: CalendarDate, minute: Int) -> String {
        let (hours, minutes) = ((minute / 60).padded(to: 2), (minute % 60).padded(to: 2))
        return isLong
            ? "\(DateDialect.iso.write(date))T\(hours):\(minutes):00"
            : "\(DateDialect.dayFirst.write(date)) \(hours):\(minutes)"
    }

    /// Returns a location that a caller might give. Some locations have commas, and a few have quotes or line breaks.
    func location(by chance: inout SplitMix64) -> String {
        let street = chance.pick(Self.streets)
        let house = chance.within(1...180)
        return switch chance.below(1000) {
        case 0..<420: street
        case 420..<700: "\(house) \(street)"
        case 700..<850: "\(street), \(chance.pick(Self.details))"
        case 850..<930: "\(chance.pick(names)), \(street)"
        case 930..<970: "Park known as \"The Rec\", off \(street)"
        case 970..<999: "On or near \(chance.pick(Self.details))"
        default: "\(street)\(text.lineBreak)\(chance.pick(Self.details))"
        }
    }

    private static let streets = [
        "Acorn Street", "Beacon Road", "Bluebell Way", "Chandlers Row", "Cobble Lane", "Drift Terrace", "Elder Grove",
        "Ferry Road", "Foundry Street", "Gorse Close", "Harbour View", "Ironmaster Road", "Jetty Lane", "Keel Street",
        "Lantern Road", "Mallow Drive", "Net Street", "Orchard Terrace", "Pilot Street", "Quarry Bank", "Rope Walk",
        "Sandpiper Close", "Tiller Road", "Upland Avenue", "Vane Terrace", "Windmill Rise",
    ]

    private static let details = [
        "rear alley", "bus shelter", "play area", "shopping parade", "car park", "near the school", "by the underpass",
    ]
}
