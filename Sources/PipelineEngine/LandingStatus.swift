public import Intake
public import Records

/// The state of a landing folder, as far as it can be known without publishing anything.
public struct LandingStatus: Sendable {
    /// The expected deliveries, and how much of each has arrived.
    public let deliveries: [Delivery]
    /// The files that no source reads.
    public let leftOut: [LeftOutFile]
    /// The extracts with rows in quarantine.
    public let rowsAtFault: [RowsAtFault]

    /// The forces that occur in files, although no `covers` names them.
    public let unlistedForces: [UnlistedForce]

    /// The number of an extract's rows in quarantine.
    public struct RowsAtFault: Sendable {
        public let file: String
        public let rows: Int
    }
}
