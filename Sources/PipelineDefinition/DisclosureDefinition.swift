/// Which small counts of an indicator are suppressed: `none`, or `{below: 5, zero: true}`.
public enum DisclosureDefinition: Hashable, Sendable {
    /// All counts may be published.
    case everything
    /// Counts below the number are suppressed; zero only with `zeroToo`.
    case below(Int, zeroToo: Bool)
}

extension DisclosureDefinition {
    init?(_ reader: YAMLReader) {
        if reader.isText {
            guard let text = reader.text() else { return nil }
            if text.value != "none" { reader.report(.expected("none, or {below: 5}", found: text.value)) }
            self = .everything
            return
        }
        guard let mapping = reader.mapping(allowing: ["below", "zero"]), let below = mapping.required("below"),
            let threshold = below.whole()
        else { return nil }
        // A threshold below 2 would not suppress any count from 1 upwards.
        if !(2...100).contains(threshold) {
            below.report(.expected("a whole number from 2 to 100", found: "\(threshold)"))
        }
        self = .below(threshold, zeroToo: mapping["zero"]?.flag() ?? false)
    }
}
