public import FoundationEssentials

extension Manifest {
    /// Returns the manifest as JSON, with the totals of its extracts.
    public func json() throws -> [UInt8] {
        var manifest = self
        manifest.extracts = allExtracts
        return try PublishedJSON.bytes(of: manifest)
    }

    /// Reads a manifest from its JSON; throws when it is not a manifest. A manifest with `extracts` has only their
    /// totals; `extracts.csv` lists each extract.
    public init(json: Data) throws {
        self = try JSONDecoder().decode(Manifest.self, from: json)
        inputs = listedInputs ?? []
        listedInputs = nil
    }
}
