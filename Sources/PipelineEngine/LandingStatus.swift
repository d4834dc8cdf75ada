public import Intake
public import Records

/// What lies in a landing folder, as far as it is known without publishing anything.
public struct LandingStatus: Sendable {
    /// What must be there, and how much of it is.
    public let deliveries: [Delivery]
    /// Files that no source takes.
    public let leftOut: [LeftOutFile]
    /// The extracts with rows in quarantine.
    public let rowsAtFault: [RowsAtFault]

    /// The forces that files have and no `covers` names.
    public let unlistedForces: [UnlistedForce]

    /// How many rows of an extract are in quarantine.
    public struct RowsAtFault: Sendable {
        public let file: String
        public let rows: Int
    }
}
