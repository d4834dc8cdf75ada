import Core
import Normalisation
import TestSupport

/// Minimal treatment rows.
enum EpisodeFixture {
    static let dates = FieldType.date([DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd")].compactMap { $0 })

    static let schema: TableSchema = {
        var schema = TableSchema.of([
            SchemaField(name: "agency", role: .agency), SchemaField(name: "client", role: .client),
            SchemaField(name: "f", role: .attributor), SchemaField(name: "s", role: .attributor),
            SchemaField(name: "dob", type: dates, role: .attributor), SchemaField(name: "episode", role: .episode),
            SchemaField(name: "consent", role: .consent), SchemaField(name: "la", role: .localAuthority),
            SchemaField(name: "drug1", role: .drug), SchemaField(name: "drug2", role: .drug),
            SchemaField(name: "triage", type: dates, role: .triage),
            SchemaField(name: "discharge", type: dates, role: .discharge),
            SchemaField(name: "reason", role: .dischargeReason, successful: ["80", "1"]),
            SchemaField(name: "modality", role: .modality),
            SchemaField(name: "start", type: dates, role: .modalityStart),
        ])
        schema.records = .episodes
        return schema
    }()

    /// Returns a sound row with the given changes.
    static func row(_ changes: [String: String] = [:]) -> [String] {
        let sound = [
            "agency": "A1", "client": "7", "f": "J", "s": "D", "dob": "01/02/1980", "episode": "1", "consent": "Y",
            "la": "Hartlepool",
            "drug1": "1011", "drug2": "", "triage": "01/04/2019", "discharge": "", "reason": "", "modality": "",
            "start": "",
        ]
        return schema.fields.map { changes[$0.name] ?? sound[$0.name] ?? "" }
    }

    static func normalise(
        _ rows: [[String]], _ schema: TableSchema = schema, faulty: Set<Int> = [],
        hasher: IdentifierHasher = IdentifierHasher()
    ) -> (EpisodeNormaliser, [RowFault]) {
        let normaliser = EpisodeNormaliser(schema: schema, areas: EventFixture.areas, hasher: hasher)
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(rows)) { faulty.contains($0) }
        return (normaliser, faults)
    }
}
