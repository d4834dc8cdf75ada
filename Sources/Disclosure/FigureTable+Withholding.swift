import Indicators

extension [FigureTable] {
    /// The figure at a place.
    subscript(place: DisclosedCount.Place) -> Figure { self[place.table].rows[place.row].figures[place.column] }

    /// The tables without the figures at the places.
    func withholding(_ places: Set<DisclosedCount.Place>) -> [FigureTable] {
        enumerated().map { number, table in
            let rows = table.rows.enumerated().map { line, row in
                let figures = row.figures.enumerated().map { column, figure in
                    places.contains(DisclosedCount.Place(table: number, row: line, column: column)) && figure.isTold
                        ? figure.withheld : figure
                }
                return FigureTable.Row(
                    section: row.section, label: row.label, depth: row.depth, isTotal: row.isTotal, figures: figures,
                    remark: row.remark, phrase: row.phrase)
            }
            return FigureTable(
                id: table.id, title: table.title, sectionHeading: table.sectionHeading, rowHeading: table.rowHeading,
                columns: table.columns, rows: rows, source: table.source, notes: table.notes)
        }
    }
}

extension Figure {
    /// Whether it tells something of the numbers that it rests on. That a percentage is undefined tells that it starts from
    /// nought, and that there is no share that there was nobody.
    var isTold: Bool {
        switch value {
        case .number, .words, .missing(.changeFromZero), .missing(.nobody): true
        case .target, .missing: false
        }
    }

    /// The figure without what it says.
    fileprivate var withheld: Figure {
        Figure(
            table: table, section: section, row: row, area: area, measure: measure, period: period,
            value: .missing(.confidential), unit: unit, decimals: decimals)
    }
}
