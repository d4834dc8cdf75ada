/// Which of a table's figures were checked against others, and by which kinds of relation.
public struct TableCoverage: Hashable, Sendable {
    /// How many figures are printed.
    public var figures: Int { checks.count }
    /// How many of the figures are part of a relation that could have failed.
    public let checked: Int
    /// For each figure, the kinds of its relations, with one bit for each kind.
    private let checks: [CellPlace: UInt32]

    init(_ checks: [CellPlace: UInt32]) {
        self.checks = checks
        checked = checks.values.count { $0 != 0 }
    }

    /// The percentage of figures that were checked, or 0 where there are no figures. It is rounded down, so that 100
    /// means all of them.
    public var percent: Int { figures == 0 ? 0 : checked * 100 / figures }

    /// Returns the kinds of relation, such as `sum-of-rows`, that checked the figure. The list is empty when nothing
    /// checked the figure, and nil where no figure is printed.
    public func kinds(at place: CellPlace) -> [String]? {
        checks[place].map { bits in
            Relation.Kind.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element.rawValue)
        }
    }
}

extension CellNetwork {
    /// The coverage of every table.
    var coverage: [TableCoverage] {
        var checks: [[CellPlace: UInt32]] = sheets.indices.map { table in
            let sheet = sheets[table]
            var own: [CellPlace: UInt32] = [:]
            for column in sheet.structure.loose {
                for row in sheet.structure.rows where sheet.readings.cells[row.row][column].number != nil {
                    own[CellPlace(table: table, row: row.row, column: column)] = 0
                }
            }
            return own
        }
        let kinds = Dictionary(
            Relation.Kind.allCases.enumerated().map { ($0.element, UInt32(1) << UInt32($0.offset)) },
            uniquingKeysWith: { first, _ in first })
        for (number, quantity) in network.quantities.enumerated() {
            guard let place = quantity.place, quantity.isStated else { continue }
            checks[place.table][place] = network.memberships[number].reduce(0) { bits, relation in
                network.canFail(relation) ? bits | (kinds[network.relations[relation].kind] ?? 0) : bits
            }
        }
        return checks.map(TableCoverage.init)
    }
}

extension RelationNetwork {
    /// Whether the printed figures can contradict the relation. For this, each of its cells must have a number, and
    /// every unprinted quantity in it must be part of another relation, too.
    func canFail(_ relation: Int) -> Bool {
        relations[relation].quantities.allSatisfy { member in
            let quantity = quantities[member]
            return !quantity.isOpen || (quantity.place == nil && memberships[member].count > 1)
        }
    }
}
