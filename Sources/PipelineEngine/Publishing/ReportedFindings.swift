import Core

/// The findings that a run of several quarters has reported already. A missing month, for example, is found again for
/// each quarter.
final class ReportedFindings {
    private var known: Set<Finding> = []

    /// Returns whether the finding is new, and marks it as reported.
    func isNew(_ finding: Finding) -> Bool { known.insert(finding).inserted }
}
