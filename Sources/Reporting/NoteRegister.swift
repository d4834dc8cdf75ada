/// Numbers notes from 1 in the order in which they first occur. Notes with the same words have the same number.
public struct NoteRegister: Sendable {
    /// The notes so far; the first has number 1.
    public private(set) var notes: [String] = []
    private var numbers: [String: Int] = [:]

    /// Creates a register without notes.
    public init() {}

    /// Returns the note's number; a note with new words gets a new number.
    public mutating func number(of note: String) -> Int {
        if let known = numbers[note] { return known }
        notes.append(note)
        numbers[note] = notes.count
        return notes.count
    }

    /// Returns the reference to a note: `[note 1]`.
    public static func mark(_ number: Int) -> String { "[note \(number)]" }
}
