/// The final number of crimes in each group and cell, after cancellations, corrections and quarantine.
///
/// The five published cells and the totals of 2018/19 come from the quarter's paper; the rest is made up.
enum CrimeTargets {
    /// Returns the number of crimes of a group in each cell, in the order of `CrimeCell`.
    static func counts(of group: OffenceGroup) -> [Int] {
        let counts = byGroup[group.rawValue]
        return counts.year2017 + counts.year2018 + counts.quarter2019 + counts.july2019
    }

    private typealias Counts = (year2017: [Int], year2018: [Int], quarter2019: [Int], july2019: [Int])

    /// The counts, in the order of `OffenceGroup`. The two years are for Hartlepool, quarter by quarter. The quarter
    /// and the days of July 2019 are for Hartlepool, Redcar, Middlesbrough and Stockton.
    private static let byGroup: [Counts] = [
        ([1, 1, 2, 2], [0, 1, 2, 2], [1, 0, 2, 0], [1, 1, 0, 1]),  // homicide
        ([2, 1, 3, 2], [0, 3, 3, 4], [0, 1, 1, 2], [1, 0, 2, 1]),  // death or injury due to driving
        ([247, 255, 243, 241], [254, 259, 265, 249], [247, 288, 531, 413], [11, 12, 22, 17]),  // violence with injury
        ([242, 258, 269, 275], [285, 318, 344, 352], [344, 449, 788, 645], [14, 18, 31, 26]),  // without injury
        ([146, 162, 176, 194], [219, 341, 375, 412], [364, 464, 705, 605], [15, 19, 28, 24]),  // stalking, harassment
        ([17, 21, 18, 19], [20, 22, 19, 24], [26, 35, 47, 57], [2, 2, 3, 4]),  // rape
        ([34, 36, 29, 33], [32, 41, 38, 47], [57, 77, 103, 95], [4, 4, 6, 5]),  // other sexual offences
        ([2, 1, 3, 2], [2, 3, 2, 4], [3, 5, 11, 6], [0, 1, 1, 0]),  // business robbery
        ([14, 17, 15, 13], [18, 15, 19, 17], [16, 14, 65, 26], [1, 1, 3, 2]),  // personal robbery
        ([176, 187, 202, 183], [184, 176, 190, 183], [194, 182, 371, 237], [9, 8, 15, 10]),  // residential burglary
        ([98, 104, 94, 90], [98, 91, 84, 86], [75, 100, 95, 85], [4, 5, 4, 4]),  // business and community burglary
        ([41, 49, 28, 22], [39, 52, 31, 24], [42, 18, 97, 48], [3, 1, 5, 3]),  // bicycle theft
        ([18, 16, 19, 14], [17, 19, 14, 13], [15, 19, 80, 50], [1, 1, 4, 2]),  // theft from the person
        ([192, 184, 175, 187], [196, 158, 149, 134], [186, 160, 267, 322], [8, 7, 11, 13]),  // vehicle crime
        ([452, 474, 483, 459], [436, 512, 534, 479], [423, 334, 601, 502], [17, 13, 24, 20]),  // shoplifting
        ([327, 318, 295, 288], [335, 302, 276, 258], [240, 272, 513, 467], [10, 11, 21, 19]),  // other theft
        ([152, 160, 155, 148], [139, 187, 192, 170], [153, 190, 362, 248], [6, 8, 15, 10]),  // damage to dwellings
        ([220, 232, 211, 204], [207, 221, 213, 198], [251, 296, 511, 429], [10, 12, 20, 17]),  // other damage, arson
        ([165, 177, 162, 171], [184, 196, 189, 201], [217, 235, 498, 375], [9, 10, 20, 15]),  // public disorder
        ([11, 13, 12, 14], [12, 15, 18, 21], [26, 13, 39, 25], [1, 1, 2, 1]),  // trafficking of drugs
        ([58, 61, 55, 57], [60, 57, 62, 64], [71, 43, 134, 89], [3, 2, 5, 4]),  // possession of drugs
        ([17, 19, 16, 21], [20, 18, 22, 19], [23, 21, 49, 45], [1, 1, 2, 2]),  // possession of weapons
        ([47, 51, 46, 49], [48, 52, 61, 66], [97, 90, 171, 123], [4, 4, 7, 5]),  // miscellaneous
    ]

    /// Returns how many of a cell's crimes are flagged as hate crimes.
    static func hateCrimes(in cell: CrimeCell) -> Int {
        [33, 36, 30, 31, 37, 38, 35, 34, 37, 41, 88, 63, 1, 2, 3, 2][cell.rawValue]
    }
}
