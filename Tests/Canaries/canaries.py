#!/usr/bin/env python3
"""Plants a made-up value in every field of a treatment extract, damages the extract in several ways, runs every command
at every verbosity, and looks for the values in all that is written.

    canaries.py SHP DEFINITION QUARTER LANDING
"""

import collections
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SHP, DEFINITION, QUARTER, LANDING = sys.argv[1:5]
# Commands run in other folders.
SHP, DEFINITION, LANDING = map(os.path.abspath, (SHP, DEFINITION, LANDING))

# What is planted

HEADER = "AGNCY CLIENT FINITIAL SINITIAL DOB SEX EPISODID CONSENT LA DRUG1 DRUG2 DRUG3 TRIAGED DISD DISRSN MODAL MODST MODEND"
HEADER = HEADER.split()
# Words that no message, label or number of the program contains.
CANARIES = [f"Qzvx{number:02}kanari" for number in range(28)]
# A row with a canary in each field, one whose days are wrong, and free text beside them.
BROKEN = CANARIES[:18]
SOUND = ["A1001", CANARIES[18], "J", "D", "07/08/1987", "1", CANARIES[19], "Y", "E06000001", "1011", "", "",
         "01/05/2019", "", "", "94", "03/05/2019", ""]
DAYS = ["A1001", CANARIES[20], CANARIES[21], CANARIES[22], "31/02/" + CANARIES[23], "1", CANARIES[24], "Y",
        CANARIES[25], "1011", "", "", "01/05/2019", "", "", "94", "03/05/2019", ""]
FREE_TEXT = CANARIES[26]
UNKNOWN_HEADER = CANARIES[27]


def text(*rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def renamed(**names):
    return [names.get(name, name) for name in HEADER]


def with_value(field, value, row=BROKEN):
    return [value if name == field else old for name, old in zip(HEADER, row)]


SITE = "treatment/2019-07-16_ndtms_C3003.csv"


def shapes():
    """Names of damage, and the files that it puts into the landing folder."""
    rows = [BROKEN, DAYS, SOUND]
    sample = next(iter(sorted(pathlib.Path(LANDING, "crime").glob("*.csv"))))
    crime = sample.read_bytes().split(b"\n")
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
    yield "misspelt header", {SITE: text(renamed(CLIENT=UNKNOWN_HEADER, DOB="D0B", TRIAGED="TRIAGD"), *rows)}
    yield "unknown header", {SITE: text(HEADER + [UNKNOWN_HEADER], *[row + [FREE_TEXT] for row in rows])}
    yield "misspelt header, elsewhere", {"export.csv": text(renamed(CLIENT=UNKNOWN_HEADER, DOB="D0B"), *rows)}
    yield "faults", {SITE: text(HEADER, BROKEN, DAYS, *[SOUND] * 3)}
    yield "few faults", {SITE: text(
        HEADER, BROKEN, DAYS, *[with_value("EPISODID", str(n), SOUND) for n in range(400)])}
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
    yield "a row in a crime file", {f"crime/{sample.name}": b"\n".join([*crime[:3], text(BROKEN).strip(), *crime[3:]])}
    yield "a row in a crime file, first", {f"crime/{sample.name}": b"\n".join([text(BROKEN).strip(), *crime])}
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
    yield "JSON", {SITE: ('{"CLIENT": "%s"}\n' % FREE_TEXT).encode()}


# Looking

found = collections.OrderedDict()
statuses = collections.Counter()
needles = [canary.encode().lower() for canary in CANARIES]


def look(data, shape, command, place):
    data = data.replace(b"\0", b"").lower()
    leaked = [needle for needle in needles if needle in data]
    if leaked:
        at = data.index(leaked[0])
        line = data[max(0, at - 120):at + 40].decode(errors="replace").replace("\n", "⏎")
        found.setdefault((shape, place), (command, len(leaked), line))


def look_into(folder, shape, command, place):
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink():
            look(path.name.encode(), shape, command, f"{place} (a name)")
            if path.is_file():
                look(path.read_bytes(), shape, command, f"{place} ({path.suffix or path.name})")


def commands(files, landing, output):
    places = ["--input", str(landing), "--output", str(output)]
    run = ["run", DEFINITION, "--quarter", QUARTER, *places]
    yield [*run, "--quiet"]
    yield [*run, "--verbose", "--force"]
    yield [*run, "--log-format", "json", "--verbose", "--force"]
    yield [*run, "--force", "--format", "json"]
    for form in ["text", "json"]:
        yield ["status", DEFINITION, "--quarter", QUARTER, "--input", str(landing), "--format", form]
    for name in files:
        for form in ["text", "json", "csv"]:
            yield ["validate", str(landing / name), "--definition", DEFINITION, "--format", form]
        yield ["validate", name, "--definition", DEFINITION]
    yield ["history", "--output", str(output)]
    yield ["explain", str(output / "shp-performance" / QUARTER), "Proportion of substance misusers that successfully complete treatment - Opiate"]
    yield ["audit", str(output / "shp-performance" / QUARTER / "latest")]
    yield ["backfill", DEFINITION, QUARTER, QUARTER, "--force", *places]
    yield ["check", DEFINITION]


def releases(output):
    quarter = output / "shp-performance" / QUARTER
    return sorted(path for path in quarter.iterdir() if path.is_dir() and not path.is_symlink()) if quarter.is_dir() else []


def perform(arguments, shape, folder, temporary):
    environment = {**os.environ, "TMPDIR": str(temporary), "SWIFT_BACKTRACE": "enable=yes,color=no"}
    done = subprocess.run([SHP, *arguments], cwd=folder, env=environment, capture_output=True, timeout=60)
    command = arguments[0]
    statuses[f"{command} {done.returncode}"] += 1
    look(done.stdout, shape, " ".join(arguments), f"{command}: standard output")
    look(done.stderr, shape, " ".join(arguments), f"{command}: standard error")
    return done


def main():
    only = os.environ.get("ONLY", "")
    count = 0
    for shape, files in shapes():
        if only not in shape:
            continue
        count += 1
        with tempfile.TemporaryDirectory(prefix="canaries-") as scratch:
            folder = pathlib.Path(scratch)
            landing, output, temporary = folder / "landing", folder / "output", folder / "temporary"
            temporary.mkdir()
            shutil.copytree(LANDING, landing)
            for name, data in files.items():
                (landing / name).parent.mkdir(parents=True, exist_ok=True)
                (landing / name).write_bytes(data)
            for arguments in commands(files, landing, output):
                perform(arguments, shape, landing, temporary)
            # What is asked to write unknown headers writes them to its file alone; the terminal gets none.
            perform(["suggest", DEFINITION, "--input", str(landing)], shape, landing, temporary)
            made = releases(output)
            if made:
                perform(["regenerate", str(made[-1]), "--input", str(landing)], shape, landing, temporary)
                perform(["issue", QUARTER, "--output", str(output)], shape, landing, temporary)
            if len(made) > 1:
                perform(["diff", str(made[0]), str(made[-1])], shape, landing, temporary)
            look_into(output, shape, "", "output and state")
            look_into(temporary, shape, "", "temporary files")
    for (shape, place), (command, number, line) in found.items():
        print(f"{shape}: {place}: {number} of the canaries\n    {command}\n    …{line}")
    print("statuses: " + ", ".join(f"{name} ×{number}" for name, number in sorted(statuses.items())))
    print(f"canaries: {len(CANARIES)} in {count} kinds of damage, {sum(statuses.values())} commands, {len(found)} leaks")
    # Commands that do not get as far as the extracts prove nothing.
    if not count or any(name.endswith(" 78") for name in statuses):
        sys.exit("canaries: nothing was tried, or the definition could not be read")
    sys.exit(1 if found else 0)


main()
