/// Findings that somebody has checked and accepted, each with a reason.
public struct AcceptedFindings: Hashable, Sendable {
    /// One accepted finding.
    public struct Entry: Hashable, Sendable {
        /// The finding's id, as reports print it.
        public let identifier: String
        public let reason: String

        /// An entry from its parts.
        public init(identifier: String, reason: String) {
            self.identifier = identifier
            self.reason = reason
        }
    }

    public let entries: [Entry]

    /// Creates a list of accepted findings.
    public init(_ entries: [Entry]) { self.entries = entries }
}

extension AuditReport {
    /// Returns the report with accepted findings turned into notes that give the reason. An acceptance that matches no
    /// finding becomes a note, too.
    public func accepting(_ accepted: AcceptedFindings) -> AuditReport {
        let reasons = Dictionary(
            accepted.entries.map { ($0.identifier, $0.reason) }, uniquingKeysWith: { first, _ in first })
        var used: Set<String> = []
        let findings = findings.map { finding -> AuditFinding in
            let identifier = identifier(of: finding)
            guard let reason = reasons[identifier] else { return finding }
            used.insert(identifier)
            return finding.accepted(because: reason)
        }
        let unused = accepted.entries.filter { !used.contains($0.identifier) }.map { entry in
            AuditFinding(
                .acceptedNotFound, cells: [],
                evidence: ["\(entry.identifier): no finding has this id any more; remove it from the list"])
        }
        return with(findings + unused)
    }
}
