public import ArgumentParser
public import Indicators

extension Measure: ExpressibleByArgument {
    /// The help's list of measures: what each is headed, and what it says.
    public static var allValueDescriptions: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, "\($0.heading). \($0.meaning).") })
    }
}
