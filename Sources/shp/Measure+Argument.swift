public import ArgumentParser
public import Indicators

extension Measure: ExpressibleByArgument {}
