"""The job in plain Python, slow and easy to check. The other programs must give the same results.

When rows have one Crime ID, the first counts. With several extracts it is the first row of the last extract that has
the Crime ID, because a later delivery supersedes an earlier one.
"""

import collections
import csv
import re

import street_job as job

options = job.arguments()
crime_types, months = set(job.CRIME_TYPES), set(job.MONTHS)
lsoa_code = re.compile(job.LSOA_CODE)


def reason(row):
    """Returns why the row does not count, or None when it does."""
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
# Extract and cell of the row that counts, by identifier; kept small because there may be twenty million.
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
