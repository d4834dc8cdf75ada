"""Reads the annotated workbook of `shp audit` with openpyxl.

The workbook has a sheet of findings and a sheet for each table. Each sheet has one marked-up table. Every finding that
names a cell has a note on that cell, and no other cell has a note.
"""

import csv
import io

import openpyxl

import harness


def test_every_finding_has_a_note_at_its_cell(tmp_path, report):
    tables = sorted((harness.ROOT / "Tests/Golden/audit-text/tables").glob("*.csv"))
    definition = ["--definition", harness.PERFORMANCE, "--format", "csv", "--xlsx", tmp_path / "audit.xlsx"]
    found = harness.shp("audit", *tables, *definition, allowed=(0, 65)).stdout
    findings = [row for row in csv.DictReader(io.StringIO(found, newline="")) if row["row"]]
    assert findings
    workbook = openpyxl.load_workbook(tmp_path / "audit.xlsx")
    faults = []
    if workbook.sheetnames[0] != "Findings":
        faults.append(f"the first sheet is {workbook.sheetnames[0]}")
    noted = {}
    for sheet in workbook:
        if len(sheet.tables) != 1:
            faults.append(f"{sheet.title}: {len(sheet.tables)} tables")
        if sheet.merged_cells.ranges or sheet.sheet_state != "visible":
            faults.append(f"{sheet.title}: merged cells, or hidden")
        if sheet["A1"].value is None:
            faults.append(f"{sheet.title}: A1 is empty")
        (table,) = sheet.tables.values()
        top, left = sheet[table.ref.split(":")[0]].row, 1
        headings = [cell.value for cell in sheet[top]]
        for row in sheet.iter_rows(min_row=top + 1):
            if sheet.title == "Findings":
                continue
            for cell in row:
                if cell.comment is not None:
                    labels = [str(other.value) for other in row[:2]]
                    noted[(sheet.title, labels[0], labels[1], headings[cell.column - left])] = cell.comment.text
                    if not any(word in str(row[-1].value) for word in ("should be", "note", "error")):
                        faults.append(f"{sheet.title}!{cell.coordinate}: the last column does not name the finding")
    for finding in findings:
        hits = [
            text for (sheet, *labels, heading), text in noted.items()
            if finding["table"].startswith(sheet) and finding["row"] in labels and heading == finding["column"]
        ]
        if not any(finding["rule"] in text and finding["proposed"] in text for text in hits):
            faults.append(f"no note for {finding}")
    cells = {(f["table"], f["row"], f["column"]) for f in findings}
    if len(noted) != len(cells):
        faults.append(f"{len(noted)} notes for {len(cells)} cells")
    assert not faults, "\n".join(faults)
    report(f"{len(workbook.sheetnames)} sheets, {len(noted)} notes at cells")
