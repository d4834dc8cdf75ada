/// A regular expression that is matched against a whole text, always in time proportional to the text's length. It
/// supports what schemas use: characters, `.`, classes, `\d` `\w` `\s` and their opposites, groups, `|`, `*` `+` `?`
/// `{n,m}`, `^` and `$`. Back-references and look-around need more time, and are refused.
public struct LinearPattern: Sendable {
    /// A step of the pattern.
    enum Step: Sendable {
        /// One character of a set, then the next step.
        case one(CharacterSet)
        /// Continue with that step.
        case jump(Int)
        /// Continue with either of two steps.
        case split(Int, Int)
        /// Only at the start, or only at the end, of the text.
        case start, end
        /// The whole pattern has matched.
        case match
    }

    /// What one character may be.
    struct CharacterSet: Sendable {
        enum Member: Sendable {
            case range(Character, Character)
            case digit(Bool), word(Bool), blank(Bool)
            /// Everything but the end of a line.
            case any
        }

        var members: [Member]
        var isInverted = false

        func contains(_ character: Character) -> Bool {
            members.contains { Self.matches($0, character) } != isInverted
        }

        private static func matches(_ member: Member, _ character: Character) -> Bool {
            switch member {
            case .range(let low, let high): low <= character && character <= high
            case .digit(let wanted):
                (character.unicodeScalars.first?.properties.numericType == .decimal) == wanted
            case .word(let wanted): (character.isLetter || character.isNumber || character == "_") == wanted
            case .blank(let wanted): character.isWhitespace == wanted
            case .any: !character.isNewline
            }
        }
    }

    /// The maximum number of steps. Nested counts such as `(a{1,1000}){1,1000}` would need more steps, so they are
    /// refused.
    static let maxSteps = 4_000

    let steps: [Step]

    /// Returns nil when the pattern is not a regular expression, or cannot be matched in linear time.
    public init?(_ pattern: String) {
        var parser = LinearPatternParser(pattern)
        guard let steps = parser.steps() else { return nil }
        self.steps = steps
    }

    /// Returns whether the pattern matches the whole of the text.
    public func matches(_ text: String) -> Bool {
        var current = StepSet(count: steps.count)
        var next = StepSet(count: steps.count)
        add(0, to: &current, isAtStart: true, isAtEnd: text.isEmpty)
        var rest = text[...]
        while let character = rest.popFirst() {
            next.removeAll()
            for index in current.members {
                if case .one(let set) = steps[index], set.contains(character) {
                    add(index + 1, to: &next, isAtStart: false, isAtEnd: rest.isEmpty)
                }
            }
            guard !next.members.isEmpty else { return false }
            swap(&current, &next)
        }
        return current.members.contains { if case .match = steps[$0] { true } else { false } }
    }

    /// Adds a step and all steps that it leads to without reading a character. Each step is added once, which keeps the
    /// time linear.
    private func add(_ first: Int, to set: inout StepSet, isAtStart: Bool, isAtEnd: Bool) {
        var pending = [first]
        while let index = pending.popLast() {
            guard set.insert(index) else { continue }
            switch steps[index] {
            case .one, .match: break
            case .jump(let target): pending.append(target)
            case .split(let a, let b): pending += [b, a]
            case .start: if isAtStart { pending.append(index + 1) }
            case .end: if isAtEnd { pending.append(index + 1) }
            }
        }
    }

    /// A set of steps that is emptied in time proportional to the number of its members.
    private struct StepSet {
        private(set) var members: [Int] = []
        private var isMember: [Bool]

        init(count: Int) { isMember = Array(repeating: false, count: count) }

        mutating func insert(_ step: Int) -> Bool {
            guard !isMember[step] else { return false }
            isMember[step] = true
            members.append(step)
            return true
        }

        mutating func removeAll() {
            for step in members { isMember[step] = false }
            members.removeAll(keepingCapacity: true)
        }
    }
}
