import FoundationEssentials
import PipelineDefinition
import Planning
import Testing

/// Copies of the repository's definitions, with replacements in their files.
enum DefinitionFixture {
    static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// One replacement in a file of the folder of definitions. Without an old text, the whole file is written.
    struct Edit {
        let file: String
        let old: String?
        let new: String

        /// Creates a replacement in the performance definition itself.
        init(_ old: String, _ new: String) { self.init("shp-performance.yaml", old, new) }

        init(_ file: String, _ old: String?, _ new: String) {
            self.file = file
            self.old = old
            self.new = new
        }
    }

    /// Calls the body with the path of a copy of the performance definition after the replacements.
    static func with<Result>(_ edits: [Edit], _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-edited-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: root + "/Pipelines", toPath: folder)
        for edit in edits {
            let path = folder + "/" + edit.file
            guard let old = edit.old else {
                try edit.new.write(toFile: path, atomically: true, encoding: .utf8)
                continue
            }
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains(old), "\(edit.file): \(old)")
            try text.replacing(old, with: edit.new, maxReplacements: 1).write(
                toFile: path, atomically: true, encoding: .utf8)
        }
        return try body(folder + "/shp-performance.yaml")
    }

    /// Returns the errors of the performance definition after the replacements, without the folder in their paths.
    static func errors(_ edits: [Edit]) throws -> [String] {
        try with(edits) { path in
            do throws(DefinitionErrors) {
                _ = try PlanCompiler.compile(path: path)
                return []
            } catch { return words(error, path) }
        }
    }

    static func words(_ errors: DefinitionErrors, _ path: String) -> [String] {
        let folder =
            path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
        return errors.errors.map { $0.description.replacing(folder, with: "") }
    }

    /// Returns `FILE:LINE:COLUMN` for the `occurrence`th place of a text in a file of the repository's definitions.
    static func place(of text: String, in file: String = "shp-performance.yaml", occurrence: Int = 1) throws -> String {
        let lines = try String(contentsOfFile: root + "/Pipelines/" + file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        var left = occurrence
        for (index, line) in lines.enumerated() {
            guard let range = line.firstRange(of: text) else { continue }
            left -= 1
            guard left == 0 else { continue }
            let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
            return "\(file):\(index + 1):\(column)"
        }
        throw Missing(text: text)
    }

    struct Missing: Error {
        let text: String
    }
}
