#!/usr/bin/env python3
"""Makes the tables of Pipelines/Reference/national from official files, or checks them against those files.

    Tests/Reference/national.py OFFICIAL TABLES            writes the tables
    Tests/Reference/national.py --check OFFICIAL TABLES    compares them; ends with 1 when they differ

OFFICIAL has the lookups of the Office for National Statistics and its Census 2021 counts as CSV, with the columns that
`official.py` names. Names that are in no official file (the forms of data.police.uk and the Home Office) are in
`written-names.csv` next to this program. That file is edited by hand.
"""
import csv
import io
import sys
from pathlib import Path

from official import Official

HERE = Path(__file__).resolve().parent
OGL = "Open Government Licence v3.0"
ONS = "Office for National Statistics"

SOURCES = [
    # table, source, vintage, note
    ("forces.csv", "LAD to Community Safety Partnership to Police Force Area lookup", "2024",
     "'street_until' is the last month with files at data.police.uk; empty while they go on."),
    ("partnerships.csv", "LAD to Community Safety Partnership to Police Force Area lookup; LAD codes 2016 to 2024", "2024",
     "'parts' are the districts of 2016 that a partnership has always been made of."),
    ("districts.csv", "LAD codes 2016 to 2024", "2016 to 2024",
     "'until' is the last month of a code or name; empty today."),
    ("lsoas.csv", "LSOA (2011) to LSOA (2021) to LAD (2022) lookup; LSOA (2021) to ward to LAD (2024) lookup",
     "2011 and 2021",
     "'census' says which codes a row belongs to. The district of 2016 alone tells partnerships apart."),
    ("denominators.csv", "Census 2021: usual residents by LAD (2021) and households by LAD (2023)", "21 March 2021",
     "Sums of districts. A partnership of parts of a district has no number."),
    ("names.csv", "written by hand from publications of police forces and the Home Office", "2024",
     "How names are written elsewhere."),
]


def text(header, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def forces(official, names):
    rows = []
    for code, name in sorted(official.forces.items()):
        written = {n["writer"]: n["name"] for n in names if n["code"] == code}
        street = (written["data.police.uk"], written["data.police.uk file"], written.get("data.police.uk until", ""))
        rows.append((code, name, *street))
    return text(("code", "name", "street_name", "street_file", "street_until"), rows)


def partnerships(official):
    return text(
        ("code", "name", "force", "districts", "parts"),
        [(code, p.name, p.force, "|".join(sorted(p.districts)), "|".join(sorted(p.parts)))
         for code, p in sorted(official.partnerships.items())])


def districts(official):
    rows = []
    for d in official.district_times():
        of = {official.partnership_of[part] for part in official.parts_of(d.code)}
        rows.append((d.code, d.name, d.until, "|".join(sorted(of))))
    return text(("code", "name", "until", "partnerships"), sorted(rows))


def lsoas(official):
    rows = []
    for code in sorted(official.lsoa11.keys() | official.lsoa21.keys()):
        old, new = official.lsoa11.get(code), official.lsoa21.get(code)
        if old and new and old.name == new.name:
            forms = [("both", new)]
        else:
            forms = [(census, lsoa) for census, lsoa in (("2011", old), ("2021", new)) if lsoa]
        for census, lsoa in forms:
            # A code that is the same in both is in one district, which the later lookup gives.
            rows.append((official.partnership_of[(new or lsoa).district], code, census, lsoa.name))
    return text(("partnership", "lsoa", "census", "name"), sorted(rows))


def denominators(official):
    kinds = [
        ("residents", official.residents, 2021, "residents", "Census 2021: usual residents"),
        ("households", official.households, 2023, "households", "Census 2021: households"),
    ]
    rows = []
    for kind, counts, year, unit, source in kinds:
        for code, p in sorted(official.partnerships.items()):
            value = official.total(p.parts, counts, year)
            if value is not None:
                rows.append((kind, code, value, "2021", unit, f"{source} ({ONS})"))
        for code in sorted(official.forces):
            parts = set().union(*(p.parts for p in official.partnerships.values() if p.force == code))
            rows.append((kind, code, official.total(parts, counts, year), "2021", unit, f"{source} ({ONS})"))
    return text(("denominator", "area", "value", "vintage", "unit", "source"), rows)


def tables(official):
    with open(HERE / "written-names.csv", encoding="utf-8", newline="") as file:
        names = list(csv.DictReader(file))
    known = official.forces.keys() | official.partnerships.keys()
    for name in names:
        if name["code"] not in known:
            sys.exit(f"written-names.csv: no force or partnership has the code {name['code']}")
    return {
        "forces.csv": forces(official, names),
        "partnerships.csv": partnerships(official),
        "districts.csv": districts(official),
        "lsoas.csv": lsoas(official),
        "denominators.csv": denominators(official),
        # The names of data.police.uk are in forces.csv.
        "names.csv": text(("code", "writer", "name"),
                          [(n["code"], n["writer"], n["name"]) for n in names
                           if not n["writer"].startswith("data.police.uk")]),
        "sources.csv": text(
            ("table", "source", "publisher", "licence", "vintage", "note"),
            [(t, s, "this project" if "by hand" in s else ONS, OGL, v, n) for t, s, v, n in SOURCES]),
    }


def main(arguments):
    checking = arguments[:1] == ["--check"]
    if len(arguments) != 2 + checking:
        sys.exit(__doc__)
    folder, target = map(Path, arguments[checking:])
    if not folder.is_dir():
        print(f"skipped: the official files are not there ({folder})")
        return 0
    made = tables(Official(folder))
    differing = []
    for name, content in made.items():
        path = target / name
        if not checking:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != content:
            differing.append(name)
    if differing:
        print(f"differ from what the official files give: {', '.join(differing)}; run {Path(__file__).name} again")
        return 1
    lines = {name: content.count("\n") - 1 for name, content in made.items()}
    print(("same as the official files give: " if checking else "written: ")
          + ", ".join(f"{name} {count}" for name, count in lines.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
