import Indicators

extension [FigureTable] {
    /// The figure at a place.
    subscript(place: DisclosedCount.Place) -> Figure { self[place.table].rows[place.row].figures[place.column] }

    /// The tables without the figures at the places.
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
    /// Whether it says something of the numbers that it rests on. An undefined percentage says that it starts from zero, and a
    /// share that does not apply says that there were no persons. Beside rows at fault, a zero is not printed.
    var isPublished: Bool {
        switch value {
        case .number, .words, .missing(.changeFromZero), .missing(.nobody), .missing(.rowsAtFault): true
        case .target, .missing: false
        }
    }

    /// Whether it must not stand as it is when a number that it rests on is withheld. That a part of it is missing says which
    /// of those that are withheld is there.
    fileprivate var isWithheldWithItsNumbers: Bool { isPublished || value == .missing(.partMissing) }

    /// The figure without what it says.
    fileprivate var withheld: Figure {
        Figure(
            table: table, section: section, row: row, area: area, measure: measure, period: period,
            value: .missing(.confidential), unit: unit, decimals: decimals, subject: subject, areaCode: areaCode)
    }
}
