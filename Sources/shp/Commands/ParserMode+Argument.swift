public import ArgumentParser
public import Ingestion

extension ParserMode: ExpressibleByArgument {}
