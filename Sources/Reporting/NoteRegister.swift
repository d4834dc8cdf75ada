/// Numbers notes from 1 in the order in which they first occur; the same words have one number.
public struct NoteRegister: Sendable {
    /// The notes so far; the first has number 1.
    public private(set) var notes: [String] = []
    private var numbers: [String: Int] = [:]

    /// A register without notes.
    public init() {}

    /// The note's number, a new one when the words are new.
    public mutating func number(of note: String) -> Int {
        if let known = numbers[note] { return known }
        notes.append(note)
        numbers[note] = notes.count
        return notes.count
    }

    /// How a note is referred to: `[note 1]`.
    public static func mark(_ number: Int) -> String { "[note \(number)]" }
}
