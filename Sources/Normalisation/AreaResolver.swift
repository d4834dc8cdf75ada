public import Core
import Synchronization

/// Where areas come from.
public enum AreaRule: Sendable {
    /// From LSOA codes and authority names, by the definition's reference tables.
    case table(AreaTable)
    /// From the names of LSOAs: the area's name and five characters (`Hartlepool 001A`). For data of the whole country,
    /// where every area that occurs counts.
    case lsoaName(OpenAreas)
}

/// Areas that are added as they occur. Their numbers depend on the order of threads; names do not.
public final class OpenAreas: Sendable {
    private let state = Mutex<(names: [String], numbers: [String: Int])>(([], [:]))

    /// No areas yet.
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

/// An area as a column of codes maps to it: a position, or one of the ways of having none.
enum AreaCode {
    static let missing: Int32 = -1
    static let outside: Int32 = -2
    static let unknown: Int32 = -3
    /// Not in the table, and whether it should be depends on the rest of the row.
    static let unlisted: Int32 = -4
    /// The source itself could not say where.
    static let unassigned: Int32 = -5
    /// The columns contradict each other, and the schema says that then none of them counts.
    static let conflict: Int32 = -6
    /// The name is that of the whole of the definition's areas.
    static let whole: Int32 = -7
}

extension AreaTable {
    /// The area of an LSOA, by its code. The lookups list the LSOAs of the areas they know.
    func code(ofLSOA text: String) -> Int32 {
        guard let area = byLSOA[text] else { return AreaCode.unlisted }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// The area of an LSOA, by its name: the area's name, a blank, three digits and a letter, as in `Hartlepool 001A`. A
    /// text of any other form names no LSOA.
    func code(ofLSOAName text: String) -> Int32 {
        let bytes = Array(text.utf8)
        guard bytes.count > 5, bytes[bytes.count - 5] == UInt8(ascii: " "),
            bytes[(bytes.count - 4)..<(bytes.count - 1)].allSatisfy({ (48...57).contains($0) }),
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[bytes.count - 1])
        else { return AreaCode.missing }
        guard let area = area(named: String(text.dropLast(5))) else { return AreaCode.outside }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// Whether the name is that of the area which is the sum of the others.
    func isTotal(_ text: String) -> Bool { area(named: text).map { areas[$0].isTotal } ?? false }

    /// The area that an authority's name or code names. An ONS code that the table lacks is another authority's; a name
    /// that it lacks may be a slip, and nothing is guessed.
    func code(ofAuthority text: String) -> Int32 {
        guard let area = area(named: text) else { return Self.isONSCode(text) ? AreaCode.outside : AreaCode.unknown }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// The area of a Community Safety Partnership, by its name or code. The table lists a few of some three hundred.
    func code(ofCSP text: String) -> Int32 {
        guard let area = area(ofCSP: text) else { return Self.isONSCode(text) ? AreaCode.outside : AreaCode.unlisted }
        return areas[area].inScope ? Int32(area) : AreaCode.outside
    }

    /// A partnership that the table lacks. Of a force that the table knows it should be there, so its name is one that
    /// has changed or a slip; of any other force it is outside. Where the file does not name forces, a name that is
    /// nearly one of the table's is taken for a slip.
    func code(ofUnlistedCSP text: String, force: String?) -> Int32 {
        guard let force else {
            return NearestName.of(text, among: byCSP.keys.sorted()) == nil ? AreaCode.outside : AreaCode.unknown
        }
        return area(named: force) == nil ? AreaCode.outside : AreaCode.unknown
    }

    /// The partnership probably intended: that of an area which has the name elsewhere, or the nearest name.
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
