/// How a source comes by a file.
package enum TakenBy: String, Sendable {
    case name, header
}
