public import ArgumentParser
public import Setup

extension SetupSource: ExpressibleByArgument {}
