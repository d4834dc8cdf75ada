import Core
import Crypto
import FoundationEssentials

/// The plain SHA-256 of a file, as `sha256sum` prints it.
package enum ContentHash {
    package static func file(_ path: String) throws(OutputFailure) -> (bytes: Int, sha256: String) {
        let blocks = try FileBlocks(path)
        var hash = SHA256()
        var count = 0
        while true {
            let block = try blocks.next()
            if block.isEmpty { break }
            hash.update(data: block)
            count += block.count
        }
        return (count, Hexadecimal.text(of: hash.finalize()))
    }
}
