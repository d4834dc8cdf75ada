import Core
import Ingestion
import Records

extension ExtractClaims {
    /// A sheet that no source takes: the workbook that holds it, and how near it is to a source's format.
    struct OtherSheet: Sendable {
        let workbook: String
        let file: LeftOutFile
        /// The extract that the sheet would be; nil when its header has less than half of the columns of every schema.
        let nearest: LandedExtract?
        /// Whether the sheet has rows of several columns, as tables have and notes have not.
        let isTable: Bool
        /// Whether the sheet has no cells. Every new workbook has such sheets.
        let isEmpty: Bool
        /// The sheet as an extract of the source that names the workbook; nil if none names it.
        let fallback: LandedExtract?
    }

    /// Decides about the sheets that no source takes, when those that a source takes are known. Workbooks have sheets of
    /// notes beside their tables: these are only noted. A sheet that is nearly a source's, or another table, is reported like a
    /// file. A workbook
    /// that a source names, and none of whose sheets it can take, is refused like a file.
    static func decide(
        _ sheets: [OtherSheet], besides extracts: [LandedExtract]
    ) -> (extracts: [LandedExtract], leftOut: [LeftOutFile]) {
        let taken = Set(extracts.compactMap { TableName($0.file).workbook })
        var decided: (extracts: [LandedExtract], leftOut: [LeftOutFile]) = ([], [])
        for (workbook, sheets) in Dictionary(grouping: sheets, by: \.workbook).sorted(by: { $0.key < $1.key }) {
            let near = sheets.filter { $0.nearest != nil }
            if let whole = sheets.compactMap(\.fallback).first {
                // What could be an extract is refused with the columns that it lacks, as a CSV file of that name would be.
                let doubtful = sheets.filter { $0.nearest != nil || $0.isTable }.compactMap {
                    $0.nearest ?? $0.fallback
                }
                decided.extracts += doubtful.isEmpty && !taken.contains(workbook) ? [whole] : doubtful
                let refused = Set(decided.extracts.map(\.file))
                decided.leftOut += sheets.filter { !$0.isEmpty && !refused.contains($0.file.file) }.map {
                    LeftOutFile(file: $0.file.file, rule: .unusedSheet, note: nil)
                }
                continue
            }
            // The header of a source whose 'files' do not name the workbook.
            let known = sheets.filter { $0.file.source != nil }
            if taken.contains(workbook) || !near.isEmpty || !known.isEmpty {
                for sheet in sheets where !sheet.isEmpty {
                    let isReported = sheet.nearest != nil || sheet.file.source != nil || sheet.isTable
                    decided.leftOut.append(
                        isReported
                            ? sheet.file : LeftOutFile(file: sheet.file.file, rule: .unusedSheet, note: nil))
                }
            } else {
                decided.leftOut.append(
                    LeftOutFile(
                        file: workbook, rule: .unclaimedFile,
                        note: sheets.count == 1
                            ? "its sheet has no header that a source knows"
                            : "none of its \(sheets.count) sheets has a header that a source knows"))
            }
        }
        return decided
    }
}
