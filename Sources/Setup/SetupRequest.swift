/// Where the extracts of a new pipeline come from.
public enum SetupSource: String, CaseIterable, Sendable {
    /// The street-level files of data.police.uk.
    case policeUK = "police-uk"
    /// The Home Office's open data tables by partnership, as a workbook or CSV.
    case homeOffice = "home-office"
    /// Extracts that a police force, treatment services and partners send.
    case force
}

/// Which partnerships the home partnership is compared with.
public enum PeerRule: Hashable, Sendable {
    /// The other partnerships of its police force.
    case sameForce
    case none
    /// The partnerships that a file lists, with one name or code on each line.
    case listed(file: String)

    /// Creates a rule from `default`, `none` or the path of a file.
    public init(_ text: String) {
        switch text {
        case "default": self = .sameForce
        case "none": self = .none
        default: self = .listed(file: text)
        }
    }
}

/// A request to set up a pipeline: the use case of `shp init`.
public struct SetupRequest: Sendable {
    /// The name or code of a partnership, district or police force.
    public var place: String
    /// The folder to write; nil for a folder with the place's name.
    public var output: String?
    public var source = SetupSource.policeUK
    public var peers = PeerRule.sameForce
    /// The folder of the national reference, inside the folder of the shipped pipelines.
    public var reference: String

    /// Creates a request with the default source and peers.
    public init(place: String, reference: String) {
        self.place = place
        self.reference = reference
    }

    /// Writes the folder. Throws a `SetupFailure` before any file is written, or an `OutputFailure`.
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
    /// The place that the pipeline is for.
    public let place: Place
    /// The partnerships that it is compared with, in the order of the definition.
    public let peers: [Partnership]
    /// The paths of the folder, its definition, and the guide to what must be downloaded.
    public let folder, definition, guide: String
    /// The denominators that the reference lacks. Rates that need them are not available until somebody adds the numbers.
    public let missingDenominators: [MissingDenominator]
    /// The merged areas that take the place of partnerships of the pipeline.
    public let successors: [Partnership]
    /// Forces of the areas that no longer publish street-level files, when the pipeline reads these.
    public let forcesWithoutStreetFiles: [Force]
}

/// A denominator of an area that the reference lacks.
public struct MissingDenominator: Hashable, Sendable {
    /// `residents` or `households`.
    public let unit: String
    /// The name of the area.
    public let area: String

    /// Returns the missing denominators in words: `number of households for Corby and Kettering`.
    public static func words(_ missing: [MissingDenominator], upTo limit: Int = .max) -> String {
        let units = ["residents", "households"].filter { unit in missing.contains { $0.unit == unit } }
        return units.map { unit in
            let areas = missing.filter { $0.unit == unit }.map(\.area)
            let rest = areas.count > limit ? " and \(areas.count - limit) more" : ""
            return "number of \(unit) for \(areas.prefix(limit).joined(separator: ", "))" + rest
        }.joined(separator: ", and no ")
    }
}
