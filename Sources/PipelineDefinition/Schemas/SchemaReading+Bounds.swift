import Core

/// Checks that constraints can be met. Otherwise every row would break them, and the cause would be hard to find.
extension SchemaReading {
    /// Checks that some value meets the minimum and the maximum, and that some text meets the limits of length. A list
    /// of allowed values must not be empty.
    static func checkPossible(_ field: SchemaField, _ constraints: MappingReader) {
        let bounds = field.constraints
        if let minimum = bounds.minimum, let maximum = bounds.maximum,
            isOrdered(maximum, before: minimum, field.type)
        {
            (constraints["minimum"] ?? constraints["maximum"])?.report(
                .contradiction("no value is both at least \(minimum) and at most \(maximum): swap them or change one"))
        }
        if bounds.enumeration?.isEmpty == true {
            constraints["enum"]?.report(
                .contradiction("an empty list allows no value: list the values, or leave 'enum' out"))
        }
        for key in ["minLength", "maxLength"] {
            if let length = key == "minLength" ? bounds.minLength : bounds.maxLength, length < 0 {
                constraints[key]?.report(.expected("a number of characters, 0 or more", found: "\(length)"))
            }
        }
        if let fewest = bounds.minLength, let most = bounds.maxLength, fewest > most {
            constraints["minLength"]?.report(
                .contradiction("no text has both at least \(fewest) and at most \(most) characters"))
        }
    }

    /// Whether one bound comes before another. Bounds that are not of the field's type are reported elsewhere.
    private static func isOrdered(_ a: String, before b: String, _ type: FieldType) -> Bool {
        func precedes<Value: Comparable>(_ read: (String) -> Value?) -> Bool {
            guard let a = read(a), let b = read(b) else { return false }
            return a < b
        }
        switch type {
        case .integer, .number: return precedes { Rational(decimal: $0) }
        case .date: return precedes { type.date($0) ?? DateForm("yyyy-mm-dd")?.date($0) }
        case .yearmonth: return precedes { Month($0) }
        case .string, .boolean: return false
        }
    }
}
