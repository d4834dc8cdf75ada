import Indicators
import Tabular

extension PipelinePlan {
    /// The sources of which an indicator of the tables has numbers that may have to be withheld.
    var guardedSources: Set<String> {
        Set(tables.flatMap(\.rows).map(\.indicator).filter { $0.disclosure != .none }.map(\.subject.source))
    }

    /// The sources of which a release states no numbers of rows: those, and all with rows about persons.
    var confidentialSources: Set<String> {
        guardedSources.union(sources.filter { $0.schemas.contains(where: \.sensitive) }.map(\.name))
    }
}
