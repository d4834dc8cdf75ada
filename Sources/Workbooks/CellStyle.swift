import CLibXLSXWriter
import Reporting

/// The style of a cell, by its purpose.
enum CellStyle: Hashable {
    /// The title of a sheet, and a heading within the cover.
    case title(wraps: Bool)
    case heading
    /// A sentence.
    case paragraph(wraps: Bool)
    /// The headings of a table's columns: of words, or of numbers.
    case columnHeading
    case numberHeading
    /// The heading of a column of words next to numbers.
    case remarkHeading
    /// Words in a table.
    case words(isTotal: Bool)
    /// Words next to a number, with a little space between them.
    case remark(isTotal: Bool)
    /// The label of a row, indented by its depth in the tree.
    case label(depth: Int, isTotal: Bool)
    /// A link to another sheet.
    case link
    /// A number.
    case number(NumberFormat, isTotal: Bool)
    /// Words in place of a number.
    case marker(isTotal: Bool)
    /// A cell with a note: a number in the format, or words.
    case marked(NumberFormat?)

    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        Self.setFont(format, size: size)
        if isBold { format_set_bold(format) }
        if wraps { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if isRightAligned { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        switch self {
        case .title, .paragraph: return
        case .heading:
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
            return
        case .columnHeading, .numberHeading, .remarkHeading:
            if self != .columnHeading { format_set_indent(format, 1) }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
            format_set_bottom(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
            return
        case .words: break
        // The indent is on the right. Without it, numbers would touch the words of the next column.
        case .marker: format_set_indent(format, 1)
        case .remark: format_set_indent(format, 1)
        case .label(let depth, _):
            if depth > 0 { format_set_indent(format, UInt8(clamping: depth * 2)) }
        case .link:
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, Self.linkColour)
        case .number(let numberFormat, _):
            format_set_indent(format, 1)
            format_set_num_format(format, numberFormat.code)
        case .marked(let numberFormat):
            format_set_indent(format, 1)
            if let numberFormat { format_set_num_format(format, numberFormat.code) }
            format_set_bg_color(format, Self.markedGround)
        }
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bottom_color(format, Self.ruleColour)
        if isTotal { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    }

    /// Returns the space that the text needs in the style.
    func extent(of text: String) -> TextExtent { TextExtent(text, points: size, isBold: isBold) }

    /// Sets the font to Arial in the given size, whatever the settings of the spreadsheet program. No style uses less
    /// than 12 points.
    static func setFont(_ format: UnsafeMutablePointer<lxw_format>, size: Double) {
        format_set_font_name(format, "Arial")
        format_set_font_size(format, size)
    }

    private var size: Double {
        switch self {
        case .title: 16
        case .heading: 14
        default: 12
        }
    }

    private var isBold: Bool {
        switch self {
        case .title, .heading, .columnHeading, .numberHeading, .remarkHeading, .marked: true
        default: isTotal
        }
    }

    private var wraps: Bool {
        switch self {
        case .title(let wraps), .paragraph(let wraps): wraps
        case .number, .marked(.some): false
        default: true
        }
    }

    private var isTotal: Bool {
        switch self {
        case .words(let isTotal), .remark(let isTotal), .label(_, let isTotal), .number(_, let isTotal),
            .marker(let isTotal):
            isTotal
        default: false
        }
    }

    private var isRightAligned: Bool {
        switch self {
        case .numberHeading, .number, .marker, .marked: true
        default: false
        }
    }

    private static let markedGround: UInt32 = 0xFFF2CC
    private static let ruleColour: UInt32 = 0xB8BCC6
    private static let linkColour: UInt32 = 0x0B3D91
}
