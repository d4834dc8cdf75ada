import Indicators

/// What stands in a cell in place of a plain number, and what it means.
package struct Shorthand: Hashable, Sendable {
    package let mark, meaning: String

    /// The shorthand of a table, in the order in which it occurs.
    static func occurring(in table: FigureTable) -> [Shorthand] {
        var seen: Set<Shorthand> = []
        return table.figures.flatMap(\.shorthand).filter { seen.insert($0).inserted }
    }

    package static let toBeConfirmed = Shorthand(
        mark: "(TBC)", meaning: "To be confirmed: the partnership has not yet agreed the target.")
    package static let percentagePoints = Shorthand(
        mark: "pp", meaning: "Percentage points: the difference of two percentages.")
}

extension Figure {
    fileprivate var shorthand: [Shorthand] {
        switch value {
        case .missing(let reason): [Shorthand(reason)]
        case .target(let target): target.isConfirmed ? [] : [.toBeConfirmed]
        case .words: []
        case .number: (unit == .percentagePoints ? [.percentagePoints] : []) + markers.map(Shorthand.init)
        }
    }
}

extension Shorthand {
    fileprivate init(_ marker: ObservationMarker) {
        mark = marker.shorthand
        meaning = marker.explanation
    }

    /// The explanation repeats the mark, which has a column of its own here.
    fileprivate init(_ reason: MissingReason) {
        mark = reason.display
        var meaning = reason.explanation[...]
        if meaning.hasPrefix(reason.display) {
            meaning = meaning.dropFirst(reason.display.count).drop { $0 == " " || $0 == ":" }
        }
        self.meaning = meaning.prefix(1).uppercased() + meaning.dropFirst()
    }
}
