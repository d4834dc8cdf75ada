/// Turns the diagnoses of the search into findings.
struct FindingWriter {
    let cells: CellNetwork
    let report: AuditReport

    private var network: RelationNetwork { cells.network }

    // MARK: Errors

    /// Returns one finding for each number that is certainly wrong. If other numbers may be wrong, one more finding has
    /// them all.
    func findings(of diagnosis: Diagnosis) -> [AuditFinding] {
        let sentences = RelationSentences(network: network, report: report)
        let severity: AuditFinding.Severity? =
            diagnosis.failing.allSatisfy { network.relations[$0].isDoubtful } ? .warning : nil
        guard !diagnosis.explanations.isEmpty else {
            return [
                AuditFinding(
                    .contradiction, severity: severity, cells: diagnosis.suspects.compactMap { cell($0) },
                    evidence: diagnosis.failing.map { sentences.sentence(for: $0) })
            ]
        }
        var findings = diagnosis.located.compactMap { number -> AuditFinding? in
            let bounds = diagnosis.value(of: number) ?? .everything
            guard let cell = cell(number, bounds) else { return nil }
            return AuditFinding(
                rule(number, bounds), severity: severity, cells: [cell],
                evidence: evidence(for: number, diagnosis, sentences))
        }
        let tied = diagnosis.tied
        if !tied.isEmpty {
            let failing = diagnosis.failing.filter { relation in
                network.relations[relation].quantities.contains(where: tied.contains)
            }
            findings.append(
                AuditFinding(
                    .oneOfSeveral, severity: severity, cells: tied.compactMap { cell($0, diagnosis.value(of: $0)) },
                    evidence: failing.map { sentences.sentence(for: $0) }))
        }
        return findings
    }

    /// Returns a sentence for each relation of the number that the printed figures break. If they break none, the
    /// number is wrong only because other numbers are. Then the sentences are for its relations with those numbers.
    private func evidence(
        for number: Int, _ diagnosis: Diagnosis, _ sentences: RelationSentences
    ) -> [String] {
        let failing = diagnosis.failing.filter { network.relations[$0].quantities.contains(number) }
        let others = Set(diagnosis.located).subtracting([number])
        guard failing.isEmpty else { return failing.map { sentences.sentence(for: $0) } }
        var corrected = sentences
        for other in others { corrected.corrections[other] = diagnosis.value(of: other) }
        return network.memberships[number].filter { relation in
            network.relations[relation].quantities.contains(where: others.contains)
        }.map { corrected.sentence(for: $0) }
    }

    private func rule(_ number: Int, _ bounds: Bounds) -> AuditFinding.Rule {
        let quantity = network.quantities[number]
        guard let place = quantity.place else { return .wrongFigure }
        if let value = quantity.printed.middle, value != 0, bounds.meets(Self.negated(quantity.printed)) {
            return .wrongSign
        }
        return switch cells.sheets[place.table].structure.columns[place.column].role {
        case .difference: .wrongDifference
        case .percentChange: .wrongPercentage
        case .rate: .wrongRate
        case .share, .quotient: .wrongShare
        case .value, .section, .label, .unrelated: .wrongFigure
        }
    }

    private static func negated(_ bounds: Bounds) -> Bounds {
        Bounds(lower: bounds.upper.map { -$0 }, upper: bounds.lower.map { -$0 })
    }

    /// Returns the cell of a number, with the values that it could have.
    private func cell(_ number: Int, _ bounds: Bounds? = nil) -> AuditFinding.Cell? {
        let quantity = network.quantities[number]
        guard let place = quantity.place else { return nil }
        let decimalComma = report.names[place.table].usesDecimalComma
        let values = bounds.map { PossibleValues($0, of: quantity, decimalComma: decimalComma) }
        return AuditFinding.Cell(
            place: place, printed: report.tables[place.table].text(row: place.row, column: place.column),
            proposed: values?.likeliest, alternatives: values?.alternatives ?? [])
    }

    // MARK: Notes

    /// Returns a note for each blank or dash that can be calculated from the other figures.
    func blanks(besides diagnoses: [Diagnosis]) -> [AuditFinding] {
        let sentences = RelationSentences(network: network, report: report)
        let doubtful = Set(diagnoses.flatMap(\.failing))
        return network.quantities.indices.compactMap { number in
            let quantity = network.quantities[number]
            guard let place = quantity.place, !quantity.isStated,
                cells.sheets[place.table].readings.cells[place.row][place.column].isEmpty
            else { return nil }
            var propagation = Propagation(network, doubting: [], ignoring: doubtful)
            guard case .consistent = propagation.run(from: network.memberships[number]) else { return nil }
            let bounds = propagation.bounds(number)
            let values = PossibleValues(
                bounds, of: quantity, decimalComma: report.names[place.table].usesDecimalComma)
            guard let value = values.likeliest, values.alternatives.isEmpty else { return nil }
            // A blank that can be zero is not reported: many tables print nothing for zero.
            if bounds.meets(.exactly(0)) { return nil }
            let telling = network.memberships[number].filter { relation in
                network.relations[relation].quantities.allSatisfy {
                    $0 == number || network.quantities[$0].isStated || network.quantities[$0].isGiven
                }
            }
            return AuditFinding(
                .computableBlank,
                cells: [
                    AuditFinding.Cell(
                        place: place, printed: report.tables[place.table].text(row: place.row, column: place.column),
                        proposed: value)
                ], evidence: telling.prefix(1).map { sentences.sentence(for: $0) })
        }
    }

    /// Returns a note on a difference in percentage points under a heading that says percent.
    func points(_ place: CellPlace) -> AuditFinding {
        let printed = report.tables[place.table].text(row: place.row, column: place.column)
        return AuditFinding(
            .pointsUnderPercent,
            cells: [AuditFinding.Cell(place: place, printed: printed)],
            evidence: [
                "\(report.name(of: place)): the figure is a difference in percentage points, but the heading says percent"
            ])
    }

    /// Returns a note on a row of rates that has its own denominator.
    func other(_ other: OtherDenominator) -> AuditFinding {
        let cells = other.rates.map { rate in
            AuditFinding.Cell(
                place: rate.place,
                printed: report.tables[other.table].text(row: rate.place.row, column: rate.place.column))
        }
        let kind = other.title.map { " (\($0))" } ?? ""
        let decimalComma = report.names[other.table].usesDecimalComma
        func range(_ bounds: Bounds) -> String { PossibleValues.range(bounds, decimalComma: decimalComma) }
        return AuditFinding(
            .otherDenominator, cells: cells,
            evidence: other.rates.map { rate in
                "\(report.name(of: rate.place)): the rate fits a denominator of \(range(rate.implied))\(kind), but "
                    + "the rates of the other rows fit one of \(range(rate.usual))"
            })
    }

    /// Returns a finding for each table in which no figure could be checked.
    func tablesWithoutRelations() -> [AuditFinding] {
        report.coverage.indices.filter { report.coverage[$0].checked == 0 }.map { table in
            AuditFinding(
                .nothingToCheck, table: table,
                evidence: ["\(report.tables[table].name): no sums, changes, rates or shares were recognised"])
        }
    }
}
