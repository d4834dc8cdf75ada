import Glibc
import ReleaseStore
import Releases

/// A separate folder for a test, which is removed with the object.
final class ScratchFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/publishing-tests-XXXXXX".utf8CString)
        let made: String? = template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return nil }
            return String(cString: start)
        }
        guard let made else { throw Failure(errno: errno) }
        path = made
    }

    deinit { Self.remove(path) }

    struct Failure: Error { let errno: Int32 }

    /// Publishes into the folder.
    func publish(_ release: Release) async throws -> PublishedRelease {
        let lock = try OutputLock(output: path)
        defer { lock.release() }
        return try await ReleasePublisher.publish(release, holding: lock)
    }

    /// Returns every file below the folder except the lock, with its bytes, and every link with its target.
    func snapshot() throws -> [String: [UInt8]] { try Self.snapshot(path, "") }

    func read(_ name: String) throws -> [UInt8] { try Self.read(path + "/" + name) }

    func write(_ text: String, to name: String) throws {
        guard let file = fopen(path + "/" + name, "w") else { throw Failure(errno: errno) }
        fputs(text, file)
        fclose(file)
    }

    func mode(of name: String) -> mode_t {
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    private static func snapshot(_ path: String, _ name: String) throws -> [String: [UInt8]] {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Failure(errno: errno) }
        if status.st_mode & S_IFMT == S_IFLNK { return [name: Array(target(of: path).utf8)] }
        guard status.st_mode & S_IFMT == S_IFDIR else { return name == "/state/lock" ? [:] : [name: try read(path)] }
        var all: [String: [UInt8]] = [:]
        for entry in names(in: path) {
            all.merge(try snapshot(path + "/" + entry, name + "/" + entry)) { first, _ in first }
        }
        return all
    }

    static func target(of link: String) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let count = readlink(link, start, 4096)
            return String(decoding: UnsafeRawBufferPointer(start: start, count: max(count, 0)), as: UTF8.self)
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Failure(errno: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }

    static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(in: path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
