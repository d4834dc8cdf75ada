"""The sample landing folder as partners would send it in workbooks and archives: the figures are those of the CSV files."""

import csv
import pathlib
import subprocess
import zipfile

import openpyxl
import pytest

import harness

# Faults that only CSV has, such as a stray quote: their lines are left out on both sides.
CSV_FAULTS = {"malformed-quoting", "field-count", "nul-byte"}


def run(landing, output):
    """Runs the sample quarter on a landing folder, and returns all figures of its release."""
    harness.shp(
        "run", harness.PERFORMANCE, "--quarter", harness.QUARTER, "--input", landing, "--output", output
    )
    return next(pathlib.Path(output).glob("*/*/*/figures.csv")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A landing folder without the lines whose faults are those of CSV, with its release."""
    folder = tmp_path_factory.mktemp("plain")
    extracts = sorted(harness.LANDING.rglob("*.csv"))
    found = harness.shp(
        "validate", "--definition", harness.PERFORMANCE, "--format", "csv", *extracts, allowed=(0, 65)
    ).stdout
    faulty = {}
    for problem in csv.DictReader(found.splitlines()):
        if problem["rule"] in CSV_FAULTS:
            faulty.setdefault(problem["file"], set()).add(int(problem["line"]))
    for source in sorted(harness.LANDING.rglob("*.csv")):
        lines = source.read_bytes().splitlines(keepends=True)
        kept = [line for number, line in enumerate(lines, 1) if number not in faulty.get(str(source), set())]
        target = folder / "landing" / source.relative_to(harness.LANDING)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(kept))
    return folder / "landing", run(folder / "landing", folder / "output")


def tables(landing):
    """Returns the rows of every CSV file, by path."""
    for source in sorted(landing.rglob("*.csv")):
        data = source.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
        delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
        yield source.relative_to(landing), list(csv.reader(text.splitlines(), delimiter=delimiter))


def test_xlsx_gives_the_same_figures(plain, tmp_path):
    """Every CSV file saved as xlsx, with all cells as text."""
    landing, expected = plain
    for path, rows in tables(landing):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Sheet1")
        for row in rows:
            sheet.append([value or None for value in row])
        target = tmp_path / "landing" / path.with_suffix(".xlsx")
        target.parent.mkdir(parents=True, exist_ok=True)
        book.save(target)
    assert run(tmp_path / "landing", tmp_path / "output") == expected


def test_ods_gives_the_same_figures(plain, tmp_path):
    """Every CSV file saved as OpenDocument by LibreOffice, with all cells as text."""
    landing, expected = plain
    harness.needs(soffice="libreoffice-calc")
    # Columns as text, UTF-8, and commas: LibreOffice's filter options for CSV.
    for path, rows in tables(landing):
        source = tmp_path / "text" / path
        source.parent.mkdir(parents=True, exist_ok=True)
        with source.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows(rows)
        columns = "/".join(f"{number}/2" for number in range(1, max(map(len, rows)) + 1))
        folder = tmp_path / "landing" / path.parent
        command = [
            "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
            f"--infilter=CSV:44,34,76,1,{columns}", "--convert-to", "ods", "--outdir", folder, source
        ]
        subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)
    assert run(tmp_path / "landing", tmp_path / "output") == expected


def test_zip_gives_the_same_figures(plain, tmp_path):
    """The whole landing folder in one archive, as it would be downloaded."""
    landing, expected = plain
    (tmp_path / "landing").mkdir()
    with zipfile.ZipFile(tmp_path / "landing/everything.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sorted(landing.rglob("*.csv")):
            archive.write(source, source.relative_to(landing))
    assert run(tmp_path / "landing", tmp_path / "output") == expected
