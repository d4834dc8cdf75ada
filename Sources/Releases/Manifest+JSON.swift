public import FoundationEssentials

extension Manifest {
    /// The manifest as JSON, with what there is to say of its extracts together.
    public func json() throws -> [UInt8] {
        var manifest = self
        manifest.extracts = allExtracts
        return try PublishedJSON.bytes(of: manifest)
    }

    /// Reads a manifest from its JSON; throws when it is none. One with `extracts` leaves each of them to `extracts.csv`.
    public init(json: Data) throws {
        self = try JSONDecoder().decode(Manifest.self, from: json)
        inputs = listedInputs ?? []
        listedInputs = nil
    }
}
