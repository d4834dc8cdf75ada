#!/usr/bin/env python3
"""Compares a run over 20,000 small extracts with a run over the same rows in about 200 files.

    many_extracts.py SHP DEFINITION [--files 20000] [--rows 847] [--limit 2] [--rounds 3]

847 rows are the shortest month of the smallest force on data.police.uk, and so a small real extract. Both landing
folders are made from a seed. Each run has its own output folder and at most 1,024 open files. Rounds alternate between
the folders, so that a busy machine disturbs both alike; the shortest time of each is compared. The status is 1 when the
ratio is above the limit, or when the two releases have different figures.
"""

import argparse
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\r\n"
)
TYPES = ["Burglary", "Drugs", "Shoplifting", "Robbery", "Other theft", "Anti-social behaviour"]
HARTLEPOOL, ELSEWHERE = "E01011949,Hartlepool 009A", "E01011229,Leeds 063A"
MONTHS = [f"{year}-{month:02}" for year in range(2011, 2025) for month in range(1, 13)][-90:]
chance = random.Random(20_000)


def rows(force: int, month: str, number: int, count: int) -> str:
    """Returns `count` rows of a force's month. The first force covers the definition's areas."""
    name = "Cleveland Police" if force == 0 else f"Made-up Force {force:03}"
    text = ""
    for row in range(count):
        place = HARTLEPOOL if force == 0 or chance.random() < 0.05 else ELSEWHERE
        text += (
            f"{number * count + row:064x},{month},{name},{name},-1.2{chance.randrange(10_000):04},"
            f"54.6{chance.randrange(10_000):04},On or near Street {chance.randrange(1_000)},{place},"
            f"{chance.choice(TYPES)},Under investigation,\r\n"
        )
    return text


def land(folder: pathlib.Path, files: int, count: int) -> None:
    """Writes the folder `many`, with a file for each force and month, and `few`, with the same rows in two files for each
    month."""
    few: dict[tuple[str, int], list[str]] = {}
    for number in range(files):
        month, force = MONTHS[-1 - number % 90], number // 90
        text = rows(force, month, number, count)
        (folder / "many" / month).mkdir(parents=True, exist_ok=True)
        (folder / "many" / month / f"{month}-force-{force:03}-street.csv").write_text(HEADER + text, newline="")
        few.setdefault((month, force % 2), []).append(text)
    for (month, part), texts in few.items():
        (folder / "few" / month).mkdir(parents=True, exist_ok=True)
        (folder / "few" / month / f"{month}-part-{part}-street.csv").write_text(HEADER + "".join(texts), newline="")


def run(shp: str, definition: str, landing: pathlib.Path, output: pathlib.Path) -> float:
    """Returns how many seconds a run takes."""
    start = time.monotonic()
    ended = subprocess.run(
        [shp, "run", definition, "--quarter", "2024-25-Q3", "--input", landing, "--output", output],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024)),
    )
    if ended.returncode not in (0, 1):
        sys.exit(f"{landing.name}: status {ended.returncode}\n{ended.stderr}")
    return time.monotonic() - start


def figures(output: pathlib.Path) -> bytes:
    [found] = output.glob("*/2024-25-Q3/latest/figures.csv")
    return found.read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shp")
    parser.add_argument("definition")
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--rows", type=int, default=847)
    parser.add_argument("--limit", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        land(folder, asked.files, asked.rows)
        times: dict[str, list[float]] = {"many": [], "few": []}
        for round_ in range(asked.rounds):
            for name in times:
                times[name].append(run(asked.shp, asked.definition, folder / name, folder / f"{name}-{round_}"))
        if figures(folder / "many-0") != figures(folder / "few-0"):
            sys.exit("the two releases have different figures")
        many, few = min(times["many"]), min(times["few"])
        count = sum(1 for _ in (folder / "few").glob("*/*"))
    print(f"{asked.files:,} extracts of {asked.rows} rows: {many:.2f} s; {count} extracts: {few:.2f} s; ratio {many / few:.2f}")
    if many > asked.limit * few:
        sys.exit(f"more than {asked.limit:g} times as long")


main()
