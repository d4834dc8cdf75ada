extension Manifest {
    /// The manifest as JSON.
    public func json() throws -> [UInt8] { try PublishedJSON.bytes(of: self) }
}
