import Core

extension ReferenceFiles {
    /// Returns the areas that a partnership is or was made of; empty if another area also has one of their names.
    func constituents(of partnership: Partnership) -> [Constituent] {
        let made = reference.constituents(of: partnership)
        let areaNames = areas.partnerships.flatMap { [$0.code, $0.name, $0.shortName] }
        return made.contains { $0.names.contains(where: areaNames.contains) } ? [] : made
    }

    /// The table of the areas that the partnerships are or were made of; nil if there are none.
    var constituentTable: String? {
        var table = CSVTable(["area", "code", "name", "aliases", "valid-from", "valid-to", "lies"])
        var isEmpty = true
        for partnership in areas.partnerships {
            for constituent in constituents(of: partnership) {
                isEmpty = false
                table.append([
                    partnership.code, constituent.code, constituent.name, constituent.aliases.joined(separator: "|"),
                    constituent.from?.description ?? "", constituent.until?.description ?? "",
                    constituent.isShared ? "partly" : "wholly",
                ])
            }
        }
        return isEmpty ? nil : table.text
    }

    /// Returns the LSOAs of the partnerships, by Census. A partnership that takes the place of several has the LSOAs of
    /// all of them.
    func lsoas() throws(SetupFailure) -> [NationalReference.Census: [PlacedLSOA]] {
        var successors: [String: String] = [:]
        for partnership in areas.partnerships {
            for code in partnership.replaces { successors[code] = partnership.code }
        }
        let codes = areas.partnerships.flatMap { $0.replaces.isEmpty ? [$0.code] : $0.replaces }
        return try reference.lsoas(of: Set(codes)).mapValues { lsoas in
            lsoas.map {
                PlacedLSOA(code: $0.code, name: $0.name, partnership: successors[$0.partnership] ?? $0.partnership)
            }
        }
    }
}

extension Constituent {
    /// The code, the name and the aliases.
    fileprivate var names: [String] { [code, name] + aliases }
}
