import Aggregation
package import Core
package import Indicators

/// Writes codes for the subjects of the plan's indicators, and reads such codes from other releases.
package struct SubjectCodes {
    package let plan: PipelinePlan

    /// Creates the codes for a plan.
    package init(plan: PipelinePlan) {
        self.plan = plan
    }

    /// The code of each row of the tables, by the name of its indicator in `figures.csv`.
    package var all: [String: SubjectCode] {
        Dictionary(
            plan.tables.flatMap(\.rows).map { ($0.indicator.meaning, code(of: $0.indicator)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Returns the code for the indicator's subject.
    func code(of indicator: Indicator) -> SubjectCode {
        var code = SubjectCode(source: indicator.subject.source, kind: indicator.kind)
        switch indicator.subject {
        case .events(let source, let categories, let flag):
            code.categoryCodes = self.categories(categories, of: source)
            if let flag = flag.flatMap({ self.flag($0, of: source) }) { take(flag, of: source, into: &code) }
        case .treatment(_, let measure, let group):
            code.measure = measure.rawValue
            code.drugs = group.drugs
        case .returned(_, let name): code.returned = name
        }
        return code
    }

    /// Returns the indicator of this plan that a release's code stands for; nil if the plan does not have the code's
    /// subject. `source` is the name of the source in this plan.
    package func indicator(_ code: SubjectCode, source: String) -> Indicator? {
        guard let kind = IndicatorKind(rawValue: code.kind), let subject = subject(code, source) else { return nil }
        let known = plan.tables.lazy.flatMap(\.rows).map(\.indicator).first {
            $0.subject == subject && $0.kind == kind
        }
        return known ?? Indicator(name: "", subject: subject, kind: kind, unitNoun: "", denominator: nil)
    }

    private func subject(_ code: SubjectCode, _ source: String) -> IndicatorSubject? {
        guard let own = plan.sources.first(where: { $0.name == source }) else { return nil }
        if let names = code.categoryCodes {
            guard let found = own.classification?.positions(of: names) else { return nil }
            let flag = bit(of: code, own)
            guard found.count == names.count, (flag == nil) == (code.flag == nil) else { return nil }
            return .events(source: source, categories: Set(found), flag: flag)
        }
        if let measure = code.measure.flatMap(TreatmentMeasure.init), let drugs = code.drugs {
            return .treatment(source: source, measure: measure, group: group(drugs))
        }
        return code.returned.map { .returned(source: source, name: $0) }
    }

    // MARK: Flags

    /// Writes a flag of the source into a code.
    package func take(_ flag: String, of source: String, into code: inout SubjectCode) {
        let fields = (plan.sources.first { $0.name == source }?.schemas ?? []).flatMap(\.fields).filter {
            $0.flag == flag
        }
        code.flag = flag
        code.flagColumns = Set(fields.flatMap { [$0.name, $0.title] + $0.aliases }.map { $0.lowercased() }).sorted()
        code.flagValues = Set(
            fields.flatMap { field -> [String] in
                guard case .boolean(let yes, _) = field.type else { return [] }
                return yes.map(field.folded)
            }
        ).sorted()
    }

    /// For each source and flag, the flags that are other values of the same column.
    package var otherFlags: [String: [UInt16: UInt16]] {
        var found: [String: [UInt16: UInt16]] = [:]
        for source in plan.sources {
            let own = flagCodes(of: source.name)
            for (index, one) in own.enumerated() {
                for (number, other) in own.enumerated() where one.excludesFlag(of: other) {
                    found[source.name, default: [:]][1 << UInt16(index), default: 0] |= 1 << UInt16(number)
                }
            }
        }
        return found
    }

    /// Returns the bit of the code's flag. If the plan has only another value of the same column, returns the mark for
    /// rows that lack that value. Nil if no flag of the plan certainly means the same.
    private func bit(of code: SubjectCode, _ source: PipelinePlan.Source) -> UInt16? {
        guard code.flag != nil else { return nil }
        let own = flagCodes(of: source.name)
        if let same = own.firstIndex(where: { $0.hasSameFlag(as: code) == true }) { return 1 << UInt16(same) }
        return own.firstIndex { $0.excludesFlag(of: code) }.map { FlagBits.lacking(1 << UInt16($0)) }
    }

    /// Returns one code for each flag of the source.
    private func flagCodes(of source: String) -> [SubjectCode] {
        flags(of: source).map { flag in
            var code = SubjectCode(source: source, kind: .count)
            take(flag, of: source, into: &code)
            return code
        }
    }

    // MARK: Parts

    func categories(_ positions: Set<Int>, of source: String) -> [String] {
        let codes = plan.sources.first { $0.name == source }?.classification?.codes ?? []
        return positions.filter(codes.indices.contains).map { codes[$0].code }.sorted()
    }

    /// Returns the categories that were in use in a month of the period.
    package func categories(_ positions: Set<Int>, of source: String, inUseIn period: Period) -> [String] {
        let classification = plan.sources.first { $0.name == source }?.classification
        let used = positions.filter { code in
            period.months.contains { classification?.isInUse(code, in: $0) ?? true }
        }
        return categories(used, of: source)
    }

    package func flag(_ bit: UInt16, of source: String) -> String? {
        let (flags, position) = (flags(of: source), bit.trailingZeroBitCount)
        return flags.indices.contains(position) ? flags[position] : nil
    }

    private func flags(of source: String) -> [String] {
        plan.sources.first { $0.name == source }?.records.flags ?? []
    }

    /// Returns the plan's group with the drug codes, or else a group without a name.
    private func group(_ drugs: [String]) -> TreatmentGroup {
        for case .treatment(_, _, let group) in plan.tables.lazy.flatMap(\.rows).map(\.indicator.subject)
        where group.drugs == drugs {
            return group
        }
        return TreatmentGroup(drugs: drugs)
    }
}
