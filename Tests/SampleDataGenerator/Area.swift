/// One of the four local authorities of the Cleveland police force area.
enum Area: Int, CaseIterable {
    case hartlepool, redcar, middlesbrough, stockton

    /// The authority's code from the Office for National Statistics.
    var code: String {
        switch self {
        case .hartlepool: "E06000001"
        case .redcar: "E06000003"
        case .middlesbrough: "E06000002"
        case .stockton: "E06000004"
        }
    }

    /// The authority's names in extracts, the usual name first.
    var names: [String] {
        switch self {
        case .hartlepool: ["Hartlepool", "Hartlepool Borough Council"]
        case .redcar: ["Redcar and Cleveland", "Redcar & Cleveland"]
        case .middlesbrough: ["Middlesbrough", "Middlesbrough Council"]
        case .stockton: ["Stockton-on-Tees", "Stockton on Tees"]
        }
    }

    /// The letters at the start of the force's references for the authority.
    var referenceLetters: String {
        switch self {
        case .hartlepool: "HP"
        case .redcar: "RC"
        case .middlesbrough: "MB"
        case .stockton: "ST"
        }
    }

    /// The authority's neighbourhoods (LSOAs of the 2011 Census).
    var neighbourhoods: [String] {
        Self.neighbourhoodsByArea[rawValue]
    }

    private static let neighbourhoodsByArea: [[String]] = allCases.map { area in
        area.neighbourhoodNumbers.flatMap { $0.map { "E0\($0)" } }
    }

    private var neighbourhoodNumbers: [ClosedRange<Int>] {
        switch self {
        case .hartlepool:
            [
                1_011_949...1_011_955, 1_011_957...1_011_957, 1_011_959...1_011_971, 1_011_973...1_012_003,
                1_012_005...1_012_005, 1_032_540...1_032_541, 1_033_465...1_033_467,
            ]
        case .redcar:
            [
                1_012_095...1_012_102, 1_012_105...1_012_114, 1_012_117...1_012_121, 1_012_124...1_012_124,
                1_012_127...1_012_132, 1_012_134...1_012_134, 1_012_136...1_012_152, 1_012_154...1_012_165,
                1_012_167...1_012_168, 1_012_170...1_012_186, 1_032_548...1_032_549, 1_032_560...1_032_561,
                1_032_594...1_032_594, 1_033_470...1_033_473,
            ]
        case .middlesbrough:
            [
                1_012_007...1_012_027, 1_012_030...1_012_068, 1_012_071...1_012_071, 1_012_073...1_012_085,
                1_012_088...1_012_094, 1_032_552...1_032_553, 1_032_593...1_032_593, 1_033_468...1_033_469,
            ]
        case .stockton:
            [
                1_012_187...1_012_219, 1_012_223...1_012_228, 1_012_230...1_012_262, 1_012_264...1_012_264,
                1_012_266...1_012_292, 1_012_294...1_012_303, 1_032_542...1_032_544, 1_033_474...1_033_480,
            ]
        }
    }
}

/// A place outside the force's area. Some rows of the extracts are located there.
struct PlaceOutside {
    let neighbourhood: String
    let authority: String

    static let scarborough = PlaceOutside(neighbourhood: "E01027840", authority: "Scarborough")

    static let all = [
        scarborough,
        PlaceOutside(neighbourhood: "E01027646", authority: "Hambleton"),
        PlaceOutside(neighbourhood: "E01020712", authority: "County Durham"),
        PlaceOutside(neighbourhood: "E01020856", authority: "County Durham"),
    ]
}
