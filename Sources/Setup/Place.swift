public import Core

/// A Community Safety Partnership, from the national reference.
public struct Partnership: Hashable, Sendable {
    /// The code and the name from the Office for National Statistics.
    public let code, name: String
    /// The code of the police force area that contains the partnership.
    public let force: String
    /// The codes of its current districts. It may share some of them with other partnerships.
    public let districts: [String]
    /// The codes of the districts of 2016 that make up the partnership. No other partnership has them.
    public let parts: [String]
    /// The codes of the partnerships that it has replaced since their districts merged into one.
    public var replaces: [String] = []

    /// The short name for column headings: `Bristol` for `Bristol, City of`.
    var shortName: String { name.split(separator: ",").first.map(String.init) ?? name }
}

/// A police force, from the national reference.
public struct Force: Hashable, Sendable {
    /// The code and the name of its area, from the Office for National Statistics.
    public let code, name: String
    /// The force's name in the files of data.police.uk, and the part of their file names that stands for the force.
    public let streetName, streetFile: String
    /// The last month with such files; nil while the force still publishes them.
    public let streetUntil: Month?
}

/// A district with one of its codes and names.
struct District: Hashable, Sendable {
    let code, name: String
    /// The last month in which the code and the name were used; empty when both are current.
    let until: String
    /// The partnerships that contain at least a part of the district.
    let partnerships: [String]
}

/// A place that a pipeline can be set up for.
public enum Place: Hashable, Sendable {
    case partnership(Partnership)
    /// All partnerships of a force, for the force or its commissioner's office.
    case force(Force)

    /// The code of the partnership or the force area.
    public var code: String {
        switch self {
        case .partnership(let partnership): partnership.code
        case .force(let force): force.code
        }
    }

    /// Whether the place is a police force.
    public var isForce: Bool { if case .force = self { true } else { false } }

    /// The usual name of the place.
    public var title: String {
        switch self {
        case .partnership(let partnership): partnership.name
        case .force(let force): force.streetName
        }
    }

    /// The name with the kind of place and its code: `Dorset (partnership, E22000367)`.
    public var description: String {
        switch self {
        case .partnership(let partnership): "\(partnership.name) (partnership, \(partnership.code))"
        case .force(let force): "\(force.streetName) (police force, \(force.code))"
        }
    }
}
