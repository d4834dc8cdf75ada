public import Core
public import Releases

/// How one release differs from another: in the parts that it was made of, and in its figures.
public struct ReleaseDifference: Hashable, Sendable {
    /// A part that a release is made of.
    public enum Part: String, CaseIterable, Sendable {
        case program, definition, input, correction, quarter
        case leftOut = "left-out"
        case comparedWith = "compared-with"
        case alsoIssued = "also-issued"
    }

    /// One part that differs.
    public struct PartChange: Hashable, Sendable {
        /// What kind of part, and which.
        public let part: Part
        public let name: String
        /// The part's hash or version in each release; nil in a release without the part.
        public let before, after: String?
    }

    /// One figure that differs.
    public struct FigureChange: Hashable, Sendable {
        /// The figure in each release; nil in a release without the figure.
        public let before, after: PublishedFigure?

        /// The later number less the earlier number, where both figures have a number.
        public var change: Rational? {
            guard let old = before?.number, let new = after?.number else { return nil }
            return try? new - old
        }
    }

    /// The parts that differ, sorted by kind and then by name.
    public let parts: [PartChange]
    /// The figures that differ, in the order of the later release, followed by figures that the later release no longer
    /// has.
    public let figures: [FigureChange]

    /// Whether the releases have the same parts and the same figures.
    public var isEmpty: Bool { parts.isEmpty && figures.isEmpty }

    /// Creates a difference with figures only.
    public init(figures: [FigureChange]) {
        parts = []
        self.figures = figures
    }

    /// Compares `after` with `before`.
    public init(from before: ReleaseFolder, to after: ReleaseFolder) {
        parts = Self.parts(from: before.manifest, to: after.manifest)
        let old = Dictionary(
            before.figures.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(after.figures.all.map(\.key))
        figures =
            after.figures.all.compactMap { figure -> FigureChange? in
                guard old[figure.key] != figure else { return nil }
                return FigureChange(before: old[figure.key], after: figure)
            }
            + before.figures.all.filter { !kept.contains($0.key) }.map { FigureChange(before: $0, after: nil) }
    }

    /// Returns the parts in which two releases differ. Hashes that a release withholds are compared, but the result
    /// does not state them.
    public static func parts(from before: Manifest, to after: Manifest) -> [PartChange] {
        // If one of the releases withholds a file's hash and the state folder has lost it, only the file's name is
        // compared.
        let unknown = filesWithoutHash(before).union(filesWithoutHash(after))
        let (old, new) = (contents(of: before, without: unknown), contents(of: after, without: unknown))
        let secret = before.filesWithWithheldHash.union(after.filesWithWithheldHash)
        return Part.allCases.flatMap { part in
            let (was, now) = (old[part] ?? [:], new[part] ?? [:])
            return Set(was.keys).union(now.keys).sorted().compactMap { name -> PartChange? in
                guard was[name] != now[name] else { return nil }
                let change = PartChange(part: part, name: name, before: was[name], after: now[name])
                return (part == .input || part == .correction) && secret.contains(name) ? change.withoutHashes : change
            }
        }
    }

    private static func filesWithoutHash(_ manifest: Manifest) -> Set<String> {
        Set(
            manifest.inputs.filter { $0.sha256 == nil }.map(\.file)
                + manifest.corrections.filter { $0.sha256 == nil }.map(\.file))
    }

    private static func contents(of manifest: Manifest, without unknown: Set<String>) -> [Part: [String: String]] {
        func hash(_ sha256: String?, of file: String) -> String {
            unknown.contains(file) ? "withheld" : sha256 ?? ""
        }
        func named(_ entries: [(String, String)]) -> [String: String] {
            Dictionary(entries, uniquingKeysWith: { first, _ in first })
        }
        let compared = manifest.comparedWith.map { [("\($0.quarter)/\($0.releaseID)", $0.manifestSHA256)] }
        return [
            .program: [manifest.program.name: manifest.program.version],
            .quarter: [manifest.pipeline: manifest.quarter],
            .definition: named(manifest.definition.files.map { ($0.path, $0.sha256) }),
            .input: named(
                manifest.inputs.map {
                    ($0.file, hash($0.sha256, of: $0.file) + ($0.delivered.map { ", delivered \($0)" } ?? ""))
                }),
            .correction: named(manifest.corrections.map { ($0.file, hash($0.sha256, of: $0.file)) }),
            .leftOut: named(manifest.leftOut.map { ($0.file, $0.reason) }),
            .comparedWith: named(compared ?? []),
            .alsoIssued: named(
                (manifest.alsoIssued ?? []).map { ("\($0.quarter)/\($0.releaseID)", $0.manifestSHA256) }),
        ]
    }
}

extension ReleaseDifference.PartChange {
    /// The change of a file without its hashes; a hash is the text before the first comma.
    fileprivate var withoutHashes: Self {
        func split(_ text: String) -> (hash: Substring, rest: Substring) {
            let hash = text.prefix { $0 != "," }
            return (hash, text[hash.endIndex...])
        }
        let (old, new) = (before.map(split), after.map(split))
        let isOther = old.map { old in new.map { $0.hash != old.hash } ?? false } ?? false
        return Self(
            part: part, name: name, before: old.map { "hash withheld\($0.rest)" },
            after: new.map { (isOther ? "another hash, withheld" : "hash withheld") + $0.rest })
    }
}
