"""Reads made-up workbooks with sheet-text, openpyxl, calamine and pandas, and compares every cell.

The workbooks are written by openpyxl, XlsxWriter, odfpy and LibreOffice. A difference needs a reason from REASONS.
"""

import collections
import csv
import datetime
import decimal
import random
import shutil
import subprocess

import openpyxl
import pandas
import pytest
import python_calamine
import xlsxwriter
from odf import opendocument, style, table, text

import harness

BOOKS = 200
CONVERTED = 20
SHEET_TEXT = None

REASONS = {
    "formula": "a formula without a stored value is shown by its text, and other readers have nothing there",
    "error": "calamine and pandas have an empty cell for an error",
    "span": "a span of time of more than a day is a day of 1899 or 1900 to some readers",
    "line break": "some readers join the paragraphs of a cell without a line break, or leave out tabs",
}

TEXTS = [
    "plain", "007", "a, b", 'say "no"', "two\nlines", "Zoë Ünï 漢字 🚓", "x" * 300, "<5", "a & b < c > d", "TRUE",
    "1e5", "tab\there", "#", "12%", "'quoted'", "-", "[c]", "E01000001", "2019-04-01", "semi;colon",
]
NUMBERS = [
    0, 1, -1, 42, 999_999_999, 123_456_789_012_345, 1234567890123456, 0.1, 0.25, -2.5, 12.50, 0.1 + 0.2, 1 / 3, 1e-9,
    1e20, 1.5e21, -1e-5, 43556.75, 100.0, 2**53,
]
DAYS = [datetime.date(1900, 3, 1), datetime.date(2019, 4, 1), datetime.date(2024, 2, 29), datetime.date(2099, 12, 31)]
MOMENTS = [datetime.datetime(2019, 4, 1, 13, 5), datetime.datetime(2020, 12, 31, 23, 59, 59)]
TIMES = [datetime.time(13, 5), datetime.time(0, 0, 1), datetime.time(23, 59, 59)]
SPANS = [datetime.timedelta(hours=5, minutes=30), datetime.timedelta(hours=30, minutes=5)]

# The kinds of cells: the values, and the number format of Excel.
KINDS = {
    "text": (TEXTS, None),
    "number": (NUMBERS, None),
    "percent": ([0.25, 0.07, 0.29, 1, 1.255, 0], "0.0%"),
    "day": (DAYS, "dd/mm/yyyy"),
    "long day": (DAYS, '[$-809]dddd, d" of "mmmm yyyy;@'),
    "month": ([datetime.date(2019, 4, 1), datetime.date(2019, 5, 2)], "mmm-yy"),
    "moment": (MOMENTS, "yyyy-mm-dd hh:mm:ss"),
    "time": (TIMES, "hh:mm:ss"),
    "span": (SPANS, "[h]:mm:ss"),
    "boolean": ([True, False], None),
    "empty": ([None], None),
}


def contents(seed):
    """Returns sheets by name: rows of (kind, value)."""
    source = random.Random(seed)
    sheets = {}
    for number in range(source.randint(1, 3)):
        rows = []
        width = source.randint(1, 12)
        for _ in range(source.randint(1, 25)):
            if source.random() < 0.1:
                rows.append([])
                continue
            kinds = source.choices(list(KINDS), k=source.randint(1, width))
            rows.append([(kind, source.choice(values(kind, seed))) for kind in kinds])
        sheets[f"Sheet {number} & more"] = rows
    return sheets


def values(kind, seed):
    """The values of a kind. pandas reads no workbook with a span of more than a day, so only some have one."""
    return SPANS[:1] if kind == "span" and seed % 10 else KINDS[kind][0]


def write_openpyxl(path, seed):
    book = openpyxl.Workbook()
    book.remove(book.active)
    if seed % 8 == 0:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for name, rows in contents(seed).items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, (kind, value) in enumerate(cells, 1):
                if book.epoch.year == 1904 and isinstance(value, datetime.date) and value.year < 1904:
                    value = datetime.date(2019, 4, 1)
                cell = sheet.cell(row, column, value)
                if KINDS[kind][1]:
                    cell.number_format = KINDS[kind][1]
        if seed % 5 == 0:
            sheet.cell(40, 2, "=SUM(A1:A2)")
            sheet.cell(41, 3).value = "#REF!"
            sheet.merge_cells("A42:C43")
            sheet["A42"] = "merged"
            sheet.row_dimensions[42].hidden = True
    book.save(path)


def write_xlsxwriter(path, seed):
    options = {"date_1904": seed % 8 == 1, "constant_memory": seed % 3 == 0, "use_zip64": seed % 7 == 0}
    with xlsxwriter.Workbook(path, options) as book:
        formats = {kind: book.add_format({"num_format": code}) for kind, (_, code) in KINDS.items() if code}
        for name, rows in contents(seed).items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, (kind, value) in enumerate(cells):
                    if options["date_1904"] and isinstance(value, datetime.date) and value.year < 1904:
                        value = datetime.date(2019, 4, 1)
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    elif isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
                        sheet.write_datetime(row, column, value, formats[kind])
                    else:
                        sheet.write(row, column, value, formats.get(kind))
            if seed % 5 == 0:
                sheet.write_formula(40, 1, "=1+1", None, 2)
                sheet.write_formula(41, 1, '="a"&"b"', None, "ab")
                sheet.write_formula(42, 1, "=NA()", None, "#N/A")
                if not options["constant_memory"]:
                    sheet.write_rich_string(43, 1, "some ", book.add_format({"bold": True}), "bold", " text")
                sheet.set_row(41, None, None, {"hidden": True})


def write_odfpy(path, seed):
    book = opendocument.OpenDocumentSpreadsheet()
    hidden = style.Style(name="hidden", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)
    for number, (name, rows) in enumerate(contents(seed).items()):
        sheet = table.Table(name=name, **({"stylename": hidden} if number == 1 else {}))
        for cells in rows:
            row = table.TableRow()
            for kind, value in cells:
                row.addElement(odf_cell(kind, value))
            sheet.addElement(row)
        sheet.addElement(table.TableRow(numberrowsrepeated=20))
        last = table.TableRow(numberrowsrepeated=3)
        cell = table.TableCell(valuetype="float", value=7, numbercolumnsrepeated=4)
        cell.addElement(text.P(text="7"))
        last.addElement(cell)
        sheet.addElement(last)
        sheet.addElement(table.TableRow(numberrowsrepeated=1_000_000))
        book.spreadsheet.addElement(sheet)
    book.save(path)


def odf_cell(kind, value):
    if value is None:
        return table.TableCell()
    if isinstance(value, bool):
        cell = table.TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    elif isinstance(value, (int, float)):
        cell = table.TableCell(valuetype="percentage" if kind == "percent" else "float", value=repr(value))
    elif isinstance(value, (datetime.date, datetime.datetime)):
        cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, datetime.time):
        cell = table.TableCell(valuetype="time", timevalue=value.strftime("PT%HH%MM%SS"))
    elif isinstance(value, datetime.timedelta):
        minutes = int(value.total_seconds()) // 60
        cell = table.TableCell(valuetype="time", timevalue=f"PT{minutes // 60}H{minutes % 60}M0S")
    else:
        cell = table.TableCell(valuetype="string")
        for line in value.split("\n"):
            paragraph = text.P()
            for number, part in enumerate(line.split("\t")):
                if number:
                    paragraph.addElement(text.Tab())
                paragraph.addText(part)
            cell.addElement(paragraph)
        return cell
    cell.addElement(text.P(text=str(value).upper() if isinstance(value, bool) else str(value)))
    return cell


def ours(path):
    """Returns the sheets of the workbook as sheet-text prints them: rows of texts, where row N is line N."""
    listed = subprocess.run([SHEET_TEXT, path], capture_output=True, text=True, check=True).stdout.splitlines()
    sheets = {}
    for number, line in enumerate(listed):
        output = subprocess.run([SHEET_TEXT, path, str(number)], capture_output=True, check=True).stdout.decode()
        assert output == "" or output.endswith("\n"), f"{path}: the text does not end with a line end"
        lines = output.split("\n")[:-1]
        sheets[line.split("\t", 1)[1]] = [next(csv.reader([line]), []) if line else [] for line in lines]
    return sheets


def openpyxl_sheets(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def calamine_sheets(path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = {}
    for name in book.sheet_names:
        sheets[name] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return sheets


def pandas_sheets(path):
    """Returns the sheets, or None when pandas stops at a span of more than a day."""
    try:
        frames = pandas.read_excel(
            path, sheet_name=None, header=None, engine="odf", keep_default_na=False, dtype=object)
    except ValueError as error:
        assert "datetime" in str(error) or "hour must be" in str(error), f"{path}: {error}"
        return None
    return {name: frame.values.tolist() for name, frame in frames.items()}


def difference(shown, value, reader):
    """Returns None when the text states the value, else the reason for the difference, or "unknown"."""
    if value is None or value == "" or (isinstance(value, float) and value != value) or value is pandas.NaT:
        if shown == "":
            return None
        if shown.startswith("="):
            return "formula"
        return "error" if shown.startswith("#") and reader != "openpyxl" else "unknown"
    if isinstance(value, bool):
        return None if shown == str(value).upper() else "unknown"
    if isinstance(value, (datetime.datetime, pandas.Timestamp)):
        return moment_difference(shown, value)
    if isinstance(value, datetime.date):
        return None if shown in (value.isoformat(), value.isoformat() + "T00:00:00") else moment_difference(
            shown, datetime.datetime.combine(value, datetime.time()))
    if isinstance(value, datetime.time):
        return None if shown == value.isoformat() else "unknown"
    if isinstance(value, datetime.timedelta):
        hours, minutes, seconds = map(float, shown.split(":"))
        same = abs(hours * 3600 + minutes * 60 + seconds - value.total_seconds()) < 0.001
        return None if same else "unknown"
    if isinstance(value, (int, float)):
        return number_difference(shown, value)
    return text_difference(shown, str(value))


def moment_difference(shown, value):
    day, moment = value.strftime("%Y-%m-%d"), value.isoformat()
    if shown in (moment, day + "T00:00:00" if moment.endswith("T00:00:00") else moment):
        return None
    if moment.endswith("T00:00:00") and shown in (day, day[:7] if day.endswith("-01") else day):
        return None
    if value.year < 1905 and ":" in shown:
        return "span"
    return "unknown"


def number_difference(shown, value):
    try:
        stated = decimal.Decimal(shown.removesuffix("%"))
    except decimal.InvalidOperation:
        return "unknown"
    if shown.endswith("%"):
        stated /= 100
    return None if float(stated) == float(value) else "unknown"


def text_difference(shown, value):
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    shown = shown.replace("\r", "\n")
    if shown == value:
        return None
    if value.startswith("PT") and shown.count(":") == 2:
        return "span"
    if shown.replace("\n", "").replace("\t", "") == value.replace("\n", ""):
        return "line break"
    return "unknown"


def compare(path, reader, sheets, shown, counts):
    """Compares every cell of a workbook and counts the reasons."""
    assert list(shown) == list(sheets), f"{path}: sheets {list(shown)} but {reader} has {list(sheets)}"
    unknown = []
    for name, rows in sheets.items():
        lines = shown[name]
        for row in range(max(len(rows), len(lines))):
            theirs = rows[row] if row < len(rows) else []
            line = lines[row] if row < len(lines) else []
            for column in range(max(len(theirs), len(line))):
                value = theirs[column] if column < len(theirs) else None
                cell = line[column] if column < len(line) else ""
                reason = difference(cell, value, reader)
                counts[reason] += 1
                place = f"{path.name}, {name}, row {row + 1}, column {column + 1}"
                if reason is not None and reason not in REASONS:
                    unknown.append(f"{place}: {cell!r}, but {reader} has {value!r}")
    assert not unknown, "\n".join(unknown[:10])


def write_books(folder):
    writers = [(write_openpyxl, "xlsx"), (write_xlsxwriter, "xlsx"), (write_odfpy, "ods")]
    paths = []
    for seed in range(BOOKS):
        write, extension = writers[seed % len(writers)]
        paths.append(folder / f"{seed:03}-{write.__name__.removeprefix('write_')}.{extension}")
        write(paths[-1], seed)
    return paths


def convert(paths, folder, extension):
    """Returns the workbooks as LibreOffice saves them."""
    folder.mkdir()
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", extension, "--outdir", folder, *paths]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return [folder / f"{path.stem}.{extension}" for path in paths]


def check(paths, report):
    counts, readers, failures = collections.Counter(), collections.Counter(), []
    for path in paths:
        shown = ours(path)
        others = {"calamine": calamine_sheets}
        others |= {"openpyxl": openpyxl_sheets} if path.suffix == ".xlsx" else {"pandas": pandas_sheets}
        for reader, sheets in others.items():
            theirs = sheets(path)
            if theirs is None:
                continue
            readers[reader] += 1
            try:
                compare(path, reader, theirs, shown, counts)
            except AssertionError as error:
                failures.append(str(error))
    assert not failures, "\n".join(failures[:20])
    known = {reason: count for reason, count in counts.items() if reason}
    report(f"{len(paths)} workbooks with {dict(readers)}: {counts[None]} cells the same, others: {known}")


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    global SHEET_TEXT
    try:
        SHEET_TEXT = harness.program("SHEET_TEXT", "sheet-text")
    except FileNotFoundError:
        harness.skip("sheet-text is not built: swift build -c release --product sheet-text")
    return write_books(tmp_path_factory.mktemp("books"))


def test_every_cell_is_as_other_readers_have_it(books, report):
    check(books, report)


def test_every_cell_is_as_libreoffice_saved_it(books, report, tmp_path):
    if not shutil.which("soffice"):
        harness.skip("not installed: soffice (package libreoffice-calc)")
    chosen = [path for path in books if path.suffix == ".xlsx"][:CONVERTED]
    check(convert(chosen, tmp_path / "ods", "ods"), report)
    odf = [path for path in books if path.suffix == ".ods"][:CONVERTED]
    check(convert(odf + chosen, tmp_path / "xlsx", "xlsx"), report)


def test_what_is_generated_is_what_is_read(books):
    """The values that went in, without any other reader."""
    for seed, path in enumerate(books):
        shown = ours(path)
        for name, rows in contents(seed).items():
            for row, cells in enumerate(rows):
                for column, (kind, value) in enumerate(cells):
                    line = shown[name][row] if row < len(shown[name]) else []
                    cell = line[column] if column < len(line) else ""
                    if isinstance(value, datetime.date) and value.year < 1904:
                        continue
                    if isinstance(value, float) and path.suffix == ".xlsx":
                        value = float(f"{value:.16g}")  # openpyxl and XlsxWriter write no more
                    reason = difference(cell, value, "openpyxl")
                    place = f"{path.name}, {name}, row {row + 1}, column {column + 1} ({kind})"
                    assert reason is None, f"{place}: {cell!r}, but {value!r} was written"
