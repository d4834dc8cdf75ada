/// The program, as manifests name it.
public struct ProgramVersion: Hashable, Sendable {
    /// The program's name and version.
    public let name: String
    public let version: String

    /// Creates a program from its name and version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
