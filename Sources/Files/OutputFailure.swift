public import SystemPackage

/// Why a release could not be published. Each case carries its evidence; `description` is its wording. In any
/// case, the releases that were there before are as they were.
public enum OutputFailure: Error, Hashable, Sendable {
    /// The file or folder cannot be made there.
    case cannotCreate(path: String, errno: Errno)
    /// Reading, writing or flushing failed: a full disk, a broken one.
    case io(path: String, errno: Errno)
    /// The user may not do that there.
    case noPermission(path: String)
    /// Another run holds the lock.
    case locked(path: String)
    /// A folder of the same inputs, definition and program is there and its file has other bytes.
    case releaseDiffers(folder: String, file: String)
    /// libxlsxwriter refuses the workbook.
    case workbook(path: String, message: String)
    /// A format is asked for whose program is not installed.
    case noConverter(Converter)
    /// The program that makes a format ended with a failure, or without a result.
    case converter(Converter, path: String, status: Int32)
    /// A name that is no file name, or that two files would have.
    case unusableName(String)
}

extension OutputFailure {
    /// What a system call that makes or opens something means by its error code.
    package static func creating(_ path: String, _ error: Errno) -> OutputFailure {
        switch error {
        case .permissionDenied, .notPermitted: .noPermission(path: path)
        case .noSpace, .diskQuotaExceeded, .ioError, .tooManyOpenFiles, .tooManyOpenFilesInSystem:
            .io(path: path, errno: error)
        default: .cannotCreate(path: path, errno: error)
        }
    }

    /// What a system call that reads, writes or removes means by its error code.
    package static func using(_ path: String, _ error: Errno) -> OutputFailure {
        ReadPermission.denies(error) ? .noPermission(path: path) : .io(path: path, errno: error)
    }

    /// Makes a system call that makes or opens something.
    package static func creating<Result>(
        _ path: String, _ call: () throws -> Result
    ) throws(OutputFailure) -> Result {
        do { return try call() } catch { throw creating(path, Errno(error)) }
    }

    /// Makes a system call that reads, writes or removes something.
    package static func using<Result>(_ path: String, _ call: () throws -> Result) throws(OutputFailure) -> Result {
        do { return try call() } catch { throw using(path, Errno(error)) }
    }

    /// Makes a system call on an open file, of which the user has what rights are needed.
    @discardableResult
    static func transferring<Result>(_ path: String, _ call: () throws -> Result) throws(OutputFailure) -> Result {
        do { return try call() } catch { throw .io(path: path, errno: Errno(error)) }
    }
}
