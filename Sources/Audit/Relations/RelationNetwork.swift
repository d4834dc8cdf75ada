/// Quantities and the relations between them: everything that a set of tables says about itself.
struct RelationNetwork: Sendable {
    private(set) var quantities: [Quantity] = []
    private(set) var relations: [Relation] = []
    /// For each quantity the relations that it is part of.
    private(set) var memberships: [[Int]] = []
    private var known: Set<Relation.Form> = []

    /// Adds a quantity; its number.
    mutating func add(_ quantity: Quantity) -> Int {
        quantities.append(quantity)
        memberships.append([])
        return quantities.count - 1
    }

    /// Adds a relation; one that is there already is not added again.
    mutating func add(_ kind: Relation.Kind, _ form: Relation.Form, isDoubtful: Bool = false) {
        let relation = Relation(kind: kind, form: form, isDoubtful: isDoubtful)
        let members = relation.quantities
        guard Set(members).count == members.count, known.insert(form).inserted else { return }
        for member in members { memberships[member].append(relations.count) }
        relations.append(relation)
    }

    /// Whether the relation holds of what is printed: nil when one of its quantities is open.
    func holds(_ relation: Int) -> Bool? {
        let relation = relations[relation]
        let members = relation.quantities
        for member in members where quantities[member].isOpen { return nil }
        // A sum fails whichever of its numbers is worked out; a ratio need not, where its base is zero.
        let checked = if case .sum(let total, _) = relation.form { [total] } else { members }
        return checked.allSatisfy { member in
            relation.bounds(of: member) { quantities[$0].printed }.meets(quantities[member].printed)
        }
    }
}
