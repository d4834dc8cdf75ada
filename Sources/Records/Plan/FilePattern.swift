/// A pattern of file names, in which `*` stands for any characters except `/`. Letters are compared without regard to
/// case, since other systems write `STREET.CSV`.
public struct FilePattern: Hashable, Sendable {
    /// The pattern as written.
    public let text: String

    /// Creates a pattern.
    public init(_ text: String) { self.text = text }

    /// Returns whether the pattern matches the path, which is relative to the landing folder.
    public func matches(_ path: String) -> Bool {
        Self.matches(Array(text.lowercased().utf8)[...], Array(path.lowercased().utf8)[...])
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        var (pattern, path) = (pattern, path)
        // The place to return to when a star must match one more character.
        var retry: (pattern: ArraySlice<UInt8>, path: ArraySlice<UInt8>)?
        while true {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, path)
            } else if let wanted = pattern.first, path.first == wanted {
                pattern = pattern.dropFirst()
                path = path.dropFirst()
            } else if pattern.isEmpty, path.isEmpty {
                return true
            } else if let back = retry, let next = back.path.first, next != UInt8(ascii: "/") {
                retry = (back.pattern, back.path.dropFirst())
                (pattern, path) = (back.pattern, back.path.dropFirst())
            } else {
                return false
            }
        }
    }
}
