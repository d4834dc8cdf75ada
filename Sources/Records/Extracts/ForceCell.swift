package import Core

/// The key of a force's rows in an area and month. The force is empty for rows that name none.
package struct ForceCell: Hashable, Sendable {
    package let force: String
    package let area: Int
    package let month: Month
}
