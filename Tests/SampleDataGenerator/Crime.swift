/// One recorded crime, as one extract has it.
struct Crime {
    var reference = ""
    var date: CalendarDate
    var offence: Offence
    var place: CrimePlace
    var isHate = false
    var isDomestic = false
    var isCancelled = false
}

/// Where a crime happened, as an extract writes it: either name may be missing.
struct CrimePlace {
    var neighbourhood: String
    var authority: String
    /// Whose references the crime bears.
    var area: Area

    /// Somewhere in an area. Now and then an extract leaves out the neighbourhood or the authority.
    static func somewhere(in area: Area, by chance: inout SplitMix64) -> CrimePlace {
        let neighbourhood = chance.pick(area.neighbourhoods)
        let authority = area.names[chance.chance(percent: 4) ? 1 : 0]
        return switch chance.below(100) {
        case 0..<3: CrimePlace(neighbourhood: "", authority: authority, area: area)
        case 3..<5: CrimePlace(neighbourhood: neighbourhood, authority: "", area: area)
        default: CrimePlace(neighbourhood: neighbourhood, authority: authority, area: area)
        }
    }

    /// Outside the force's area, though the force recorded it.
    static func outside(_ place: PlaceOutside, recordedIn area: Area) -> CrimePlace {
        CrimePlace(neighbourhood: place.neighbourhood, authority: place.authority, area: area)
    }
}

/// A crime as its first extract has it and, for some, as a later extract corrects it.
struct RecordedCrime {
    var firstReport: Crime
    var corrected: Crime?
}
