/// A third-party program that makes files in a format, and its names in messages.
public struct Converter: Hashable, Sendable {
    /// The format, as a definition's `formats` names it: `ods`.
    public let format: String
    /// The names of one and of several files that the program makes: `OpenDocument copy`, `OpenDocument copies`.
    public let one, several: String
    /// The program's usual name, its file on the search path, and its Debian package: `LibreOffice`, `soffice`,
    /// `libreoffice-calc`.
    public let name, executable, package: String
    /// The arguments for running the program by hand to see why it fails.
    public let arguments: String
    /// Whether the program makes copies for a release that is complete without them. An option can ask for such copies.
    public let makesCopies: Bool

    /// Creates a converter from its parts.
    public init(
        format: String, one: String, several: String, name: String, executable: String, package: String,
        arguments: String, makesCopies: Bool
    ) {
        self.format = format
        self.one = one
        self.several = several
        self.name = name
        self.executable = executable
        self.package = package
        self.arguments = arguments
        self.makesCopies = makesCopies
    }
}
