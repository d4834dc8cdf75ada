"""LibreOffice shows the same values in every table of a release as the table's CSV.

Each sheet is saved as CSV "as shown", so that number formats, rounding and markers are LibreOffice's own reading.
"""

import csv
import decimal
import pathlib
import subprocess
import tempfile

import harness

AS_SHOWN_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def shown(number, cell):
    """Returns the number as LibreOffice would show it, with as many places as the cell has."""
    text = cell.replace(",", "").removesuffix("%").removesuffix(" pp")
    places = len(text.partition(".")[2])
    exact = decimal.Decimal(number).quantize(decimal.Decimal(1).scaleb(-places), decimal.ROUND_HALF_UP)
    return decimal.Decimal(text) == exact


def test_every_table_is_shown_as_its_csv_has_it(release, report):
    harness.needs(soffice="libreoffice-calc")
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        for workbook in release.glob("*.xlsx"):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                 AS_SHOWN_EVERY_SHEET, "--outdir", folder, str(workbook)], check=True, capture_output=True, timeout=300)
        sheets = {}
        for path in pathlib.Path(folder).glob("*.csv"):
            with open(path, newline="", encoding="utf-8") as file:
                sheets[path.stem] = list(csv.reader(file))
        for table in release.glob("*.csv"):
            if table.name in ("figures.csv", "extracts.csv", "data-quality.csv", "data-dictionary.csv"):
                continue  # long form, or no sheet; test_workbook.py compares data-quality.csv with its sheet
            with open(table, newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))
            wanted = [i for i, name in enumerate(rows[0]) if not name.endswith((" status", " unit"))]
            header = [rows[0][i] for i in wanted]
            sheet = next(
                (s for s in sheets.values() if any([c for c in row if c] == header for row in s)), None)
            assert sheet, f"{table.name}: no sheet has its header {header}"
            start = next(i for i, row in enumerate(sheet) if [c for c in row if c] == header)
            body = sheet[start + 1:start + len(rows)]
            assert len(body) == len(rows) - 1, f"{table.name}: {len(body)} rows shown, {len(rows) - 1} expected"
            for row, cells in zip(rows[1:], body):
                for position, column in enumerate(wanted):
                    value, cell = row[column], cells[position]
                    assert cell, f"{table.name}: {row[0:2]}: the cell under {rows[0][column]} is empty"
                    assert "#" not in cell, f"{table.name}: {row[0:2]}: {cell}"
                    if "target" in rows[0][column]:
                        continue  # targets are words in the sheet and numbers in the CSV
                    try:
                        decimal.Decimal(value)
                    except decimal.InvalidOperation:
                        if value:
                            same = cell.lstrip() == value or cell.startswith(("[", value + " ("))
                            assert same, f"{table.name}: {row[0:2]}: {cell!r} for {value!r}"
                        continue
                    assert shown(value, cell), f"{table.name}: {row[0:2]}: {cell} for {value}"
                    checked += 1
    assert checked > 400, f"only {checked} numbers"
    report(f"{checked} numbers shown as they are")
