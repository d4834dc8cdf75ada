public import SystemPackage

/// Why a release could not be published. Each case carries its evidence; `description` is its wording. Earlier releases
/// are unchanged in every case.
public enum OutputFailure: Error, Hashable, Sendable {
    /// The file or folder cannot be created at the path.
    case cannotCreate(path: String, errno: Errno)
    /// Reading, writing or flushing failed, for example because the disk is full or broken.
    case io(path: String, errno: Errno)
    /// The user has no permission at the path.
    case noPermission(path: String)
    /// Another run holds the lock.
    case locked(path: String)
    /// There is already a release folder for the same inputs, definition and program, but the file in it has other
    /// bytes.
    case releaseDiffers(folder: String, file: String)
    /// libxlsxwriter refuses the workbook.
    case workbook(path: String, message: String)
    /// The program for a requested format is not installed.
    case noConverter(Converter)
    /// The program that makes a format ended with a failure, or without a result.
    case converter(Converter, path: String, status: Int32)
    /// A name that cannot be a file name, or that two files would have.
    case unusableName(String)
}

extension OutputFailure {
    /// Returns the failure for the error code of a system call that creates or opens something.
    package static func creating(_ path: String, _ error: Errno) -> OutputFailure {
        switch error {
        case .permissionDenied, .notPermitted: .noPermission(path: path)
        case .noSpace, .diskQuotaExceeded, .ioError, .tooManyOpenFiles, .tooManyOpenFilesInSystem:
            .io(path: path, errno: error)
        default: .cannotCreate(path: path, errno: error)
        }
    }

    /// Returns the failure for the error code of a system call that reads, writes or removes something.
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

    /// Makes a system call on an open file, for which the user already has the necessary rights.
    @discardableResult
    static func transferring<Result>(_ path: String, _ call: () throws -> Result) throws(OutputFailure) -> Result {
        do { return try call() } catch { throw .io(path: path, errno: Errno(error)) }
    }
}
