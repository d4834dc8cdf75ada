"""Plants made-up values in every column of a treatment extract, damages the extract in many ways, runs every command at
every verbosity, and looks for the values in all output.

Made-up words are in columns of free text, in rows at fault and in rows that count. Where a column does not allow a
word, a row that counts has a rare date or code, or a rare pair of neighbouring values. A run without planted values
must not write these words, either. Every kind of damage is tried with the commands that print most. With
EVERY_COMMAND=true it is tried with all commands, which takes minutes.
"""

import collections
import concurrent.futures
import csv
import fcntl
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import pytest

import harness
from harness import QUARTER

QUICK = os.environ.get("EVERY_COMMAND") != "true"
DEFINITION, LANDING = str(harness.PERFORMANCE), harness.LANDING
PIPELINE = "shp-performance"
FIGURE = "Proportion of substance misusers that successfully complete treatment - Opiate"

# What is planted

HEADER = (
    "AGNCY CLIENT FINITIAL SINITIAL DOB SEX EPISODID CONSENT LA DRUG1 DRUG2 DRUG3 TRIAGED DISD DISRSN MODAL MODST MODEND"
).split()
# Words that no message, label or number of the program contains.
CANARIES = [f"Qzvx{number:02}kanari" for number in range(31)]
# A row with a canary in each field, a row that counts, and a row with wrong days; then free text.
BROKEN = CANARIES[:18]
SOUND = [CANARIES[28], CANARIES[18], "Q", "X", "29/02/1904", "9", CANARIES[19], "Y", "E06000001", "1777", "8808", "8909",
         "13/02/1997", "17/12/2018", "84", CANARIES[29], "26/09/1998", "23/11/2018"]
DAYS = ["A1001", CANARIES[20], CANARIES[21], CANARIES[22], "31/02/" + CANARIES[23], "1", CANARIES[24], "Y",
        CANARIES[25], "1011", "", "", "01/05/2019", "", "", "94", "03/05/2019", ""]
FREE_TEXT = CANARIES[26]
UNKNOWN_HEADER = CANARIES[27]
# A header that resembles a column's name, so that `suggest` proposes it for that column.
NEAR_HEADER = "TRIAGQED"

# Signs of the row that counts, besides its words: its days, and neighbouring values with only punctuation between them.
BETWEEN = r"""[\s"',;:|{}\[\]]{1,6}"""
DATES = [value for value in SOUND if re.fullmatch(r"\d\d/\d\d/\d{4}", value)]
SIGNS = [re.escape(date) for date in DATES]
SIGNS += [r"(?<!\d)" + "-".join(reversed(date.split("/"))) + r"(?!\d)" for date in DATES]
SIGNS += [rf"(?<!\w){first}{BETWEEN}{second}(?!\w)" for first, second in [
    ("q", "x"), ("y", "e06000001"), ("e06000001", "1777"), ("1777", "8808"), ("8808", "8909"), ("84", "qzvx"),
    ("9", "qzvx")]]
SIGNS += [NEAR_HEADER.lower()]
SIGN = re.compile("|".join(SIGNS).encode())
WORD = re.compile(rb"qzvx\d\dkanari")


def text(*rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def renamed(**names):
    return [names.get(name, name) for name in HEADER]


def with_value(field, value, row=BROKEN):
    return [value if name == field else old for name, old in zip(HEADER, row)]


def thinned(data):
    """Keeps every tenth row, because there are many commands and their counts are not checked."""
    header, *lines = data.splitlines(keepends=True)
    return header + b"".join(lines[::10])


def land(folder):
    shutil.copytree(LANDING, folder)
    for path in [*folder.glob("crime/*.csv"), *folder.glob("asb/*.csv")]:
        path.write_bytes(thinned(path.read_bytes()))


SITE = "treatment/2019-07-16_ndtms_C3003.csv"


def shapes():
    """Yields the name of each kind of damage, and the files that it puts into the landing folder."""
    rows = [BROKEN, DAYS, SOUND]
    sample = next(iter(sorted((LANDING / "crime").glob("*.csv"))))
    crime = thinned(sample.read_bytes()).split(b"\n")
    sound_rows = [with_value("EPISODID", f"{CANARIES[19]}{n}", SOUND) for n in range(400)]
    yield "sound", {SITE: text(HEADER, *sound_rows)}
    yield "headless", {SITE: text(*rows)}
    yield "headless and sound", {SITE: text(SOUND, SOUND)}
    for folder in ["", "crime/", "asb/", "returns/", "somewhere/"]:
        yield f"headless in '{folder}'", {f"{folder}2019-07-16_export.csv": text(*rows)}
        yield f"a column's name in a row, in '{folder}'", {
            f"{folder}2019-07-16_export.csv": text(with_value("SEX", "DRUG1"), *rows)}
        yield f"half the names in a row, in '{folder}'", {
            f"{folder}2019-07-16_export.csv": text(HEADER[:9] + BROKEN[9:], *rows)}
        yield f"whole, in '{folder}'", {f"{folder}2019-07-16_export.csv": text(HEADER, *rows)}
    for name in ["Category", "Crime ID", "LSOA code", "date", "area", "count", "Month", "indicator"]:
        yield f"a row that has '{name}'", {"crime/2019-07-16.csv": text(with_value("SEX", name), *rows)}
        yield f"a row that has '{name}', elsewhere", {"export.csv": text(with_value("SEX", name), *rows)}
    yield "misspelt header", {SITE: text(renamed(CLIENT=UNKNOWN_HEADER, DOB="D0B", TRIAGED=NEAR_HEADER), *rows)}
    yield "unknown header", {SITE: text(HEADER + [UNKNOWN_HEADER], *[row + [FREE_TEXT] for row in rows])}
    yield "unknown header of sound rows", {
        SITE: text(HEADER + [UNKNOWN_HEADER, NEAR_HEADER], *[row + [FREE_TEXT, CANARIES[30]] for row in sound_rows])}
    yield "misspelt header, elsewhere", {
        "export.csv": text(renamed(CLIENT=UNKNOWN_HEADER, DOB="D0B", TRIAGED=NEAR_HEADER), *rows)}
    yield "faults", {SITE: text(HEADER, BROKEN, DAYS, *[SOUND] * 3)}
    yield "few faults", {SITE: text(HEADER, BROKEN, DAYS, *sound_rows)}
    yield "title and footer", {SITE: text([FREE_TEXT], [], HEADER, SOUND, [CANARIES[1] + " " + FREE_TEXT])}
    yield "a title, headless", {SITE: text([FREE_TEXT], *rows)}
    yield "open quote", {SITE: text(HEADER, SOUND) + b'"A1001","' + FREE_TEXT.encode() + b"\n" + text(*rows)}
    yield "open quote in the header", {SITE: b'"' + FREE_TEXT.encode() + b"," + text(HEADER, *rows)}
    yield "truncated", {SITE: text(HEADER, *rows)[:-30]}
    yield "NUL tail", {SITE: text(HEADER, *rows) + bytes(4096)}
    yield "not UTF-8", {SITE: text(HEADER, *rows) + FREE_TEXT.encode() + b"\xff\xfe,\n"}
    yield "UTF-16", {SITE: text(HEADER, *rows).decode().encode("utf-16")}
    yield "semicolons", {SITE: text(HEADER, *rows, delimiter=";")}
    yield "semicolons, headless", {SITE: text(*rows, delimiter=";")}
    yield "semicolons, headless, elsewhere", {"export.csv": text(*rows, delimiter=";")}
    yield "tabs, headless", {"crime/2019-07-16.csv": text(*rows, delimiter="\t")}
    yield "repeated header and two of a column", {SITE: text(renamed(CLIENT="DOB"), *rows, HEADER)}
    yield "same identifier twice", {SITE: text(HEADER, SOUND, SOUND, with_value("DOB", "08/08/1987", SOUND))}
    for what, row in [("a row", text(BROKEN)), ("a sound row", text(SOUND)), ("a row of semicolons", text(SOUND, delimiter=";")),
                      ("a row with a quote", text(BROKEN).replace(b",", b',"x"y,', 1))]:
        yield f"{what} in a crime file", {f"crime/{sample.name}": b"\n".join([*crime[:3], row.strip(), *crime[3:]])}
    yield "a row in a crime file, first", {f"crime/{sample.name}": b"\n".join([text(BROKEN).strip(), *crime])}
    yield "a row in a crime file, last", {f"crime/{sample.name}": b"\n".join([*crime[:-1], text(BROKEN).strip(), b""])}
    yield "two headers' names", {"export.csv": text(HEADER[:6] + [FREE_TEXT] + ["Crime ID", "Month"], *rows)}
    correction = ["extract", "sha256", "line", "rule", "column", "reason", "row"]
    row = text(BROKEN).decode().strip()
    for what, extract in [("a known extract", "treatment/2019-07-15_ndtms_A1001.csv"), ("an unknown extract", "x.csv")]:
        yield f"correction of {what}", {"back.csv": text(correction, [extract, "0" * 64, "2", "r", "c", "s", row])}
        yield f"correction of {what}, with a wrong line", {
            "back.csv": text(correction, [extract, "0" * 64, CANARIES[3], "r", "c", "s", row])}
    yield "correction of a canary", {"back.csv": text(correction, [FREE_TEXT, "0" * 64, "2", "r", "c", "s", row])}
    yield "correction, open quote", {
        "back.csv": text(correction) + b'x,"' + row.encode() + b"\n"}
    yield "a delivery note", {SITE: text(HEADER, SOUND), SITE.removesuffix(".csv") + ".delivered": FREE_TEXT.encode()}
    yield "JSON", {SITE: json.dumps({"CLIENT": FREE_TEXT}).encode() + b"\n"}


# Looking

class Attempt:
    """One kind of damage: the commands that were run, their statuses, and what was found."""

    def __init__(self, shape):
        self.shape = shape
        self.leaks = collections.OrderedDict()
        self.statuses = collections.Counter()

    def look(self, data, command, place):
        data = data.replace(b"\0", b"").lower()
        leaked = [match for pattern in (WORD, SIGN) for match in pattern.finditer(data)]
        if leaked:
            at = leaked[0].start()
            line = data[max(0, at - 120):at + 40].decode(errors="replace").replace("\n", "⏎")
            kinds = {match.group() for match in leaked}
            self.leaks.setdefault((self.shape, place), (command, len(kinds), line))

    def look_into(self, folder, place):
        for path in sorted(folder.rglob("*")):
            if path.is_symlink():
                continue
            self.look(path.name.encode(), "", f"{place} (a name)")
            if not path.is_file():
                continue
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    for name in packed.namelist():
                        self.look(packed.read(name), "", f"{place} ({path.suffix}: {name})")
            else:
                self.look(path.read_bytes(), "", f"{place} ({path.suffix or path.name})")

    def perform(self, arguments, folder, temporary, output=None, **options):
        environment = {**os.environ, "TMPDIR": str(temporary), "SWIFT_BACKTRACE": "enable=yes,color=no"}
        done = subprocess.run(
            [harness.program(), *arguments], cwd=folder, env=environment, stdout=output or subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=120, **options)
        command = arguments[0]
        self.statuses[command, done.returncode] += 1
        self.look(done.stdout or b"", " ".join(arguments), f"{command}: standard output")
        self.look(done.stderr, " ".join(arguments), f"{command}: standard error")
        return done


LOUD = ["--verbose"]
JSON = ["--verbose", "--log-format", "json"]
QUIET = ["--quiet"]


def quick_commands(files, landing, output):
    places = ["--input", str(landing), "--output", str(output)]
    yield ["run", DEFINITION, "--quarter", QUARTER, *places, "--verbose", "--force"]
    for name in files:
        yield ["validate", str(landing / name), "--definition", DEFINITION, "--format", "json", *JSON]
    yield ["suggest", DEFINITION, "--input", str(landing), *LOUD]


def commands(files, landing, output):
    places = ["--input", str(landing), "--output", str(output)]
    run = ["run", DEFINITION, "--quarter", QUARTER, *places]
    yield [*run, *QUIET]
    yield [*run, *LOUD, "--force"]
    yield [*run, *JSON, "--force"]
    yield [*run, "--force", "--format", "json"]
    status = ["status", DEFINITION, "--quarter", QUARTER, "--input", str(landing)]
    yield [*status, "--format", "text", *LOUD]
    yield [*status, "--format", "json", *JSON]
    yield [*status, *QUIET]
    for name in files:
        validate = ["validate", str(landing / name), "--definition", DEFINITION]
        yield [*validate, "--format", "text", *LOUD]
        yield [*validate, "--format", "json", *JSON]
        yield [*validate, "--format", "csv", *QUIET]
        yield ["validate", name, "--definition", DEFINITION]
    for options in [LOUD, JSON, QUIET]:
        yield ["suggest", DEFINITION, "--input", str(landing), *options]
    yield ["history", "--output", str(output), *LOUD]
    yield ["history", "--output", str(output), "--format", "json", *JSON]
    backfill = ["backfill", DEFINITION, QUARTER, QUARTER, *places]
    yield [*backfill, "--force", *LOUD]
    yield [*backfill, "--force", *JSON]
    yield [*backfill, *QUIET]
    yield ["check", DEFINITION, *JSON]


def commands_after(made, landing, output):
    """The commands that use releases, when any was made."""
    release = str(made[-1])
    explain = ["explain", release, FIGURE, "--input", str(landing), "--definition", DEFINITION]
    yield [*explain, "--rows", "1000", *LOUD]
    yield [*explain, "--format", "json", *JSON]
    yield [*explain, "--format", "csv", *QUIET]
    regenerate = ["regenerate", release, "--input", str(landing), "--definition", DEFINITION]
    yield [*regenerate, *LOUD]
    yield [*regenerate, *JSON]
    yield ["audit", release, *LOUD]
    yield ["audit", release, "--format", "json", *JSON]
    yield ["diff", str(made[0]), release, *LOUD]
    yield ["diff", str(made[0]), release, "--format", "json", *JSON]
    yield ["issue", QUARTER, "--output", str(output), *JSON]


def releases(output):
    quarter = output / PIPELINE / QUARTER
    return sorted(path for path in quarter.iterdir() if path.is_dir() and not path.is_symlink()) if quarter.is_dir() else []


def suggest_to_file(attempt, folder, landing, temporary):
    """Runs `suggest --output`, whose file only its owner may read. Returns whether the file proposes the near
    header."""
    patch = folder / "labels.patch"
    patch.write_text("older\n")
    patch.chmod(0o644)
    done = attempt.perform(
        ["suggest", DEFINITION, "--input", str(landing), "--output", str(patch), *LOUD], landing, temporary)
    written = patch.read_text()
    if done.returncode == 0 and written != "older\n" and patch.stat().st_mode & 0o777 != 0o600:
        attempt.leaks[attempt.shape, "suggest: mode of its file"] = ("", 1, oct(patch.stat().st_mode))
    return NEAR_HEADER in written


def other_statuses(attempt, files, folder, landing, output, temporary):
    """Provokes the statuses that need an obstructing folder, lock or user: 73, 74, 75 and 77."""
    run = ["run", DEFINITION, "--quarter", QUARTER, "--input", str(landing), "--output"]
    (folder / "file").write_text("")
    attempt.perform([*run, str(folder / "file" / "output"), *LOUD], landing, temporary)
    attempt.perform(
        ["suggest", DEFINITION, "--input", str(landing), "--output", str(folder / "missing" / "patch")], landing, temporary)
    (output / "state").mkdir(parents=True, exist_ok=True)
    with open(output / "state" / "lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        attempt.perform([*run, str(output), "--force", *JSON], landing, temporary)
    name = next(iter(files))
    (landing / name).chmod(0)
    folder.chmod(0o755)
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
    attempt.perform(["validate", str(landing / name), "--definition", DEFINITION], "/", temporary, **nobody)
    attempt.perform(["status", DEFINITION, "--input", str(landing), *JSON], "/", temporary, **nobody)
    ledger = output / "state" / "ledger.sqlite"
    if ledger.exists():
        ledger.write_bytes(b"damaged" * 4096)
    attempt.perform(["history", "--output", str(output), *JSON], landing, temporary)


def attempt(shape, files):
    attempt = Attempt(shape)
    named = False
    with tempfile.TemporaryDirectory(prefix="canaries-") as scratch:
        folder = pathlib.Path(scratch)
        landing, output, temporary = folder / "landing", folder / "output", folder / "temporary"
        temporary.mkdir()
        land(landing)
        for name, data in files.items():
            (landing / name).parent.mkdir(parents=True, exist_ok=True)
            (landing / name).write_bytes(data)
        for arguments in (quick_commands if QUICK else commands)(files, landing, output):
            attempt.perform(arguments, landing, temporary)
        named = suggest_to_file(attempt, folder, landing, temporary)
        made = releases(output)
        if made and not QUICK:
            for arguments in commands_after(made, landing, output):
                attempt.perform(arguments, landing, temporary)
        attempt.look_into(output, "output and state")
        if files and not QUICK:
            other_statuses(attempt, files, folder, landing, output, temporary)
        attempt.look_into(temporary, "temporary files")
    return attempt, named


@pytest.fixture(scope="module")
def attempts():
    """The attempts by kind of damage. When nothing is planted, nothing must be found; otherwise the signs are badly
    chosen."""
    chosen = [("nothing planted", {}), *shapes()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        done = pool.map(lambda item: attempt(*item), chosen)
        return dict(zip((shape for shape, _ in chosen), done))


@pytest.mark.parametrize("shape", ["nothing planted", *(shape for shape, _ in shapes())])
def test_no_canary_is_written(attempts, shape):
    leaks = attempts[shape][0].leaks
    assert not leaks, "\n".join(
        f"{place}: {number} of the canaries\n    {command}\n    …{line}"
        for (_, place), (command, number, line) in leaks.items())


def test_every_command_gets_as_far_as_the_extracts(attempts, report):
    """Checks that the search is meaningful: no command fails because of its definition or its command line."""
    statuses = sum((attempt.statuses for attempt, _ in attempts.values()), collections.Counter())
    ends = ", ".join(f"{command} {status} ×{number}" for (command, status), number in sorted(statuses.items()))
    report(f"{len(CANARIES)} words and {len(SIGNS)} other signs in {len(attempts)} kinds of damage: {ends}")
    assert not any(status == 78 for _, status in statuses), "the definition could not be read"
    wrong = {command for command, status in statuses if status == 64} - {"issue", "diff"}
    assert not wrong, f"a command line was wrong: {wrong}"
    assert any(named for _, named in attempts.values()), "no patch names the near header, so suggest was not tried"
    wanted = {("run", 0), ("run", 65), ("validate", 65), ("suggest", 0)}
    if not QUICK:
        wanted |= {("run", 73), ("run", 75), ("history", 74), ("validate", 77), ("explain", 0), ("audit", 0), ("issue", 0)}
        wanted |= {("backfill", 0), ("backfill", 65), ("status", 0), ("status", 65), ("suggest", 73), ("diff", 0)}
    missing = sorted(wanted - set(statuses))
    assert not missing, f"never ended so: {missing}"
