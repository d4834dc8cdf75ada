"""frictionless and shp reject the same cells with the same schema.

The folder `parity` has schema.yaml and the extracts. Known differences between the two programs are listed here, with
the reason. The check fails for a difference that is not listed, and for a listed difference that no longer occurs.
"""

import csv
import io
import pathlib

from frictionless import Resource, Schema, system

import harness

DIGITS = "Python's int and Decimal read more than plain digits; such counts are rarely intended, so shp rejects them"
WIDTHS = "strptime reads days and months of one digit; a form of fixed widths separates 01/04 from 1/04/1"
ANCHOR = "frictionless matches ^AA00|X$, where the anchors bind closer than |; a pattern must match the whole value"
BLANK = "a blank line is no row: shp counts it separately and has no row to reject"
EMPTY = "a row of delimiters only has no value: shp counts it as a blank line"

ZERO = "spreadsheets and data frames write whole numbers like this, and only zeros follow the point"

# (file, line, column or None for the row's shape, value): which program rejects the cell, and why the other does not.
DIFFERENCES = {
    ("constraints.csv", 16, "code", "AB123"): ("shp", ANCHOR),
    ("constraints.csv", 20, "code", "AB12 "): ("shp", ANCHOR),
    ("constraints.csv", 24, "code", "AB12X"): ("shp", ANCHOR),
    ("shape.csv", 10, None, ""): ("frictionless", BLANK),
    ("shape.csv", 13, None, ",,,,,,,,,,,,"): ("frictionless", EMPTY),
    ("types.csv", 5, "count", "1.0"): ("frictionless", ZERO),
    ("types.csv", 7, "count", "5 "): ("shp", DIGITS),
    ("types.csv", 10, "count", "+5"): ("shp", DIGITS),
    ("types.csv", 18, "share", ".5"): ("shp", DIGITS),
    ("types.csv", 19, "share", "5."): ("shp", DIGITS),
    ("types.csv", 20, "share", "1e1"): ("shp", DIGITS),
    ("types.csv", 30, "day", "2019-4-1"): ("shp", WIDTHS),
    ("types.csv", 37, "british day", "1/4/2019"): ("shp", WIDTHS),
    ("types.csv", 50, "month", "2019-4"): ("shp", WIDTHS),
}


FOLDER = pathlib.Path(__file__).resolve().parent / "parity"


def test_the_same_cells_are_rejected(report):
    schema = FOLDER / "schema.yaml"
    found, compared, alike = {}, 0, 0
    for path in sorted(FOLDER.glob("*.csv")):
        theirs, ours = of_frictionless(path, schema), of_shp(path, schema)
        assert theirs and ours, f"{path}: nothing is rejected"
        # No value of these files has a line break, so a row is a line.
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        for line, column in theirs ^ ours:
            value = ",".join(rows[line - 1]) if column is None else rows[line - 1][rows[0].index(column)]
            found[path.name, line, column, value] = "shp" if (line, column) in ours else "frictionless"
        compared += sum(len(row) for row in rows[1:])
        alike += len(theirs & ours)
    wrong = [
        f"only {who} rejects {place}, which is not listed" for place, who in found.items() if place not in DIFFERENCES
    ]
    for place, (who, reason) in DIFFERENCES.items():
        if found.get(place) != who:
            wrong.append(f"listed, but no longer so: only {who} rejects {place} ({reason})")
    assert not wrong, "\n".join(wrong)
    report(f"{compared} cells, {alike} rejected by both, {len(found)} by one for a listed reason")


def of_frictionless(path, schema):
    """Returns (line, column) of every rejected cell. The column is None when the row has a wrong shape, whatever else
    is wrong."""
    with system.use_context(trusted=True):
        report = Resource(path=str(path), schema=Schema.from_descriptor(str(schema))).validate(limit_errors=10_000)
    cells, shapes = set(), set()
    for error in (error.to_dict() for error in report.tasks[0].errors):
        if error["type"] in ("extra-cell", "missing-cell", "blank-row"):
            shapes.add(error["rowNumber"])
        else:
            cells.add((error["rowNumber"], error["fieldName"]))
    return {(line, column) for line, column in cells if line not in shapes} | {(line, None) for line in shapes}


def of_shp(path, schema):
    """Returns (line, column) of every cell that shp rejects; notes do not reject cells."""
    run = harness.shp("validate", path, "--schema", schema, "--format", "csv", allowed=(0, 65), text=False)
    problems = csv.DictReader(io.StringIO(run.stdout.decode(), newline=""))
    return {(int(row["line"]), row["column"] or None) for row in problems if row["severity"] != "note"}
