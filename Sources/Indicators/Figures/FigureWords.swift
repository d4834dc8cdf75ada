public import Core

/// The result of a measure in words.
package protocol FigureReading: Hashable, Sendable {
    /// The words as printed.
    var text: String { get }
    /// Whether the movement is in the target direction; the words also say this.
    var meaning: ChangeMeaning { get }
}

/// The words of a figure.
public struct FigureWords: Sendable {
    /// The reading that the words express.
    package let reading: any FigureReading

    /// Creates the words of a reading.
    package init(_ reading: any FigureReading) { self.reading = reading }

    /// Returns words on whether the quarter's months differ from their usual variation.
    public static func variation(_ reading: VariationReading) -> FigureWords { FigureWords(reading) }
    /// Returns words on how the indicator moved since the same quarter of the year before.
    public static func direction(_ direction: DirectionOfTravel) -> FigureWords { FigureWords(direction) }

    /// The words as printed.
    public var text: String { reading.text }
    /// Whether the movement is in the target direction; the words also say this.
    public var meaning: ChangeMeaning { reading.meaning }
    /// The direction of travel; nil for words about anything else.
    public var direction: DirectionOfTravel? { reading as? DirectionOfTravel }
}

extension FigureWords: Hashable {
    public static func == (one: FigureWords, other: FigureWords) -> Bool {
        AnyHashable(one.reading) == AnyHashable(other.reading)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(reading)) }
}

/// The direction of travel: the quarter compared with the same quarter of the year before.
public struct DirectionOfTravel: FigureReading, Hashable, Sendable {
    /// The direction itself.
    public let movement: Movement
    /// Whether the indicator moves in the target direction.
    public let meaning: ChangeMeaning

    /// Creates a direction from its parts.
    public init(_ movement: Movement, _ meaning: ChangeMeaning) {
        self.movement = movement
        self.meaning = meaning
    }

    /// Creates the direction of a change as printed. A difference that prints as zero is no change, so that a table
    /// never shows `Up` next to `0.0`. `meant` is the target direction.
    public init(change: Rational, unit: FigureUnit, targetDirection: Movement?) {
        let isPrinted = !change.printsAsZero(decimals: unit.decimals)
        movement = isPrinted ? Movement(from: Rational(0), to: change) : .none
        meaning = ChangeMeaning(movement, targetDirection: targetDirection)
    }

    /// The direction as printed: `Up (concerning)`, `Down (improving)`, `Up`, `No change`.
    public var text: String {
        let way =
            switch movement {
            case .up: "Up"
            case .down: "Down"
            case .none: "No change"
            }
        return meaning == .neutral ? way : "\(way) (\(meaning.rawValue))"
    }
}

/// The result of a process chart for the months of a quarter.
public enum VariationReading: FigureReading, Hashable, Sendable {
    /// A rule marks a month: the change is larger than usual variation.
    case specialCause(ProcessSignal, ChangeMeaning)
    /// The months show only the usual variation.
    case commonCause
    /// There are fewer months than a chart needs.
    case tooFewPoints

    /// The reading as printed: `Special cause – improving`, `Special cause – up`, `Common cause`.
    public var text: String {
        switch self {
        case .specialCause(let signal, .neutral): "Special cause – \(signal.movement.rawValue)"
        case .specialCause(_, let meaning): "Special cause – \(meaning.rawValue)"
        case .commonCause: "Common cause"
        case .tooFewPoints: "Fewer than \(ProcessChart.minPoints) months"
        }
    }

    /// Whether the change is in the target direction.
    public var meaning: ChangeMeaning {
        switch self {
        case .specialCause(_, let meaning): meaning
        case .commonCause, .tooFewPoints: .neutral
        }
    }
}
