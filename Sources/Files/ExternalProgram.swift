import Glibc
import SystemPackage

/// A converter that runs without a terminal, and with only the environment that it is given.
package struct ExternalProgram {
    /// The converter, for messages.
    let converter: Converter
    /// The program's path.
    let path: String
    let environment: [String]

    /// Creates the converter at the path.
    package init(_ converter: Converter, path: String, environment: [String]) {
        self.converter = converter
        self.path = path
        self.environment = environment
    }

    /// Runs the program to its end. Throws when it cannot be started, does not end in time or ends with a failure.
    package func run(_ arguments: [String], within limit: Duration) throws(OutputFailure) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY)] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + settings).forEach { unsafe free($0) } }
        var process = pid_t()
        let code = unsafe posix_spawn(&process, path, &actions, nil, &words, &settings)
        guard code == 0 else { throw .creating(path, Errno(rawValue: code)) }
        try wait(for: process, within: limit)
    }

    private func wait(for process: pid_t, within limit: Duration) throws(OutputFailure) {
        let deadline = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let ended = unsafe waitpid(process, &status, WNOHANG)
            if ended == process { break }
            guard ended == 0 || Errno.last == .interrupted else { throw .io(path: path, errno: .last) }
            guard ContinuousClock.now < deadline else {
                kill(process, SIGKILL)
                unsafe waitpid(process, &status, 0)
                throw .converter(converter, path: path, status: status)
            }
            usleep(20_000)
        }
        guard status == 0 else { throw .converter(converter, path: path, status: status) }
    }
}
