import Releases

/// The program's name and version, as manifests give them.
enum Program {
    static let name = "shp"
    /// The version is part of every release's identity: figures that a new version computes differently get a new
    /// folder.
    static let version = "0.1.0"
    static let current = ProgramVersion(name: name, version: version)
}
