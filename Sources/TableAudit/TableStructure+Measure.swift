import Audit
import Indicators

extension TableStructure.Role {
    /// The role of a column of figures beside those of the row's values: of the same period, and of the year before.
    init(_ relation: MeasureRelation, value: Int?, before: Int?) {
        self =
            switch (relation, value) {
            case (.value, _): .value
            case (.rate(let per), let value?): .rate(of: value, per: per)
            case (.difference, let value?): .difference(of: value, from: before)
            case (.percentChange, let value?): .percentChange(of: value, from: before)
            case (.unrelated, _), (_, nil): .unrelated
            }
    }
}
