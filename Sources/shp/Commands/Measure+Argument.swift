public import ArgumentParser
public import Indicators

extension Measure: ExpressibleByArgument {
    /// The help's list of measures: the heading and the meaning of each.
    public static var allValueDescriptions: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, "\($0.heading). \($0.meaning).") })
    }
}
