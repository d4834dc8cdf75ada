"""Reads an annotated workbook with openpyxl: a sheet of findings and one a table, each with one marked-up table; every
finding that names a cell has a note at that cell, and no other cell has one. Usage: check_audit.py WORKBOOK FINDINGS.csv
(what `shp audit --format csv` says of the same tables)."""
import csv
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    findings = [row for row in csv.DictReader(file) if row["row"]]
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
                if not any("should be" in str(c.value) or "note" in str(c.value) or "error" in str(c.value) for c in row[-1:]):
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
if faults:
    sys.exit("\n".join(faults))
print(f"{len(workbook.sheetnames)} sheets, {len(noted)} notes at cells")
