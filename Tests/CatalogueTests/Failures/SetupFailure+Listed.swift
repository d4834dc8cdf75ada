import Setup

extension SetupFailure: Listed {
    static func example(after last: SetupFailure?, _ v: AwkwardValues) -> SetupFailure? {
        switch last {
        case nil: .noReference(folder: v.file, file: v.file)
        case .noReference: .damagedReference(path: v.file, problem: "it is not the table that the program knows")
        case .damagedReference: .noBase(path: v.file)
        case .noBase: .unknownPlace(v.name, near: v.any)
        case .unknownPlace: .severalPlaces(v.name, v.several)
        case .severalPlaces: .noPeerList(path: v.file)
        case .noPeerList:
            .peer(
                file: v.file, line: 3,
                problem: "'\(v.name)' is not a partnership, district or police force of England and Wales")
        case .peer: .peersOfForce(v.name)
        case .peersOfForce: .exists(path: v.file)
        case .exists: nil
        }
    }
}
