import Core
import Foundation
import Ingestion

/// A file that lands for one test.
final class Landing {
    private let folder: URL
    private let path: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("shp-ingestion-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("a.csv").path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Replaces the file's content with the bytes, and opens the file.
    func land(_ bytes: [UInt8]) throws -> LandedFile {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try LandedFile(name: "a.csv", path: path)
    }

    /// Returns what the reader finds in the bytes.
    func read(_ bytes: [UInt8], _ schema: TableSchema, _ mode: ParserMode) throws -> Captured {
        Captured.read(try land(bytes), schema, mode)
    }

    /// Opens the landed file again, and keeps it in memory if it fits.
    func open(keepingIn kept: KeptBytes) throws -> LandedFile {
        try LandedFile(name: "a.csv", path: path, keepingIn: kept)
    }

    /// Replaces the landed file with a new file that holds the bytes, in the way of programs that write a new file and
    /// rename it.
    func replace(with bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + ".new"))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
    }

    func append(_ bytes: [UInt8]) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }

    /// Returns a file that begins with the bytes and has the given length; the rest is a hole.
    func land(_ bytes: [UInt8], length: Int) throws -> LandedFile {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: UInt64(length))
        try handle.close()
        return try LandedFile(name: "a.csv", path: path)
    }

    /// Lands an archive, and returns the path of its member.
    func land(_ bytes: [UInt8], as archive: String, member: String) throws -> String {
        try Data(bytes).write(to: folder.appendingPathComponent(archive))
        return folder.path + "/" + archive + "/" + member
    }

    func open(folderItself: Bool) throws -> LandedFile {
        try LandedFile(name: "a.csv", path: folderItself ? folder.path : path)
    }
}

extension TableSchema {
    /// Returns a schema with the columns `a`, `b`, …. The first is an identifier, stored as bytes. With `skipping` and
    /// three or more columns, the second is not needed.
    static func letters(
        _ count: Int, skipping: Bool = false, delimiters: [UInt8] = [44], fallback: TextEncoding = .windows1252
    ) -> TableSchema {
        let fields = (0..<count).map { index in
            let name = String(UnicodeScalar(UInt8(97 + index)))
            return SchemaField(
                name: name, role: index == 0 ? .identifier : skipping && index == 1 && count > 2 ? nil : .agency)
        }
        return TableSchema(
            name: "letters", title: "Letters", fields: fields, missingValues: [""], records: .events,
            fallbackEncoding: fallback, delimiters: delimiters)
    }
}
