import Ingestion
import Tabular

/// Which source of a definition a file is one of: the first whose patterns fit the end of its path, else the only one whose
/// columns its header has.
struct SourceChoice {
    let path: String
    /// The source, or why there is none.
    private(set) var source: Int?
    private(set) var refusal: ExtractRefusal?

    init(path: String, among sources: [PipelinePlan.Source]) {
        self.path = path
        if sources.count == 1 {
            source = 0
            return
        }
        let parts = path.split(separator: "/")
        let ends = parts.indices.map { parts[$0...].joined(separator: "/") }
        source = sources.firstIndex { source in source.patterns.contains { ends.contains(where: $0.matches) } }
        if source == nil { chooseByHeader(sources) }
    }

    private mutating func chooseByHeader(_ sources: [PipelinePlan.Source]) {
        var fitting: [Int] = []
        var fewestMissing = Int.max
        for (index, source) in sources.enumerated() {
            do throws(ExtractRefusal) {
                _ = try OpenedExtract(file: LandedFile(name: path, path: path), schema: source.schema)
                fitting.append(index)
            } catch {
                // The refusal of the source that it is nearest to.
                var missing = Int.max - 1
                if case .missingColumns(_, _, let columns, _) = error { missing = columns.count }
                if missing < fewestMissing { (refusal, fewestMissing) = (error, missing) }
            }
        }
        guard let first = fitting.first else { return }
        refusal = fitting.count == 1 ? nil : .severalSources(file: path, fitting.map { sources[$0].name })
        source = fitting.count == 1 ? first : nil
    }
}
