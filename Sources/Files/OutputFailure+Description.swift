import SystemPackage

extension OutputFailure: CustomStringConvertible {
    /// What is wrong and what to do, with the path.
    public var description: String {
        switch self {
        case .cannotCreate(let path, let code):
            "\(path): cannot be created: \(code); choose another output folder, or remove what is in the way"
        case .io(let path, let code) where code == .noSpace || code == .diskQuotaExceeded:
            "\(path): cannot be written: \(code); free some disk space and run again"
        case .io(let path, let code):
            "\(path): cannot be read or written: \(code); check the disk and run again"
        case .noPermission(let path):
            "\(path): permission denied; ask its owner for the right to read and write there, or choose another output folder"
        case .locked(let path):
            "\(path): another run holds this lock; run again when it has ended, or with --wait SECONDS"
        case .releaseDiffers(let folder, let file):
            "\(folder): \(file) is not what the same inputs produce now; a release is never overwritten. If the file was "
                + "changed by hand, move the folder away and run again; otherwise report this as a fault of shp"
        case .workbook(let path, let message):
            "\(path): the workbook cannot be written: \(message)"
        case .noConverter(let converter):
            "\(converter.several) need \(converter.name), which is not installed; install \(converter.package), or "
                + "leave out '\(converter.format)' in the definition's 'formats'"
                + (converter.makesCopies ? " and --\(converter.format)" : "")
        case .converter(let converter, let path, let status):
            "\(path): \(converter.name) made no \(converter.one) (status \(status)); "
                + (converter.makesCopies ? "the release was published without these copies" : "nothing was published")
                + ". Run \(converter.name) by hand with \(converter.arguments) to see why"
        case .unusableName(let name):
            "'\(name)' cannot be the name of a file in the release, or two files in the release would have this name; "
                + "change the identifier of the table, appendix or pipeline"
        }
    }
}
