import Files
import Reporting

/// Text in one wide column, such as the cover.
struct PassagesSheet {
    let title: String
    let passages: [PagePassage]

    func write(to sheet: Worksheet) throws(OutputFailure) {
        try sheet.setWidths([Self.width])
        try write(title, at: 0, to: sheet, .title(wraps: true))
        var row = 1
        for passage in passages {
            try write(passage.heading, at: row, to: sheet, .heading, above: Self.gap)
            row += 1
            for paragraph in passage.paragraphs {
                try write(paragraph, at: row, to: sheet, .paragraph(wraps: true))
                row += 1
            }
        }
    }

    /// Writes a text into a row. The gap above a heading is part of the heading's row, because screen readers would
    /// read out a blank row.
    private func write(
        _ text: String, at row: Int, to sheet: Worksheet, _ style: CellStyle, above gap: Double = 0
    ) throws(OutputFailure) {
        try sheet.write(text, row: row, column: 0, style)
        try sheet.setHeight(style.extent(of: text).height(in: Self.width) + gap, ofRow: row)
    }

    private static let gap = 12.0
    private static let width = 100.0
}
