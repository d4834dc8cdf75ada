import FoundationEssentials

extension Manifest {
    /// The manifest as JSON: keys in order, one a line, so that two manifests can be compared line by line.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
