import Core
import Files
import Spreadsheets
import Synchronization
import SystemPackage

/// A workbook or an archive of the landing folder, with the texts of its tables as they are needed. A text is made once in a
/// process, however many steps of a run read it.
final class OpenedContainer: Sendable {
    /// The identity of the file on disk.
    let identity: FileIdentity
    let path: String
    private let file: PooledFile
    let form: Form
    /// The text of each table that has been read.
    private let slots = Mutex<[String: Slot]>([:])

    /// What the file is.
    enum Form: Sendable {
        case workbook(WorkbookTexts)
        case archive(ZipArchive, members: [String: ZipArchive.Member])
    }

    private static let opened = Mutex<[String: OpenedContainer]>([:])

    /// Returns the container at the path, which is opened again when it has changed. `name` is its name in messages.
    static func open(_ path: String, name: String) throws(ExtractError) -> OpenedContainer {
        let now: FileIdentity
        do throws(Errno) {
            let status = try SystemCall.status(path)
            // A pipe would be waited for.
            guard status.type == .regular else { throw .notSupported }
            now = FileIdentity(status)
        } catch {
            throw error == .notSupported ? .notAFile(file: name) : .unreadable(file: name, errno: error)
        }
        if let known = opened.withLock({ $0[path] }), known.identity == now { return known }
        let new = try OpenedContainer(path: path, identity: now, name: name)
        return opened.withLock { opened in
            if let other = opened[path], other.identity == now { return other }
            opened[path] = new
            return new
        }
    }

    private init(path: String, identity: FileIdentity, name: String) throws(ExtractError) {
        self.identity = identity
        self.path = path
        file = PooledFile(name: name, path: path)
        file.expect(identity)
        guard identity.size > 0 else { throw .empty(file: name) }
        do {
            if case .archive = ContainerKind(path) {
                let archive = try ZipArchive(path: path, name: name)
                guard try !Spreadsheet.isDocument(archive) else {
                    throw ExtractError.unreadableContainer(
                        file: name, code: "workbook-named-zip",
                        reason:
                            "is a document with the ending .zip; give it the ending of its kind, such as .xlsx or .ods")
                }
                try Self.check(archive, size: identity.size, name: name)
                let named = archive.members.map { (TablePath.plain($0.name), $0) }
                form = .archive(archive, members: Dictionary(named, uniquingKeysWith: { first, _ in first }))
            } else {
                form = .workbook(try WorkbookTexts(path: path, name: name))
            }
        } catch { throw ExtractError(error, of: name) }
    }

    /// An archive that unpacks to more than this is refused when it is also more than 100 times as long as the file. Tables
    /// of crimes pack to a tenth.
    private static let longest = 256 << 20
    private static let ratio = 100

    /// Throws when the archive would fill the disk, or has another archive in it.
    private static func check(_ archive: ZipArchive, size: Int, name: String) throws(ExtractError) {
        var total = 0
        for member in archive.members {
            total = total.addingReportingOverflow(member.size).partialValue
            guard total >= 0, total <= longest || total / ratio <= size else {
                throw .unreadableContainer(
                    file: name, code: "zip-bomb",
                    reason:
                        "would unpack to more than \(ratio) times its size, as in an attack; ask the partner how the file "
                        + "was made")
            }
            if case .archive = ContainerKind(member.name), !TablePath.isHidden(member.name) {
                throw .unreadableContainer(
                    file: name, code: "archive-in-archive",
                    reason:
                        "has another archive in it, '\(VisibleText.of(member.name))'; unpack that archive, and put its "
                        + "files into the landing folder")
            }
        }
    }

    /// The place of one table's text, which the first reader fills while the others wait.
    final class Slot: Sendable {
        private let state = Mutex<Result<Value, ExtractError>?>(nil)

        enum Value: Sendable {
            case text(ContainedText)
            /// A workbook in an archive.
            case workbook(WorkbookTexts)
            /// The SHA-256 of the file on disk.
            case hash(String)
        }

        func value(_ make: () throws(ExtractError) -> Value) throws(ExtractError) -> Value {
            try state.withLock { state -> Result<Value, ExtractError> in
                if let state { return state }
                let made = Result { () throws(ExtractError) in try make() }
                state = made
                return made
            }.get()
        }
    }

    /// Returns the place of the text with the name.
    func slot(_ name: String) -> Slot {
        slots.withLock { slots in
            if let slot = slots[name] { return slot }
            let new = Slot()
            slots[name] = new
            return new
        }
    }

    /// Throws when the file on disk is no longer as it was when it was opened.
    func checkUnchanged(_ name: String) throws(ExtractError) {
        guard try file.identityNow() == identity else { throw .changedWhileRead(file: name) }
    }
}
