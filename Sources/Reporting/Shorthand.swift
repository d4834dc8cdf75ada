import Indicators

/// A mark in a cell, in place of a number or after it, and the mark's meaning.
package struct Shorthand: Hashable, Sendable {
    package let mark, meaning: String

    /// Returns the shorthand used in a table, without duplicates, in order of occurrence.
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

    /// Creates the shorthand for a reason. The mark is removed from the explanation, because the mark has its own
    /// column.
    fileprivate init(_ reason: MissingReason) {
        mark = reason.display
        var meaning = reason.explanation[...]
        if meaning.hasPrefix(reason.display) {
            meaning = meaning.dropFirst(reason.display.count).drop { $0 == " " || $0 == ":" }
        }
        self.meaning = meaning.prefix(1).uppercased() + meaning.dropFirst()
    }
}
