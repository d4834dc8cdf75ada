import Core
import Indicators
import PipelineDefinition
import Records

/// Resolves which small counts may be published.
struct DisclosureCompiler {
    let scope: NameScope

    /// Returns the policy of an indicator.
    func policy(_ definition: IndicatorDefinition, _ subject: IndicatorSubject, _ kind: IndicatorKind)
        -> DisclosurePolicy
    {
        let policy: DisclosurePolicy
        switch definition.disclosure?.value {
        case nil: policy = usual(of: subject)
        case .everything: policy = .none
        case .below(let threshold, let zeroToo): policy = .suppressBelow(threshold, zeroToo: zeroToo)
        }
        if case .returned = subject, kind == .proportion, policy != .none {
            scope.errors.report(
                .contradiction(
                    "a share from a return comes without counts, so it is not known whether they are small; write 'disclosure: none'"
                ),
                at: definition.disclosure?.position ?? definition.name.position)
        }
        return policy
    }

    /// Returns the policy for counts of a source when the definition does not state one.
    func usual(of subject: IndicatorSubject) -> DisclosurePolicy { isSensitive(subject.source) ? .usual : .none }

    /// Checks that a listing does not reveal suppressed counts, because it has every count of its source.
    func check(_ listing: ListingDefinition) {
        let name = listing.source.value
        let isWithheld = scope.definition.indicators.contains { indicator in
            guard case .counts(let selection) = indicator.subject, selection.source.value == name,
                case .below = indicator.disclosure?.value
            else { return false }
            return true
        }
        guard isSensitive(name) || isWithheld else { return }
        scope.errors.report(
            .contradiction("small counts of the source '\(name)' are suppressed, and a listing would reveal them"),
            at: listing.source.position)
    }

    private func isSensitive(_ source: String) -> Bool { scope.schemas[source]?.contains(where: \.sensitive) ?? false }
}
