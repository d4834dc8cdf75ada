import FoundationEssentials

/// An archive that a test writes, member by member, without compression.
public struct MadeUpArchive {
    /// A member and how it differs from a sound one.
    public struct Member {
        public var name: String
        public var bytes: [UInt8]
        public var flags: UInt16 = 0x800
        public var wrongChecksum = false
        public var declaredSize: Int?
        public var method: UInt16 = 0

        /// Creates a sound member.
        public init(name: String, bytes: [UInt8], flags: UInt16 = 0x800) {
            self.flags = flags
            self.name = name
            self.bytes = bytes
        }
    }

    public var members: [Member] = []

    /// Creates an empty archive.
    public init() {}

    /// Adds a member of text.
    public mutating func add(_ name: String, _ text: String) {
        members.append(Member(name: name, bytes: Array(text.utf8)))
    }

    /// The archive's bytes.
    public var bytes: [UInt8] {
        var (file, directory): ([UInt8], [UInt8]) = ([], [])
        for member in members {
            let name = Array(member.name.utf8)
            let checksum = member.wrongChecksum ? 1 : Self.checksum(member.bytes)
            let size = UInt32(clamping: member.declaredSize ?? member.bytes.count)
            let common =
                Self.little(20 as UInt16) + Self.little(member.flags) + Self.little(member.method)
                + Self.little(0 as UInt16) + Self.little(0x5A21 as UInt16) + Self.little(checksum)
                + Self.little(UInt32(member.bytes.count)) + Self.little(size) + Self.little(UInt16(name.count))
                + Self.little(0 as UInt16)
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
            directory += Self.little(UInt32(file.count)) + name
            file += [0x50, 0x4B, 3, 4] + common + name + member.bytes
        }
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(UInt16(members.count)) + Self.little(UInt16(members.count))
            + Self.little(UInt32(directory.count)) + Self.little(UInt32(file.count)) + [0, 0]
        return file + directory + end
    }

    /// Writes the archive, or other bytes, and calls the body with the path.
    public static func withFile<T>(_ bytes: [UInt8], _ body: (String) throws -> T) throws -> T {
        let path = FileManager.default.temporaryDirectory.path + "/spreadsheet-\(UInt64.random(in: 0...(.max)))"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private static func little<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }
}
