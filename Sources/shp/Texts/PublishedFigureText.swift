import Core
import Indicators
import ReleaseStore
import Releases

/// What the release itself says about a figure: its name, its value, and how such a figure is calculated.
struct PublishedFigureText {
    let figure: PublishedFigure
    let release: ReleaseFolder

    var text: String { ([heading, place] + [formula].compactMap { $0 }).joined(separator: "\n") }

    /// The figure and its value.
    var heading: String {
        let key = figure.key
        let measure = figure.measure == .value ? "" : ", \(key.measure)"
        // When a partner returned words in place of a value, the status repeats them.
        let isStated = figure.status.isEmpty || figure.display.lowercased().replacing(" ", with: "-") == figure.status
        let status = isStated ? "" : " (\(figure.status))"
        let unit = figure.number == nil || figure.unit == "percent" ? "" : " " + figure.unit
        return "\(key.row), \(key.area), \(key.period)\(measure): \(figure.display)\(unit)\(status)"
    }

    /// The table, section and release of the figure.
    var place: String {
        let manifest = release.manifest
        return
            "Table \(figure.key.table), section '\(figure.key.section)', of release \(manifest.releaseID), made by "
            + "\(manifest.program.name) \(manifest.program.version)"
    }

    /// The formula, as far as the release states it.
    private var formula: String? {
        figure.measure.definition.publishedFormula(unit: figure.unit).map { "Formula: \($0)" }
    }
}
