import Ingestion
import Tabular

/// Which source of a definition a file is one of: the first whose patterns fit the end of its path, else the only one whose
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
        if sources.count == 1 {
            source = 0
            chooseSchema(sources[0])
            return
        }
        let parts = path.split(separator: "/")
        let ends = parts.indices.map { parts[$0...].joined(separator: "/") }
        source = sources.firstIndex { source in source.patterns.contains { ends.contains(where: $0.matches) } }
        if let source { chooseSchema(sources[source]) } else { chooseByHeader(sources) }
    }

    /// The first of the source's schemas that the header fits best; the first of all when it fits none.
    private mutating func chooseSchema(_ source: PipelinePlan.Source) {
        var best: HeaderFit?
        for (index, format) in source.schemas.enumerated() where source.schemas.count > 1 {
            let extract = try? OpenedExtract(file: LandedFile(name: path, path: path), schema: format)
            guard let fit = extract?.fit, best.map({ $0 < fit }) ?? true else { continue }
            (schema, best) = (index, fit)
        }
    }

    private mutating func chooseByHeader(_ sources: [PipelinePlan.Source]) {
        var fitting: [(source: Int, schema: Int, fit: HeaderFit)] = []
        var fewestMissing = Int.max
        for (index, source) in sources.enumerated() {
            for (schema, format) in source.schemas.enumerated() {
                do throws(ExtractRefusal) {
                    let extract = try OpenedExtract(file: LandedFile(name: path, path: path), schema: format)
                    fitting.append((index, schema, extract.fit))
                } catch {
                    // The refusal of the source that it is nearest to.
                    var missing = Int.max - 1
                    if case .missingColumns(_, _, let columns, _, _) = error { missing = columns.count }
                    if missing < fewestMissing { (refusal, fewestMissing) = (error, missing) }
                }
            }
        }
        guard let most = fitting.map(\.fit).max() else { return }
        let best = fitting.filter { $0.fit == most }
        guard Set(best.map(\.source)).count == 1 else {
            refusal = .severalSources(file: path, best.map { sources[$0.source].name })
            return
        }
        (source, schema, refusal) = (best[0].source, best[0].schema, nil)
    }
}
