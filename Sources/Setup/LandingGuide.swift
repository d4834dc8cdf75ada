import Core
import Files

/// The README of a new landing folder: what must be downloaded or requested, and the next steps.
struct LandingGuide {
    let areas: AreaSelection
    let source: SetupSource
    let definition, folder: String

    private var shellDefinition: String { ShellWord.quoted(definition) }

    var text: String { "# \(areas.place.title): what belongs here\n\n" + body + "\n" + next }

    private var body: String {
        switch source {
        case .policeUK: street
        case .homeOffice: homeOffice
        case .force: force
        }
    }

    private var street: String {
        let names = areas.forces.map { "**\($0.force.streetName)**" }.joined(separator: ", ")
        let file = areas.forces[0].force.streetFile
        var text = """
            1. Open <https://data.police.uk/data/> and choose *Custom download*.
            2. Months: the three months of your quarter, and all months back to the start of the same quarter of the year before.
               With 24 months, the report also shows the monthly pattern. For January to March 2026 choose April 2024 to March 2026.
               A month is published about two months after it ends.
            3. Forces: \(names). No other force is needed.
            4. Data sets: *Include crime data*. The other two are not needed, and are ignored.
            5. Generate the file and download it. Put the archive here and name it after the day of the download, such as `2026-05-20.zip`.
               It is read as it is. You may also unzip it, into a folder named after that day, such as
               `2026-05-20/2026-01/2026-01-\(file)-street.csv`. Do not rename the files in it.
            6. If a month was downloaded twice, the files of the later day count.

            """
        for force in areas.forces.map(\.force) {
            guard let first = force.streetUntil?.advanced(by: 1) else { continue }
            text += """

                \(force.streetName) has had no files there since \(first.name) \(first.year). Its later quarters need another source:
                `shp init --from home-office`.

                """
        }
        return text
    }

    private var homeOffice: String {
        """
        1. Open <https://www.gov.uk/government/statistics/police-recorded-crime-open-data-tables>.
        2. Download *Police recorded crime Community Safety Partnership open data table, from year ending March 2016*.
        3. Put the workbook into this folder as it is. It has one sheet for each financial year, and all of them are read. Do not rename it,
           because the end of its name says when it was published.

        """
    }

    private var force: String {
        """
        | folder | what | columns that are needed |
        |---|---|---|
        | `crime/` | recorded crime, one row for each crime, from your police force | reference, date recorded, Home Office code, LSOA or district |
        | `asb/` | anti-social behaviour, one row for each incident | incident number, date, closing category, LSOA or district |
        | `treatment/` | drug and alcohol treatment (NDTMS core data set), from your agencies | see `treatment-episodes.yaml` |
        | `returns/` | figures of other partners, one row for each indicator and quarter | see `partner-returns.yaml` |

        Only `crime/` must be there. `shp validate FILE --definition \(shellDefinition)` lists every problem in a file. If your
        force's headings have other names, `shp suggest \(shellDefinition)` proposes what to change. Each file needs the day of its delivery at the
        beginning of its name, such as `2026-04-20_crime.csv`.

        """
    }

    private var next: String {
        """
        Then, in the folder from which `shp init` was called:

        ```sh
        shp check \(shellDefinition)
        shp status \(shellDefinition)
        shp run \(shellDefinition) --output \(ShellWord.quoted(folder + "/output"))
        ```

        `shp run` uses the newest complete quarter; `--quarter 2025-26-Q4` names another. Open `\(folder)/output/index.html`.

        """
    }
}
