/// What a new definition must know about the shipped base that it extends, in the names that the base uses.
struct SetupBase {
    /// The name of the base's file.
    let file: String
    /// What the report is about.
    let subject: String
    /// The source of crimes.
    let mainSource: String
    /// The tables of the home area, and those that compare areas.
    let localTables, comparisonTables: [String]
    /// The denominators that its rates use.
    let denominators: [String]
    /// Whether rows of events have a place, which LSOAs assign to an area.
    var hasPlaces = true
    /// Whether each force has its own files.
    var hasForces = false
    /// The column with the partnerships' names, if these differ from year to year.
    var nameColumn: String?
}

extension SetupSource {
    /// The base of the source.
    var base: SetupBase {
        switch self {
        case .policeUK:
            SetupBase(
                file: "street-report", subject: "Recorded crime and anti-social behaviour", mainSource: "street",
                localTables: ["indicators", "crime-types"], comparisonTables: ["partnerships"],
                denominators: ["residents"], hasForces: true)
        case .homeOffice:
            SetupBase(
                file: "home-office-report", subject: "Recorded crime", mainSource: "recorded-crime",
                localTables: ["indicators", "offences"], comparisonTables: ["partnerships"],
                denominators: ["residents", "households"], hasPlaces: false, nameColumn: "CSP Name")
        case .force:
            SetupBase(
                file: "indicator-set", subject: "Performance", mainSource: "crime",
                localTables: ["indicators", "recorded-crime-local", "asb-local"],
                comparisonTables: ["recorded-crime-force", "asb-force"], denominators: ["residents", "households"])
        }
    }

    /// The denominators that the base's rates use.
    public var denominators: [String] { base.denominators }
}
