extension SubjectCode {
    /// Whether both have the same flag. They do when they have a column and a value that means yes in common, whatever
    /// the schemas call the flag. Releases that earlier versions of the program made state only the flag's name, so the
    /// names are compared. Nil when it is not known: the names are equal, but no column is shared.
    public func hasSameFlag(as other: SubjectCode) -> Bool? {
        guard let columns = flagColumns, let others = other.flagColumns else { return flag == other.flag }
        let isSame =
            !Set(columns).isDisjoint(with: others) && !Set(flagValues ?? []).isDisjoint(with: other.flagValues ?? [])
        return isSame ? true : flag == other.flag && !excludesFlag(of: other) ? nil : false
    }

    /// Whether both flags are read from the same column by different values, so that an event with one lacks the other.
    public func excludesFlag(of other: SubjectCode) -> Bool {
        guard let columns = flagColumns, let others = other.flagColumns, let values = flagValues,
            let theirs = other.flagValues, !values.isEmpty, !theirs.isEmpty
        else { return false }
        return !Set(columns).isDisjoint(with: others) && Set(values).isDisjoint(with: theirs)
    }

    /// Whether both can be counts of the same source. They share codes of a classification, both count clients by drug
    /// codes, or both are the same return.
    public func countsLike(_ other: SubjectCode) -> Bool {
        if let own = categoryCodes, let theirs = other.categoryCodes { return !Set(own).isDisjoint(with: theirs) }
        return (drugs != nil && other.drugs != nil) || (returned != nil && returned == other.returned)
    }
}
