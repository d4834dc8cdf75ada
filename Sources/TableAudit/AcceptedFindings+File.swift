package import Audit
import Core
import FoundationEssentials
import Ingestion

extension AcceptedFindings {
    /// Reads a list of accepted findings: CSV with the columns `id` and `reason`. Every finding must have a reason.
    package static func read(_ path: String) throws(AuditFailure) -> AcceptedFindings {
        let table = try PrintedTable.read(path)
        let header = table.cells.first?.map { $0.lowercased() } ?? []
        guard let id = header.firstIndex(of: "id"), let reason = header.firstIndex(of: "reason") else {
            throw .noAcceptances(path)
        }
        var entries: [Entry] = []
        for row in table.cells.indices.dropFirst() {
            let entry = Entry(
                identifier: table.text(row: row, column: id).lowercased(), reason: table.text(row: row, column: reason))
            guard !entry.identifier.isEmpty, !entry.reason.isEmpty else {
                throw .acceptanceWithoutReason(
                    path, line: table.lines.indices.contains(row) ? table.lines[row] : row + 1)
            }
            entries.append(entry)
        }
        return AcceptedFindings(entries)
    }
}
