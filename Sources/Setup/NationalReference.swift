import Core

/// The national reference: partnerships, police forces, districts and their names. LSOAs and denominators are read only
/// for the areas that are needed.
public struct NationalReference: Sendable {
    /// The folder with its tables.
    public let folder: String
    let forces: [String: Force]
    let partnerships: [String: Partnership]
    let districts: [District]
    /// The names of forces and partnerships as the Home Office and others write them.
    let names: [(code: String, writer: String, name: String)]

    /// Reads the tables in the folder. Throws a `SetupFailure` when a table is missing or damaged.
    public init(folder: String) throws(SetupFailure) {
        self.folder = folder
        let partnerships = try NationalTable(
            "partnerships.csv", in: folder, columns: ["code", "name", "force", "districts", "parts"])
        let forces = try NationalTable(
            "forces.csv", in: folder, columns: ["code", "name", "street_name", "street_file", "street_until"])
        let districts = try NationalTable(
            "districts.csv", in: folder, columns: ["code", "name", "until", "partnerships"])
        let names = try NationalTable("names.csv", in: folder, columns: ["code", "writer", "name"])
        self.forces = Self.byCode(
            forces.rows.map { row in
                Force(
                    code: row.text("code"), name: row.text("name"), streetName: row.text("street_name"),
                    streetFile: row.text("street_file"), streetUntil: Month(row.text("street_until")))
            }, \.code)
        self.partnerships = Self.byCode(
            partnerships.rows.map { row in
                Partnership(
                    code: row.text("code"), name: row.text("name"), force: row.text("force"),
                    districts: row.list("districts"), parts: row.list("parts"))
            }, \.code)
        self.districts = districts.rows.map { row in
            District(
                code: row.text("code"), name: row.text("name"), until: row.text("until"),
                partnerships: row.list("partnerships"))
        }
        self.names = names.rows.map { ($0.text("code"), $0.text("writer"), $0.text("name")) }
    }

    /// Every partnership, by name.
    public var allPartnerships: [Partnership] { partnerships.values.sorted { ($0.name, $0.code) < ($1.name, $1.code) } }

    /// Returns the partnerships of a force, by name.
    func partnerships(ofForce code: String) -> [Partnership] { allPartnerships.filter { $0.force == code } }

    /// Returns the names that a writer other than the Office for National Statistics uses.
    func names(of code: String, by writer: String) -> [String] {
        names.filter { $0.code == code && $0.writer == writer }.map(\.name)
    }

    private static func byCode<Element>(_ elements: [Element], _ code: (Element) -> String) -> [String: Element] {
        Dictionary(elements.map { (code($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
