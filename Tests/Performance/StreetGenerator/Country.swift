/// 330 areas with about 110 LSOAs each, and how much happens in each LSOA.
struct Country {
    /// One LSOA. Coordinates are in millionths of a degree.
    struct LSOA {
        let force: Int
        let code: Bytes
        let name: Bytes
        let longitude: Int
        let latitude: Int
        let weight: Int
    }

    let lsoas: [LSOA]

    /// Areas from this one on are Welsh: their codes begin with W.
    private static let firstWelshArea = 308

    init(seed: UInt64) {
        var lsoas: [LSOA] = []
        var numbers = ["E": 0, "W": 0]
        for (area, name) in Vocabulary.areas.enumerated() {
            var chance = Chance(seed, .country, area)
            let (west, south) = (-5_000_000 + chance.below(6_000_000), 50_200_000 + chance.below(4_500_000))
            let nation = area < Self.firstWelshArea ? "E" : "W"
            for index in 0..<(60 + chance.below(100)) {
                let number = numbers[nation, default: 0] + 1
                numbers[nation] = number
                // Few LSOAs are town centres, where much happens.
                let bustle = chance.below(100)
                lsoas.append(
                    LSOA(
                        force: area * Vocabulary.forces.count / Vocabulary.areas.count,
                        code: Bytes("\(nation)01" + String(1_000_000 + number).dropFirst()),
                        name: Bytes("\(name) " + String(1001 + index / 5).dropFirst()) + [65 + UInt8(index % 5)],
                        longitude: west + chance.below(200_000), latitude: south + chance.below(200_000),
                        weight: 20 + bustle * bustle / 40))
            }
        }
        self.lsoas = lsoas
    }
}
