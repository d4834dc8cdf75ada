"""Runs three deliveries of the sample quarter, as an analyst would.

The first release is issued. Late rows follow, then reclassified crimes, a cancelled crime, a crime in another area and
one in another month. Every cause must be named in the workbook's sheet and in revisions.csv. The weights of counts must
add up to the change, and the first release must be made again byte for byte.
"""

import collections
import csv
import re
import shutil

import openpyxl

import harness
from harness import QUARTER

HEADER = "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"
FIRST = "crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv"


def test_three_deliveries_give_every_cause(tmp_path, report):
    place = tmp_path / "landing"
    output = tmp_path / "output"
    shutil.copytree(harness.LANDING, place)
    run = ["run", harness.PERFORMANCE, "--quarter", QUARTER, "--input", place, "--output", output, "--quiet"]
    quarter = output / "shp-performance" / QUARTER
    harness.shp(*run, allowed=(0,))
    first = (quarter / "latest").resolve()
    before = files(first)
    harness.shp("issue", QUARTER, "--output", output, "--on", "2019-07-25", "--quiet", allowed=(0,))
    deliver(place, "2019-08-05_late.csv", [f"HP19/70000{n},14/05/2019,8N,,E01011954,Hartlepool,N,N,N" for n in "123"])
    deliver(place, "2019-09-02_revised.csv", revised(place))
    harness.shp(*run, allowed=(0,))
    causes_of = check_csv(quarter / "latest" / "revisions.csv")
    rows = check_sheet(next((quarter / "latest").glob("*.xlsx")), causes_of)
    harness.shp(*run, "--as-at", "2019-07-24", allowed=(0,))
    assert files(first) == before, "the first release has other bytes"
    for release in (first, (quarter / "latest").resolve()):
        said = harness.shp("regenerate", release, "--input", place, allowed=(0,)).stdout
        assert said.startswith("Byte-identical"), said
    causes = ", ".join(sorted({cause for causes in causes_of.values() for cause in causes}))
    report(f"{rows} figures on the sheet, each with its causes ({causes}); the first release made again byte for byte")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def deliver(place, name, rows):
    (place / "crime" / name).write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")


def revised(place):
    """Returns corrections of assaults of May 2019 in Hartlepool that no other row repeats or corrects."""
    later = (place / "crime/2019-07-17_force-crime_corrections.csv").read_text(encoding="utf-8")
    with open(place / FIRST, encoding="utf-8", newline="") as file:
        known = [
            row for row in csv.DictReader(file)
            if row["Home Office Classification"] == "008N" and row["District"] == "Hartlepool"
            and row["Date Recorded"].startswith("2019-05") and row["Crime Cancelled"] == "No"
            and row["LSOA Code"].startswith("E0101") and row["Crime Reference Number"] not in later]
    number = collections.Counter(row["Crime Reference Number"] for row in known)
    single = [row for row in known if number[row["Crime Reference Number"]] == 1][:5]

    def row(index, code="8N", date=None, area="Hartlepool", cancelled="N"):
        own = single[index]
        lsoa = own["LSOA Code"] if area == "Hartlepool" else "E01012019"
        day = date or own["Date Recorded"]
        return ",".join([own["Crime Reference Number"], day, code, "", lsoa, area, "N", "N", cancelled])

    return [row(0, code="8L"), row(1, code="8L"), row(2, cancelled="Y"), row(3, area="Middlesbrough"),
            row(4, date="2019-07-02")]


def check_csv(path):
    """Returns the causes of each figure, and checks that weights add up to the change where there are any."""
    causes_of = collections.defaultdict(dict)
    changes = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = tuple(row[name] for name in ("table", "section", "row", "area", "measure", "period"))
            causes_of[key][row["cause"]] = float(row["weight"]) if row["weight"] else None
            changes[key] = float(row["change"]) if row["change"] else None
    counts = 0
    for key, causes in causes_of.items():
        if changes[key] is None or None in causes.values():
            continue
        counts += 1
        assert abs(sum(causes.values()) - changes[key]) < 1e-9, (key, causes, changes[key])
    assert counts > 10, counts
    key = ("recorded-crime-local", "victim-based", "Violence with injury", "Hartlepool", "value", QUARTER)
    wanted = {"cancelled": -1, "moved-area": -1, "redated": -1, "reclassified": -2, "late-rows": 3}
    assert causes_of[key] == wanted, causes_of[key]
    return causes_of


def check_sheet(path, causes_of):
    sheet = openpyxl.load_workbook(path)["Revisions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(index for index, row in enumerate(rows) if row[0] == "Table")
    assert rows[start][6] == "Why it differs", rows[start]
    body = rows[start + 1:]
    assert len(body) == len(causes_of), f"{len(body)} rows for {len(causes_of)} figures"
    own = next(row for row in body if row[1] == "Violence with injury" and row[3] == f"value, {QUARTER}")
    assert (own[4], own[5]) == (247, 245), own
    assert re.fullmatch(r"cancelled -1, moved .* -1, moved .* -1, reclassified -2, late rows \+3", own[6]), own[6]
    return len(body)
