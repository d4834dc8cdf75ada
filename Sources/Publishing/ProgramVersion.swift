/// The program, as manifests name it.
public struct ProgramVersion: Hashable, Sendable {
    /// Its name and version.
    public let name: String
    public let version: String

    /// A program by name and version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
