import CSV
import FoundationEssentials
import Intake
import PipelineEngine
import Records

extension DeliveryStatus {
    /// The deliveries as CSV for spreadsheets.
    var csv: String {
        TextCSV.text(
            header: ["source", "subject", "period", "state", "rows", "due", "evidence"],
            records: deliveries.map { delivery in
                [
                    delivery.source, delivery.subject, "\(delivery.span)", state(of: delivery).rawValue,
                    delivery.rows.map(String.init) ?? "", "\(delivery.due)", delivery.evidence ?? "",
                ]
            })
    }

    private struct JSONStatus: Encodable {
        let on: String
        let quarters: [String]
        let deliveries: [JSONDelivery]
        let undeclared: [String]
        /// Why no status is reported for these sources; nil when there are none.
        let undeclaredReason: String?
        let unclaimed: [JSONFile]
        let quarantined: [JSONFile]
        /// Nil when there are none.
        let unlistedForces: [JSONForce]?
    }

    private struct JSONForce: Encodable {
        let source, force: String
        let rows: Int
        let near: String?
    }

    private struct JSONFile: Encodable {
        let file: String
        var note: String?
        var rows: Int?
    }

    private struct JSONDelivery: Encodable {
        let source, subject, period, state, due: String
        let rows: Int?
        let evidence: String?
    }

    /// The status as JSON.
    var json: String {
        let status = JSONStatus(
            on: "\(day)", quarters: quarters.map { "\($0)" },
            deliveries: deliveries.map { delivery in
                JSONDelivery(
                    source: delivery.source, subject: delivery.subject, period: "\(delivery.span)",
                    state: state(of: delivery).rawValue, due: "\(delivery.due)", rows: delivery.rows,
                    evidence: delivery.evidence)
            }, undeclared: silent,
            undeclaredReason: silent.isEmpty
                ? nil : "these sources have no 'completeness', so it is not known what is missing",
            unclaimed: found.leftOut.map { JSONFile(file: $0.file, note: $0.note) },
            quarantined: found.rowsAtFault.map { JSONFile(file: $0.file, rows: $0.rows) },
            unlistedForces: found.unlistedForces.isEmpty
                ? nil
                : found.unlistedForces.map {
                    JSONForce(source: $0.source, force: $0.force, rows: $0.rows, near: $0.near)
                })
        return JSONText.of(status)
    }
}
