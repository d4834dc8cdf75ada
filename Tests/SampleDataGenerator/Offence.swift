/// The leaves of the tree of recorded crime, in the order of the tree.
enum OffenceGroup: Int, CaseIterable {
    case homicide, deathOrInjuryDriving, violenceWithInjury, violenceWithoutInjury, stalkingAndHarassment
    case rape, otherSexualOffences, businessRobbery, personalRobbery
    case residentialBurglary, businessAndCommunityBurglary, bicycleTheft, theftFromThePerson, vehicleCrime
    case shoplifting, otherTheft, criminalDamageToDwellings, otherCriminalDamageAndArson
    case publicDisorder, drugTrafficking, drugPossession, possessionOfWeapons, miscellaneous

    /// Whether the group belongs to violence against the person.
    var isViolence: Bool {
        rawValue <= OffenceGroup.stalkingAndHarassment.rawValue
    }
}

/// One Home Office offence code.
struct Offence {
    /// The leaf of the tree that the offence belongs to; nil for fraud, which forces do not count.
    let group: OffenceGroup?
    /// The code as in the Home Office's list: `8N`, `4.10`, `105A`.
    let code: String
    let title: String
    /// How common the offence is, relative to the other offences of its group.
    let share: Int

    init(_ group: OffenceGroup?, _ code: String, _ title: String, share: Int = 1) {
        self.group = group
        self.code = code
        self.title = title
        self.share = share
    }

    /// All offences that a force counts, in the order of the tree.
    static let all = OffenceGroup.violenceOffences + OffenceGroup.propertyOffences + OffenceGroup.societyOffences

    /// Fraud offences. A national bureau counts them, but they are also in a force's extract.
    static let frauds = [
        Offence(nil, "51", "Fraud by company director"),
        Offence(nil, "52", "False accounting"),
        Offence(nil, "53", "Other frauds"),
        Offence(nil, "NFIB1", "Fraud reported to the National Fraud Intelligence Bureau"),
    ]

    /// The code of assault with injury, the most common crime with a code that extracts write in two ways.
    static let assaultWithInjury = "8N"

    /// Returns the offence with the code, or the first of all offences when there is none.
    static func withCode(_ code: String) -> Offence {
        (all + frauds).first { $0.code == code } ?? all[0]
    }

    /// Whether hate is part of the offence by law.
    var isAggravatedByHate: Bool {
        ["8P", "105B", "8M", "9B", "58J"].contains(code)
    }

    /// The code padded with zeros, with a slash between its parts: `008N`, `004/10`, `105A`.
    var paddedCode: String {
        let parts = code.split(separator: ".")
        let digits = parts[0].prefix { $0.isNumber }
        guard let number = Int(digits) else { return code }
        let paddedClass = number.padded(to: 3) + parts[0].dropFirst(digits.count)
        guard parts.count == 2, let part = Int(parts[1]) else { return paddedClass }
        return paddedClass + "/" + part.padded(to: 2)
    }
}
