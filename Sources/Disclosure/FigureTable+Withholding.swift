import Indicators

extension [FigureTable] {
    /// Returns the figure at a place.
    subscript(place: DisclosedCount.Place) -> Figure { self[place.table].rows[place.row].figures[place.column] }

    /// Returns the tables without the figures at the places.
    func withholding(_ places: Set<DisclosedCount.Place>) -> [FigureTable] {
        enumerated().map { number, table in
            table.mapping { row, column, figure in
                let place = DisclosedCount.Place(table: number, row: row, column: column)
                return places.contains(place) && figure.isWithheldWithItsNumbers ? figure.withheld : figure
            }
        }
    }
}

extension Figure {
    /// Whether the figure shows anything about the numbers behind it. An undefined percentage change shows that the
    /// change starts from zero, and a share that does not apply shows that there were no persons. The reason that rows
    /// are at fault may stand in place of a zero.
    var isPublished: Bool {
        switch value {
        case .number, .words, .missing(.changeFromZero), .missing(.nobody), .missing(.rowsAtFault): true
        case .target, .missing: false
        }
    }

    /// Whether the figure must be withheld when a number behind it is withheld. The reason that a part is missing would
    /// show which of the withheld numbers exist.
    fileprivate var isWithheldWithItsNumbers: Bool { isPublished || value == .missing(.partMissing) }

    /// The figure without its value.
    fileprivate var withheld: Figure {
        Figure(
            table: table, section: section, row: row, area: area, measure: measure, period: period,
            value: .missing(.confidential), unit: unit, decimals: decimals, subject: subject, areaCode: areaCode)
    }
}
