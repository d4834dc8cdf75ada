import Indicators

extension [FigureTable] {
    /// The figure at a place.
    subscript(place: DisclosedCount.Place) -> Figure { self[place.table].rows[place.row].figures[place.column] }

    /// The tables without the figures at the places.
    func withholding(_ places: Set<DisclosedCount.Place>) -> [FigureTable] {
        enumerated().map { number, table in
            table.mapping { row, column, figure in
                places.contains(DisclosedCount.Place(table: number, row: row, column: column)) && figure.isTold
                    ? figure.withheld : figure
            }
        }
    }
}

extension Figure {
    /// Whether it tells something of the numbers that it rests on. That a percentage is undefined tells that it starts from
    /// nought, and that there is no share that there was nobody; a zero beside rows at fault is not printed, and only a zero.
    var isTold: Bool {
        switch value {
        case .number, .words, .missing(.changeFromZero), .missing(.nobody), .missing(.rowsAtFault): true
        case .target, .missing: false
        }
    }

    /// The figure without what it says.
    fileprivate var withheld: Figure {
        Figure(
            table: table, section: section, row: row, area: area, measure: measure, period: period,
            value: .missing(.confidential), unit: unit, decimals: decimals, subject: subject, areaCode: areaCode)
    }
}
