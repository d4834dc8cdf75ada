import Core

/// The findings that a run of several quarters has reported: a month that is missing is missing for each of them.
final class ReportedFindings {
    private var known: Set<Finding> = []

    /// Whether it has not been reported yet; from now on it has.
    func isNew(_ finding: Finding) -> Bool { known.insert(finding).inserted }
}
