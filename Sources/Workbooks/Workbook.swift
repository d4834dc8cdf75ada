import CLibXLSXWriter
import Core
import Files
import Glibc
import SystemPackage

/// A typed wrapper of libxlsxwriter. Every return code is checked, and the library is used only in this file and in
/// those of sheets, styles and charts.
final class Workbook {
    /// The properties of the file.
    struct Properties {
        let title, subject, author, company: String
        /// The language of the workbook: `en-GB`.
        let language = "en-GB"
        /// Seconds since 1970; libxlsxwriter reads the clock when it is zero.
        let created: Int
    }

    private let path: String
    private let scratch: String
    let handle: UnsafeMutablePointer<lxw_workbook>
    private var isOpen = true
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var expectedBytes = 0

    /// Creates a workbook that is written at the path, with temporary files in the scratch folder.
    init(_ path: String, scratch: String) throws(OutputFailure) {
        self.path = path
        self.scratch = scratch
        let handle = scratch.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let handle else { throw .workbook(path: path, message: "libxlsxwriter has no memory for the workbook") }
        self.handle = handle
        // The first format is the workbook's default: it decides the font of empty cells and the width of columns.
        if let standard = handle.pointee.formats.pointee.stqh_first { CellStyle.setFont(standard, size: 12) }
        workbook_unset_default_url_format(handle)
    }

    deinit { if isOpen { lxw_workbook_free(handle) } }

    func setProperties(_ properties: Properties) throws(OutputFailure) {
        let words = [properties.title, properties.subject, properties.author, properties.company]
        let texts = words.map { word in strdup(Self.text(word)) }
        defer { texts.forEach { free($0) } }
        var c = lxw_doc_properties()
        (c.title, c.subject, c.author, c.company) = (texts[0], texts[1], texts[2], texts[3])
        c.created = properties.created
        try check(workbook_set_properties(handle, &c))
        // The library's own properties do not include a language.
        try check(workbook_set_custom_property_string(handle, "Language", properties.language))
    }

    /// Adds a sheet after the existing ones; the first sheet is the one shown when the file is opened.
    func addSheet(_ name: String) throws(OutputFailure) -> Worksheet {
        try check(workbook_validate_sheet_name(handle, name))
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw .workbook(path: path, message: "libxlsxwriter rejects the sheet '\(name)'")
        }
        return Worksheet(sheet, of: self)
    }

    /// Writes the file.
    func close() throws(OutputFailure) {
        try ScratchSpace.check(expectedBytes, in: scratch)
        isOpen = false
        errno = 0
        let code = workbook_close(handle)
        let cause = Errno(rawValue: errno)
        switch code {
        case LXW_NO_ERROR: try ScratchSpace.check(expectedBytes, in: scratch)
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE: throw .creating(path, cause)
        case LXW_ERROR_READING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            throw .io(path: path, errno: cause.rawValue == 0 ? .ioError : cause)
        default: try check(code)
        }
    }

    /// Returns the library's format for the style; each format is made once.
    func format(_ style: CellStyle) throws(OutputFailure) -> UnsafeMutablePointer<lxw_format> {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(handle) else {
            throw .workbook(path: path, message: "libxlsxwriter has no memory for a format")
        }
        style.apply(to: format)
        formats[style] = format
        return format
    }

    /// Throws when the code does not mean success.
    func check(_ code: lxw_error) throws(OutputFailure) {
        guard code != LXW_NO_ERROR else { return }
        throw .workbook(path: path, message: String(cString: lxw_strerror(code)))
    }

    /// Returns the error for something that a sheet or chart cannot write.
    func refuse(_ message: String) -> OutputFailure { .workbook(path: path, message: message) }

    /// Returns the text as a workbook can hold it. Characters that XML does not allow are replaced by their numbers.
    static func text(_ text: String) -> String {
        VisibleControls.escaped(text, where: VisibleControls.isNoXML)
    }

    /// Adds a cell to the expected size of the temporary files: its markup, and its text with space for escapes.
    func expect(cellOf text: String) { expectedBytes += 160 + 2 * text.utf8.count }
}
