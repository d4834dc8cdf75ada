"""Makes up street-level files of data.police.uk: LSOAs and police forces are real, everything else is random from a
seed.

    streets.py FOLDER FIRST-MONTH LAST-MONTH SEED

FOLDER is a folder that `shp init` has written. The files go into its landing folder, as a download would be unzipped.
"""
import csv
import hashlib
import random
import re
import sys
from pathlib import Path

HEADER = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context").split(",")
TYPES = ["Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
         "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person", "Vehicle crime",
         "Violence and sexual offences"]
# Roughly how often each type occurs.
WEIGHTS = [1, 4, 8, 3, 2, 7, 1, 8, 1, 8, 2, 6, 30]
# Files from this month on have the codes of 2021.
NEW_CODES = "2023-06"


def months(first, last):
    year, month = map(int, first.split("-"))
    while f"{year}-{month:02}" <= last:
        yield f"{year}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def rows(force, month, lsoas, chance, per_lsoa):
    """Yields a row for each crime or incident: some have no place, and some occur twice."""
    for number in range(len(lsoas) * per_lsoa):
        code, name = chance.choice(lsoas)
        located = chance.random() > 0.03
        is_asb = chance.random() < 0.3
        identifier = "" if is_asb else hashlib.sha256(f"{force} {month} {number}".encode()).hexdigest()
        row = [identifier, month, force, force, "-1.5" if located else "", "53.5" if located else "",
               "On or near High Street" if located else "No Location", code if located else "",
               name if located else "",
               "Anti-social behaviour" if is_asb else chance.choices(TYPES, WEIGHTS)[0], "", ""]
        yield row
        # As in some downloads, the same crime occurs twice.
        if identifier and chance.random() < 0.01:
            yield row


def write(folder, slug, force, first, last, seed, old, new, per_lsoa=3):
    """Writes the files of a force, with the LSOAs of 2011 and of 2021 as code and name; returns their paths."""
    written = []
    for month in months(first, last):
        chance = random.Random(f"{seed} {slug} {month}")
        path = Path(folder) / month / f"{month}-{slug}-street.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(HEADER)
            writer.writerows(rows(force, month, new if month >= NEW_CODES else old, chance, per_lsoa))
        written.append(path)
    return written


def main(folder, first, last, seed):
    folder = Path(folder)
    definition = next(folder.glob("*.yaml")).read_text(encoding="utf-8")
    force = re.search(r'"(.+)": \[', definition.split("covers:")[1])[1]
    slug = re.search(r"/\d{4}-\d\d-(.+)-street\.csv", (folder / "landing/README.md").read_text(encoding="utf-8"))[1]
    lsoas = {}
    for census in ("2011", "2021"):
        with open(folder / f"Reference/lsoas-{census}.csv", encoding="utf-8", newline="") as file:
            lsoas[census] = [(row["lsoa"], row["name"]) for row in csv.DictReader(file)]
    written = write(folder / "landing", slug, force, first, last, seed, lsoas["2011"], lsoas["2021"], per_lsoa=8)
    print(f"{len(written)} months of {force}, made up")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
