import Glibc
package import SystemPackage

extension SystemCall {
    /// A name in a folder, in bytes of any encoding.
    package struct FolderEntry {
        package let name: [UInt8]
        /// The type; nil when the entry has meanwhile been removed.
        package let type: FileType?
    }

    /// Returns the entries of the folder, in no order, without `.` and `..`.
    package static func entries(of folder: String) throws(Errno) -> [FolderEntry] {
        guard let stream = unsafe opendir(folder) else { throw .last }
        defer { unsafe closedir(stream) }
        var entries: [FolderEntry] = []
        let dot = UInt8(ascii: ".")
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw .last }
                return entries
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name == [dot] || name == [dot, dot] { continue }
            let kind = unsafe entry.pointee.d_type
            entries.append(FolderEntry(name: name, type: type(kind, folder, name)))
        }
    }

    private static func type(_ kind: UInt8, _ folder: String, _ name: [UInt8]) -> FileType? {
        // `d_type` has the type's bits of a file's mode, shifted right by twelve. Some file systems leave it unknown.
        guard kind == UInt8(DT_UNKNOWN) else { return FileType(rawValue: mode_t(kind) << 12) }
        let path = (Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
        return (try? unsafe Stat(path, followTargetSymlink: false))?.type
    }

    /// Returns the path with every link and every `..` resolved.
    package static func realPath(_ path: String) throws(Errno) -> String {
        guard let resolved = unsafe realpath(path, nil) else { throw .last }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Makes a link that leads to the target, whether or not anything is there.
    package static func makeLink(_ path: String, to target: String) throws(Errno) {
        guard unsafe symlink(target, path) == 0 else { throw .last }
    }

    /// Returns the path that the link leads to, as it is written in the link.
    package static func target(ofLink path: String) throws(Errno) -> String {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
                unsafe buffer.baseAddress.map { unsafe max(0, readlink(path, $0, buffer.count)) } ?? 0
            }
        }
        guard !bytes.isEmpty else { throw .last }
        return String(decoding: bytes, as: UTF8.self)
    }
}
