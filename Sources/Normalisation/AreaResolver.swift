public import Core
import Synchronization

/// The rule by which rows get their areas.
public enum AreaRule: Sendable {
    /// By LSOA codes and authority names, with the definition's reference tables.
    case table(AreaTable)
    /// By the names of LSOAs, which are the area's name and five characters (`Hartlepool 001A`). This is for data of
    /// the whole country, where every area that occurs counts.
    case lsoaName(OpenAreas)
}

/// Areas that are added as they occur. Their numbers depend on the order of threads; their names do not.
public final class OpenAreas: Sendable {
    private let state = Mutex<(names: [String], numbers: [String: Int])>(([], [:]))

    /// Creates an empty list of areas.
    public init() {}

    /// The names so far, by number.
    public var names: [String] { state.withLock { $0.names } }

    func number(of name: String) -> Int {
        state.withLock { state in
            if let number = state.numbers[name] { return number }
            state.names.append(name)
            state.numbers[name] = state.names.count - 1
            return state.names.count - 1
        }
    }
}

/// The codes for values of a column that give no area. Any other value maps to the position of its area.
enum AreaCode {
    static let missing: Int32 = -1
    static let outside: Int32 = -2
    static let unknown: Int32 = -3
    /// The value is not in the table. Whether it should be there depends on the rest of the row.
    static let unlisted: Int32 = -4
    /// The source itself could not name the place.
    static let unassigned: Int32 = -5
    /// The columns contradict each other, and the schema says that neither of them counts.
    static let conflict: Int32 = -6
    /// The name belongs to the total of the definition's areas.
    static let whole: Int32 = -7
    /// The name belongs to a divided area: only an unknown part of it lies in one of the areas.
    static let divided: Int32 = -8
}

extension AreaTable {
    /// Returns the area of an LSOA by its code. The lookups list only LSOAs of the areas that they cover.
    func code(ofLSOA text: String) -> Int32 {
        guard let area = byLSOA[text] else { return AreaCode.unlisted }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// Returns the area of an LSOA by its name: the area's name, a space, three digits and a letter, as in `Hartlepool
    /// 001A`. A text of any other form is not the name of an LSOA.
    func code(ofLSOAName text: String) -> Int32 {
        let bytes = Array(text.utf8)
        guard bytes.count > 5, bytes[bytes.count - 5] == UInt8(ascii: " "),
            bytes[(bytes.count - 4)..<(bytes.count - 1)].allSatisfy({ (48...57).contains($0) }),
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[bytes.count - 1])
        else { return AreaCode.missing }
        let name = String(text.dropLast(5))
        guard let area = area(named: name) else {
            return isDivided(name) ? AreaCode.missing : code(ofConstituent: name) ?? AreaCode.outside
        }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// Returns whether the name belongs to the total, which is the sum of the other areas.
    func isTotal(_ text: String) -> Bool { area(named: text).map { areas[$0].isTotal } ?? false }

    /// Returns the area of an authority, by its name or code. An ONS code that the table lacks belongs to another
    /// authority. A name that the table lacks may be misspelt, so the area is unknown and is not guessed.
    func code(ofAuthority text: String) -> Int32 {
        guard let area = area(named: text) else {
            return code(ofConstituent: text) ?? (Self.isONSCode(text) ? AreaCode.outside : AreaCode.unknown)
        }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// Returns the area of a Community Safety Partnership, by its name or code. The table lists only a few of some
    /// three hundred.
    func code(ofCSP text: String) -> Int32 {
        guard let area = area(ofCSP: text) else {
            return code(ofConstituent: text) ?? (Self.isONSCode(text) ? AreaCode.outside : AreaCode.unlisted)
        }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// Returns whether the text names a divided area: only an unknown part of it lies in one of the areas.
    func isDivided(_ text: String) -> Bool {
        constituent(named: text).map { constituents[$0].share == .partly } ?? false
    }

    /// Returns the area that the named area is or was a constituent of. Nil if the named area is no constituent. If
    /// only a part of the constituent lies in the area, the area is unknown.
    private func code(ofConstituent text: String) -> Int32? {
        guard let constituent = constituent(named: text).map({ constituents[$0] }) else { return nil }
        guard constituent.share != .partly else { return AreaCode.unknown }
        return areas[constituent.area].inScope ? Int32(constituent.area) : AreaCode.outside
    }

    /// Returns the code of a partnership that the table lacks. If its force is in the table, the partnership should be
    /// there too, so its name has changed or is misspelt. With any other force, the partnership is outside the areas.
    /// If the file does not name forces, a name close to one in the table is taken as misspelt.
    func code(ofUnlistedCSP text: String, force: String?) -> Int32 {
        guard let force else {
            return NearestName.of(text, among: byCSP.keys.sorted()) == nil ? AreaCode.outside : AreaCode.unknown
        }
        return area(named: force) == nil ? AreaCode.outside : AreaCode.unknown
    }

    /// Returns the partnership that was probably intended: the partnership of the area with this name, or the
    /// partnership with the nearest name.
    func suggestion(forCSP text: String) -> String? {
        let names = byCSP.keys.filter { !Self.isONSCode($0) }.sorted()
        if let area = byName[text], let name = names.first(where: { byCSP[$0] == area }) { return name }
        return NearestName.of(text, among: names)
    }

    private static func isONSCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 9 && "EKNSW".utf8.contains(bytes[0])
            && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}
