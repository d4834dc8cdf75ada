import Glibc

/// Finds the tokens of names as a document writes them. Expat's own namespaces would copy a long name for each element.
struct XMLNames {
    /// A prefix that an element declares; the default namespace has an empty one.
    struct Binding: Sendable {
        let prefix: String
        let namespace: XMLNamespace
        let depth: Int
    }

    /// A remembered name: its bytes, up to 24, and its token.
    private struct Entry {
        var key = Key()
        var token = XMLToken.other
    }

    private struct Key: Equatable {
        var a: UInt64 = 0, b: UInt64 = 0, c: UInt64 = 0

        @inline(__always)
        static func == (left: Key, right: Key) -> Bool {
            left.a == right.a && left.b == right.b && left.c == right.c
        }
    }

    private static let slots = 256

    private(set) var bindings: [Binding] = []
    private var elements = [Entry](repeating: Entry(), count: slots)
    private var attributes = [Entry](repeating: Entry(), count: slots)

    /// Knows only the prefixes that are declared already.
    init(_ bindings: [Binding] = []) { self.bindings = bindings }

    /// Notes the prefixes that an element declares.
    mutating func declare(_ attributes: XMLAttributes, depth: Int) {
        var index = 0
        while let name = attributes.name(index) {
            if name[0] == 0x78, strncmp(name, "xmlns", 5) == 0, name[5] == 0 || name[5] == 0x3A {
                let prefix = name[5] == 0 ? "" : String(cString: name + 6)
                bindings.append(
                    Binding(prefix: prefix, namespace: XMLNamespace(attributes.string(index)), depth: depth))
                forget()
            }
            index += 1
        }
    }

    /// Forgets the prefixes that the element at that depth declared.
    mutating func end(depth: Int) {
        guard let last = bindings.last, last.depth >= depth else { return }
        bindings.removeAll { $0.depth >= depth }
        forget()
    }

    private mutating func forget() {
        for index in 0..<Self.slots {
            elements[index] = Entry()
            attributes[index] = Entry()
        }
    }

    /// The token of an element. Without a length the name is a C string; with one, 24 bytes can be read there.
    @inline(__always)
    mutating func element(_ name: UnsafePointer<CChar>, _ length: Int? = nil) -> XMLToken {
        guard let (key, slot) = Self.key(name, length) else { return find(name, isElement: true) }
        let entry = elements[slot]
        if entry.key == key { return entry.token }
        let token = find(name, length, isElement: true)
        elements[slot] = Entry(key: key, token: token)
        return token
    }

    /// The token of an attribute.
    @inline(__always)
    mutating func attribute(_ attributes: XMLAttributes, _ index: Int) -> XMLToken {
        guard let name = attributes.name(index) else { return .other }
        let length = attributes.length(index)
        guard let (key, slot) = Self.key(name, length) else { return find(name, isElement: false) }
        let entry = self.attributes[slot]
        if entry.key == key { return entry.token }
        let token = find(name, length, isElement: false)
        self.attributes[slot] = Entry(key: key, token: token)
        return token
    }

    /// The name's bytes as numbers, and its place in the tables; nil when the name is too long.
    @inline(__always)
    private static func key(_ name: UnsafePointer<CChar>, _ length: Int?) -> (Key, Int)? {
        var key = Key()
        if let length {
            guard length <= 24 else { return nil }
            let bytes = UnsafeRawPointer(name)
            key.a = bytes.loadUnaligned(as: UInt64.self)
            if length > 8 { key.b = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
            if length > 16 { key.c = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) }
            let mask: UInt64 = length & 7 == 0 ? .max : ~(.max << UInt64((length & 7) * 8))
            if length <= 8 { key.a &= mask } else if length <= 16 { key.b &= mask } else { key.c &= mask }
        } else {
            let length = strlen(name)
            guard length <= 24 else { return nil }
            withUnsafeMutableBytes(of: &key) { $0.copyMemory(from: UnsafeRawBufferPointer(start: name, count: length)) }
        }
        let mixed = (key.a ^ key.b &* 31 ^ key.c &* 131) &* 0x9E37_79B9_7F4A_7C15
        return (key, Int(mixed >> 56))
    }

    private func find(_ name: UnsafePointer<CChar>, _ length: Int? = nil, isElement: Bool) -> XMLToken {
        let bytes = UnsafeRawBufferPointer(start: name, count: length ?? strlen(name))
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let local = String(parts.last ?? "")
        let prefix = parts.count > 1 ? String(parts[0]) : ""
        if !isElement { return .attribute(prefix.isEmpty ? .none : namespace(prefix), local) }
        return .element(namespace(prefix), local)
    }

    private func namespace(_ prefix: String) -> XMLNamespace {
        bindings.last { $0.prefix == prefix }?.namespace ?? .none
    }
}

/// The attributes of an element, as Expat passes them: names and values in turn, and nil after the last one.
struct XMLAttributes {
    let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    /// The lengths of the names, if they are known.
    var lengths: UnsafeMutablePointer<Int>?

    @inline(__always)
    func length(_ index: Int) -> Int? { lengths.map { $0[index] } }

    @inline(__always)
    func name(_ index: Int) -> UnsafePointer<CChar>? { pointer.flatMap { $0[2 * index] } }

    /// The value as a C string; empty when there is none.
    @inline(__always)
    func value(_ index: Int) -> UnsafePointer<CChar>? { pointer.flatMap { $0[2 * index + 1] } }

    func string(_ index: Int) -> String { value(index).map { String(cString: $0) } ?? "" }
}
