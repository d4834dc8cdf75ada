/// Makes the files of the folder `returns/`: figures that partners supply ready-made.
enum PartnerReturns {
    static func files() -> [SampleFile] {
        [
            text.file(path: "returns/2019-05-10_partner-returns.csv", header: header, lines: may.map { .fields($0) }),
            text.file(
                path: "returns/2019-07-12_partner-returns.csv", header: header,
                lines: july.map { .fields($0) } + [malformed]),
        ]
    }

    private static let text = DelimitedText(lineBreak: "\r\n")
    private static let header = ["Indicator", "Area", "Period", "Value", "Status", "Supplied by"]

    private static let waiting = "Waiting for data"
    private static let notPublished = "Data not yet published"

    /// An earlier return. The year's value of one indicator changes in the later return.
    private static let may =
        figures("repeat-marac-cases", ["46", "10"], "MARAC coordinator")
        + figures("first-time-entrants", ["15", "2"], "Youth Justice Service")
        + figures("troubled-families-engaged", ["362", "785"], "Think Families team") + [
            figure("repeat-marac-cases", "2017/18", "-3", "", "MARAC coordinator"),
            figure("young-people-alcohol", "2017/18", "two", "", "Police, neighbourhood teams"),
        ]

    private static let july =
        figures("repeat-marac-cases", ["48", "10", "5"], "MARAC coordinator")
        + reasons("deliberate-fires", waiting, "Fire Authority")
        + figures("young-people-alcohol", ["1", "0", "0"], "Police, neighbourhood teams")
        + reasons("young-reoffending-rate", notPublished, "Youth Justice Service")
        + figures("first-time-entrants", ["15", "2", "6"], "Youth Justice Service")
        + figures("troubled-families-engaged", ["362", "785", "1229"], "Think Families team")
        + figures("troubled-families-claimed", ["355", "414", "820"], "Think Families team") + faulty

    private static let faulty = [
        figure("deliberate-fires", "2017/18", "", "", "Fire Authority"),
        figure("young-reoffending-rate", "2017/18", "31.5", notPublished, "Youth Justice Service"),
        figure("repeat-marac-casses", "2017/18", "44", "", "MARAC coordinator"),
        figure("first-time-entrants", "Q1ish", "7", "", "Youth Justice Service"),
        figure("deliberate-fires", "2017/18 Q4", "", "Lost in the post", "Fire Authority"),
        figure("", "2017/18", "12", "", "Think Families team"),
        ["first-time-entrants", "Hartlepol", "2017/18", "9", "", "Youth Justice Service"],
        ["first-time-entrants", "Hartlepool", "2017/18 Q1", "3"],
    ]

    private static let malformed = DelimitedText.Line.verbatim(
        "troubled-families-claimed,Hartlepool,2017/18,310,,\"Think\" Families team")

    /// Returns rows with values for 2018/19, for its first quarter and for the first quarter of 2019/20. If there are
    /// fewer values, the later periods have no row.
    private static func figures(_ indicator: String, _ values: [String], _ source: String) -> [[String]] {
        zip(periods, values).map { figure(indicator, $0, $1, "", source) }
    }

    /// Returns rows with the same reason for all three periods.
    private static func reasons(_ indicator: String, _ reason: String, _ source: String) -> [[String]] {
        periods.map { figure(indicator, $0, "", reason, source) }
    }

    private static func figure(
        _ indicator: String, _ period: String, _ value: String, _ reason: String, _ source: String
    ) -> [String] {
        [indicator, "Hartlepool", period, value, reason, source]
    }

    private static let periods = ["2018/19", "2018/19 Q1", "2019/20 Q1"]
}
