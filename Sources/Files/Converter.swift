/// A third-party program that makes files of a format, and its words in messages.
public struct Converter: Hashable, Sendable {
    /// The format, as a definition's `formats` names it: `ods`.
    public let format: String
    /// What it makes, one and several: `OpenDocument copy`, `OpenDocument copies`.
    public let one, several: String
    /// What people call the program, its file on the search path, and the Debian package that has it: `LibreOffice`, `soffice`,
    /// `libreoffice-calc`.
    public let name, executable, package: String
    /// The arguments with which somebody runs it by hand to see why it fails.
    public let arguments: String
    /// Whether it makes copies beside a release, which is whole without them, and which an option can ask for.
    public let makesCopies: Bool

    /// A converter from its parts.
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
