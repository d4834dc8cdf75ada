import Core

/// Writes relations as sentences with the printed figures.
struct RelationSentences {
    let network: RelationNetwork
    let report: AuditReport
    /// The correct values of numbers, for sentences that use them in place of the printed values.
    var corrections: [Int: Bounds] = [:]

    /// Returns the sentence for a relation: `recorded-crime-force, 'Violence', 'Cleveland count': 3 + 4 + 1,479 =
    /// 1,486, which is not 5,850`.
    func sentence(for index: Int) -> String {
        let relation = network.relations[index]
        switch relation.form {
        case .sum(let total, let parts): return sum(relation.kind, total, parts)
        case .signedRatio(let part, let base, let result, let factor):
            let found = "is \(value(result, relation)), printed \(text(result))"
            return switch factor {
            case 1: "\(name(result)): \(text(part)) divided by \(text(base)) \(found)"
            case 100: "\(name(result)): \(text(part)) as a percentage of \(text(base)) \(found)"
            default:
                "\(name(result)): \(text(part)) per \(rate(factor, of: base)) of \(text(base)) \(found)"
            }
        case .ratio(let part, let base, let result, let factor, _):
            let printed = text(result)
            return switch relation.kind {
            case .percentChange:
                "\(name(result)): the change from \(text(base)) to \(text(part)) is \(value(result, relation)), printed \(printed)"
            case .share:
                "\(name(result)): \(text(part)) of \(text(base)) is \(value(result, relation)), printed \(printed)"
            default:
                "\(name(result)): \(text(part)) per \(rate(factor, of: base)) of \(denominator(base)) is "
                    + "\(value(result, relation)), printed \(printed)"
            }
        }
    }

    private func sum(_ kind: Relation.Kind, _ total: Int, _ parts: [Int]) -> String {
        switch kind {
        case .difference, .points:
            let change = parts.last ?? total
            let found = value(change, Relation(kind: kind, form: .sum(total: total, parts: parts)))
            return
                "\(name(change)): \(text(total)) less \(text(parts.first ?? total)) is \(found), printed \(text(change))"
        case .sameFigure where parts.count == 1, .yearToDate where parts.count == 1:
            let part = parts.first ?? total
            return "\(name(total)): printed \(text(total)), but \(text(part)) in \(name(part))"
        case .sumOfDenominators: return "the denominators of the areas do not add up to the denominator of the whole"
        default:
            let terms = parts.filter { network.quantities[$0].place != nil }.map(text)
            let shown =
                terms.count > Self.maxTerms ? "the sum of \(terms.count) figures" : terms.joined(separator: " + ")
            let found = parts.reduce(Bounds.exactly(0)) { $0 + bounds($1) }
            let place = network.quantities[total].place.map(report.name) ?? parts.first.map(name) ?? ""
            let relation = kind == .partsOfRow ? "is more than" : "is not"
            return "\(place): \(shown) = \(number(found, like: total)), which \(relation) \(text(total))"
        }
    }

    private func name(_ number: Int) -> String {
        network.quantities[number].place.map(report.name) ?? "a figure that is printed nowhere"
    }

    private func bounds(_ number: Int) -> Bounds { corrections[number] ?? network.quantities[number].printed }

    private func text(_ number: Int) -> String {
        if let correction = corrections[number] {
            let value = PossibleValues(
                correction, of: network.quantities[number], decimalComma: usesDecimalComma(number))
            if let likeliest = value.likeliest { return likeliest }
        }
        guard let place = network.quantities[number].place else {
            return self.number(network.quantities[number].printed, like: number)
        }
        let text = report.tables[place.table].text(row: place.row, column: place.column)
        return text.isEmpty ? "nothing" : text
    }

    private func denominator(_ number: Int) -> String {
        let bounds = network.quantities[number].printed
        if let lower = bounds.lower, lower == bounds.upper { return self.number(bounds, like: number) }
        return bounds.upper == nil
            ? "a denominator" : PossibleValues.range(bounds, decimalComma: usesDecimalComma(number))
    }

    /// Returns the multiplier of a rate: the 1,000 in "per 1,000".
    private func rate(_ factor: Int128, of base: Int) -> String {
        PrintedNumber.digits(of: Rational(Int(factor)), decimalComma: usesDecimalComma(base))
    }

    /// Whether the number's table writes decimal commas. A number that is printed nowhere is written as in a table that
    /// uses it.
    private func usesDecimalComma(_ number: Int) -> Bool {
        let users = network.memberships[number].lazy.flatMap { network.relations[$0].quantities }
        let place = network.quantities[number].place ?? users.compactMap { network.quantities[$0].place }.first
        return place.map { report.names[$0.table].usesDecimalComma } ?? false
    }

    /// Returns the number that the relation implies.
    private func value(_ number: Int, _ relation: Relation) -> String {
        self.number(relation.bounds(of: number, given: bounds), like: number)
    }

    private func number(_ bounds: Bounds, like other: Int) -> String {
        let values = PossibleValues(
            bounds, of: network.quantities[other], decimalComma: usesDecimalComma(other))
        guard let likeliest = values.likeliest else { return "another number" }
        guard let first = values.alternatives.first, let last = values.alternatives.last else { return likeliest }
        return values.alternatives.count == 1 ? "\(likeliest) or \(first)" : "\(likeliest) (\(first) to \(last))"
    }

    private static let maxTerms = 12
}
