import Core

/// Finds the partnership or force with a code or a name, without guessing. If several places have the name, the error
/// lists them. If no place has it, the error lists similar names.
struct PlaceFinder {
    private let reference: NationalReference
    /// The places by the keys of their own names, and the partnerships by the keys of their districts' names.
    private var own: [String: Set<Place>] = [:]
    private var byDistrict: [String: Set<Place>] = [:]

    init(_ reference: NationalReference) {
        self.reference = reference
        for partnership in reference.partnerships.values { add(.partnership(partnership), under: [partnership.name]) }
        for force in reference.forces.values {
            add(.force(force), under: [force.name, force.streetName, force.streetFile])
        }
        for (code, _, name) in reference.names {
            if let place = place(ofCode: code) { add(place, under: [name]) }
        }
        for district in reference.districts {
            for key in PlaceName.keys(district.name) {
                byDistrict[key, default: []].formUnion(partnerships(of: district))
            }
        }
    }

    /// Returns the place that the text names. Throws when it names none, or more than one.
    func place(_ text: String) throws(SetupFailure) -> Place {
        let found = places(text)
        guard let place = found.first else { throw .unknownPlace(text, near: near(text).map(\.description)) }
        guard found.count == 1 else { throw .severalPlaces(text, sorted(found).map(\.description)) }
        return place
    }

    /// Returns the partnership that the text names. Throws when it names none, or more than one.
    func partnership(_ text: String) throws(SetupFailure) -> Partnership {
        let found = places(text).filter { !$0.isForce }
        guard found.count <= 1 else { throw .severalPlaces(text, sorted(found).map(\.description)) }
        guard case .partnership(let partnership)? = found.first else {
            throw .unknownPlace(text, near: near(text).filter { !$0.isForce }.map(\.description))
        }
        return partnership
    }

    private func places(_ text: String) -> Set<Place> {
        let key = PlaceName.key(text)
        let code = key.uppercased()
        if let place = place(ofCode: code) { return [place] }
        let districts = reference.districts.filter { $0.code == code }
        if !districts.isEmpty { return Set(districts.flatMap(partnerships)) }
        let named = places(ofKey: key)
        if !named.isEmpty { return named }
        let forces = PlaceName.force(key).map { Set(places(ofKey: $0).filter(\.isForce)) } ?? []
        if !forces.isEmpty { return forces }
        return PlaceName.partnership(key).map { Set(places(ofKey: $0).filter { !$0.isForce }) } ?? []
    }

    private func places(ofKey key: String) -> Set<Place> {
        var found = own[key] ?? []
        // If a partnership itself has the name, districts that have or had the same name are ignored.
        if found.allSatisfy(\.isForce) { found.formUnion(byDistrict[key] ?? []) }
        // A force with only one partnership covers the same area as the partnership.
        for case .force(let force) in found where reference.partnerships(ofForce: force.code).count == 1 {
            if found.count > 1 { found.remove(.force(force)) }
        }
        return found
    }

    private func place(ofCode code: String) -> Place? {
        reference.partnerships[code].map(Place.partnership) ?? reference.forces[code].map(Place.force)
    }

    private func partnerships(of district: District) -> [Place] {
        // If the districts of several partnerships merged into this one, it has a partnership of its own.
        if let successor = reference.successors[district.code] { return [.partnership(successor)] }
        return district.partnerships.compactMap { reference.partnerships[$0].map(Place.partnership) }
    }

    private func sorted(_ places: Set<Place>) -> [Place] { places.sorted { ($0.title, $0.code) < ($1.title, $1.code) } }

    private mutating func add(_ place: Place, under names: [String]) {
        for key in names.flatMap({ PlaceName.keys($0) }) { own[key, default: []].insert(place) }
    }

    /// Returns the places with similar names: names that differ by a typing error, or that contain all words of the
    /// text.
    private func near(_ text: String) -> [Place] {
        let key = PlaceName.key(text)
        let words = Set((PlaceName.force(key) ?? PlaceName.partnership(key) ?? key).split(separator: " "))
        let names = Set(own.keys).union(byDistrict.keys).sorted()
        let slips = NameIndex(names).nearest(to: key, limit: 4)
        let longer = words.isEmpty ? [] : names.filter { words.isSubset(of: $0.split(separator: " ")) }.prefix(6)
        var seen: Set<Place> = []
        return (slips + longer).flatMap { sorted((own[$0] ?? []).union(byDistrict[$0] ?? [])) }
            .filter { seen.insert($0).inserted }.prefix(6).map(\.self)
    }
}
