import Ingestion
import Records

/// Chooses the source of a definition for a file. It is the source with patterns that fit the longest end of the file's
/// path, or else the source that its header fits.
struct SourceChoice {
    let path: String
    /// The source; nil if there is none, and `extractError` then has the reason.
    private(set) var source: Int?
    /// The position of the schema among the source's schemas.
    private(set) var schema = 0
    private(set) var extractError: ExtractError?

    init(_ place: ExtractValidation.Place, among sources: [PipelinePlan.Source]) {
        path = place.path
        if let failure = place.extractError {
            extractError = failure
            return
        }
        if let corrections = Self.corrections(path) {
            extractError = corrections
            return
        }
        let naming = Self.naming(path, among: sources)
        if naming.count > 1 {
            extractError = .namedBySeveralSources(file: path, naming.map { sources[$0].name })
            return
        }
        source = sources.count == 1 ? 0 : naming.first
        let formats = FormatRecognition.formats(of: source.map { [$0] } ?? Array(sources.indices), in: sources)
        if source != nil, formats.count == 1 { return }
        do throws(ExtractError) {
            choose(FormatRecognition(try LandedFile(name: path, path: path), formats), sources)
        } catch {
            // If the source is known from the name, the error is reported when the file is read.
            if source == nil { extractError = error }
        }
    }

    /// Returns the error for a file of corrected rows; nil for any other file.
    private static func corrections(_ path: String) -> ExtractError? {
        // A file that cannot be opened is refused as an extract.
        guard let landed = try? LandedFile(name: path, path: path) else { return nil }
        do throws(ExtractError) {
            return try CorrectionFile(landed) == nil ? nil : .correctionFile(file: path)
        } catch { return error }
    }

    /// Returns the sources with patterns that fit the longest end of the path. It is not known where the landing folder
    /// begins.
    private static func naming(_ path: String, among sources: [PipelinePlan.Source]) -> [Int] {
        let parts = path.split(separator: "/")
        for start in parts.indices {
            let end = parts[start...].joined(separator: "/")
            let name = TableName(end)
            let naming = sources.indices.filter { name.isNamed(by: sources[$0].patterns) }
            if !naming.isEmpty { return naming }
        }
        return []
    }

    private mutating func choose(_ recognition: FormatRecognition, _ sources: [PipelinePlan.Source]) {
        let best = recognition.best
        if source != nil {
            schema = best.first?.schema ?? 0
        } else if Set(best.map(\.source)).count > 1 {
            extractError = .severalSources(file: path, best.compactMap { $0.source.map { sources[$0].name } })
        } else if let first = best.first {
            (source, schema) = (first.source, first.schema)
        } else {
            extractError = recognition.nearestError?.ofUnknownSource
        }
    }
}
