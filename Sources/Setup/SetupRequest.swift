/// What extracts a new pipeline is to be fed with.
public enum SetupSource: String, CaseIterable, Sendable {
    /// The street-level files of data.police.uk.
    case policeUK = "police-uk"
    /// The Home Office's open data tables by partnership, as CSV.
    case homeOffice = "home-office"
    /// What a police force, treatment services and partners send.
    case force
}

/// Which partnerships stand beside that of the pipeline.
public enum PeerRule: Hashable, Sendable {
    /// The other partnerships of its police force.
    case sameForce
    case none
    /// Those that a file lists, a name or code on each line.
    case listed(file: String)

    /// The rule of a word or a path.
    public init(_ text: String) {
        switch text {
        case "default": self = .sameForce
        case "none": self = .none
        default: self = .listed(file: text)
        }
    }
}

/// A pipeline to be set up: the use case of `shp init`.
public struct SetupRequest: Sendable {
    /// The name or code of a partnership, district or police force.
    public var place: String
    /// The folder that is written; nil for one with the place's name.
    public var output: String?
    public var source = SetupSource.policeUK
    public var peers = PeerRule.sameForce
    /// The folder of the national reference, which lies in the folder of the shipped bases and schemas.
    public var reference: String

    /// A request with its defaults.
    public init(place: String, reference: String) {
        self.place = place
        self.reference = reference
    }

    /// Writes the folder. Throws a `SetupFailure` before anything is written, or an `OutputFailure`.
    public func write() throws -> NewPipeline {
        let reference = try NationalReference(folder: reference)
        let areas = try AreaSelection(place, peers, reference)
        let folder = output ?? areas.folderName
        let plan = SetupPlan(areas: areas, source: source, folder: folder, reference: reference)
        return try plan.write()
    }
}

/// A pipeline that has been set up.
public struct NewPipeline: Sendable {
    /// For whom.
    public let place: Place
    /// The partnerships beside it, by name.
    public let peers: [Partnership]
    /// The folder, its definition, and the guide to what must be downloaded.
    public let folder, definition, guide: String
    /// The names of areas for which there are no denominators: their rates are not available until somebody adds them.
    public let withoutDenominators: [String]
}
