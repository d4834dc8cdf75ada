import Core

/// The category of a written code, and the months in which it applies as it is.
struct CategoryOfCode {
    /// The category; negative if the code is unknown or out of scope.
    let category: Int32
    /// The first and the last month, as keys hold them. No month lies between them if the code stands for a class whose
    /// codes were not always in use.
    var first: UInt16 = 0
    var last: UInt16 = .max
}

/// Finds the category of each row, and notices codes that were not in use in the row's month.
extension EventNormaliser {
    func addCategories(_ batch: RecordBatch, _ found: inout [RowFault]) {
        rowsOutsideTime.removeAll(keepingCapacity: true)
        guard let field = schema.fields(.category).first, let column = batch.coded(field) else { return }
        categories.extend(over: column, batch.encoding, missing: schema.missingValues) { text in
            // The validator reports a missing category.
            let code = text.map { resolver.resolve(rules.labels.known($0, in: schema.fields[field])) } ?? .outOfScope
            resolvedCodes.append(code)
            return category(of: code)
        }
        let outOfScope = RowOutcome.outOfScope(.category).byte
        categories.meanings.withUnsafeBufferPointer { meanings in
            for row in 0..<batch.count {
                let code = Int(column.codes[row])
                let meaning = unsafe meanings[code]
                if meaning.category >= 0 {
                    let month = unsafe UInt16(truncatingIfNeeded: keys[row] >> 32)
                    var category = meaning.category
                    if month < meaning.first || month > meaning.last, month != 0 {
                        category = datedCategory(code, row)
                        if category < 0 {
                            found.append(RowFault(row: row, rule: .codeNotInUse, field: field))
                            continue
                        }
                    }
                    unsafe keys[row] |= UInt64(category) << 16
                } else if meaning.category == Self.unknownCategory {
                    found.append(RowFault(row: row, rule: .unknownCategory, field: field))
                } else {
                    unsafe outcomes[row] = outOfScope
                }
            }
        }
    }

    private func category(of code: ResolvedCode) -> CategoryOfCode {
        switch code {
        case .category(let index):
            let time = rules.classification.codes[index].time
            return CategoryOfCode(
                category: Int32(index), first: time?.from.flatMap(FactKey.packed) ?? 0,
                last: time?.until.flatMap(FactKey.packed) ?? .max)
        case .wholeClass(let whole): return CategoryOfCode(category: Int32(whole.standing), first: 1, last: 0)
        case .outOfScope: return CategoryOfCode(category: Self.categoryOutOfScope)
        case .unknown: return CategoryOfCode(category: Self.unknownCategory)
        }
    }

    /// Returns the category in which the row counts; negative if the list does not show it.
    private func datedCategory(_ code: Int, _ row: Int) -> Int32 {
        let month = unsafe FactKey(word: keys[row]).month
        let standing = datedCodes.standing(of: resolvedCodes[code], in: Period(first: month, last: month))
        guard let category = standing.category else { return Self.unknownCategory }
        if let outside = standing.outside { rowsOutsideTime.append((row, outside)) }
        return Int32(category)
    }

    /// Adds up the sound rows of the batch with codes that were not in use in their months.
    func noteCodesOutsideTime(_ batch: RecordBatch) {
        for (row, code) in rowsOutsideTime where unsafe outcomes[row] == RowOutcome.accepted.byte {
            codesOutsideTime.add(code, line: batch.line(row))
        }
    }

    /// Hands over the codes of sound rows that were not in use in the rows' months since the last call, and clears
    /// them.
    public func takeCodesOutsideTime() -> CodesOutsideTime {
        defer { codesOutsideTime = CodesOutsideTime() }
        return codesOutsideTime
    }
}
