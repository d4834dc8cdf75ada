import Core

/// An area that a partnership is made of, or was made of before a merger.
struct Constituent: Hashable, Sendable {
    let code, name: String
    /// Other names and codes.
    let aliases: [String]
    /// Its first and its last month; nil where the reference has none.
    let from, until: Month?
    /// Whether other partnerships have a part of it.
    let isShared: Bool
}

extension NationalReference {
    /// The partnerships that take the place of several others because their districts merged into one, by the code of
    /// the new district: Cumberland for Allerdale, Carlisle and Copeland.
    var successors: [String: Partnership] {
        var found: [String: Partnership] = [:]
        for district in districts where district.until.isEmpty && district.partnerships.count > 1 {
            let replaced = district.partnerships.compactMap { partnerships[$0] }
            guard replaced.allSatisfy({ $0.districts == [district.code] }), let force = replaced.first?.force else {
                continue
            }
            found[district.code] = Partnership(
                code: district.code, name: district.name, force: force, districts: [district.code],
                parts: replaced.flatMap(\.parts), replaces: district.partnerships)
        }
        return found
    }

    /// Returns the areas that a partnership is or was made of. The result is empty for a partnership of one district,
    /// and where one of the areas has the name of a partnership.
    func constituents(of partnership: Partnership) -> [Constituent] {
        if !partnership.replaces.isEmpty { return partnership.replaces.compactMap { constituent(ofReplaced: $0) } }
        guard partnership.parts.count > 1 else { return [] }
        let own = districts.filter { $0.partnerships.contains(partnership.code) }
        let (same, others) = (own.filter { $0.name == partnership.name }, own.filter { $0.name != partnership.name })
        // If one district has the partnership's own name, rows with only the other names do not show whether that
        // district is left out.
        let isAmbiguous =
            same.contains(where: \.until.isEmpty)
            && others.contains { $0.until.isEmpty && $0.partnerships.count == 1 }
        let names = Set(allPartnerships.map(\.name))
        guard !isAmbiguous, !others.contains(where: { names.contains($0.name) }) else { return [] }
        let ends = own.compactMap { Month($0.until) }
        return others.map { district in
            let until = Month(district.until)
            // A district that is not among those of 2016 began when others ended.
            let before = ends.filter { end in until.map { end < $0 } ?? true }.max()
            return Constituent(
                code: district.code, name: district.name, aliases: ReferenceFiles.variants(district.name),
                from: partnership.parts.contains(district.code) ? nil : before?.advanced(by: 1), until: until,
                isShared: district.partnerships.count > 1)
        }
    }

    /// Returns a partnership as a constituent of the one that takes its place.
    private func constituent(ofReplaced code: String) -> Constituent? {
        guard let partnership = partnerships[code] else { return nil }
        let own = districts.filter { $0.partnerships == [code] }
        let names = [partnership.name] + names(of: code, by: "Home Office") + own.map(\.name)
        let aliases = own.map(\.code) + names + names.flatMap(ReferenceFiles.variants)
        var seen: Set<String> = [partnership.name]
        return Constituent(
            code: code, name: partnership.name, aliases: aliases.filter { seen.insert($0).inserted }, from: nil,
            until: own.compactMap { Month($0.until) }.max(), isShared: false)
    }
}
