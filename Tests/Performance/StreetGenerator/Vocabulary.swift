/// Words that rows are made of. Places are invented; crime types and outcomes are those of data.police.uk.
enum Vocabulary {
    static let header = [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
        "LSOA name", "Crime type", "Last outcome category", "Context",
    ].map(Bytes.init)

    /// By share of all rows. Anti-social behaviour is first; it has neither identifier nor outcome.
    static let crimeTypes = Weighted([
        ("Anti-social behaviour", 180), ("Violence and sexual offences", 330), ("Criminal damage and arson", 85),
        ("Public order", 75), ("Other theft", 75), ("Shoplifting", 68), ("Vehicle crime", 60), ("Burglary", 43),
        ("Drugs", 28), ("Other crime", 20), ("Theft from the person", 17), ("Bicycle theft", 12), ("Robbery", 11),
        ("Possession of weapons", 8),
    ])
    static let antiSocialBehaviour = 0

    static let outcomes = Weighted([
        ("Unable to prosecute suspect", 38), ("Investigation complete; no suspect identified", 28),
        ("Under investigation", 12), ("Status update unavailable", 7), ("Awaiting court outcome", 6),
        ("Action to be taken by another organisation", 3), ("Local resolution", 3),
        ("Further investigation is not in the public interest", 2), ("Offender given a caution", 1),
    ])

    static let forces = named(
        ["North", "South", "East", "West", "Mid"],
        [
            "Aldershire", "Brackshire", "Calderset", "Dunmarch", "Elmshire", "Fenmark", "Garthland", "Holmshire",
            "Ivelset",
        ]
    ).enumerated().map { Bytes($1 + ($0 % 6 == 0 ? " Constabulary" : " Police")) }

    static let areas = named(
        [
            "Ald", "Bram", "Cald", "Dun", "Eccle", "Farn", "Grim", "Hather", "Ink", "Kirk", "Lang", "Marl", "Nether",
            "Orm",
            "Pem", "Raven", "Skel", "Thorn", "Ulver", "Wether", "Yar", "Stan",
        ],
        [
            "ford", "ham", "ton", "by", "worth", "dale", "stead", "minster", "ley", "mouth", "field and Holme",
            "on-the-Wold",
            "ness", "port", "wick",
        ], separator: "")

    static let streets = named(
        [
            "Acorn", "Barley", "Chapel", "Dock", "Elder", "Foundry", "Granary", "Harbour", "Ironside", "Jubilee",
            "Kiln",
            "Lime Tree", "Market", "Nightingale", "Orchard", "Priory", "Quarry", "Railway", "Sandpiper", "Tannery",
            "Union", "Viaduct", "Wharf", "Yew Tree",
        ],
        ["Road", "Street", "Lane", "Close", "Avenue", "Drive", "Gardens", "Terrace", "Way", "Court"]
    ).map(Bytes.init)
    static let places = ["Supermarket", "Parking Area", "Shopping Area", "Nightclub", "Hospital", "Park/Open Space"]
        .map(Bytes.init)

    static let unknownTypes = ["Anti-social behavior", "Burglry", "Cyber crime"].map(Bytes.init)
    /// Wrong months: in another form, not existing, too early, too late.
    static let wrongMonths = ["Mar-23", "2023-13", "2009-06", "2063-02", "2023/05"].map(Bytes.init)

    private static func named(_ stems: [String], _ ends: [String], separator: String = " ") -> [String] {
        stems.flatMap { stem in ends.map { stem + separator + $0 } }
    }
}

/// The months of the year that is written.
enum Calendar {
    static let months = (1...12).map { "2023-" + ($0 < 10 ? "0" : "") + String($0) }
    static let monthBytes = months.map(Bytes.init)
}

/// UTF-8 to be copied.
typealias Bytes = [UInt8]

extension Bytes {
    init(_ text: String) { self = Array(text.utf8) }
}

/// Texts with shares. A number finds the text into whose share it falls when the shares are added up in order.
struct Weighted: Sendable {
    let texts: [Bytes]
    private let slots: [UInt8]

    init(_ shares: [(String, Int)]) {
        texts = shares.map { Bytes($0.0) }
        slots = shares.enumerated().flatMap { Array(repeating: UInt8($0), count: $1.1) }
    }

    /// The text at the fraction `numerator / denominator` of all shares.
    func position(at numerator: Int, of denominator: Int) -> Int { Int(slots[numerator * slots.count / denominator]) }
}
