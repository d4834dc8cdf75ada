import Core
import FoundationEssentials

/// The areas of a new pipeline.
struct AreaSelection {
    let place: Place
    /// The home partnership; for a force, the first of its partnerships by name.
    let home: Partnership
    /// The peers. The partnerships of a force are ordered by name; those from a file keep the order of the file.
    let peers: [Partnership]
    /// The force, if its area is the sum of the partnerships; nil otherwise.
    let total: Force?
    /// The forces that the areas belong to, each with those of its partnerships that are in the pipeline.
    let forces: [(force: Force, partnerships: [Partnership])]

    /// Finds the place and its peers. Throws a `SetupFailure`.
    init(_ text: String, _ rule: PeerRule, _ reference: NationalReference) throws(SetupFailure) {
        let finder = PlaceFinder(reference)
        place = try finder.place(text)
        var others: [Partnership]
        switch place {
        case .partnership(let partnership):
            home = partnership
            others =
                switch rule {
                case .sameForce: Self.others(partnership, reference)
                case .none: []
                case .listed(let file): try Self.listed(in: file, finder)
                }
        case .force(let force):
            guard rule == .sameForce else { throw .peersOfForce(force.streetName) }
            let own = reference.partnerships(ofForce: force.code)
            guard let first = own.first else { throw .unknownPlace(text, near: []) }
            (home, others) = (first, own)
        }
        let home = home
        others.removeAll { $0 == home }
        peers = others
        let counted = [home] + others
        let force = reference.forces[home.force]
        let parts = counted.flatMap { $0.replaces.isEmpty ? [$0.code] : $0.replaces }
        let isWhole = Set(parts) == Set(reference.partnerships(ofForce: home.force).map(\.code))
        total = isWhole && !others.isEmpty && counted.allSatisfy { $0.force == home.force } ? force : nil
        forces = Dictionary(grouping: counted, by: \.force).sorted { $0.key < $1.key }.compactMap { code, own in
            reference.forces[code].map { ($0, own) }
        }
    }

    /// All partnerships, the home partnership first.
    var partnerships: [Partnership] { [home] + peers }

    /// The place's name in a form for folders, files and pipelines.
    var folderName: String {
        let name = PlaceName.key(place.title).unicodeScalars.map { $0.isASCII ? String($0) : "" }.joined()
        let words = name.split(separator: " ").joined(separator: "-")
        return words.isEmpty || words == "state" ? place.code.lowercased() : words
    }

    /// Returns the other partnerships of a partnership's force. If this partnership takes the place of several, other
    /// merged districts count as one partnership each, too.
    private static func others(_ home: Partnership, _ reference: NationalReference) -> [Partnership] {
        let all = reference.partnerships(ofForce: home.force)
        guard !home.replaces.isEmpty else { return all }
        let successors = reference.successors.values.sorted { $0.code < $1.code }
        var others: [Partnership] = []
        for partnership in all where !home.replaces.contains(partnership.code) {
            let other = successors.first { $0.replaces.contains(partnership.code) } ?? partnership
            if !others.contains(other) { others.append(other) }
        }
        return others
    }

    private static func listed(in file: String, _ finder: PlaceFinder) throws(SetupFailure) -> [Partnership] {
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else { throw .noPeerList(path: file) }
        var peers: [Partnership] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let name = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
            let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { continue }
            do {
                let peer = try finder.partnership(words)
                if !peers.contains(peer) { peers.append(peer) }
            } catch { throw .peer(file: file, line: index + 1, problem: error.description) }
        }
        return peers
    }
}
