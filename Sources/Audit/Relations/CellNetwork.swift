import Core

/// The quantities of all cells that have or could have a number, and the relations between them.
struct CellNetwork {
    /// A table with its interpreted cells and its structure.
    struct Sheet {
        let table: PrintedTable
        let readings: Readings
        let structure: TableStructure
        /// Rows with percentages where other rows have counts.
        let percentageRows: Set<Int>
    }

    let sheets: [Sheet]
    private(set) var network = RelationNetwork()
    private(set) var numbers: [CellPlace: Int] = [:]
    /// Earlier figures that no table prints, but that percentage changes are based on. The key is the cell of the later
    /// figure.
    var unprinted: [CellPlace: Int] = [:]
    /// The denominators of rows that have their own. The key is the cell of the rate.
    var ownDenominators: [CellPlace: Int] = [:]

    init(_ tables: [AuditedTable], names: KnownNames) {
        var sheets: [Sheet] = []
        for audited in tables {
            let readings = Readings(audited.table)
            let inference = StructureInference(table: audited.table, readings: readings, names: names)
            let structure = inference.structure(audited.knowledge) ?? TableStructure(columns: [], rows: [])
            let percentages = Self.percentageRows(structure, readings)
            sheets.append(
                Sheet(
                    table: audited.table, readings: readings, structure: structure,
                    percentageRows: Set(percentages)))
        }
        self.sheets = sheets
        for index in sheets.indices { addCells(of: index) }
    }

    /// Returns the rows with a percentage in a column that has plain numbers in most rows. In a table of fewer than
    /// three rows, every percentage counts.
    private static func percentageRows(_ structure: TableStructure, _ readings: Readings) -> [Int] {
        let values = structure.columns.indices.filter { structure.columns[$0].role == .value }
        var rows: Set<Int> = []
        for column in values {
            let numbers = structure.rows.compactMap { row in
                readings.cells[row.row][column].number.map { (row.row, $0.sign != .none) }
            }
            let signed = numbers.filter(\.1)
            if signed.count * 2 <= numbers.count || structure.rows.count < 3 { rows.formUnion(signed.map(\.0)) }
        }
        return rows.sorted()
    }

    /// Whether the row has a percentage in the column.
    func isOfPercentages(_ table: Int, _ row: Int, _ column: Int) -> Bool {
        sheets[table].percentageRows.contains(row) || sheets[table].readings.cells[row][column].number?.sign == .percent
    }

    /// Returns the index of the cell's quantity; nil where the cell cannot have a figure.
    func number(_ table: Int, _ row: Int, _ column: Int) -> Int? {
        numbers[CellPlace(table: table, row: row, column: column)]
    }

    mutating func add(_ quantity: Quantity) -> Int { network.add(quantity) }
    mutating func relate(_ kind: Relation.Kind, _ form: Relation.Form, isDoubtful: Bool = false) {
        network.add(kind, form, isDoubtful: isDoubtful)
    }

    private mutating func addCells(of table: Int) {
        let sheet = sheets[table]
        for column in sheet.structure.columns.indices {
            let role = sheet.structure.columns[column].role
            guard role.isOfFigures else { continue }
            let plain = sheet.structure.rows.filter { !sheet.percentageRows.contains($0.row) }
            let printed = plain.compactMap { sheet.readings.cells[$0.row][column].number }
            let style = ColumnStyle(printed)
            for row in sheet.structure.rows {
                let isPercentage = sheet.percentageRows.contains(row.row)
                let conceivable = Self.conceivable(role, style, isPercentage: isPercentage)
                let place = CellPlace(table: table, row: row.row, column: column)
                let mayBeWhole = (role == .value || role.isDifference) && !isPercentage
                let cell = sheet.readings.cells[row.row][column]
                switch cell {
                case .number(let number):
                    let isWhole = mayBeWhole && number.decimals == 0 && number.sign == .none
                    // A count can be negative, where more records were cancelled than added.
                    let isNegative = role == .value && number.value < Rational(0)
                    numbers[place] = network.add(
                        .stated(
                            number, at: place, isWhole: isWhole, conceivable: isNegative ? .everything : conceivable))
                case .blank, .dash, .marker, .words:
                    // A difference of percentages has as many decimal places as the percentages.
                    let style = isPercentage ? Self.percentageStyle(sheet, row.row) : style
                    numbers[place] = network.add(
                        .absent(
                            at: place, isWhole: mayBeWhole && style.decimals == 0 && cell.isEmpty,
                            conceivable: conceivable,
                            decimals: style.decimals, sign: isPercentage && role != .value ? .points : style.sign))
                }
            }
        }
    }

    private static func percentageStyle(_ sheet: Sheet, _ row: Int) -> ColumnStyle {
        let values = sheet.structure.columns.indices.filter { sheet.structure.columns[$0].role == .value }
        return ColumnStyle(values.compactMap { sheet.readings.cells[row][$0].number })
    }

    private static func conceivable(
        _ role: TableStructure.Role, _ style: ColumnStyle, isPercentage: Bool
    ) -> Bounds {
        switch role {
        case .value, .quotient: style.hasNegatives ? .everything : .notNegative
        case .percentChange: isPercentage ? .everything : Bounds(lower: -100 * Bounds.one, upper: nil)
        case .rate, .share: .notNegative
        case .difference, .section, .label, .unrelated: .everything
        }
    }
}

extension TableStructure.Role {
    /// Whether the column has figures that can be part of relations.
    var isOfFigures: Bool {
        switch self {
        case .section, .label, .unrelated: false
        case .value, .difference, .percentChange, .rate, .share, .quotient: true
        }
    }

    var isDifference: Bool { if case .difference = self { true } else { false } }
}

/// How the numbers of a column are printed.
struct ColumnStyle {
    let decimals: Int
    let sign: PrintedNumber.Sign
    let hasNegatives: Bool
    /// Reads the style that most of the numbers have.
    init(_ numbers: [PrintedNumber]) {
        var counts: [Int: Int] = [:]
        for number in numbers { counts[number.decimals, default: 0] += 1 }
        decimals = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        sign = numbers.count { $0.sign == .percent } * 2 > numbers.count ? .percent : .none
        // A single minus among many numbers is more likely an error than a negative figure.
        hasNegatives = numbers.count { $0.value < .init(0) } * 10 > numbers.count
    }
}
