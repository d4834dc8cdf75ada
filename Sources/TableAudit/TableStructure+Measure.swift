import Audit
import Indicators

extension TableStructure.Role {
    /// Creates the role of a column from its relation to the columns of values: `value` for the same period, `before`
    /// for the year before.
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
