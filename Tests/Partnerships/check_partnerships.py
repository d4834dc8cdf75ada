"""Partnerships of every kind are set up by `shp init`, run on made-up street-level files, and counted again by DuckDB.
DuckDB takes areas only from the lookups of the Office for National Statistics. Usage: check_partnerships.py SHP
OFFICIAL
"""
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parent))
import streets

# Name; and the force whose files have the partnership, in both forms of data.police.uk.
CASES = [
    ("Hartlepool", "cleveland", "Cleveland Police"),
    ("East and Mid Devon", "devon-and-cornwall", "Devon & Cornwall Police"),  # several districts
    ("North Hampshire", "hampshire", "Hampshire Constabulary"),
    ("Bournemouth", "dorset", "Dorset Police"),  # one district, three partnerships
    ("Dorset CSP", "dorset", "Dorset Police"),  # a district and a part of another
    ("Waveney", "suffolk", "Suffolk Constabulary"),  # a district that two partnerships share
    ("Cwm Taf", "south-wales", "South Wales Police"),  # Welsh, with two districts
    ("Camden", "metropolitan", "Metropolitan Police Service"),  # London
    ("North Yorkshire CSP", "north-yorkshire", "North Yorkshire Police"),  # a county, unitary since 2023
    ("Carlisle", "cumbria", "Cumbria Constabulary"),  # the district merged in 2023, the partnership did not
    ("Somerset", "avon-and-somerset", "Avon and Somerset Constabulary"),  # merged twice since 2019
]
# A quarter before the mergers of April 2023, with codes of 2011; one after them, with both; and one with only 2021
# codes.
FIRST, LAST = "2022-04", "2024-06"
QUARTERS = {"2022-23-Q1": ("2022-04", "2022-06"), "2023-24-Q1": ("2023-04", "2023-06"),
            "2024-25-Q1": ("2024-04", "2024-06")}
GROUPS = {
    "burglary": ["Burglary"],
    "vehicle-crime": ["Vehicle crime"],
    "violence-and-sexual-offences": ["Violence and sexual offences"],
    "asb": ["Anti-social behaviour"],
    "crime": streets.TYPES,
}


def lookups(official):
    """Makes a table `lsoa` of code and partnership from the official files. When a district has several partnerships,
    the district in an LSOA's name of 2011 decides."""
    db = duckdb.connect()
    for name in ("lsoa11_lsoa21_ltla22", "lsoa21_ward24_ltla24", "ltla24_csp24_pfa24"):
        db.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{official}/{name}.csv', all_varchar=true)")
    db.execute(r"""
        CREATE TABLE placed AS
        WITH pair AS (
            SELECT lsoa11_code, lsoa21_code, ltla24_code, regexp_replace(lsoa11_name, ' \d{3}[A-Z]+$', '') AS district
            FROM lsoa11_lsoa21_ltla22 JOIN lsoa21_ward24_ltla24 USING (lsoa21_code)
        ), shared AS (
            SELECT ltla24_code FROM ltla24_csp24_pfa24 GROUP BY 1 HAVING count(*) > 1
        )
        SELECT lsoa11_code, lsoa21_code, csp24_code, csp24_name, pfa24_code
        FROM pair JOIN ltla24_csp24_pfa24 USING (ltla24_code)
        WHERE ltla24_code NOT IN (FROM shared)
            OR csp24_name = district
            OR (csp24_name = 'Dorset' AND district = 'Christchurch')
            OR (csp24_name = 'Daventry and South Northamptonshire' AND district IN ('Daventry', 'South Northamptonshire'))
    """)
    # A code of both Censuses has the partnership of the later lookup. A 2011 code divided between partnerships is left
    # out.
    db.execute("""
        CREATE TABLE lsoa AS
        SELECT lsoa21_code AS code, any_value(csp24_code) AS csp FROM placed GROUP BY 1
        UNION ALL
        SELECT lsoa11_code, min(csp24_code) FROM placed WHERE lsoa11_code NOT IN (SELECT lsoa21_code FROM placed)
        GROUP BY 1 HAVING count(DISTINCT csp24_code) = 1
    """)
    return db


def figures(release):
    with open(release / "figures.csv", encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file)
                if row["table"] == "partnerships" and row["measure"] == "value"]


def check(shp, db, case, folder):
    name, slug, force_name = case
    new = folder / slug
    made = subprocess.run([shp, "init", name, "--output", new], capture_output=True, text=True)
    assert made.returncode == 0, f"{name}: {made.stderr}"
    definition = next(new.glob("*.yaml"))
    home = next(line.split()[1] for line in definition.read_text().splitlines() if line.startswith("  home: "))
    force = "(SELECT any_value(pfa24_code) FROM placed WHERE csp24_code = ?)"
    old, new_codes = (
        [(code, "Somewhere 001A") for (code,) in db.execute(f"""
            SELECT DISTINCT {column} FROM placed
            WHERE pfa24_code = {force} AND {column} IN (SELECT code FROM lsoa) ORDER BY 1""", [home]).fetchall()]
        # As in real files, a few rows are from elsewhere.
        + [("E01000001", "City of London 001A"), ("W01000001", "Isle of Anglesey 007A")]
        for column in ("lsoa11_code", "lsoa21_code"))
    files = streets.write(new / "landing", slug, force_name, FIRST, LAST, name, old, new_codes)
    compared = 0
    for quarter, (first, last) in QUARTERS.items():
        run = subprocess.run(
            [shp, "run", definition, "--quarter", quarter, "--output", new / "output"], capture_output=True, text=True)
        assert run.returncode == 0, f"{name}: {run.stdout}{run.stderr}"
        # The guide in the landing folder is not taken for an extract.
        assert "README" not in run.stderr, f"{name}: {run.stderr}"
        release = new / "output" / definition.stem / quarter / "latest"
        counted = db.execute(f"""
            WITH street AS (
                SELECT *, row_number() OVER (PARTITION BY "Crime ID") AS copy
                FROM read_csv({[str(f) for f in files]}, all_varchar=true)
            )
            SELECT csp, "Crime type", count(*) FROM street JOIN lsoa ON code = "LSOA code"
            WHERE Month BETWEEN ? AND ? AND ("Crime ID" IS NULL OR copy = 1) GROUP BY ALL""", [first, last]).fetchall()
        total = {}
        for csp, kind, number in counted:
            total[csp, kind] = number
        seen = set()
        for figure in figures(release):
            group = figure["subject"].removeprefix("street:")
            if group not in GROUPS or figure["area_code"].startswith(("E23", "W15")):
                continue
            expected = sum(total.get((figure["area_code"], kind), 0) for kind in GROUPS[group])
            assert figure["value"] == str(expected), f"{name} {quarter} {figure}: DuckDB has {expected}"
            seen.add(figure["area_code"])
            compared += 1
        assert home in seen, f"{name}: no figure of {home}"
        with open(release / "figures.csv", encoding="utf-8") as file:
            rates = [f for f in csv.DictReader(file) if f["measure"] == "rate" and f["area_code"] == home]
        assert rates and all("residents, 2021" in f["unit"] for f in rates), f"{name}: {rates[:1]}"
    # The definition is next to the output folder, where it is found without an option.
    area = next(f["area"] for f in figures(release) if f["area_code"] == home)
    explained = subprocess.run([shp, "explain", release, "Burglary", "--area", area], capture_output=True, text=True)
    assert explained.returncode == 0, f"{name}: {explained.stderr}"
    return compared


def main(shp, official):
    shp = str(Path(shp).resolve())
    db = lookups(official)
    partnerships = db.execute("SELECT count(DISTINCT csp) FROM lsoa").fetchone()[0]
    assert partnerships == 314, f"{partnerships} partnerships have LSOAs"
    compared = 0
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            compared += check(shp, db, case, Path(folder))
    print(f"{len(CASES)} partnerships, {compared} counts as DuckDB has them")


main(*sys.argv[1:])
