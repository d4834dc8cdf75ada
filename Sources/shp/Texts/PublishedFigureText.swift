import Core
import Indicators
import ReleaseStore
import Releases

/// What a release alone says of a figure: its name, its value, and how such a figure is calculated.
struct PublishedFigureText {
    let figure: PublishedFigure
    let release: ReleaseFolder

    var text: String { ([heading, place] + [formula].compactMap { $0 }).joined(separator: "\n") }

    /// The figure and its value.
    var heading: String {
        let key = figure.key
        let measure = figure.measure == .value ? "" : ", \(key.measure)"
        // A partner's own words are their status, too.
        let isStated = figure.status.isEmpty || figure.display.lowercased().replacing(" ", with: "-") == figure.status
        let status = isStated ? "" : " (\(figure.status))"
        let unit = figure.number == nil || figure.unit == "percent" ? "" : " " + figure.unit
        return "\(key.row), \(key.area), \(key.period)\(measure): \(figure.display)\(unit)\(status)"
    }

    /// Where it stands.
    var place: String {
        let manifest = release.manifest
        return
            "Table \(figure.key.table), section '\(figure.key.section)', of release \(manifest.releaseID), made by "
            + "\(manifest.program.name) \(manifest.program.version)"
    }

    /// How it is calculated, as far as the release says.
    private var formula: String? {
        figure.measure.definition.publishedFormula(unit: figure.unit).map { "Formula: \($0)" }
    }
}
