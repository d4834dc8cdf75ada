import Indicators

/// The periods and areas of the counts of a source, as sets of frames, and the parts in them.
struct FrameGrid {
    /// The sets of frames: those of the counts, each frame by itself, and the difference between one set and another
    /// within it.
    private(set) var frames: [[Int]]
    private var partOfCell: [[Int?]]

    /// The number of sets up to which differences are added. The sets of the counts, and each frame, are always
    /// included.
    private static let maxSets = 160

    init(_ counts: [DisclosedCount], parts: [[Int]], coordinates: PartCoordinates) {
        let selections = (coordinates.selections.max() ?? -1) + 1
        let number = (coordinates.frames.max() ?? -1) + 1
        partOfCell = [[Int?]](repeating: [Int?](repeating: nil, count: selections), count: number)
        for part in coordinates.frames.indices {
            partOfCell[coordinates.frames[part]][coordinates.selections[part]] = part
        }
        var (found, seen) = ([Set<Int>](), Set<Set<Int>>())
        for own in parts where !own.isEmpty {
            let set = Set(own.map { coordinates.frames[$0] })
            if seen.insert(set).inserted { found.append(set) }
        }
        let published = found.count
        for frame in 0..<number where seen.insert([frame]).inserted { found.append([frame]) }
        for whole in found.indices.prefix(published) {
            for part in found.indices.prefix(published) where found[part].isStrictSubset(of: found[whole]) {
                let rest = found[whole].subtracting(found[part])
                guard found.count < Self.maxSets else { break }
                if seen.insert(rest).inserted { found.append(rest) }
            }
        }
        frames = found.map { $0.sorted() }
    }

    /// Returns the parts with any of the selections in any of the frames.
    func parts(of selections: [Int], in frames: [Int]) -> [Int] {
        frames.flatMap { frame in selections.compactMap { partOfCell[frame][$0] } }
    }
}
