package import SystemPackage

/// Who may read what is written.
package enum FileAccess {
    /// Whoever the user's umask lets: releases, which officers collect.
    case shared
    /// Only the user: state and quarantine.
    case `private`

    package var filePermissions: FilePermissions { FilePermissions(rawValue: self == .shared ? 0o666 : 0o600) }
    var folderPermissions: FilePermissions { FilePermissions(rawValue: self == .shared ? 0o777 : 0o700) }
}
