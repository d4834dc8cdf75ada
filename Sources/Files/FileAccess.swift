package import SystemPackage

/// Who may read written files and folders.
package enum FileAccess {
    /// Everyone whom the user's umask allows: for releases, which officers collect.
    case shared
    /// Only the user: for state and quarantine.
    case `private`

    package var filePermissions: FilePermissions { FilePermissions(rawValue: self == .shared ? 0o666 : 0o600) }
    var folderPermissions: FilePermissions { FilePermissions(rawValue: self == .shared ? 0o777 : 0o700) }
}
