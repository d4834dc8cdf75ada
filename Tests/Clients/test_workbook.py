"""Reads the workbooks of a release with another program, and checks what their readers rely on.

Every failure is printed with its sheet and cell.
"""

import collections
import csv
import json
import pathlib
import re
import zipfile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

ONE_TABLE = "This worksheet contains one table."
ONE_CHART = "This worksheet contains one chart."
NOTE = re.compile(r"\[note \d+\]")
SHORTHAND = re.compile(r"\[[a-z]\]")
NUMBER_AS_TEXT = re.compile(r"^-?[\d,]+(\.\d+)?( ?%| pp)?$")


class Checks:
    def __init__(self, path):
        self.path, self.passed, self.failures = path, 0, []

    def that(self, holds, where, what):
        if holds:
            self.passed += 1
        else:
            self.failures.append(f"{self.path}: {where}: {what}")


def at(sheet, cell):
    return f"{sheet.title}!{cell.coordinate}"


def check_properties(checks, book, path):
    properties = book.properties
    for name in ("title", "creator", "subject", "created"):
        checks.that(getattr(properties, name), "properties", f"{name} is not set")
    checks.that(properties.created == properties.modified, "properties", "the times of creation and change differ")
    with zipfile.ZipFile(path) as package:
        checks.that(package.testzip() is None, "package", "a part is damaged")
        application = package.read("docProps/app.xml").decode()
    checks.that(re.search(r"<Company>.+</Company>", application), "properties", "company is not set")


def check_book(checks, book):
    sheets = book.worksheets
    names = [sheet.title.casefold() for sheet in sheets]
    checks.that(len(set(names)) == len(names), "workbook", "two sheets have the same name")
    checks.that([sheet.title for sheet in sheets[:2]] == ["Cover", "Contents"], "workbook", "no cover or contents")
    checks.that(book.active is sheets[0], "workbook", "the first sheet is not the one that opens")
    checks.that(not list(book.defined_names), "workbook", "there are defined names")
    font = book._fonts[0]
    checks.that((font.name, font.sz) == ("Arial", 12), "workbook", f"the default font is {font.name} {font.sz}")
    tables = [table for sheet in sheets for table in sheet.tables]
    checks.that(len({name.casefold() for name in tables}) == len(tables), "workbook", "two tables have the same name")
    for name in tables:
        checks.that(re.fullmatch(r"[A-Za-z]\w+", name), name, "is not a name for a table")
        checks.that(not re.fullmatch(r"(?i)table\d*|[a-z]{1,3}\d+", name), name, "does not say what the table is")


def check_sheet(checks, sheet):
    title = sheet.title
    checks.that(sheet.sheet_state == "visible", title, "is hidden")
    checks.that(len(title) <= 31, title, "has a name that is too long")
    checks.that(isinstance(sheet["A1"].value, str) and sheet["A1"].font.b, f"{title}!A1", "is not a heading")
    checks.that(not sheet.merged_cells.ranges, title, "has merged cells")
    checks.that(sheet.freeze_panes is None, title, "has frozen panes")
    checks.that(sheet.auto_filter.ref is None, title, "has a filter")
    checks.that(not any(row.hidden for row in sheet.row_dimensions.values()), title, "has a hidden row")
    checks.that(not any(column.hidden for column in sheet.column_dimensions.values()), title, "has a hidden column")
    checks.that(all(v.activeCell in (None, "A1") for v in sheet.sheet_view.selection), title, "is not entered in A1")
    setup = sheet.page_setup
    checks.that(setup.orientation == "landscape", title, "does not print landscape")
    checks.that(sheet.sheet_properties.pageSetUpPr.fitToPage, title, "is not fitted to the page")
    checks.that(int(setup.fitToWidth or 1) == 1 and int(setup.fitToHeight) == 0, title, "is not one page wide")
    for row in sheet.iter_rows():
        checks.that(any(cell.value is not None for cell in row), f"{title}!A{row[0].row}", "begins a blank row")
        for cell in row:
            if cell.value is None:
                continue
            font = cell.font
            checks.that(font.name == "Arial" and font.sz >= 12, at(sheet, cell), f"is in {font.name} {font.sz}")
            checks.that(cell.data_type in ("s", "n"), at(sheet, cell), "is neither text nor a number")
            checks.that(not font.vertAlign, at(sheet, cell), "is a superscript")
    for column in sheet.iter_cols():
        checks.that(any(cell.value is not None for cell in column), at(sheet, column[0]), "begins a blank column")


def check_table(checks, sheet):
    """Checks the sheet's table and returns it, or None."""
    title = sheet.title
    checks.that(len(sheet.tables) == 1, title, f"has {len(sheet.tables)} tables")
    checks.that(sheet["A2"].value == ONE_TABLE, f"{title}!A2", "does not say that there is one table")
    if len(sheet.tables) != 1:
        return None
    table = next(iter(sheet.tables.values()))
    left, top, right, bottom = range_boundaries(table.ref)
    checks.that(left == 1 and top > 2, f"{title}!{table.ref}", "does not begin in column A under the statements")
    checks.that((right, bottom) == (sheet.max_column, sheet.max_row), f"{title}!{table.ref}", "is not the last thing")
    checks.that(bottom > top, f"{title}!{table.ref}", "has no row")
    checks.that(table.headerRowCount in (None, 1), title, "has more or less than one header row")
    checks.that(table.autoFilter is None, title, "has filter buttons")
    checks.that(not table.tableStyleInfo.showRowStripes, title, "has banded rows")
    checks.that(sheet.print_title_rows == f"${top}:${top}", title, "does not repeat its headings on paper")
    for row in range(2, top):
        cells = [cell for cell in sheet[row] if cell.value is not None]
        checks.that([cell.column for cell in cells] == [1], f"{title}!A{row}", "is not one statement")
    headings = [cell.value for cell in sheet[top]]
    checks.that([column.name for column in table.tableColumns] == headings, title, "has headings unlike its cells")
    checks.that(len({str(h).casefold() for h in headings}) == len(headings), title, "has a heading twice")
    for cell in sheet[top]:
        checks.that(cell.font.b and cell.alignment.wrap_text, at(sheet, cell), "is not a bold, wrapping heading")
    rows = list(sheet.iter_rows(min_row=top + 1, max_row=bottom))
    for cells in rows:
        for cell in cells:
            checks.that(cell.value not in (None, ""), at(sheet, cell), "is empty")
            if isinstance(cell.value, str):
                checks.that(not NUMBER_AS_TEXT.match(cell.value), at(sheet, cell), "is a number as text")
                checks.that(cell.alignment.wrap_text, at(sheet, cell), "does not wrap")
    for column in zip(sheet[top], *rows):
        if not any(isinstance(cell.value, (int, float)) for cell in column[1:]):
            continue
        for cell in column:
            checks.that(cell.alignment.horizontal == "right", at(sheet, cell), "is not right-aligned")
        for cell in column[1:]:
            if isinstance(cell.value, (int, float)):
                checks.that(cell.number_format != "General", at(sheet, cell), "has no number format")
                checks.that(abs(cell.value - round(cell.value, 6)) < 1e-6, at(sheet, cell), "has more than six places")
    return rows


def check_chart(checks, sheet, book):
    """Checks that there is one chart, drawn from existing cells, below sentences that say what the chart shows."""
    title = sheet.title
    checks.that(not sheet.tables, title, "has a table beside its chart")
    checks.that(sheet["A2"].value == ONE_CHART, f"{title}!A2", "does not say that there is one chart")
    checks.that(len(sheet._charts) == 1, title, f"has {len(sheet._charts)} charts")
    for chart in sheet._charts:
        checks.that(chart.series, title, "draws nothing")
        for series in chart.series:
            labels = (series.cat.strRef or series.cat.numRef).f
            for formula in (labels, series.val.numRef.f):
                name, cells = formula.rsplit("!", 1)
                drawn = [cell.value for row in book[name.strip("'")][cells.replace("$", "")] for cell in row]
                checks.that(all(value is not None for value in drawn), title, f"draws empty cells of {formula}")
                if formula != labels:
                    numbers = all(isinstance(value, (int, float)) for value in drawn)
                    checks.that(numbers, title, f"draws words of {formula}")


def check_links(checks, book):
    sheet = book["Contents"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    targets = []
    for link in links:
        match = re.fullmatch(r"'(.+)'!A1", link.location or "")
        checks.that(match and match[1] in book.sheetnames, f"Contents!{link.ref}", f"leads to {link.location}")
        targets.append(match and match[1])
        checks.that(sheet[link.ref].value == targets[-1], f"Contents!{link.ref}", "does not name the sheet")
    checks.that(targets == book.sheetnames[2:], "Contents", f"lists {targets}")


def check_notes(checks, book):
    notes = book["Notes"] if "Notes" in book.sheetnames else None
    explained = {row[0].value for row in notes.iter_rows()} if notes else set()
    for sheet in book.worksheets[2:]:
        if sheet is notes:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    for mark in NOTE.findall(cell.value) + SHORTHAND.findall(cell.value):
                        checks.that(mark in explained, at(sheet, cell), f"{mark} is not in the notes")


def check_quality(checks, book, path):
    """Checks that sheet and CSV of data quality agree with the list of extracts and the manifest."""
    beside = pathlib.Path(path).parent
    if not (beside / "manifest.json").exists():
        return
    with open(beside / "extracts.csv", newline="", encoding="utf-8") as file:
        inputs = list(csv.DictReader(file))
    measures = {"Rows delivered": "read", "Counted": "accepted", "In quarantine": "quarantined", "Repeated": "duplicate",
                "Replaced": "superseded", "Cancelled": "cancelled", "Out of scope": "out_of_scope"}
    # No file gives the number of rows about persons.
    accounts = {
        extract["extract"]: None if extract["status"] else {heading: int(extract[name]) for heading, name in measures.items()}
        for extract in inputs
    }
    counted = [extract for extract in inputs if not extract["status"]]
    told = json.loads((beside / "manifest.json").read_text())["extracts"]
    checks.that(told["count"] == len(inputs), "manifest", f"has {told['count']} extracts, extracts.csv {len(inputs)}")
    checks.that(told["withoutRows"] == len(inputs) - len(counted), "manifest", "withholds the rows of other extracts")
    camel = {"out_of_scope": "outOfScope"}
    for name in list(measures.values()) + ["corrected"]:
        added = sum(int(extract[name]) for extract in counted)
        stated = told.get("rows", {}).get(camel.get(name, name), 0)
        checks.that(added == stated, "manifest", f"has {stated} rows {name}, extracts.csv {added}")
    checks.that("Data quality" in book.sheetnames, "workbook", "has no sheet on data quality")
    if "Data quality" not in book.sheetnames:
        return
    sheet = book["Data quality"]
    tables = [name for name in book.sheetnames if not name.startswith("Chart ")]
    checks.that(sheet.title == tables[-1], "Data quality", "is not the last sheet with a table")
    top = range_boundaries(next(iter(sheet.tables.values())).ref)[1]
    headings = [cell.value for cell in sheet[top]]
    rows = [dict(zip(headings, row)) for row in sheet.iter_rows(min_row=top + 1, values_only=True)]
    total = rows.pop()
    checks.that([row["Extract"] for row in rows] == list(accounts), "Data quality", "lists other extracts")
    withheld = [row for row in rows if accounts.get(row["Extract"]) is None]
    rows = [row for row in rows if row not in withheld]
    for row in withheld:
        cells = {value for heading, value in row.items() if heading not in ("Source", "Extract")}
        checks.that(cells == {"[c]"}, f"Data quality, {row['Extract']}", f"shows {cells} of rows about persons")
    for row in rows:
        account = accounts.get(row["Extract"], {})
        shown = {heading: row[heading] for heading in account}
        checks.that(shown == account, f"Data quality, {row['Extract']}", f"shows {shown}, the manifest has {account}")
    for row in rows + [total]:
        spent = sum(row[heading] for heading in list(accounts[rows[0]["Extract"]])[1:])
        checks.that(row["Rows delivered"] - spent == row["Left over"] == 0, f"Data quality, {row['Extract']}", "is left over")
    for heading in accounts[rows[0]["Extract"]]:
        checks.that(total[heading] == sum(row[heading] for row in rows), "Data quality", f"{heading} does not add up")

    names = {name.replace("_", "-"): name for name in measures.values()}
    told = {(extract["extract"], measure): int(extract[name]) for extract in counted for measure, name in names.items()}
    told |= {(extract["extract"], "balance"): 0 for extract in counted}
    listed = collections.Counter()
    files = {extract["extract"] for extract in counted}
    with open(beside / "data-quality.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["measure"] != "not-data" and row["extract"] in files:
                listed[row["extract"], row["measure"]] += int(row["rows"])
    checks.that(
        dict(listed) == told, "data-quality.csv", f"differs from extracts.csv in {set(listed.items()) ^ set(told.items())}"
    )


def check(path):
    checks = Checks(path)
    book = load_workbook(path)
    check_properties(checks, book, path)
    check_book(checks, book)
    for index, sheet in enumerate(book.worksheets):
        check_sheet(checks, sheet)
        if sheet.title.startswith("Chart "):
            check_chart(checks, sheet, book)
        elif index > 0:
            check_table(checks, sheet)
    checks.that(not book.worksheets[0].tables, "Cover", "has a table")
    check_links(checks, book)
    check_notes(checks, book)
    check_quality(checks, book, path)
    return checks


def test_workbooks_are_as_they_should_be(release, report):
    results = [check(path) for path in sorted(release.glob("*.xlsx"))]
    failures = [failure for result in results for failure in result.failures]
    assert results and not failures, "\n".join(failures)
    report(f"{sum(result.passed for result in results)} checks passed")
