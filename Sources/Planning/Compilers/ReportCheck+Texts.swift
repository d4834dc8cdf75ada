import PipelineDefinition

/// Checks the texts of a definition that get their own cells.
extension ReportCheck {
    /// Checks the texts of a table. `source` is the table's source, including the publishers of its denominators.
    func checkTexts(of table: TableDefinition, source: String) {
        checkLength(table.title, "the title")
        if let written = table.sourceNote { checkLength("Source: " + source, "the source", at: written.position) }
        for note in table.notes { checkLength(note, "the note") }
        for section in table.sections { checkLength(section.title, "the title") }
    }

    func checkPages(_ definition: PipelineDefinition) {
        checkLength(definition.title, "the title", with: ", 2019/20 Quarter 1")
        checkLength(definition.partnership, "the name")
        for text in definition.contact { checkLength(text, "the contact") }
        if let author = definition.author { checkLength(author, "the author") }
        for note in definition.notes { checkLength(note, "the note") }
        for text in definition.publication.howToRead { checkLength(text, "the paragraph") }
        for appendix in definition.appendices {
            checkLength(appendix.title, "the title", with: appendix.name.value + ": ")
            for chart in appendix.charts {
                checkLength(chart.title, "the title", with: ": figures of the charts")
                for note in chart.notes { checkLength(note, "the note") }
            }
        }
    }
}
