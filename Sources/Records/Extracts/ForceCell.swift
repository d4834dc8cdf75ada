package import Core

/// The rows of a force in an area and month. The name is empty for rows that name none.
package struct ForceCell: Hashable, Sendable {
    package let force: String
    package let area: Int
    package let month: Month
}
