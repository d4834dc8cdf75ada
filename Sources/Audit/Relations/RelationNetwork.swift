/// Quantities and the relations between them: everything in a set of tables that can be checked.
struct RelationNetwork: Sendable {
    private(set) var quantities: [Quantity] = []
    private(set) var relations: [Relation] = []
    /// For each quantity, the relations that contain it.
    private(set) var memberships: [[Int]] = []
    private var known: Set<Relation.Form> = []

    /// Adds a quantity and returns its index.
    mutating func add(_ quantity: Quantity) -> Int {
        quantities.append(quantity)
        memberships.append([])
        return quantities.count - 1
    }

    /// Adds a relation, unless it is already there or contains a quantity twice.
    mutating func add(_ kind: Relation.Kind, _ form: Relation.Form, isDoubtful: Bool = false) {
        let relation = Relation(kind: kind, form: form, isDoubtful: isDoubtful)
        let members = relation.quantities
        guard Set(members).count == members.count, known.insert(form).inserted else { return }
        for member in members { memberships[member].append(relations.count) }
        relations.append(relation)
    }

    /// Whether the relation holds for the printed numbers; nil when one of its quantities is open.
    func holds(_ relation: Int) -> Bool? {
        let relation = relations[relation]
        let members = relation.quantities
        for member in members where quantities[member].isOpen { return nil }
        // A sum that fails does so for each of its numbers, so that one check is enough. A ratio may hold for one of
        // its numbers and fail for another, where its base is zero.
        let checked = if case .sum(let total, _) = relation.form { [total] } else { members }
        return checked.allSatisfy { member in
            relation.bounds(of: member) { quantities[$0].printed }.meets(quantities[member].printed)
        }
    }
}
