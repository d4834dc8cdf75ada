import Core
import Normalisation
import TestSupport
import Testing

/// A crime extract with two areas in scope and one that is known but not counted.
struct EventFixture {
    static let classification = Classification(
        name: "ho",
        codes: [
            .init(code: "4.4", title: "Driving", group: 0), .init(code: "8N", title: "Injury", group: 0),
            .init(code: "4.10", title: "Corporate", group: 1), .init(code: "4.1", title: "Manslaughter", group: 0),
            .init(code: "105A", title: "Assault", group: 0), .init(code: "51", title: "Fraud", group: nil),
        ], groups: [.init(name: "all", title: "All", parent: nil), .init(name: "other", title: "Other", parent: nil)],
        dialect: .homeOffice,
        aliases: ["008/06": 1, "Injury": 1])

    static let areas = AreaTable(
        areas: [
            .init(code: "E06000001", name: "Hartlepool", shortName: "Hartlepool", inScope: true, isTotal: false),
            .init(code: "E06000004", name: "Stockton-on-Tees", shortName: "Stockton", inScope: true, isTotal: false),
            .init(code: "E06000005", name: "Darlington", shortName: "Darlington", inScope: false, isTotal: false),
        ],
        byName: [
            "E06000001": 0, "Hartlepool": 0, "E06000004": 1, "Stockton-on-Tees": 1, "E06000005": 2, "Darlington": 2,
        ],
        byLSOA: ["E01000001": 0, "E01000004": 1, "E01000005": 2], parts: [[0], [1], [2]])

    /// The fields, in the order of a row's values.
    static let fields: [SchemaField] = [
        SchemaField(name: "date", type: .date([DateForm("yyyy-mm-dd")].compactMap { $0 }), role: .date),
        SchemaField(name: "code", role: .category), SchemaField(name: "lsoa", role: .lsoa),
        SchemaField(name: "la", role: .localAuthority),
        SchemaField(name: "hate", type: .boolean(yes: ["Y"], no: ["N"]), role: .flag, flag: "hate"),
        SchemaField(name: "domestic", type: .boolean(yes: ["Y"], no: ["N"]), role: .flag, flag: "domestic"),
        SchemaField(name: "cancelled", type: .boolean(yes: ["Y"], no: ["N"]), role: .cancelled),
    ]

    var schema = TableSchema.of(fields)
    var areas = AreaRule.table(EventFixture.areas)
    var flags = ["domestic", "hate"]

    struct Result {
        var outcomes: [RowOutcome]
        var keys: [FactKey]
        var faults: [RowFault]
        var codesOutsideTime: CodesOutsideTime
    }

    /// The code list.
    var classification = EventFixture.classification

    func normalise(_ rows: [[String]], faults: [RowFault] = []) -> Result {
        let rules = EventRules(classification: classification, areas: areas, flags: flags)
        let normaliser = EventNormaliser(schema: schema, rules: rules, capacity: max(1, rows.count))
        let found = normaliser.normalise(MadeUpBatches(schema).batch(rows), faults: faults)
        return Result(
            outcomes: rows.indices.map(normaliser.outcome),
            keys: rows.indices.map { FactKey(word: normaliser.keys[$0]) },
            faults: found, codesOutsideTime: normaliser.takeCodesOutsideTime())
    }

    /// Returns a row that counts, unless the arguments change that.
    static func row(
        _ date: String = "2019-04-30", _ code: String = "8N", lsoa: String = "E01000001", la: String = "",
        hate: String = "N",
        domestic: String = "N", cancelled: String = ""
    ) -> [String] {
        [date, code, lsoa, la, hate, domestic, cancelled]
    }
}
