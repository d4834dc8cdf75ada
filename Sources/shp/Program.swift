import PipelineEngine
import Publishing

/// The program, as manifests name it.
enum Program {
    static let name = "shp"
    /// Part of every release's identity: figures that a new version computes differently get a new folder.
    static let version = "0.1.0"
    static let current = ProgramVersion(name: name, version: version)
}
