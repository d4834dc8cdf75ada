import Files

/// Checks that releases are not written among the extracts, where the next run would read them.
enum SeparateFolders {
    /// Throws a `RequestError` when the output folder is the landing folder or is inside it.
    static func check(input: String, output: String) throws(RequestError) {
        guard let landing = place(input), let releases = place(output) else { return }
        if landing == releases { throw .outputIsLanding(output: output) }
        if releases.hasPrefix(landing == "/" ? landing : landing + "/") {
            throw .outputInsideLanding(output: output, landing: input)
        }
    }

    /// Returns the real path of the folder, or the path that a missing folder would have. Returns nil when no part of
    /// the path exists.
    private static func place(_ path: String) -> String? {
        if let resolved = try? SystemCall.realPath(path) { return resolved }
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return place(".").map { $0 + "/" + trimmed } }
        let parent = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
        return place(parent).map { ($0 == "/" ? "" : $0) + "/" + trimmed[trimmed.index(after: slash)...] }
    }
}
