import Audit

/// The tree behind the tables of the paper, with the labels of both tables, as far as the tests need it.
enum CrimeTree {
    /// The rows with parts, each with the names of its parts. The names are those in the table of all areas.
    static let parts: [String: [String]] = [
        "Violence against the person": [
            "Homicide", "Death or injury due to driving", "Violence with injury", "Violence without injury",
            "Stalking and Harassment",
        ],
        "Sexual Offences": ["Rape", "Other Sexual Offences"],
        "Robbery": ["Business Robbery", "Personal Robbery"],
        "Theft": [
            "Burglary - residential", "Burglary - Business and Community", "Bicycle Theft", "Theft from the Person",
            "Vehicle Crime (Inc Inter.)", "Shoplifting", "Other Theft",
        ],
        "Drug Offences": ["Trafficking of drugs", "Possession/Use of drugs"],
        "Total": ["Violence against the person", "Sexual Offences", "Robbery", "Theft", "Criminal Damage & Arson"],
        "Total Police Generated Crime": [
            "Public Disorder", "Drug Offences", "Possession of Weapons", "Misc. Crimes Against Society",
        ],
        "TOTAL RECORDED CRIME": ["Total", "Total Police Generated Crime"],
    ]

    /// The rows in the order of the paper, with their sections.
    static let rows: [(section: String, label: String)] =
        [
            "Violence against the person", "Homicide", "Death or injury due to driving", "Violence with injury",
            "Violence without injury", "Stalking and Harassment", "Sexual Offences", "Rape", "Other Sexual Offences",
            "Robbery", "Business Robbery", "Personal Robbery", "Theft", "Burglary - residential",
            "Burglary - Business and Community", "Bicycle Theft", "Theft from the Person", "Vehicle Crime (Inc Inter.)",
            "Shoplifting", "Other Theft", "Criminal Damage & Arson", "Total",
        ].map { ("victim-based", $0) }
        + [
            "Public Disorder", "Drug Offences", "Trafficking of drugs", "Possession/Use of drugs",
            "Possession of Weapons", "Misc. Crimes Against Society", "Total Police Generated Crime",
        ].map { ("police-generated", $0) } + [("all", "TOTAL RECORDED CRIME")]

    /// Other labels for the same rows.
    static let otherLabels: [String: String] = [
        "Death or Injury Due to Driving": "Death or injury due to driving", "Acquisitive Crime": "Theft",
        "Domestic Burglary": "Burglary - residential", "Other Burglary": "Burglary - Business and Community",
        "TOTAL RECORDED CRIME IN HARTLEPOOL": "TOTAL RECORDED CRIME",
    ]

    /// The rows of the table of indicators, each with its name in the tree.
    static let indicators: [String: String] = [
        "All Recorded Crime": "TOTAL RECORDED CRIME", "Residential Burglary": "Burglary - residential",
        "Vehicle Crime": "Vehicle Crime (Inc Inter.)", "Shoplifting": "Shoplifting",
        "Violence": "Violence against the person",
    ]

    static let areas = ["Hartlepool", "Redcar", "Middlesbrough", "Stockton", "Cleveland"]
    static let residents = [91_091, 133_938, 136_147, 187_959, 549_135]
    static let households = [40_434, 59_605, 57_203, 79_159, 236_401]

    /// An auditor that knows the groups and denominators that a definition would give it.
    static var auditor: Auditor {
        func parent(_ name: String) -> String? { parts.first { $0.value.contains(name) }?.key }
        let groups = rows.map(\.label).reversed().map { name in
            KnownTree.Group(
                name: name, parent: parent(name),
                aliases: (name == "Total" ? [] : [name]) + otherLabels.filter { $0.value == name }.map(\.key).sorted()
                    + indicators.filter { $0.value == name }.map(\.key).sorted())
        }
        let totals = ["recorded-crime-local", "recorded-crime-force"].map {
            KnownTree.TableLabel(table: $0, section: "victim-based", label: "Total", group: "Total")
        }
        let tree = KnownTree(name: "crime", groups: groups, tableLabels: totals)
        let denominators = zip(areas, zip(residents, households)).flatMap { area, values in
            [
                Denominator(title: "residents", areaNames: [area], value: values.0),
                Denominator(title: "households", areaNames: [area], value: values.1),
            ]
        }
        return Auditor(trees: [tree], denominators: denominators)
    }
}
