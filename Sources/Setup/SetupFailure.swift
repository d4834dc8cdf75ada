public import Core

/// Why nothing was set up. In that case nothing has been written, but the output folder may have been created.
public enum SetupFailure: Error, Hashable, Sendable {
    /// A table of the national reference is missing.
    case noReference(folder: String, file: String)
    /// A table of the national reference is damaged.
    case damagedReference(path: String, problem: String)
    /// The base that the new definition would extend is missing from the folder of the national reference.
    case noBase(path: String)
    /// A name or code that no place has, and the places with similar names.
    case unknownPlace(String, near: [String])
    /// A name that several places have.
    case severalPlaces(String, [String])
    /// The list of peers cannot be read.
    case noPeerList(path: String)
    /// A line of the list of peers is wrong.
    case peer(file: String, line: Int, problem: String)
    /// Peers were given for a force, which always has all of its partnerships.
    case peersOfForce(String)
    /// A file with this path already exists.
    case exists(path: String)
}

extension SetupFailure: ReportedFailure {
    public var code: String {
        switch self {
        case .noReference, .noBase: "no-reference"
        case .damagedReference: "damaged-reference"
        case .unknownPlace: "unknown-place"
        case .severalPlaces: "several-places"
        case .noPeerList: "missing-file"
        case .peer: "peer-unknown"
        case .peersOfForce: "peers-of-force"
        case .exists: "file-exists"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .unknownPlace, .severalPlaces, .peersOfForce: .usage
        case .noReference, .noBase, .noPeerList: .inputMissing
        case .damagedReference, .peer: .inputRefused
        case .exists: .cannotCreate
        }
    }

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noReference(let folder, let file):
            "the national reference is not in \(folder) (there is no \(file)); name its folder with --reference, or start shp "
                + "in the folder that contains Pipelines"
        case .damagedReference(let path, let problem):
            "\(path): \(problem); download the file again with the program"
        case .noBase(let path):
            "there is no \(path), which the new definition is to extend; Pipelines must have both Bases and Reference"
        case .unknownPlace(let text, let near):
            "'\(text)' is not a partnership, district or police force of England and Wales"
                + (near.isEmpty
                    ? "; write its name as the Office for National Statistics does, or its code"
                    : "; similar names: " + near.joined(separator: ", "))
        case .severalPlaces(let text, let places):
            "'\(text)' may mean several places; write the code of the right one: "
                + places.joined(separator: ", ")
        case .noPeerList(let path):
            "\(path): the list of peers cannot be read; name a file that has the name or code of one partnership on each line, or write "
                + "'default' or 'none'"
        case .peer(let file, let line, let problem): "\(file):\(line): \(problem)"
        case .peersOfForce(let force):
            "'\(force)' is a police force, so the pipeline has all of its partnerships; leave --peers out"
        case .exists(let path):
            "\(path) already exists, and nothing is overwritten; name another folder with --output, or remove the file"
        }
    }

    public var messages: [FailureMessage] {
        guard case .peer(let file, let line, let problem) = self else {
            return [FailureMessage(code: code, description)]
        }
        return [FailureMessage(code: code, description, explanation: problem, file: file, line: line, column: 1)]
    }
}
