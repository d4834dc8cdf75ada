import Core
import Ingestion
import Intake
import Normalisation
import PipelineDefinition
import Planning
import Records

/// One extract of data.police.uk, read as a run reads it; areas are those that occur, by LSOA name.
struct StreetJob {
    private let path: String
    private let source: PipelinePlan.Source

    init(file: String) throws {
        path = file
        let plan = try PlanCompiler.compile(path: "Pipelines/police-uk-street.yaml")
        guard let street = plan.sources.first?.withOpenAreas else { throw DefinitionErrors([]) }
        source = street
    }

    func run() throws -> ChunkProduct {
        let file = try LandedFile(name: "benchmark.csv", path: path)
        let areas = AreaTable(areas: [], byName: [:], byLSOA: [:], parts: [])
        var (consumer, _) = try ExtractReader(file: file, schema: source.schemas[0]).read {
            ExtractConsumer(source: source, schema: source.schemas[0], areas: areas, hasher: IdentifierHasher())
        }
        return consumer.takeProduct()
    }
}
