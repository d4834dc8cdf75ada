import Core

/// The rows of a force in an area and month. The name is empty for rows that name none.
package struct ForceCell: Hashable, Sendable {
    let force: String
    let area: Int
    let month: Month
}
