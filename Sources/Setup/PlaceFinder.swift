import Core

/// Finds the partnership or force of a code or a name, and guesses nothing: a name that several have is listed, one that nobody has
/// is compared with the names that there are.
struct PlaceFinder {
    private let reference: NationalReference
    /// By key, the places with that name of their own, and the partnerships of the districts with that name.
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

    /// The place that the text names. Throws when it is none, or more than one.
    func place(_ text: String) throws(SetupFailure) -> Place {
        let found = places(text)
        guard let place = found.first else { throw .unknownPlace(text, near: near(text).map(\.description)) }
        guard found.count == 1 else { throw .severalPlaces(text, sorted(found).map(\.description)) }
        return place
    }

    /// The partnership that the text names.
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
        // A partnership that has a district's name is meant, whatever other districts were once called so.
        if found.allSatisfy(\.isForce) { found.formUnion(byDistrict[key] ?? []) }
        // A force and its only partnership are the same area.
        for case .force(let force) in found where reference.partnerships(ofForce: force.code).count == 1 {
            if found.count > 1 { found.remove(.force(force)) }
        }
        return found
    }

    private func place(ofCode code: String) -> Place? {
        reference.partnerships[code].map(Place.partnership) ?? reference.forces[code].map(Place.force)
    }

    private func partnerships(of district: District) -> [Place] {
        district.partnerships.compactMap { reference.partnerships[$0].map(Place.partnership) }
    }

    private func sorted(_ places: Set<Place>) -> [Place] { places.sorted { ($0.title, $0.code) < ($1.title, $1.code) } }

    private mutating func add(_ place: Place, under names: [String]) {
        for key in names.flatMap({ PlaceName.keys($0) }) { own[key, default: []].insert(place) }
    }

    /// The places whose names come near: a slip away, or with all words of the text among theirs.
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
