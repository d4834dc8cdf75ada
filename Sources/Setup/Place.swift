public import Core

/// A Community Safety Partnership, as the national reference has it.
public struct Partnership: Hashable, Sendable {
    /// The code and the name of the Office for National Statistics.
    public let code, name: String
    /// The code of the police force area that it lies in.
    public let force: String
    /// The codes of its districts today, some of which it may share with other partnerships.
    public let districts: [String]
    /// The codes of the districts of 2016 that it is made of, which are all its own.
    public let parts: [String]

    /// The name for column headings: `Bristol` for `Bristol, City of`.
    var shortName: String { name.split(separator: ",").first.map(String.init) ?? name }
}

/// A police force, as the national reference has it.
public struct Force: Hashable, Sendable {
    /// The code and the name of its area, by the Office for National Statistics.
    public let code, name: String
    /// The name in the files of data.police.uk, and the part of the names of these files that stands for it.
    public let streetName, streetFile: String
    /// The last month that has such files; nil while they go on.
    public let streetUntil: Month?
}

/// A district under one of its names.
struct District: Hashable, Sendable {
    let code, name: String
    /// The last month of the code or the name; empty when it has both today.
    let until: String
    /// The partnerships that have parts of it.
    let partnerships: [String]
}

/// Whom a pipeline can be set up for.
public enum Place: Hashable, Sendable {
    case partnership(Partnership)
    /// All partnerships of a force, for the force or its commissioner's office.
    case force(Force)

    /// The code and the name of it.
    public var code: String {
        switch self {
        case .partnership(let partnership): partnership.code
        case .force(let force): force.code
        }
    }

    /// Whether it is a police force.
    public var isForce: Bool { if case .force = self { true } else { false } }

    /// What people call it.
    public var title: String {
        switch self {
        case .partnership(let partnership): partnership.name
        case .force(let force): force.streetName
        }
    }

    /// The name with what it is and its code: `Dorset (partnership, E22000367)`.
    public var description: String {
        switch self {
        case .partnership(let partnership): "\(partnership.name) (partnership, \(partnership.code))"
        case .force(let force): "\(force.streetName) (police force, \(force.code))"
        }
    }
}
