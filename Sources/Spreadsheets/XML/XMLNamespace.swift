/// The namespaces whose elements and attributes are read. A document chooses its own prefixes for them.
enum XMLNamespace: UInt8 {
    /// No namespace, as attributes without a prefix have.
    case none
    case other
    /// Workbooks of Excel.
    case sheet, relation, packageRelation, contentType
    /// OpenDocument.
    case office, table, text, style, manifest
    /// LibreOffice's own additions to OpenDocument.
    case calc

    init(_ name: String) {
        self = Self.known[name] ?? .other
    }

    /// Both forms of Office Open XML, the usual one and the strict one.
    private static let known: [String: XMLNamespace] = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .sheet,
        "http://purl.oclc.org/ooxml/spreadsheetml/main": .sheet,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .relation,
        "http://purl.oclc.org/ooxml/officeDocument/relationships": .relation,
        "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelation,
        "http://schemas.openxmlformats.org/package/2006/content-types": .contentType,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .office,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .table,
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .text,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .style,
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": .manifest,
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": .calc,
    ]
}
