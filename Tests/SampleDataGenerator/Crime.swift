/// One recorded crime, as given in one extract.
struct Crime {
    var reference = ""
    var date: CalendarDate
    var offence: Offence
    var place: CrimePlace
    var isHate = false
    var isDomestic = false
    var isCancelled = false
}

/// Where a crime happened, as given in an extract. The neighbourhood or the authority may be missing.
struct CrimePlace {
    var neighbourhood: String
    var authority: String
    /// The area in the crime's reference.
    var area: Area

    /// Returns a random place in an area. In a few cases the neighbourhood or the authority is left out.
    static func somewhere(in area: Area, by chance: inout SplitMix64) -> CrimePlace {
        let neighbourhood = chance.pick(area.neighbourhoods)
        let authority = area.names[chance.chance(percent: 4) ? 1 : 0]
        return switch chance.below(100) {
        case 0..<3: CrimePlace(neighbourhood: "", authority: authority, area: area)
        case 3..<5: CrimePlace(neighbourhood: neighbourhood, authority: "", area: area)
        default: CrimePlace(neighbourhood: neighbourhood, authority: authority, area: area)
        }
    }

    /// Returns a place outside the force's area, for a crime that the force recorded.
    static func outside(_ place: PlaceOutside, recordedIn area: Area) -> CrimePlace {
        CrimePlace(neighbourhood: place.neighbourhood, authority: place.authority, area: area)
    }
}

/// A crime as given in its first extract and, for some crimes, as corrected by a later extract.
struct RecordedCrime {
    var firstReport: Crime
    var corrected: Crime?
}
