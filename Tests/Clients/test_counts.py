"""DuckDB counts the sample's incidents independently, and the process chart is calculated a second time.

Only rules that SQL can express in a line are repeated here: the last row of an identifier counts; cancelled crimes and
rows outside the four areas do not count. The joins and casts drop values that are not dates or codes.
"""

import csv
import pathlib
import re

import duckdb

import harness


def sound_rows(reader):
    """Yields every row except those with a quote in the wrong place; the reader then continues with the next line."""
    while True:
        try:
            yield next(reader)
        except csv.Error:
            continue
        except StopIteration:
            return


def union(folder, columns):
    """Returns the rows of all files of a folder as text, by header names, with the order of deliveries and of rows."""
    parts = []
    for order, path in enumerate(sorted(pathlib.Path(folder).glob("*.csv"))):
        encoding = "utf-8"
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            encoding = "cp1252"
        rows = []
        with open(path, newline="", encoding="utf-8-sig" if encoding == "utf-8" else encoding) as file:
            reader = sound_rows(csv.reader(file, strict=True))
            header = next(reader)
            index = [next(i for i, name in enumerate(header) if name in names) for names in columns.values()]
            for number, row in enumerate(reader):
                if len(row) == len(header):
                    rows.append([order, number] + [row[i] for i in index])
        parts += rows
    return parts


def reading(values):
    """Returns the reading of the last three values of a series that should fall. The Making Data Count rules are
    applied to strings of signs."""
    mean = sum(values) / len(values)
    limit = 3 / 1.128 * sum(abs(b - a) for a, b in zip(values, values[1:])) / (len(values) - 1)
    sides = "".join("+" if value > mean else "-" if value < mean else "0" for value in values)
    near = "".join("n" if abs(value - mean) * 3 > limit * 2 else "." for value in values)
    steps = "".join("+" if b > a else "-" if b < a else "0" for a, b in zip(values, values[1:]))
    signs = [[] for _ in values]
    for place, value in enumerate(values):
        if abs(value - mean) > limit:
            signs[place].append(sides[place])
    for run in re.finditer(r"\+{7,}|-{7,}", sides):
        for place in range(*run.span()):
            signs[place].append(run[0][0])
    for start in range(len(values) - 2):
        if sides[start:start + 3] in ("+++", "---") and near[start:start + 3].count("n") > 1:
            for place in range(start, start + 3):
                if near[place] == "n":
                    signs[place].append(sides[place])
    for run in re.finditer(r"\+{6,}|-{6,}", steps):
        for place in range(run.start(), run.end() + 1):
            signs[place].append(run[0][0])
    latest = [found for found in signs[-3:] if found]
    if not latest:
        return "Common cause"
    return "Special cause – " + {"-": "improving", "+": "concerning"}[latest[-1][0]]


def test_duckdb_counts_the_same_incidents(release, report):
    landing, reference = harness.LANDING, harness.ROOT / "Pipelines/Reference"
    db = duckdb.connect()
    for table, file in (("lsoa", "cleveland-lsoa-2011.csv"), ("area", "cleveland-areas.csv")):
        db.execute(f"CREATE TABLE {table} AS SELECT * FROM read_csv('{reference / file}', all_varchar=true)")
    columns = {
        "id": ["Incident Number", "Log Number"],
        "day": ["Created", "Incident Date"],
        "code": ["Closing Code"],
        "lsoa": ["LSOA", "LSOA Code"],
    }
    db.execute("CREATE TABLE asb (delivery INT, n INT, id TEXT, day TEXT, code TEXT, lsoa TEXT)")
    db.executemany("INSERT INTO asb VALUES (?, ?, ?, ?, ?, ?)", union(f"{landing}/asb", columns))
    db.execute(
        """
        CREATE TABLE counted AS
        WITH sound AS (
            SELECT *, coalesce(try_strptime(day, '%d/%m/%Y %H:%M'), try_strptime(day, '%Y-%m-%dT%H:%M:%S')) AS moment
            FROM asb
            WHERE regexp_full_match(lsoa, '[EW]01[0-9]{6}') AND regexp_full_match(id, '[0-9]{6}-[0-9]{5}')
              AND code IN ('AS21', 'AS22', 'AS23', 'NC01', 'NC02')
        ), standing AS (
            SELECT * FROM sound WHERE moment IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY id ORDER BY delivery DESC, n DESC) = 1
        )
        SELECT area.short_name AS area, standing.code, moment
        FROM standing JOIN lsoa USING (lsoa) JOIN area ON area.code = lsoa.area
        WHERE standing.code LIKE 'AS%'
        """
    )
    counted = db.execute(
        """
        SELECT area, code, count(*) FROM counted
        WHERE moment >= '2019-04-01' AND moment < '2019-07-01' GROUP BY ALL
        """
    ).fetchall()
    months = db.execute(
        """
        SELECT count(*) FROM counted
        WHERE area = 'Hartlepool' AND moment >= '2017-07-01' AND moment < '2019-07-01'
        GROUP BY date_trunc('month', moment) ORDER BY date_trunc('month', moment)
        """
    ).fetchall()
    with open(f"{release}/figures.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
        figures = {
            (row["area"], row["row"][:4]): int(row["value"])
            for row in rows
            if row["table"] == "asb-force" and row["measure"] == "value" and row["row"].startswith("AS")
        }
    ours = {key: value for key, value in figures.items() if key[0] != "Cleveland"}
    theirs = {(area, code): count for area, code, count in counted}
    assert ours == theirs, f"release {ours}, DuckDB {theirs}"
    printed = [row["display"] for row in rows if row["measure"] == "variation" and row["row"].startswith("Anti-social")]
    assert len(months) == 24 and printed == [reading([count for (count,) in months])], f"{printed}, months {months}"
    report(f"{len(ours)} counts equal, and the process chart of {len(months)} months")
