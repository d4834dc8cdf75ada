import Core
import Indicators

/// What each part of a system of counts selects, and its frame of time and place. The parts of one frame are the cells
/// of the cross-classification of all groups that counts of the source use.
struct PartCoordinates {
    /// The categories and flags, the groups of clients, or the return.
    enum Selection: Hashable {
        case events(categories: [Int], flags: UInt16)
        case clients(groups: UInt64)
        case returned(name: String)
        case whole(CountSubject)
    }

    /// The months and the area and, for clients, the level that they reached.
    enum Frame: Hashable {
        case events(months: [Int], area: Int)
        case clients(last: Month, area: Int, level: Int)
        case returned(span: ReturnedValue.Span, area: Int)
        case whole(CountSubject)
    }

    /// The selection and the frame of each part, by number.
    private(set) var selections: [Int] = []
    private(set) var frames: [Int] = []
    private var numbersOfSelections: [Selection: Int] = [:]
    private var numbersOfFrames: [Frame: Int] = [:]

    /// Adds the coordinates of the next part.
    mutating func add(_ selection: Selection, _ frame: Frame) {
        selections.append(Self.number(of: selection, in: &numbersOfSelections))
        frames.append(Self.number(of: frame, in: &numbersOfFrames))
    }

    private static func number<Key>(of key: Key, in numbers: inout [Key: Int]) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
    }
}
