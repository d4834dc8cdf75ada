import Glibc

/// Reads large parts, which are in UTF-8, several times faster than Expat. Names and values become C strings where they
/// stand, and handlers get what Expat would pass them. Where Expat is stricter, only about names, nothing is read that
/// matters here. `XMLScanner+Tags` and `+Text` have the syntax.
struct XMLScanner: ~Copyable {
    /// Thrown when the part is in another encoding, which Expat can read.
    struct OtherEncoding: Error {}

    /// The result of trying to read a tag or a text.
    enum Step { case done, needsMore, malformed }

    /// Bytes after the end that can be read, so that a name can be compared as numbers.
    static let slack = 32

    let reader: MemberReader
    let file: String
    let member: ZipArchive.Member
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 4 * ZipArchive.pieceSize
    /// The bytes that are read and not yet scanned.
    var position = 0
    private(set) var end = 0
    private var isAtEnd = false
    /// The attributes of the current tag: names and values in turn, and the lengths of the names.
    var attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
    var lengths: UnsafeMutablePointer<Int>
    var attributeCapacity = 64
    /// The names of the open elements one after the other, their lengths, and their tokens.
    var openNames = ByteBuffer()
    var open: [(token: XMLToken, length: Int)] = []
    var hasRoot = false

    init(_ reader: MemberReader, file: String, _ member: ZipArchive.Member) {
        self.reader = reader
        self.file = file
        self.member = member
        bytes = .allocate(capacity: capacity + Self.slack)
        bytes.initialize(repeating: 0, count: capacity + Self.slack)
        attributes = .allocate(capacity: 2 * attributeCapacity + 2)
        lengths = .allocate(capacity: attributeCapacity)
        open.reserveCapacity(16)
    }

    deinit {
        bytes.deallocate()
        attributes.deallocate()
        lengths.deallocate()
    }

    /// Reads the member into the part, until its end or until the part has all that it wants.
    static func read<Part: XMLPart & ~Copyable>(
        _ archive: ZipArchive, _ member: ZipArchive.Member, from place: XMLPlace?, into part: inout Part
    ) throws {
        var scanner = XMLScanner(try MemberReader(archive, member), file: archive.name, member)
        if let place { try scanner.skip(to: place.offset) } else { try scanner.begin() }
        try withUnsafeMutablePointer(to: &part) { part in
            var context = XMLContext(
                parser: nil, names: XMLNames(place?.bindings ?? []), depth: place?.depth ?? 0,
                part: UnsafeMutableRawPointer(part))
            try withUnsafeMutablePointer(to: &context) { try scanner.run(part, $0) }
        }
    }

    private mutating func run<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) throws {
        while true {
            context.pointee.xmlBytes = reader.count
            let step = scan(part, context)
            try XMLReader.check(context, file, member)
            if context.pointee.isDone { return }
            if step == .malformed { throw malformed }
            if isAtEnd {
                guard position == end, open.isEmpty, hasRoot else { throw malformed }
                return
            }
            guard end - position <= XMLReader.maxTag else {
                throw SpreadsheetError.damaged(file: file, part: member.name, .nesting)
            }
            try fill()
        }
    }

    private var malformed: SpreadsheetError {
        .notXML(file: file, part: member.name, byte: max(0, reader.count - (end - position)))
    }

    /// Unpacks the bytes before a place without looking at them.
    private mutating func skip(to offset: Int) throws {
        repeat {
            position = end
            try fill()
        } while reader.count < offset && !isAtEnd
        guard reader.count >= offset, end >= reader.count - offset else { throw malformed }
        position = end - (reader.count - offset)
    }

    /// Reads the first bytes and leaves out the mark of UTF-8. Parts in other encodings declare them.
    private mutating func begin() throws {
        try fill()
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        guard end - position >= 2, bytes[position] > 0, bytes[position] < 0x80, bytes[position + 1] > 0 else {
            throw OtherEncoding()
        }
        let head = String(
            decoding: UnsafeBufferPointer(start: bytes + position, count: min(200, end - position)), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let mark = head.firstRange(of: "?>") else { return }
        let declaration = head[..<mark.lowerBound].lowercased()
        if declaration.contains("encoding"), !declaration.contains("utf-8") { throw OtherEncoding() }
    }

    /// Moves what is left to the front, and reads more after it.
    private mutating func fill() throws {
        if position > 0 {
            memmove(bytes, bytes + position, end - position)
            (end, position) = (end - position, 0)
        }
        if end == capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.slack)
            larger.initialize(repeating: 0, count: 2 * capacity + Self.slack)
            memcpy(larger, bytes, end)
            bytes.deallocate()
            (bytes, capacity) = (larger, 2 * capacity)
        }
        while end < capacity {
            let count = try reader.read(into: UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end))
            if count == 0 {
                isAtEnd = true
                return
            }
            end += count
        }
    }

    /// Scans until more bytes are needed or the part stops reading.
    private mutating func scan<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        while position < end {
            let step: Step
            if bytes[position] != UInt8(ascii: "<") {
                step = scanText(part, context)
            } else if end - position < 2 {
                return .needsMore
            } else {
                switch bytes[position + 1] {
                case UInt8(ascii: "/"): step = scanEnd(part, context)
                case UInt8(ascii: "!"): step = scanMarkup(part, context)
                case UInt8(ascii: "?"): step = skip(past: "?>", from: 2)
                default: step = scanStart(part, context)
                }
            }
            if step != .done { return step }
            if context.pointee.isStopped { return .done }
        }
        return .needsMore
    }

    /// Skips to the end of a comment or an instruction.
    mutating func skip(past mark: StaticString, from offset: Int) -> Step {
        guard let found = find(mark, from: offset) else { return .needsMore }
        position = found + mark.utf8CodeUnitCount
        return .done
    }

    /// Returns the place of the mark after the current position. Every mark ends with `>`.
    func find(_ mark: StaticString, from offset: Int) -> Int? {
        let before = mark.utf8CodeUnitCount - 1
        var start = position + offset + before
        while start < end, let found = memchr(bytes + start, 0x3E, end - start) {
            let place = found - UnsafeMutableRawPointer(bytes)
            if memcmp(bytes + place - before, mark.utf8Start, before) == 0 { return place - before }
            start = place + 1
        }
        return nil
    }
}
