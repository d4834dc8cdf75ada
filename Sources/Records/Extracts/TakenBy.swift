/// The way in which a source recognised a file as its own.
package enum TakenBy: String, Sendable {
    case name, header
}
