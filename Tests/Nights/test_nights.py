"""A year of nightly runs: 366 nights. On most of them nothing new is delivered.

The clock is at a quarter past two of each night (SOURCE_DATE_EPOCH). A month's extract comes on the 20th of the next
month. Some months get late rows; some extracts are broken and removed again. The test asserts what Operation.md says
about a year: one release for each change of the landing folder that can be read, and no other release; every night is
in the history; the ledger stays small. Nights at the end of the year must take as long as nights at the beginning.
"""

import collections
import datetime
import json
import os
import random
import statistics
import time

import harness

FIRST = datetime.date(2015, 3, 1)
NIGHTS = 366
ROWS = 400
LARGEST_LEDGER = 512 << 10
LARGEST_NIGHTS = 64 << 10
SLOWEST = 2.0
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\r\n"
)
TYPES = ["Anti-social behaviour", "Burglary", "Drugs", "Robbery", "Shoplifting", "Vehicle crime", "Public order"]
LSOAS = ["E01011949", "E01012007", "E01012095", "E01012187"]
chance = random.Random(20150301)


class Year:
    """A landing folder and an output folder, with the expected results."""

    def __init__(self, folder):
        self.landing = folder / "landing"
        self.output = folder / "output"
        self.landing.mkdir()
        self.months = {}
        self.releases = 1  # the release of the first night
        self.refused = 0
        self.seconds = collections.defaultdict(list)
        self.faults = []

    def expect(self, holds, what):
        if not holds:
            self.faults.append(what)

    def land(self, day, month, rows):
        """Writes a month's file into a folder named after the day of delivery: all rows of the month so far, and `rows`
        more."""
        lines = self.months.setdefault(month, [HEADER])
        for _ in range(rows):
            identifier = chance.randbytes(32).hex()
            lsoa, kind = chance.choice(LSOAS), chance.choice(TYPES)
            place = f"Cleveland Police,Cleveland Police,,,On or near,{lsoa},Hartlepool 001A"
            lines.append(f"{identifier},{month},{place},{kind},,\r\n")
        folder = self.landing / f"{day:%Y-%m-%d}"
        folder.mkdir(exist_ok=True)
        (folder / f"{month}-cleveland-street.csv").write_text("".join(lines), newline="")

    def deliver(self, night, day):
        """Delivers what the day before brought; returns whether there is a broken extract now."""
        month = f"{day:%Y-%m}"
        before = f"{day.replace(day=1) - datetime.timedelta(days=1):%Y-%m}"
        broken = self.landing / f"{month}-broken-street.csv"
        if day.day == 20:
            self.land(day, before, ROWS)
            self.releases += 1
        elif day.day == 27 and day.month % 4 == 0:
            self.land(day, before, 10)
            self.releases += 1
        elif day.day == 9 and day.month % 3 == 0:
            # The copy was cut in the middle of a row.
            broken.write_text(HEADER + f'"{"0" * 40}', newline="")
        elif day.day == 11:
            broken.unlink(missing_ok=True)
        else:
            return broken.exists()
        # A file that was as young as the run is read again the next night. These files come in the afternoon, so they
        # are older.
        harness.let_files_age(self.landing)
        return broken.exists()

    def run(self, day, kind):
        moment = datetime.datetime.combine(day, datetime.time(2, 15), datetime.UTC)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}
        places = ["--input", self.landing, "--output", self.output]
        start = time.perf_counter()
        done = harness.shp("run", harness.STREET, *places, allowed=None, env=environment)
        self.seconds[kind].append(time.perf_counter() - start)
        return done

    def history(self, *flags):
        return json.loads(harness.shp("history", "--output", self.output, "--format", "json", *flags, allowed=(0,)).stdout)

    def folders(self):
        quarters = self.output.glob("police-uk-street/*/*")
        return [path for path in quarters if path.is_dir() and not path.is_symlink()]


def ratio(seconds):
    """Returns the median time of the last thirty nights divided by that of the first thirty. The ratio rises when
    nights get slower."""
    share = max(1, min(30, len(seconds) // 2))
    return statistics.median(seconds[-share:]) / statistics.median(seconds[:share])


def test_a_year_of_nights(tmp_path, report):
    year = Year(tmp_path)
    expect = year.expect
    # The quarter before the first delivery of the year is complete.
    for month in ("2014-12", "2015-01", "2014-10", "2014-11"):
        year.land(FIRST - datetime.timedelta(days=1), month, ROWS)
    harness.let_files_age(year.landing)
    for night in range(NIGHTS):
        day = FIRST + datetime.timedelta(days=night)
        known = year.releases
        is_broken = year.deliver(night, day)
        is_new = night == 0 or year.releases > known
        done = year.run(day, "refused" if is_broken else "new" if is_new else "unchanged")
        expected = 65 if is_broken else 0
        year.refused += is_broken
        expect(done.returncode == expected, f"{day}: exit status {done.returncode}: {done.stderr[-300:]}")
        if not is_new and not is_broken:
            expect(done.stdout.startswith("Unchanged:"), f"{day}: a run for nothing: {done.stdout[-300:]}")

    runs = year.history()
    outcomes = collections.Counter(run["outcome"] for run in runs)
    expect(len(runs) == NIGHTS, f"{len(runs)} nights in the history, not {NIGHTS}")
    expect(len({run["began"] for run in runs}) == NIGHTS, "two nights of the history have one time")
    quiet = NIGHTS - year.releases - year.refused
    due = {"published": year.releases, "refused": year.refused, "unchanged": quiet}
    expect(outcomes == due, f"outcomes {dict(outcomes)}, not {due}")
    codes = {run["codes"] for run in runs if run["outcome"] == "refused"}
    expect(codes == {"truncated"}, f"refused for {codes}")
    releases = year.history("--releases")
    expect(len(releases) == year.releases, f"{len(releases)} releases in the ledger, not {year.releases}")
    expect(len(year.folders()) == year.releases, f"{len(year.folders())} release folders, not {year.releases}")
    extracts = year.history("--extracts")
    expect(len(extracts) == len(list(year.landing.rglob("*.csv"))), f"{len(extracts)} extracts in the ledger")
    for extract in extracts:
        if "2015-05-cleveland" in extract["file"]:
            expect(extract["first"] == "2015-06-20T02:15:00Z", f"first seen {extract['first']}")
    figures = year.history("--figure", "Robbery", "--area", "Hartlepool", "--measure", "value")
    expect(len(figures) == year.releases, f"{len(figures)} values of a figure over {year.releases} releases")

    ledger = (year.output / "state/ledger.sqlite").stat().st_size
    nights = (year.output / "state/ledger.sqlite.unchanged").stat().st_size
    expect(ledger <= LARGEST_LEDGER, f"a ledger of {ledger} bytes, more than {LARGEST_LEDGER}")
    expect(nights <= LARGEST_NIGHTS, f"{nights} bytes of unchanged nights, more than {LARGEST_NIGHTS}")
    slower = ratio(year.seconds["unchanged"])
    expect(slower <= SLOWEST, f"unchanged nights take {slower:.2f} times as long at the end of the year")

    assert not year.faults, "\n".join(year.faults[:20])
    report(
        f"{NIGHTS} nights: {dict(outcomes)}; ledger {ledger >> 10} KiB and {nights >> 10} KiB of unchanged nights; "
        f"an unchanged night takes {statistics.median(year.seconds['unchanged']) * 1000:.0f} ms, "
        f"a new release {statistics.median(year.seconds['new']) * 1000:.0f} ms; "
        f"the last month's nights take {slower:.2f} of the first month's"
    )
