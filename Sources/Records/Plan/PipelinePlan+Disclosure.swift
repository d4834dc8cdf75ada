import Core
import Indicators

extension PipelinePlan {
    /// The sources with an indicator in the tables that may need suppression.
    package var guardedSources: Set<String> {
        Set(tables.flatMap(\.rows).map(\.indicator).filter { $0.disclosure != .none }.map(\.subject.source))
    }

    /// The sources about which a release shows no numbers of rows: the guarded sources, and all sources with rows about
    /// persons.
    package var confidentialSources: Set<String> {
        guardedSources.union(sources.filter { $0.schemas.contains(where: \.sensitive) }.map(\.name))
    }
}
