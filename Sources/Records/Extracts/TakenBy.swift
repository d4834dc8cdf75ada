/// How a source recognises a file as its own.
package enum TakenBy: String, Sendable {
    case name, header
}
