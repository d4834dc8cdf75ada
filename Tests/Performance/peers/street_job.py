"""What all forms of the job share: columns, vocabulary and arguments.

The job counts the valid rows of street-level crime by area (the LSOA's name without its last five characters), month
and crime type, and writes the other rows with a reason. When valid rows have the same Crime ID, the first counts,
unless the arguments say otherwise; a repeat is left out and is not a rejected row. A row without LSOA code and name has
no area. It is not counted and not at fault, and is written with the other rows under its own reason.
"""

import argparse
import pathlib

COLUMNS = [
    "crime_id", "month", "reported_by", "falls_within", "longitude", "latitude", "location", "lsoa_code", "lsoa_name",
    "crime_type", "outcome", "context",
]

CRIME_TYPES = [
    "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
    "Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
    "Vehicle crime", "Violence and sexual offences",
]

MONTHS = [f"{year}-{month:02}" for year in range(2010, 2031) for month in range(1, 13)][11:]

LSOA_CODE = "[EW]01[0-9]{6}"

COUNTS_HEADER = ["area", "month", "category", "count"]

FIELD_COUNT, CRIME_TYPE, MONTH, LSOA, NO_LOCATION = "field-count", "crime-type", "month", "lsoa", "no-location"


def arguments():
    """Returns the arguments: the extracts in the order of their names, the output files and the options."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("counts")
    parser.add_argument("rejects")
    parser.add_argument("repeats", choices=["dup", "nodup"], help="whether rows are compared by their Crime ID")
    parser.add_argument("--threads", type=int, default=2)
    parsed = parser.parse_args()
    parsed.extracts = sorted(str(path) for path in parsed.folder.glob("*-street.csv"))
    return parsed
