import Core

/// Reads what a schema says about the forms of dates.
extension SchemaReading {
    /// Reads the forms under `dates`. Two-digit years need `century`, which states their century.
    static func dateForms(_ ours: MappingReader?) -> [DateForm] {
        let century = century(ours)
        let forms = (ours?["dates"]?.list() ?? []).compactMap { reader -> DateForm? in
            guard let text = reader.text() else { return nil }
            if let form = DateForm(text.value, century: century) { return form }
            reader.report(
                DateForm.needsCentury(text.value)
                    ? .contradiction(
                        "'\(text.value)' has two digits for the year: write 'century: 2000' beside 'dates', or use a form with four digits"
                    )
                    : .expected("a date form such as dd/mm/yyyy, d/m/yyyy or dd-mmm-yyyy", found: text.value))
            return nil
        }
        if century != nil, !forms.contains(where: { DateForm.needsCentury($0.text) }) {
            ours?["century"]?.report(.contradiction("'century' is for forms with 'yy', and 'dates' has no such form"))
        }
        return forms
    }

    private static func century(_ ours: MappingReader?) -> Int? {
        guard let reader = ours?["century"], let year = reader.whole() else { return nil }
        guard year % 100 == 0, (1000...9900).contains(year) else {
            reader.report(.expected("the first year of a century, such as 2000", found: "\(year)"))
            return nil
        }
        return year
    }
}
