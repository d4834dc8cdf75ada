import Core
import Files
import Ingestion
import SystemPackage

/// Reads the names below a landing folder. Hidden names and Excel's lock files are skipped, and so is a `README.md` at the top, which `shp
/// init` writes. Names that no message or manifest can carry are refused. Links are refused if they lead out of the
/// folder, or to a folder, which would be read twice or without end. A link to a file of the folder is read as a copy
/// of that file.
struct LandingNames {
    private let path: String
    /// The real path of the folder, without links.
    private let root: String
    private(set) var files: [String] = []
    private(set) var folders: [String] = []
    private(set) var extractErrors: [ExtractError] = []

    /// The file that explains what belongs in the folder.
    private static let guide = "README.md"

    /// The start of the names under which Excel notes that a workbook is open.
    private static let lockStart = Array("~$".utf8)

    private enum Kind { case file, folder, link }

    /// Nil if the folder does not exist.
    init?(_ path: String) {
        self.path = path
        guard let root = try? SystemCall.realPath(path) else { return nil }
        self.root = root
    }

    /// Reads the folder and all folders below it. Returns whether all of them could be read.
    mutating func readAll() -> Bool {
        var pending = [""]
        while let next = pending.popLast() {
            guard let entries = Self.entries(of: next.isEmpty ? path : path + "/" + next) else { return false }
            for (bytes, kind) in entries {
                let prefix = next.isEmpty ? "" : next + "/"
                guard let name = String(validating: bytes, as: UTF8.self) else {
                    extractErrors.append(.unusableName(file: prefix + Self.shown(bytes), .notUTF8))
                    continue
                }
                let file = prefix + name
                if file == Self.guide { continue }
                guard !name.unicodeScalars.contains(where: VisibleControls.isControl) else {
                    extractErrors.append(
                        .unusableName(file: prefix + VisibleControls.escaped(name), .controlCharacter))
                    continue
                }
                switch kind {
                case .folder:
                    folders.append(file)
                    pending.append(file)
                case .file: files.append(file)
                case .link:
                    if let fault = fault(ofLink: file) {
                        extractErrors.append(.unusableLink(file: file, fault))
                    } else {
                        files.append(file)
                    }
                }
            }
        }
        return true
    }

    private func fault(ofLink file: String) -> ExtractError.LinkFault? {
        let target: String
        do throws(Errno) { target = try SystemCall.realPath(path + "/" + file) } catch {
            // A link to a missing file is refused when it is read, like any missing file.
            return error == .tooManySymbolicLinkLevels ? .leadsBack : nil
        }
        let isFolder = Folder.exists(target)
        let isInside = target == root || target.hasPrefix(root == "/" ? root : root + "/")
        if isFolder, isInside || root.hasPrefix(target == "/" ? target : target + "/") { return .leadsBack }
        return isInside ? nil : .leadsOut
    }

    /// Returns the names in a folder as bytes, each with its kind; nil if the folder cannot be read.
    private static func entries(of folder: String) -> [(name: [UInt8], kind: Kind)]? {
        let entries = try? SystemCall.entries(of: folder).filter {
            $0.name.first != UInt8(ascii: ".") && !$0.name.starts(with: lockStart)
        }
        return entries?.map { entry in
            switch entry.type {
            case FileType.directory: (entry.name, .folder)
            case FileType.symbolicLink: (entry.name, .link)
            default: (entry.name, .file)
            }
        }
    }

    /// Returns a printable form of a name that is not UTF-8: ASCII characters as they are, every other byte as its
    /// number.
    private static func shown(_ name: [UInt8]) -> String {
        name.map { byte in
            (0x20..<0x7F).contains(byte)
                ? String(Unicode.Scalar(byte))
                : "\\x" + Hexadecimal.text(of: [byte]).uppercased()
        }.joined()
    }
}
