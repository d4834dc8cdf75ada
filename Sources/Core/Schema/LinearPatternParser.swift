/// Reads a regular expression into the steps of a `LinearPattern`. Each part is a list of steps. Jumps are relative to
/// the part's start until the part is put in place, so that a counted part can be repeated.
struct LinearPatternParser {
    private var rest: ArraySlice<Character>
    private var depth = 0
    /// How deeply groups may be nested.
    private static let maxDepth = 100

    init(_ pattern: String) { rest = Array(pattern)[...] }

    /// Returns the steps of the whole pattern; nil when the pattern cannot be read.
    mutating func steps() -> [LinearPattern.Step]? {
        guard let steps = alternatives(), rest.isEmpty else { return nil }
        return steps + [.match]
    }

    private mutating func alternatives() -> [LinearPattern.Step]? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maxDepth, var steps = sequence() else { return nil }
        while rest.first == "|" {
            rest.removeFirst()
            guard let other = sequence() else { return nil }
            steps =
                [.split(1, steps.count + 2)] + Self.moved(steps, by: 1)
                + [.jump(steps.count + 2 + other.count)] + Self.moved(other, by: steps.count + 2)
            guard steps.count <= LinearPattern.maxSteps else { return nil }
        }
        return steps
    }

    private mutating func sequence() -> [LinearPattern.Step]? {
        var steps: [LinearPattern.Step] = []
        while let next = rest.first, next != "|", next != ")" {
            guard let atom = atom(), let part = repeated(atom) else { return nil }
            steps += Self.moved(part, by: steps.count)
            guard steps.count <= LinearPattern.maxSteps else { return nil }
        }
        return steps
    }

    private mutating func atom() -> [LinearPattern.Step]? {
        guard let character = rest.popFirst() else { return nil }
        switch character {
        case "(":
            if rest.first == "?" {
                // A non-capturing group. Every other group with `?` looks around, has a name or sets options.
                guard rest.dropFirst().first == ":" else { return nil }
                rest.removeFirst(2)
            }
            guard let inside = alternatives(), rest.popFirst() == ")" else { return nil }
            return inside
        case "[": return characterClass().map { [.one($0)] }
        case ".": return [.one(.init(members: [.any]))]
        case "^": return [.start]
        case "$": return [.end]
        case "\\": return escape().map { [.one(.init(members: [$0]))] }
        case "*", "+", "?", "{", "}", "]": return nil
        default: return [.one(.init(members: [.range(character, character)]))]
        }
    }

    /// Reads what follows a backslash.
    private mutating func escape() -> LinearPattern.CharacterSet.Member? {
        guard let character = rest.popFirst() else { return nil }
        switch character {
        case "d": return .digit(true)
        case "D": return .digit(false)
        case "w": return .word(true)
        case "W": return .word(false)
        case "s": return .blank(true)
        case "S": return .blank(false)
        case "t": return .range("\t", "\t")
        case "n": return .range("\n", "\n")
        case "r": return .range("\r", "\r")
        default:
            // A digit would be a back-reference, and other letters are not supported.
            return character.isLetter || character.isNumber ? nil : .range(character, character)
        }
    }

    private mutating func characterClass() -> LinearPattern.CharacterSet? {
        var set = LinearPattern.CharacterSet(members: [])
        if rest.first == "^" {
            set.isInverted = true
            rest.removeFirst()
        }
        while let character = rest.popFirst() {
            if character == "]" { return set.members.isEmpty ? nil : set }
            // Nested classes and set operators (`&&`, `--`, `~~`) are not supported.
            let isOperator = "&-~".contains(character) && rest.first == character
            if character == "[" || isOperator { return nil }
            var low = LinearPattern.CharacterSet.Member.range(character, character)
            if character == "\\" {
                guard let escaped = escape() else { return nil }
                low = escaped
            }
            guard rest.first == "-", let after = rest.dropFirst().first, after != "]", case .range(let first, _) = low
            else {
                set.members.append(low)
                continue
            }
            rest.removeFirst(2)
            var last = after
            if after == "\\" {
                guard case .range(let escaped, _) = escape() else { return nil }
                last = escaped
            }
            guard after != "[", first <= last else { return nil }
            set.members.append(.range(first, last))
        }
        return nil
    }

    /// Returns the part repeated as often as the quantifier after it says.
    private mutating func repeated(_ atom: [LinearPattern.Step]) -> [LinearPattern.Step]? {
        var (least, most): (Int, Int?) = (1, 1)
        switch rest.first {
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "?": (least, most) = (0, 1)
        case "{":
            guard let bounds = bounds() else { return nil }
            (least, most) = bounds
        default: return atom
        }
        if rest.first != nil { rest.removeFirst() }
        // A lazy quantifier matches the same whole texts; a possessive one does not.
        if rest.first == "?" { rest.removeFirst() }
        if let next = rest.first, "*+?{".contains(next) { return nil }
        return Self.copies(atom, least, most)
    }

    /// Reads `{n}`, `{n,}`, `{,m}` or `{n,m}`, up to the closing brace.
    private mutating func bounds() -> (Int, Int?)? {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let parts = rest[rest.index(after: rest.startIndex)..<end].split(
            separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts.map { Int(String($0)) }
        rest = rest[end...]
        guard let first = parts.first, let least = first.isEmpty && parts.count == 2 ? 0 : numbers[0], least >= 0
        else { return nil }
        if parts.count == 1 { return (least, least) }
        if parts[1].isEmpty { return first.isEmpty ? nil : (least, nil) }
        guard let most = numbers[1], most >= least else { return nil }
        return (least, most)
    }

    private static func copies(
        _ atom: [LinearPattern.Step], _ least: Int, _ most: Int?
    ) -> [LinearPattern.Step]? {
        let (written, overflow) = max(least, most ?? 0, 1).multipliedReportingOverflow(by: atom.count + 1)
        guard !overflow, written + 2 <= LinearPattern.maxSteps else { return nil }
        var steps: [LinearPattern.Step] = []
        for _ in 0..<least { steps += moved(atom, by: steps.count) }
        guard let most else {
            let start = steps.count
            let end = start + atom.count + 2
            return steps + [.split(start + 1, end)] + moved(atom, by: start + 1) + [.jump(start)]
        }
        let end = steps.count + (most - least) * (atom.count + 1)
        for _ in least..<most {
            steps.append(.split(steps.count + 1, end))
            steps += moved(atom, by: steps.count)
        }
        return steps
    }

    private static func moved(_ steps: [LinearPattern.Step], by offset: Int) -> [LinearPattern.Step] {
        steps.map { step in
            switch step {
            case .jump(let target): .jump(target + offset)
            case .split(let a, let b): .split(a + offset, b + offset)
            default: step
            }
        }
    }
}
