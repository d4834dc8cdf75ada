"""LibreOffice prints every sheet of a release without an empty page or a cut-off text.

Each sheet is printed separately, so that a fault can name its sheet.
"""

import re
import subprocess
from collections import Counter

from openpyxl import load_workbook

import harness


def words(text):
    """Returns the text without hyphens and blanks. Lines may break there, so line breaks make no difference."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def shown(cell):
    """Returns what must be on the page: the words, or the number in its format."""
    if isinstance(cell.value, str):
        return words(cell.value)
    places = len(re.search(r"0(?:\.(0+))?", cell.number_format)[1] or "")
    return words(f"{abs(cell.value):,.{places}f}")


def test_every_cell_is_printed(release, tmp_path, report):
    harness.needs(soffice="libreoffice-calc", pdftotext="poppler-utils")
    cells = pages = 0
    for workbook in sorted(release.glob("*.xlsx")):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", str(tmp_path), str(workbook)], check=True, capture_output=True, timeout=300)
        pdf = tmp_path / f"{workbook.stem}.pdf"
        # In the order of the cells, not of the page, so that a cell's lines stay together.
        command = ["pdftotext", "-raw", str(pdf), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        printed = text.split("\f")[:-1]
        for number, page in enumerate(printed, 1):
            assert len(page.split()) > 3, f"{workbook.name}: page {number} of {len(printed)} is empty"
        assert "###" not in text, f"{workbook.name}: a number does not fit into its cell"
        pages += len(printed)
        everything = words(text)
        book = load_workbook(workbook)
        wanted = Counter(
            shown(cell) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
            if cell.value is not None)
        for piece, count in wanted.items():
            found = everything.count(piece)
            assert found >= count, f"{workbook.name}: '{piece}' is printed {found} times, not {count}"
            cells += count
    report(f"{pages} pages, none empty; {cells} cells, each with its whole text")
