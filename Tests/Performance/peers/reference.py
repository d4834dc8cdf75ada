"""The job in plain Python, slow and easy to check: what the others must equal.

Of rows with one Crime ID the first counts; with several extracts, the first of the last extract that has it, because
a later delivery supersedes an earlier one.
"""

import collections
import csv
import re

import street_job as job

options = job.arguments()
crime_types, months = set(job.CRIME_TYPES), set(job.MONTHS)
lsoa_code = re.compile(job.LSOA_CODE)


def reason(row):
    """Why the row does not count; None when it does."""
    if len(row) != len(job.COLUMNS):
        return job.FIELD_COUNT
    if row[9] not in crime_types:
        return job.CRIME_TYPE
    if row[1] not in months:
        return job.MONTH
    if not row[7] and not row[8]:
        return job.NO_LOCATION
    return None if lsoa_code.fullmatch(row[7]) else job.LSOA


counts = collections.Counter()
# By identifier, the extract and the cell of the row that stands; small, for there may be twenty million.
standing = {}
cells = {}
with open(options.rejects, "w", newline="") as rejects:
    writer = csv.writer(rejects, lineterminator="\n")
    writer.writerow(["reason", *job.COLUMNS])
    for extract, path in enumerate(options.extracts):
        with open(path, newline="") as file:
            reader = csv.reader(file)
            next(reader)
            for row in reader:
                why = reason(row)
                if why:
                    writer.writerow([why, *row])
                    continue
                cell = (row[8][:-5], row[1], row[9])
                if options.repeats == "dup" and row[0]:
                    own = cells.setdefault((extract, cell), (extract, cell))
                    identifier = bytes.fromhex(row[0])
                    if identifier in standing:
                        other, its_cell = standing[identifier]
                        if other == extract:
                            continue
                        counts[its_cell] -= 1
                    standing[identifier] = own
                counts[cell] += 1

with open(options.counts, "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(job.COUNTS_HEADER)
    writer.writerows([*cell, counts[cell]] for cell in sorted(counts) if counts[cell])
