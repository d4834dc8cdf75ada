import Foundation
import Setup

/// Sets up pipelines for tests in a temporary folder, from the national reference of the checkout.
enum SetupFolder {
    static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()
    static let reference = root + "/Pipelines/Reference/national"

    /// Makes a folder for a test, which is removed when the body returns.
    static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-setup-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// Sets up a pipeline in the folder.
    static func write(
        _ place: String, in folder: String, _ source: SetupSource = .policeUK, _ peers: PeerRule = .sameForce
    ) throws -> NewPipeline {
        var request = SetupRequest(place: place, reference: reference)
        (request.output, request.source, request.peers) = (folder, source, peers)
        return try request.write()
    }

    /// Returns the text of a file of a new pipeline.
    static func text(_ name: String, of pipeline: NewPipeline) throws -> String {
        try text(name, ofFolder: pipeline.folder)
    }

    static func text(_ name: String, ofFolder folder: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
}
