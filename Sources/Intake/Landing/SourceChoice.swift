import Ingestion
import Records

/// Which source of a definition a file is one of: the one whose patterns fit the end of its path, as many folders of it as
/// any, else the one whose columns its header has.
struct SourceChoice {
    let path: String
    /// The source, or why there is none.
    private(set) var source: Int?
    /// Which of the source's schemas it is read by.
    private(set) var schema = 0
    private(set) var extractError: ExtractError?

    init(path: String, among sources: [PipelinePlan.Source]) {
        self.path = path
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
            // Of a source that has been named, reading the file will say so.
            if source == nil { extractError = error }
        }
    }

    /// That the file is one of corrected rows, or what is wrong with it; nil for any other file.
    private static func corrections(_ path: String) -> ExtractError? {
        // What cannot be opened is refused as an extract.
        guard let landed = try? LandedFile(name: path, path: path) else { return nil }
        do throws(ExtractError) {
            return try CorrectionFile(landed) == nil ? nil : .correctionFile(file: path)
        } catch { return error }
    }

    /// The sources whose patterns fit the longest end of the path. Where the landing folder begins is not known.
    private static func naming(_ path: String, among sources: [PipelinePlan.Source]) -> [Int] {
        let parts = path.split(separator: "/")
        for start in parts.indices {
            let end = parts[start...].joined(separator: "/")
            let naming = sources.indices.filter { sources[$0].patterns.contains { $0.matches(end) } }
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
