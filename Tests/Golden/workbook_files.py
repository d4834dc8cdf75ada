"""Workbooks and archives for golden runs, made by hand: the same bytes on every machine, and no library's habits."""

import csv
import pathlib
import zipfile
from xml.sax.saxutils import escape

MOMENT = (2020, 1, 1, 0, 0, 0)


def archive(path, members):
    """Writes a zip archive of the members, by name. They are stored, because packers differ between machines."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name, data in members.items():
            target.writestr(zipfile.ZipInfo(name, MOMENT), data)


def _column(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Formula(str):
    """A formula whose result was not stored."""


class Error(str):
    """An error message such as #REF!."""


class Day(int):
    """A day as a spreadsheet counts it, from 30 December 1899."""


def _cell(place, value):
    if value is None or value == "":
        return ""
    if isinstance(value, Formula):
        return f'<c r="{place}"><f>{escape(value)}</f></c>'
    if isinstance(value, Error):
        return f'<c r="{place}" t="e"><v>{escape(value)}</v></c>'
    if isinstance(value, Day):
        return f'<c r="{place}" s="1"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _sheet(rows, merged):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{_column(place)}{number}", value) for place, value in enumerate(row, 1))
        if cells:
            lines.append(f'<row r="{number}">{cells}</row>')
    merges = "".join(f'<mergeCell ref="{range_}"/>' for range_ in merged)
    merges = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{''.join(lines)}</sheetData>{merges}</worksheet>"
    )


def xlsx(path, sheets, hidden=(), merged=None):
    """Writes a workbook: rows of cells by the name of their sheet. Style 1 is a day of the form dd/mm/yyyy."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    names = list(sheets)
    state = ' state="hidden"'
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{state if name in hidden else ""}/>'
        for number, name in enumerate(names, 1)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1)
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>'
        for number in range(1, len(names) + 1)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{targets}'
        f'<Relationship Id="rId99" Type="{relations}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for number, name in enumerate(names, 1):
        members[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheets[name], (merged or {}).get(name, ()))
    archive(path, members)


def ods(path, sheets):
    """Writes an OpenDocument workbook with text in every cell."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    tables = []
    for name, rows in sheets.items():
        lines = []
        for row in rows:
            cells = "".join(
                f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'
                if value not in (None, "")
                else "<table:table-cell/>"
                for value in row
            )
            lines.append(f"<table:table-row>{cells or '<table:table-cell/>'}</table:table-row>")
        tables.append(f'<table:table table:name="{escape(name)}">{"".join(lines)}</table:table>')
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet>{"".join(tables)}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    archive(path, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def rows(path, encoding="utf-8-sig"):
    """Returns the rows of a CSV file, as text."""
    with open(path, encoding=encoding, newline="") as source:
        return list(csv.reader(source))


def folder(path, pattern="**/*"):
    """Returns the files below a folder, by their path in it."""
    base = pathlib.Path(path)
    return {str(file.relative_to(base)): file.read_bytes() for file in sorted(base.glob(pattern)) if file.is_file()}
