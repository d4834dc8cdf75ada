import Ingestion
import Tabular

/// Which source of a definition a file is one of: the first whose patterns fit the end of its path, else the one whose
/// columns its header has.
struct SourceChoice {
    let path: String
    /// The source, or why there is none.
    private(set) var source: Int?
    /// Which of the source's schemas it is read by.
    private(set) var schema = 0
    private(set) var refusal: ExtractRefusal?

    init(path: String, among sources: [PipelinePlan.Source]) {
        self.path = path
        let parts = path.split(separator: "/")
        let ends = parts.indices.map { parts[$0...].joined(separator: "/") }
        source =
            sources.count == 1
            ? 0 : sources.firstIndex { source in source.patterns.contains { ends.contains(where: $0.matches) } }
        let formats = FormatRecognition.formats(of: source.map { [$0] } ?? Array(sources.indices), in: sources)
        if source != nil, formats.count == 1 { return }
        do throws(ExtractRefusal) {
            choose(FormatRecognition(try LandedFile(name: path, path: path), formats), sources)
        } catch {
            // Of a source that has been named, reading the file will say so.
            if source == nil { refusal = error }
        }
    }

    private mutating func choose(_ recognition: FormatRecognition, _ sources: [PipelinePlan.Source]) {
        let best = recognition.best
        if source != nil {
            schema = best.first?.schema ?? 0
        } else if Set(best.map(\.source)).count > 1 {
            refusal = .severalSources(file: path, best.compactMap { $0.source.map { sources[$0].name } })
        } else if let first = best.first {
            (source, schema) = (first.source, first.schema)
        } else {
            refusal = recognition.nearestRefusal
        }
    }
}
