import Core
import Ingestion
import Records

extension ExtractValidation {
    /// A file to check, or a table in one, and the reason when it cannot be opened.
    struct Place {
        let path: String
        var extractError: ExtractError?
    }

    /// Returns the tables of a workbook or an archive, or the file itself when it is another. Of the sheets of a workbook,
    /// these are the ones with the header of a source; if there is none, the sheet that comes nearest to one.
    static func places(
        _ path: String, among sources: [PipelinePlan.Source], besides others: [TableSchema]
    ) -> [Place] {
        guard ContainerKind(path) != nil else {
            let isUnreadable = ContainerKind.unreadable.contains(where: path.lowercased().hasSuffix)
            return [Place(path: path, extractError: isUnreadable ? .workbookNotRead(path) : nil)]
        }
        do throws(ExtractError) {
            let tables = try LandedTables.names(in: path, path: path).map { path + "/" + $0 }
            let formats = FormatRecognition.formats(of: Array(sources.indices), in: sources)
            var places: [Place] = []
            for (workbook, tables) in Dictionary(grouping: tables, by: { TableName($0).workbook }) {
                guard workbook != nil else {
                    // An archive also has licences, and files that a definition leaves out.
                    let others = others.map(SchemaHeaders.init)
                    places += tables.filter { table in
                        guard ExtractClaims.isTableName(table) else { return false }
                        guard let file = try? LandedFile(name: table, path: table) else { return true }
                        return SchemaHeaders.fits(of: file, to: others).allSatisfy { $0 == nil }
                    }.map { Place(path: $0) }
                    continue
                }
                let fits = tables.map { table in
                    (try? LandedFile(name: table, path: table)).map { FormatRecognition($0, formats) }
                }
                let fitting = zip(tables, fits).filter { $0.1.map { !$0.best.isEmpty || $0.nearHeader != nil } ?? true }
                    .map(\.0)
                let near = zip(tables, fits).first { $0.1?.nearHeader != nil }?.0 ?? tables.first
                places += (fitting.isEmpty ? [near].compactMap(\.self) : fitting).map { Place(path: $0) }
            }
            return places.sorted { tables.firstIndex(of: $0.path) ?? 0 < tables.firstIndex(of: $1.path) ?? 0 }
        } catch { return [Place(path: path, extractError: error)] }
    }
}
