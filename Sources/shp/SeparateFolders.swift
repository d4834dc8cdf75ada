import ArgumentParser
import Glibc

/// That a landing folder and an output folder are apart. A run would read its own releases, or write among the extracts.
enum SeparateFolders {
    /// Throws a `ValidationError` when one folder is the other, or lies in it.
    static func check(input: String, output: String) throws {
        guard let landing = place(input), let releases = place(output) else { return }
        if landing == releases {
            throw ValidationError("--output \(output) is the landing folder; choose a folder outside of it")
        }
        if releases.hasPrefix(landing == "/" ? landing : landing + "/") {
            throw ValidationError(
                "--output \(output) is inside the landing folder \(input); choose a folder outside of it")
        }
        if landing.hasPrefix(releases == "/" ? releases : releases + "/") {
            throw ValidationError(
                "the landing folder \(input) is inside --output \(output); choose another output folder")
        }
    }

    /// Where the folder really lies, or will when it is made; nil when nothing of its path is there.
    private static func place(_ path: String) -> String? {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return place(".").map { $0 + "/" + trimmed } }
        let parent = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
        return place(parent).map { ($0 == "/" ? "" : $0) + "/" + trimmed[trimmed.index(after: slash)...] }
    }
}
