import CExpat

/// A part of a document that is read element by element. Expat calls C functions, so each type has its own.
protocol XMLPart: ~Copyable {
    static var callbacks: XMLCallbacks { get }

    mutating func start(_ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>)
    mutating func end(_ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>)
    mutating func append(_ bytes: UnsafePointer<CChar>, _ count: Int, _ context: UnsafeMutablePointer<XMLContext>)
}

/// Parts whose elements have only attributes.
extension XMLPart where Self: ~Copyable {
    mutating func end(_ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>) {}
    mutating func append(_ bytes: UnsafePointer<CChar>, _ count: Int, _ context: UnsafeMutablePointer<XMLContext>) {}
}

/// The functions that Expat calls for a part.
struct XMLCallbacks {
    let start: XML_StartElementHandler
    let end: XML_EndElementHandler
    let text: XML_CharacterDataHandler
}

/// A place in a part from which it can be read: a tag, the elements around it, and the prefixes that they declare.
struct XMLPlace: Sendable {
    let offset: Int
    let depth: Int
    let bindings: [XMLNames.Binding]
}

/// What the functions of a part share: the parser, the names of the document, and the reason to stop.
struct XMLContext {
    /// No spreadsheet program nests its elements deeper. Expat keeps each open element in memory.
    private static let maxDepth = 128

    /// Expat, where it is used.
    let parser: XML_Parser?
    var names = XMLNames()
    var depth = 0
    /// The part itself.
    let part: UnsafeMutableRawPointer
    /// Why reading stopped.
    private(set) var failure: (any Error)?
    /// Whether the part has read all that it wants.
    private(set) var isDone = false
    /// The bytes of XML that have been read, and those before the current tag, where they are known.
    var xmlBytes = 0
    var tagOffset: Int?
    /// Elements inside one at this depth may be left out, because the part does not want them.
    var unwantedDepth = Int.max
    private(set) var hasDoctype = false
    private(set) var isTooDeep = false

    /// The place of the current tag; nil where it is not known.
    var place: XMLPlace? {
        tagOffset.map { XMLPlace(offset: $0, depth: depth - 1, bindings: names.bindings) }
    }

    var isStopped: Bool { isDone || failure != nil || hasDoctype || isTooDeep }

    /// Prepares for an element, and returns its token; nil when reading has stopped.
    @inline(__always)
    mutating func enter(_ name: UnsafePointer<CChar>?, _ attributes: XMLAttributes) -> XMLToken? {
        guard let name, !isStopped else { return nil }
        guard deepen() else { return nil }
        if attributes.name(0) != nil { names.declare(attributes, depth: depth) }
        return names.element(name)
    }

    /// Goes one element deeper; returns false when that is too deep.
    @inline(__always)
    mutating func deepen() -> Bool {
        depth += 1
        if depth <= Self.maxDepth { return true }
        isTooDeep = true
        stopParser()
        return false
    }

    /// Returns the token of an element that ends; nil when reading has stopped.
    @inline(__always)
    mutating func leave(_ name: UnsafePointer<CChar>?) -> XMLToken? {
        guard let name, !isStopped else { return nil }
        let token = names.element(name)
        names.end(depth: depth)
        depth -= 1
        return token
    }

    private func stopParser() {
        if let parser { XML_StopParser(parser, 0) }
    }

    mutating func stop(_ error: any Error) {
        if !isStopped { failure = error }
        stopParser()
    }

    mutating func finish() {
        isDone = true
        stopParser()
    }

    mutating func refuseDoctype() {
        hasDoctype = true
        stopParser()
    }
}
