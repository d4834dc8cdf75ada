extension SubjectCode {
    /// Whether both have the same flag: yes when the columns that it is read from and the values that mean yes have something
    /// in common, under any name in their schemas. Releases of earlier versions have its name alone. Nil when not known: the
    /// name is the same, and the columns are others.
    public func hasSameFlag(as other: SubjectCode) -> Bool? {
        guard let columns = flagColumns, let others = other.flagColumns else { return flag == other.flag }
        let isSame =
            !Set(columns).isDisjoint(with: others) && !Set(flagValues ?? []).isDisjoint(with: other.flagValues ?? [])
        return isSame ? true : flag == other.flag && !excludesFlag(of: other) ? nil : false
    }

    /// Whether both flags are read from one column, by values of which none is the same: who has one lacks the other.
    public func excludesFlag(of other: SubjectCode) -> Bool {
        guard let columns = flagColumns, let others = other.flagColumns, let values = flagValues,
            let theirs = other.flagValues, !values.isEmpty, !theirs.isEmpty
        else { return false }
        return !Set(columns).isDisjoint(with: others) && Set(values).isDisjoint(with: theirs)
    }

    /// Whether both can be counts of one source: they have codes of a classification in common, or are of the same kind.
    public func countsLike(_ other: SubjectCode) -> Bool {
        if let own = categoryCodes, let theirs = other.categoryCodes { return !Set(own).isDisjoint(with: theirs) }
        return (drugs != nil && other.drugs != nil) || (returned != nil && returned == other.returned)
    }
}
