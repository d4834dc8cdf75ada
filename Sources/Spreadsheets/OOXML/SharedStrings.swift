import CExpat

/// The texts that the cells of an Excel workbook share, in their form in CSV, one after the other.
///
/// Nothing changes them after they are made, so that threads can share the memory.
final class SharedStrings: @unchecked Sendable {
    private let bytes: ByteBuffer
    private let ends: [Int]

    /// No strings.
    static let none = SharedStrings(SharedStringsPart())

    init(_ part: consuming SharedStringsPart) {
        ends = part.ends
        bytes = part.takeFields()
    }

    /// The string of that number; nil when there is none.
    @inline(__always)
    func field(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
        guard number >= 0, number < ends.count else { return nil }
        let start = number == 0 ? 0 : ends[number - 1]
        return UnsafeBufferPointer(start: bytes.start + start, count: ends[number] - start)
    }
}

/// The part with the shared strings, while it is read.
struct SharedStringsPart: XMLPart, ~Copyable {
    private var fields = ByteBuffer(capacity: 1 << 12)
    private(set) var ends: [Int] = []
    private var text = ByteBuffer()
    private var isInText = false
    private var isPhonetic = false

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: SharedStringsPart.self).pointee.start(
                token, attributes, context)
        },
        end: { data, name in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            guard let token = context.pointee.leave(name) else { return }
            context.pointee.part.assumingMemoryBound(to: SharedStringsPart.self).pointee.end(token, context)
        },
        text: { data, bytes, count in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self), let bytes else { return }
            context.pointee.part.assumingMemoryBound(to: SharedStringsPart.self).pointee.append(
                bytes, Int(count), context)
        })

    /// Returns the fields, and leaves none behind.
    consuming func takeFields() -> ByteBuffer { fields }

    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        switch token {
        case .string: text.removeAll()
        case .phonetic: isPhonetic = true
        case .plainText: isInText = !isPhonetic
        default: break
        }
    }

    mutating func end(_ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>) {
        switch token {
        case .string:
            EscapedText.decode(&text)
            CSVField.append(text.bytes, to: &fields)
            ends.append(fields.count)
        case .phonetic: isPhonetic = false
        case .plainText: isInText = false
        default: break
        }
    }

    mutating func append(_ bytes: UnsafePointer<CChar>, _ count: Int, _ context: UnsafeMutablePointer<XMLContext>) {
        guard isInText else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) { text.append($0, count) }
    }
}
