import Core
import TestSupport
import Testing

@Suite struct ByteDictionaryTests {
    private func intern(_ bytes: [UInt8], _ dictionary: ByteDictionary) -> UInt32 {
        bytes.withUnsafeBufferPointer { buffer in
            var empty: UInt8 = 0
            return withUnsafePointer(to: &empty) {
                dictionary.table.pointee.intern(buffer.baseAddress ?? $0, buffer.count)
            }
        }
    }

    @Test(
        "Codes are in the order of first occurrence and never change", arguments: [1 as UInt64, 2, 3])
    func againstDictionary(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let dictionary = ByteDictionary()
        var known: [[UInt8]: UInt32] = [:]
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...40, using: &generator)
            // Only a few different bytes are used, so that values repeat or differ in a single place.
            var bytes = [UInt8](repeating: 65, count: length)
            for _ in 0..<2 where length > 0 {
                bytes[.random(in: 0..<length, using: &generator)] = .random(in: 64...67, using: &generator)
            }
            let code = intern(bytes, dictionary)
            #expect(code == known[bytes, default: UInt32(known.count)])
            known[bytes] = code
        }
        #expect(dictionary.count == known.count)
        for (bytes, code) in known { #expect(Array(dictionary.table.pointee.bytes(Int(code))) == bytes) }
    }

    @Test("Values of zero bytes differ by their length, and the empty value is one of them")
    func zeros() {
        let dictionary = ByteDictionary()
        for length in 0...40 { #expect(intern(Array(repeating: 0, count: length), dictionary) == UInt32(length)) }
        for length in 0...40 { #expect(intern(Array(repeating: 0, count: length), dictionary) == UInt32(length)) }
        #expect(dictionary.string(0, .utf8).isEmpty)
    }

    @Test("A difference in any single byte makes another value", arguments: 1...40)
    func singleBytes(length: Int) {
        let dictionary = ByteDictionary()
        let base = (0..<length).map { UInt8($0) }
        #expect(intern(base, dictionary) == 0)
        for place in 0..<length {
            var other = base
            other[place] ^= 0x80
            #expect(intern(other, dictionary) == UInt32(place + 1))
        }
    }

    @Test("Values that do not fit into the arena make it grow, and the codes of earlier values keep their meaning")
    func growth() {
        let dictionary = ByteDictionary()
        let lengths = [3, 2000, 0, 70_000, 8, 200_000]
        for (index, length) in lengths.enumerated() {
            #expect(
                intern((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 + index) }, dictionary) == UInt32(index))
        }
        for (index, length) in lengths.enumerated() {
            let bytes = dictionary.table.pointee.bytes(index)
            #expect(bytes.count == length)
            #expect(bytes.enumerated().allSatisfy { $0.element == UInt8(truncatingIfNeeded: $0.offset &* 7 + index) })
        }
    }

    @Test("Hashes of short texts differ, also in their low bits")
    func hashes() {
        var seen: Set<UInt64> = []
        for number in 0..<20_000 {
            let bytes = Array("AS\(number)".utf8)
            bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                seen.insert(InternTable.hash(base, buffer.count) & 0xFFFF_FFFF)
            }
        }
        #expect(seen.count > 19_990)
    }
}
