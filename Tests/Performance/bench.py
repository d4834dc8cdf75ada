#!/usr/bin/env python3
"""Measures the whole job – `shp run` with a real definition – against DuckDB and Polars, and writes the page
Benchmarks.

    bench.py quick                            120 MB, a minute
    bench.py whole scaling --write-page       1.2 GB, then other sizes, threads, files and forms: half an hour
    bench.py stages workbook                  ingestion by stages on one thread; a workbook of a million cells
    bench.py nights                           a night with nothing new, compared with a full run; start-up

Cases run in turn (A B C A B C …) after a warm-up. Nothing is timed unless the warm-up's results equal the reference
cell by cell. Each ratio is of two times in the same round, so that a noisy machine disturbs both. The medians of all
rounds are given, with the smallest and the largest. This program builds nothing: `make bench` builds shp, and makes the
environment of the other programs.
"""

import argparse
import collections
import csv
import dataclasses
import hashlib
import itertools
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests"))

import harness  # noqa: E402 (its folder is on the path from here on)

PAGE = ROOT / "Sources/shp/shp.docc/Benchmarks.md"
MEGABYTE = 1_000_000
SEED = 42


# What is measured


@dataclasses.dataclass(frozen=True)
class Data:
    """A landing folder of generated extracts with the reference results; kept between runs."""

    megabytes: int
    files: int = 1
    quoted: bool = False
    shuffled: bool = False

    @property
    def name(self):
        forms = [f"{self.megabytes}MB", f"{self.files}-files"] + ["quoted"] * self.quoted + ["shuffled"] * self.shuffled
        return "-".join(forms)

    @property
    def folder(self):
        return options.data / self.name

    @property
    def extracts(self):
        return self.folder / "extracts"

    @property
    def output(self):
        """The folder that programs write to. Each set of data has its own, because shp remembers only the last run's
        files."""
        return self.folder / "output"

    def make(self):
        """Generates the extracts, unless the same generator has already made them."""
        generator = options.build / "street-generator"
        forms = ["--seed", SEED] + ["--quote-all"] * self.quoted + ["--shuffle"] * self.shuffled
        # A small sample identifies the generator, because the program's own bytes differ with every linking.
        sample = subprocess.run(texts(generator, MEGABYTE, *forms), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        stamp, mark = self.folder / "generator", hashlib.sha256(sample.stdout).hexdigest()
        if stamp.exists() and stamp.read_text() == mark:
            return
        say(f"generating {self.name}")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.extracts.mkdir(parents=True)
        self.output.mkdir()
        run(texts(generator, self.megabytes * MEGABYTE, "--files", self.extracts, self.files, *forms))
        stamp.write_text(mark)

    def reference(self, repeats):
        """Returns the files of counts and rejected rows that every program must produce."""
        counts, rejects = self.folder / f"{repeats}-counts.csv", self.folder / f"{repeats}-rejects.csv"
        script = HERE / "peers/reference.py"
        stamp, mark = self.folder / f"{repeats}-reference", digest(script, HERE / "peers/street_job.py")
        if not (stamp.exists() and stamp.read_text() == mark):
            say(f"reference for {self.name}, {repeats}")
            run(texts(sys.executable, script, self.extracts, counts, rejects, repeats))
            stamp.write_text(mark)
        return counts, rejects


class Ours:
    """`shp run`, measured until the release is written and in its place."""

    # The peers' reasons, by our rules.
    reasons = {
        "field-count": "field-count", "unknown-category": "crime-type", "pattern-mismatch": "lsoa",
        "invalid-month": "month", "below-minimum": "month", "above-maximum": "month",
    }

    def __init__(self, repeats, *flags, threads=None):
        self.repeats = repeats
        self.pipeline = "street-benchmark" + ("-nodup" if repeats == "nodup" else "")
        self.flags = ["--quiet", "--threads", threads or options.threads, *flags]

    def prepare(self, data):
        """Moves earlier releases away, so that they are written again; known files stay known.

        They are moved and not removed, because ext4 does not reuse the inodes of removed files for some seconds. If
        hundreds of files were removed just before, the time would include the search for free inodes.
        """
        self.put_away(data.output, self.pipeline)

    @staticmethod
    def put_away(output, pipeline):
        away = options.data / "away" / str(time.monotonic_ns())
        away.mkdir(parents=True)
        for folder in (output / pipeline, output / "state/quarantine"):
            if folder.exists():
                folder.rename(away / folder.name)

    def command(self, data):
        definition = HERE / f"Definitions/{self.pipeline}.yaml"
        places = ["--input", data.extracts, "--output", data.output]
        return texts(options.build / "shp", "run", definition, *places, *self.flags)

    def results(self, data):
        release = next((data.output / self.pipeline).glob("*/latest"))
        return release / "counts.csv", self.rejected(release / "data-quality.csv")

    def rejected(self, quality):
        """Returns the rejected rows, by the peers' reasons."""
        reasons = collections.Counter()
        with open(quality, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["measure"] == "quarantined" and row["reason"]:
                    reasons[self.reasons[row["reason"]]] += int(row["rows"])
                if row["measure"] == "out-of-scope" and row["reason"]:
                    reasons[row["reason"]] += int(row["rows"])
        return reasons


class Peer:
    """The same job in another program."""

    def __init__(self, script, repeats):
        self.script = script
        self.repeats = repeats

    def files(self, data):
        return [data.output / f"{self.script}-{name}.csv" for name in ("counts", "rejects")]

    def prepare(self, data):
        for path in self.files(data):
            path.unlink(missing_ok=True)

    def command(self, data):
        script = HERE / f"peers/{self.script}_job.py"
        form = [self.repeats, "--threads", options.threads]
        return texts(options.python, script, data.extracts, *self.files(data), *form)

    def results(self, data):
        counts, rejects = self.files(data)
        return counts, rejected(rejects)


@dataclasses.dataclass
class Case:
    """A program on a set of data, with the measurements of its runs."""

    label: str
    program: object
    data: Data
    seconds: list = dataclasses.field(default_factory=list)
    cpu: list = dataclasses.field(default_factory=list)
    peak: float = 0

    def run(self):
        self.program.prepare(self.data)
        return measure(self.program.command(self.data))

    def check(self):
        """Runs once, and ends the benchmark when the results differ from the reference."""
        self.run()
        counts, reasons = self.program.results(self.data)
        expected_counts, expected_rejects = self.data.reference(self.program.repeats)
        difference = first_difference(counts, expected_counts)
        if difference:
            sys.exit(f"{self.label} on {self.data.name} is not equal to the reference: {difference}")
        expected = rejected(expected_rejects)
        if reasons != expected:
            sys.exit(f"{self.label} on {self.data.name} rejects {dict(reasons)}, the reference {dict(expected)}")

    def time(self):
        seconds, cpu, peak = self.run()
        self.seconds.append(seconds)
        self.cpu.append(cpu)
        self.peak = max(self.peak, peak)

    def ratios(self, other):
        return [own / its for own, its in zip(self.seconds, other.seconds)]


def compare(cases):
    """Checks every case, then times all of them in turn."""
    for data in dict.fromkeys(case.data for case in cases):
        data.make()
    for case in cases:
        case.check()
    say(f"{len(cases)} cases equal the reference cell by cell; {options.rounds} rounds follow")
    for _ in range(options.rounds):
        for case in cases:
            case.time()


# Suites


def quick():
    one = Data(120)
    for repeats in ("dup", "nodup"):
        cases = [
            Case("shp", Ours(repeats), one), Case("Polars", Peer("polars", repeats), one),
            Case("DuckDB", Peer("duckdb", repeats), one),
        ]
        compare(cases)
        table(f"120 MB, {TITLES[repeats]}", cases, cases[1:])


TITLES = {"dup": "one row a Crime ID", "nodup": "no comparison of Crime IDs"}


def whole():
    one = Data(1200)
    dup = [
        Case("shp", Ours("dup"), one),
        Case("shp, files seen for the first time (SHA-256)", Ours("dup", "--verify"), one),
        Case("shp, 1 thread", Ours("dup", threads=1), one),
        Case("shp --parser libcsv", Ours("dup", "--parser", "libcsv"), one),
        Case("Polars", Peer("polars", "dup"), one),
        Case("DuckDB", Peer("duckdb", "dup"), one),
    ]
    nodup = [
        Case("shp", Ours("nodup"), one),
        Case("shp, 1 thread", Ours("nodup", threads=1), one),
        Case("shp --parser libcsv", Ours("nodup", "--parser", "libcsv"), one),
        Case("Polars", Peer("polars", "nodup"), one),
        Case("DuckDB", Peer("duckdb", "nodup"), one),
    ]
    compare(dup)
    table(f"1.2 GB, {rows(one):,} rows, {TITLES['dup']}", dup, dup[-2:])
    differences = [first - known for known, first in zip(dup[0].seconds, dup[1].seconds)]
    work = statistics.median(dup[1].cpu) - statistics.median(dup[0].cpu)
    report(f"Hashing 1.2 GB adds {statistics.median(differences):.2f} s to the run, {work:.2f} s of a core.")
    compare(nodup)
    table(f"1.2 GB, {TITLES['nodup']}", nodup, nodup[-2:])
    bound("duplicate check, known files, of Polars", dup[0].ratios(dup[4]), 0.40)
    bound("duplicate check, known files, of DuckDB", dup[0].ratios(dup[5]), 0.25)
    bound("duplicate check, first sight, of Polars", dup[1].ratios(dup[4]), 0.65)
    bound("duplicate check, first sight, of DuckDB", dup[1].ratios(dup[5]), 0.40)
    bound("no duplicate check, of Polars", nodup[0].ratios(nodup[3]), 0.35)
    bound("no duplicate check, of DuckDB", nodup[0].ratios(nodup[4]), 0.28)
    bound("peak with the duplicate check, MiB", [dup[0].peak], 200)
    bound("peak without, MiB", [nodup[0].peak], 64)


def scaling():
    small, one, large = Data(120), Data(1200), Data(4800)
    sizes = [
        Case(f"{label}, {threads} thread{'s' * (threads > 1)}", Ours("dup", threads=threads), data)
        for label, data in (("0.12 GB", small), ("1.2 GB", one), ("4.8 GB", large))
        for threads in (1, 2)
    ]
    sizes.append(Case("4.8 GB, Polars", Peer("polars", "dup"), large))
    compare(sizes)
    table("Size and threads", sizes, [sizes[3]])
    bound("4.8 GB of 1.2 GB", sizes[5].ratios(sizes[3]), 4.4)

    many, quoted, shuffled = Data(1200, files=500), Data(1200, quoted=True), Data(1200, shuffled=True)
    forms = [
        Case("1 file, sorted", Ours("dup"), one),
        Case("500 files", Ours("dup"), many),
        Case("every field quoted", Ours("dup"), quoted),
        Case("every field quoted, Polars", Peer("polars", "dup"), quoted),
        Case("shuffled", Ours("dup"), shuffled),
        Case("shuffled, Polars", Peer("polars", "dup"), shuffled),
    ]
    compare(forms)
    table("1.2 GB in other forms", forms, [forms[0]])
    bound("500 files of 1 file", forms[1].ratios(forms[0]), 1.2)
    bound("every field quoted, of Polars", forms[2].ratios(forms[3]), 1.0)


def stages():
    data = Data(120)
    data.make()
    extract = next(data.extracts.iterdir())
    run(texts(options.build / "ingest-benchmark", extract, options.rounds))


def workbook():
    run(texts(options.build / "workbook-benchmark"))


def nights():
    """Compares a night without changes with a run of the whole sample, in turn; ends with 1 when the night is not
    quick."""
    sample = Sample()
    full = Case("full run", sample.full, sample)
    unchanged = Case("nothing new", sample.unchanged, sample)
    start = Case("shp --help", Help(), sample)
    cases = [full, unchanged, start]
    harness.let_files_age(sample.folder)
    for case in cases + cases:
        case.run()
    options.rounds = max(options.rounds, 21)
    for _ in range(options.rounds):
        for case in cases:
            case.time()
    head = "| The sample quarter | ms | CPU ms | peak MiB | of a full run |"
    body = [
        f"| {case.label} | {spread_of([1000 * value for value in case.seconds])} | {1000 * statistics.median(case.cpu):.1f} "
        f"| {case.peak:.0f} | {'' if case is full else spread(case.ratios(full))} |"
        for case in cases
    ]
    report("\n".join([head, "|---|---|---|---|---|", *body]))
    if not bound("a night with nothing new, of a full run", unchanged.ratios(full), 0.1):
        sys.exit(1)


class Sample:
    """A run of the sample quarter, into a separate output folder."""

    def __init__(self):
        self.folder = options.data / "sample"
        self.output = self.folder / "output"
        shutil.rmtree(self.folder, ignore_errors=True)
        run(texts(options.build / "shp-sample-data", self.folder / "landing"), quiet=True)
        self.full, self.unchanged = Night(self, "--force"), Night(self)


class Night:
    """A run of the sample as cron starts it."""

    def __init__(self, sample, *flags):
        self.sample = sample
        self.flags = flags

    def prepare(self, sample):
        if "--force" in self.flags:
            Ours.put_away(sample.output, "shp-performance")

    def command(self, sample):
        places = ["--input", sample.folder / "landing", "--output", sample.output]
        definition = ROOT / "Pipelines/shp-performance.yaml"
        return texts(options.build / "shp", "run", definition, "--quarter", "2019-20-Q1", *places, "--quiet", *self.flags)


class Help:
    """Only the start of the program."""

    def prepare(self, sample):
        pass

    def command(self, sample):
        return texts(options.build / "shp", "--help")


SUITES = {suite.__name__: suite for suite in (quick, whole, scaling, stages, workbook, nights)}


# Measuring


def measure(command):
    """Returns wall time, processor time and peak memory of a command.

    The kernel counts the memory of the starting process as the command's own. This program therefore stays small: it
    reads files line by line.
    """
    log = options.data / "log"
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text()[-2000:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(command, quiet=False):
    """Runs a command without measuring it."""
    if subprocess.run(command, cwd=ROOT, stderr=subprocess.DEVNULL if quiet else None).returncode:
        sys.exit(f"{' '.join(command)} failed")


def first_difference(own, expected):
    """Returns the first cell in which two lists of counts differ; both are sorted by area, month and type."""
    with open(own, newline="") as ours, open(expected, newline="") as theirs:
        lines = itertools.zip_longest(csv.reader(ours), csv.reader(theirs))
        next(lines)
        return next((f"{a}, reference {b}" for a, b in lines if a != b), None)


def rejected(path):
    """Returns rejected rows by reason."""
    with open(path, newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return collections.Counter(line[0] for line in lines)


def rows(data):
    """Returns how many rows the extracts have; the generator writes no line break within a row."""
    lines = 0
    for path in data.extracts.iterdir():
        with open(path, "rb") as file:
            while block := file.read(1 << 20):
                lines += block.count(b"\n")
    return lines - data.files


def texts(*parts):
    """Returns a command line from texts, numbers and paths."""
    return [str(part) for part in parts]


def digest(*paths):
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


# Reporting

lines = []


def say(text):
    print(f"# {text}", file=sys.stderr, flush=True)


def report(text):
    lines.append(text + "\n")
    print(text + "\n", flush=True)


def spread(values):
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.2f} ({low:.2f}–{high:.2f})"


def spread_of(values):
    return f"{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})"


def table(title, cases, baselines):
    heads = [f"of {case.label}" for case in baselines]
    text = [f"| {title} | s | CPU s | peak MiB |" + "".join(f" {head} |" for head in heads)]
    text.append("|---|---|---|---|" + "---|" * len(heads))
    for case in cases:
        ratios = ["" if case is other else spread(case.ratios(other)) for other in baselines]
        cells = [case.label, spread(case.seconds), f"{statistics.median(case.cpu):.2f}", f"{case.peak:.0f}", *ratios]
        text.append("| " + " | ".join(cells) + " |")
    report("\n".join(text))


def bound(what, values, limit):
    """Reports on the terminal whether a limit holds, and returns it."""
    value = statistics.median(values)
    say(f"{'holds' if value <= limit else 'DOES NOT HOLD'}: {what}: {value:.2f}, at most {limit}")
    return value <= limit


def machine():
    processor = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    peers = ", ".join(line.replace("==", " ") for line in (HERE / "requirements.txt").read_text().split())
    return (
        f"{os.cpu_count()} cores ({processor}), {memory:.0f} GiB, {platform.system()}; {options.threads} threads; "
        f"{peers}; files in the page cache; medians of {options.rounds} rounds in turn, smallest and largest in brackets."
    )


def write_page():
    text = PAGE.read_text()
    opening, closing = "<!-- benchmark -->", "<!-- /benchmark -->"
    if opening not in text or closing not in text:
        sys.exit(f"{PAGE} has no {opening} … {closing}")
    before, rest = text.split(opening, 1)
    after = rest.split(closing, 1)[1]
    PAGE.write_text(before + opening + "\n" + "\n".join(lines) + closing + after)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="+", choices=list(SUITES))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2, help="for every program, where a case does not say otherwise")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / ".build/release", help="where our programs are")
    parser.add_argument("--python", type=pathlib.Path, default=ROOT / ".build/bench-venv/bin/python", help="the peers'")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / ".build/bench-data", help="where data is kept")
    parser.add_argument("--write-page", action="store_true", help=f"put the tables into {PAGE.name}")
    return parser.parse_args()


if __name__ == "__main__":
    options = parse()
    # Paths are given to programs that run in the project's folder.
    options.build, options.data = options.build.resolve(), options.data.resolve()
    options.python = options.python.absolute()
    options.data.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(options.data / "away", ignore_errors=True)
    report(machine())
    say("load average " + " ".join(f"{load:.1f}" for load in os.getloadavg()))
    for suite in options.suites:
        SUITES[suite]()
    if options.write_page:
        write_page()
