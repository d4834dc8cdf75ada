"""Checks every line of the checklists for accessible spreadsheets that a program can judge.

The lines are those of the Analysis Function's 'Making spreadsheets accessible: a brief checklist of the basics', in the
order in which gptables and aftables answer them; (E) is essential, (D) desirable. Lines that need a person are
named at the end.
"""

import re
import zipfile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

PEOPLE = ["written content (D)", "titles tagged as headings (E)", "spelling and grammar (E)", "the accessibility checker (D)"]
NOTE = re.compile(r"\[note \d+\]")
SIGNPOSTS = re.compile("[*†‡§¶¹²³⁰-₟]")
PICTURES = re.compile("[←-⇿■-➿✀-➿\U0001F300-\U0001FAFF]")
ADDRESS = re.compile(r"https?://|www\.|click here", re.IGNORECASE)


class Book:
    def __init__(self, path):
        self.path = path
        self.book = load_workbook(path)
        self.sheets = self.book.worksheets
        self.charts = [sheet for sheet in self.sheets if sheet._charts]
        self.tables = [sheet for sheet in self.sheets[1:] if sheet not in self.charts]
        self.package = zipfile.ZipFile(path)
        self.parts = self.package.namelist()

    def cells(self):
        for sheet in self.sheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        yield sheet, cell

    def table(self, sheet):
        left, top, right, bottom = range_boundaries(next(iter(sheet.tables.values())).ref)
        return sheet, left, top, right, bottom

    def body(self):
        for sheet in self.tables:
            _, left, top, right, bottom = self.table(sheet)
            for row in sheet.iter_rows(min_row=top + 1, max_row=bottom, min_col=left, max_col=right):
                yield from ((sheet, cell) for cell in row)


def texts(book):
    return ((sheet, cell, cell.value) for sheet, cell in book.cells() if isinstance(cell.value, str))


# Each function checks one line of the checklist, and yields the faults that it finds in a workbook.

def tables_are_marked_up(book):
    yield from (sheet.title for sheet in book.tables if len(sheet.tables) != 1)


def tables_have_meaningful_names(book):
    for sheet in book.tables:
        yield from (name for name in sheet.tables if re.fullmatch(r"(?i)table_?\d*", name) or len(name) < 3)


def no_cells_are_merged(book):
    yield from (sheet.title for sheet in book.sheets if sheet.merged_cells.ranges)


def no_rows_or_columns_are_blank(book):
    for sheet in book.sheets:
        for lines in (sheet.iter_rows(), sheet.iter_cols()):
            yield from (f"{sheet.title}!{line[0].coordinate}" for line in lines if all(c.value is None for c in line))


def there_is_one_tagged_header_row(book):
    for sheet in book.tables:
        table = next(iter(sheet.tables.values()))
        headings = [column.name for column in table.tableColumns]
        if table.headerRowCount not in (None, 1) or len(set(map(str.casefold, headings))) != len(headings):
            yield sheet.title


def text_wraps(book):
    for sheet, cell in book.body():
        if isinstance(cell.value, str) and not cell.alignment.wrap_text:
            yield f"{sheet.title}!{cell.coordinate}"


def no_filters_or_panes(book):
    for sheet in book.sheets:
        if sheet.freeze_panes or sheet.auto_filter.ref or any(t.autoFilter for t in sheet.tables.values()):
            yield sheet.title


def no_cell_is_empty(book):
    yield from (f"{sheet.title}!{cell.coordinate}" for sheet, cell in book.body() if cell.value in (None, ""))


def nothing_is_hidden(book):
    for sheet in book.sheets:
        sizes = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]
        if sheet.sheet_state != "visible" or any(size.hidden for size in sizes):
            yield sheet.title


def columns_have_a_sensible_width(book):
    for sheet in book.tables:
        for _, cell in ((s, c) for s, c in book.body() if s is sheet):
            width = sheet.column_dimensions[get_column_letter(cell.column)].width
            longest = max((len(word) for word in str(cell.value).split()), default=0)
            if not 6 <= width <= 105 or isinstance(cell.value, str) and longest * 0.75 > width:
                yield f"{sheet.title}!{cell.coordinate}: {width}"


def notes_have_no_symbols(book):
    for sheet, cell, text in texts(book):
        if SIGNPOSTS.search(text) or cell.font.vertAlign:
            yield f"{sheet.title}!{cell.coordinate}: {text!r}"


def notes_are_called_notes(book):
    for sheet, cell, text in texts(book):
        if re.search(r"footnote|\[\d+\]|\(\d\)$", text, re.IGNORECASE):
            yield f"{sheet.title}!{cell.coordinate}: {text!r}"


def no_cell_has_a_note_of_its_own(book):
    for sheet, cell in book.body():
        if sheet.title != "Notes" and NOTE.search(str(cell.value)):
            yield f"{sheet.title}!{cell.coordinate}"


def notes_stand_in_a_table_of_their_own(book):
    used = {mark for sheet, _, text in texts(book) if sheet.title != "Notes" for mark in NOTE.findall(text)}
    known = {str(row[0].value) for row in book.book["Notes"].iter_rows()} if "Notes" in book.book.sheetnames else set()
    yield from sorted(used - known)


def links_say_where_they_lead(book):
    for sheet, cell in book.cells():
        if cell.hyperlink and (ADDRESS.search(str(cell.value)) or cell.value not in book.book.sheetnames):
            yield f"{sheet.title}!{cell.coordinate}: {cell.value}"


def text_is_plain_and_large(book):
    for sheet, cell in book.cells():
        font = cell.font
        if font.name != "Arial" or font.sz < 12 or font.i or font.strike or (font.u and not cell.hyperlink):
            yield f"{sheet.title}!{cell.coordinate}"


def titles_are_unique_and_stand_first(book):
    titles = [sheet["A1"].value for sheet in book.sheets]
    for sheet, title in zip(book.sheets, titles):
        if not isinstance(title, str) or titles.count(title) > 1 or not sheet["A1"].font.b or sheet["A1"].font.sz < 14:
            yield f"{sheet.title}: {title}"


def no_symbols(book):
    yield from (f"{s.title}!{c.coordinate}: {text!r}" for s, c, text in texts(book) if PICTURES.search(text))


def no_headers_footers_or_boxes(book):
    for sheet in book.sheets:
        parts = [part for kind in (sheet.oddHeader, sheet.oddFooter) for part in (kind.left, kind.center, kind.right)]
        if any(part.text for part in parts):
            yield sheet.title
    for part in book.parts:
        if part.startswith("xl/drawings/drawing") and b"<xdr:sp>" in book.package.read(part).replace(b"<xdr:sp ", b"<xdr:sp>"):
            yield part


def nothing_divides_regions(book):
    for sheet, cell in book.body():
        border = cell.border
        sides = [side for side in (border.left, border.right, border.diagonal) if side is not None and side.style]
        if sides or any(side.style not in (None, "thin") for side in (border.top, border.bottom)):
            yield f"{sheet.title}!{cell.coordinate}"


def no_cell_is_filled(book):
    yield from (f"{s.title}!{c.coordinate}" for s, c in book.cells() if c.fill.fill_type not in (None, "none"))


def colour_means_nothing(book):
    for sheet, cell in book.cells():
        if colour(cell) != "000000" and not cell.hyperlink or "[" in cell.number_format and "Red" in cell.number_format:
            yield f"{sheet.title}!{cell.coordinate}"
        if sheet.conditional_formatting:
            yield sheet.title


def colour(cell):
    given = cell.font.color
    return given.rgb[-6:] if given is not None and isinstance(given.rgb, str) else "000000"


def contrast(rgb):
    parts = [int(rgb[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def contrast_is_enough(book):
    yield from sorted({colour(cell) for _, cell in book.cells() if contrast(colour(cell)) < 4.5})


def there_are_no_images(book):
    yield from (part for part in book.parts if part.startswith("xl/media/"))


def there_are_no_macros(book):
    yield from (part for part in book.parts if "vba" in part.lower())


def sheets_have_unique_names(book):
    names = [name.casefold() for name in book.book.sheetnames]
    yield from (name for name in names if names.count(name) > 1)


def no_sheet_is_blank(book):
    yield from (sheet.title for sheet in book.sheets if sheet.max_row < 2)


def column_a_begins_with_title_and_statements(book):
    for sheet in book.tables:
        _, _, top, _, _ = book.table(sheet)
        if any(not isinstance(sheet.cell(row, 1).value, str) for row in range(1, top)):
            yield sheet.title


def tables_stand_at_the_left(book):
    yield from (sheet.title for sheet in book.tables if book.table(sheet)[1] != 1)


def nothing_stands_below_a_table(book):
    yield from (sheet.title for sheet in book.tables if sheet.max_row > book.table(sheet)[4])


def a_sheet_has_one_table(book):
    yield from (sheet.title for sheet in book.sheets if len(sheet.tables) > 1 or len(sheet._charts) > 1)


def the_document_is_described(book):
    properties = book.book.properties
    yield from (name for name in ("title", "creator", "subject") if not getattr(properties, name))
    language = [p.value for p in book.book.custom_doc_props.props if p.name == "Language"]
    if language != ["en-GB"]:
        yield f"language {language}"


def the_cursor_is_in_a1(book):
    if book.book.active is not book.sheets[0]:
        yield "another sheet opens"
    for sheet in book.sheets:
        if any(view.activeCell not in (None, "A1") for view in sheet.sheet_view.selection):
            yield sheet.title


def charts_are_described_in_words(book):
    drawings = [part for part in book.parts if re.fullmatch(r"xl/drawings/drawing\d+\.xml", part)]
    if len(drawings) != len(book.charts):
        yield f"{len(drawings)} drawings, {len(book.charts)} sheets with charts"
    for part in drawings:
        words = re.findall(r'descr="([^"]*)"', book.package.read(part).decode())
        if len(words) != 1 or len(words[0]) < 40:
            yield f"{part}: {words}"
    kinds = [sheet in book.charts for sheet in book.sheets]
    if kinds != sorted(kinds):
        yield "a chart stands before a table"


LINES = [
    ("E", tables_are_marked_up), ("D", tables_have_meaningful_names), ("E", no_cells_are_merged),
    ("E", no_rows_or_columns_are_blank), ("E", there_is_one_tagged_header_row), ("E", text_wraps),
    ("D", no_filters_or_panes), ("E", no_cell_is_empty), ("D", nothing_is_hidden), ("D", columns_have_a_sensible_width),
    ("E", notes_have_no_symbols), ("D", notes_are_called_notes), ("D", no_cell_has_a_note_of_its_own),
    ("D", notes_stand_in_a_table_of_their_own), ("E", links_say_where_they_lead), ("D", text_is_plain_and_large),
    ("E", titles_are_unique_and_stand_first), ("D", no_symbols), ("E", no_headers_footers_or_boxes),
    ("D", nothing_divides_regions), ("D", no_cell_is_filled), ("E", colour_means_nothing), ("E", contrast_is_enough),
    ("D", there_are_no_images), ("D", there_are_no_macros), ("E", sheets_have_unique_names), ("E", no_sheet_is_blank),
    ("E", column_a_begins_with_title_and_statements), ("E", tables_stand_at_the_left), ("D", nothing_stands_below_a_table),
    ("D", a_sheet_has_one_table), ("E", the_document_is_described), ("E", the_cursor_is_in_a1),
    ("E", charts_are_described_in_words),
]


def test_workbooks_keep_the_checklists(release, report):
    failures = []
    for path in sorted(release.glob("*.xlsx")):
        book = Book(path)
        for weight, line in LINES:
            if wrong := list(line(book)):
                failures.append(f"{path.name}: ({weight}) {line.__name__.replace('_', ' ')}: {wrong[:5]}")
    assert not failures, "\n".join(failures)
    report(f"{len(LINES)} lines of the checklists hold; a person must judge: {'; '.join(PEOPLE)}")
