public import Core

/// What a measure says in words.
package protocol FigureReading: Hashable, Sendable {
    /// As it is printed.
    var text: String { get }
    /// Whether it is what the partnership means to reach; the words say so, too.
    var meaning: ChangeMeaning { get }
}

/// What a figure says in words.
public struct FigureWords: Sendable {
    /// What they say.
    package let reading: any FigureReading

    /// The words of a reading.
    package init(_ reading: any FigureReading) { self.reading = reading }

    /// Whether the quarter differs from the usual variation of its months.
    public static func variation(_ reading: VariationReading) -> FigureWords { FigureWords(reading) }
    /// Which way the indicator went since the year before.
    public static func direction(_ direction: DirectionOfTravel) -> FigureWords { FigureWords(direction) }

    /// As it is printed.
    public var text: String { reading.text }
    /// Whether it is what the partnership means to reach; the words say so, too.
    public var meaning: ChangeMeaning { reading.meaning }
    /// The direction of travel; nil for words of anything else.
    public var direction: DirectionOfTravel? { reading as? DirectionOfTravel }
}

extension FigureWords: Hashable {
    public static func == (one: FigureWords, other: FigureWords) -> Bool {
        AnyHashable(one.reading) == AnyHashable(other.reading)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(reading)) }
}

/// The direction of travel: the quarter against the same quarter of the year before.
public struct DirectionOfTravel: FigureReading, Hashable, Sendable {
    /// The way.
    public let movement: Movement
    /// Whether it moves as the target wants.
    public let meaning: ChangeMeaning

    /// A direction from its parts.
    public init(_ movement: Movement, _ meaning: ChangeMeaning) {
        self.movement = movement
        self.meaning = meaning
    }

    /// The direction of a change as it is printed: a difference that prints as zero is none, so that a table never says
    /// `Up` beside `0.0`. `meant` is the way that the target wants.
    public init(change: Rational, unit: FigureUnit, meant: Movement?) {
        let isPrinted = !change.printsAsZero(decimals: unit.decimals)
        movement = isPrinted ? Movement(from: Rational(0), to: change) : .none
        meaning = ChangeMeaning(movement, meant: meant)
    }

    /// `Up (concerning)`, `Down (improving)`, `Up`, `No change`.
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

/// What a process chart says of the months of a quarter.
public enum VariationReading: FigureReading, Hashable, Sendable {
    /// A rule marks a month: more has changed than usually does.
    case specialCause(ProcessSignal, ChangeMeaning)
    /// Nothing but the variation that there always is.
    case commonCause
    /// There are fewer months than a chart needs.
    case tooFewPoints

    /// `Special cause – improving`, `Special cause – up`, `Common cause`.
    public var text: String {
        switch self {
        case .specialCause(let signal, .neutral): "Special cause – \(signal.movement.rawValue)"
        case .specialCause(_, let meaning): "Special cause – \(meaning.rawValue)"
        case .commonCause: "Common cause"
        case .tooFewPoints: "Fewer than \(ProcessChart.minPoints) months"
        }
    }

    /// Whether the change is what the partnership means to reach.
    public var meaning: ChangeMeaning {
        switch self {
        case .specialCause(_, let meaning): meaning
        case .commonCause, .tooFewPoints: .neutral
        }
    }
}
