#!/usr/bin/env python3
"""Does to a run what a night can do to it, and looks at what is left.

    faults.py SHP DEFINITION QUARTER LANDING

After every fault the release that was there before must be as it was, byte for byte; a new one must be whole or not there
at all; and the next undisturbed run must succeed and leave the same as if nothing had happened.
"""

import collections
import fcntl
import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

SHP, DEFINITION, QUARTER, LANDING = sys.argv[1:5]
chance = random.Random(20191121)
lost = []
tried = []
outcomes = collections.Counter()


# The scene


class Scene:
    """An output folder with one release, and a landing folder from which another one is due."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.landing = self.folder / "landing"
        self.output = self.folder / "output"
        self.landing.mkdir(parents=True)
        self.output.mkdir(exist_ok=True)

    def reset(self):
        shutil.rmtree(self.landing, ignore_errors=True)
        for child in self.output.iterdir():
            remove(child)
        shutil.copytree(after, self.landing)
        for child in base.iterdir():
            copy(child, self.output / child.name)

    def command(self, *flags):
        places = ["--input", str(self.landing), "--output", str(self.output)]
        return [SHP, "run", DEFINITION, "--quarter", QUARTER, *places, "--quiet", "--force", *flags]

    def run(self, *flags, **options):
        """Exit status and messages of a run."""
        done = subprocess.run(self.command(*flags), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
        return done.returncode, done.stdout.decode(errors="replace")

    def check(self, what, statuses=(), status=None, message=""):
        """Looks at what a fault has left, then runs undisturbed and looks again."""
        if statuses and status not in statuses:
            lost.append(f"{what}: exit status {status}, not one of {statuses}: {message.strip()[-300:]}")
        state = releases(self.output)
        told = "" if status is None else f"exit {status}, "
        outcomes[told + ("the new release is there" if len(state) > 1 else "the old release stands")] += 1
        for name, digest in state.items():
            if name not in complete:
                lost.append(f"{what}: a release that nobody knows: {name}")
            elif digest != complete[name]:
                lost.append(f"{what}: the release {name} is not whole, or not as it was")
        if not complete_before.items() <= state.items():
            lost.append(f"{what}: the release from before is gone")
        if latest(self.output) not in complete:
            lost.append(f"{what}: latest points at {latest(self.output)}")
        shutil.rmtree(self.landing, ignore_errors=True)
        shutil.copytree(after, self.landing)
        status, message = self.run()
        if status not in (0, 1):
            lost.append(f"{what}: the next run ends with {status}: {message.strip()[-300:]}")
        if releases(self.output) != complete:
            lost.append(f"{what}: the next run leaves something else than an undisturbed one")
        staging = [str(path) for path in self.output.rglob(".staging-*")]
        if staging:
            lost.append(f"{what}: left behind: {staging[:3]}")


def remove(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def copy(source, target):
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target)


def releases(output):
    """Every release by its folder, with a digest of its files' names and bytes."""
    found = {}
    for folder in output.glob(f"*/{QUARTER}/*"):
        if folder.is_symlink() or folder.name.startswith("."):
            continue
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
        found[folder.name] = digest.hexdigest()
    return found


def link_to_latest(output):
    return next(quarter / "latest" for quarter in output.glob(f"*/{QUARTER}"))


def latest(output):
    link = link_to_latest(output)
    return os.readlink(link) if link.is_symlink() else None


def section(title, count):
    tried.append((title, count))
    detail = "; ".join(f"{outcome} {times} times" for outcome, times in sorted(outcomes.items()))
    print(f"  {title}: {count}" + (f" ({detail})" if detail else ""), flush=True)
    outcomes.clear()


# Faults


def killed(scene, times=50):
    scene.reset()
    start = time.monotonic()
    scene.run()
    whole = time.monotonic() - start
    for _ in range(times):
        scene.reset()
        process = subprocess.Popen(scene.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, whole * 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        scene.check("killed")
    section(f"killed at random moments of {whole:.2f} s", times)


def limited(scene):
    """A file-size limit stands for a quota: writing fails in the middle of a file."""
    sizes = [1 << power for power in range(6, 21)]
    for size in sizes:
        scene.reset()

        def limit():
            import resource

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        status, message = scene.run(preexec_fn=limit)
        scene.check(f"file-size limit of {size}", (0, 1, 73, 74), status, message)
    section("file-size limits", len(sizes))


def full(folder):
    """A file system of its own that runs full, where mounting is allowed."""
    disk = pathlib.Path(folder) / "disk"
    disk.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], stderr=-3).returncode:
        print("  skipped: full and read-only disk: mounting is not allowed here")
        return
    try:
        scene = Scene(disk / "scene")
        sizes = 24
        for step in range(sizes):
            subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
            scene.reset()
            used = sum(block_size(path) for path in disk.rglob("*") if path.is_file() and not path.is_symlink())
            filler = scene.folder / "filler"
            room = 4096 * (1 + step * 12)
            subprocess.run(["mount", "-o", f"remount,size={used + room + (1 << 16)}", disk], check=True)
            status, message = scene.run()
            subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
            filler.unlink(missing_ok=True)
            scene.check(f"full disk with {room} bytes left", (0, 1, 73, 74), status, message)
        section("full disks", sizes)
        scene.reset()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        status, message = scene.run()
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        scene.check("read-only disk", (73, 74, 77), status, message)
        section("read-only disk", 1)
    finally:
        subprocess.run(["umount", disk], check=True)


def block_size(path):
    return (path.stat().st_size + 4095) // 4096 * 4096


def damaged_state(scene):
    """What the state folder has is a help and never needed: rubbish there must not matter."""
    kinds = {
        "empty": lambda path: path.write_bytes(b""),
        "rubbish": lambda path: path.write_bytes(chance.randbytes(3000)),
        "cut off": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        "gone": lambda path: path.unlink(),
        "in another's place": lambda path: (path.unlink(), path.mkdir()),
    }
    count = 0
    for kind, damage in kinds.items():
        scene.reset()
        for path in sorted((scene.output / "state").rglob("*")):
            if path.is_file() and path.name != "lock" and "quarantine" not in path.parts:
                damage(path)
                count += 1
        status, message = scene.run()
        scene.check(f"state {kind}", (0, 1), status, message)
    section("damaged files of the state", count)


LEDGER = "state/ledger.sqlite"


def ledger(scene):
    """History may be lost, figures never: whatever becomes of the ledger, a run ends as it would have."""

    def held(path):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        return other.close

    def newer(path):
        with sqlite3.connect(path) as other:
            other.execute("INSERT INTO grdb_migrations VALUES ('of the year 2040')")
        other.close()

    def rewritten(path, change):
        path.write_bytes(change(path.read_bytes()))

    def read_only(path):
        # Root may write whatever the mode says; not to a mount that is read-only.
        if os.geteuid():
            path.chmod(0o400)
            return None
        if subprocess.run(["mount", "--bind", "-o", "ro", path, path], stderr=-3).returncode:
            return False
        return lambda: subprocess.run(["umount", path], check=True)

    kinds = {
        "held by another program": (held, "ledger-locked"),
        "rubbish": (lambda path: rewritten(path, lambda old: chance.randbytes(len(old))), "ledger-moved-aside"),
        "cut off": (lambda path: rewritten(path, lambda old: old[: len(old) // 2]), "ledger-moved-aside"),
        "cut off in its head": (lambda path: rewritten(path, lambda old: old[:50]), "ledger-moved-aside"),
        "empty": (lambda path: path.write_bytes(b""), None),
        "gone": (lambda path: path.unlink(), None),
        "a folder": (lambda path: (path.unlink(), path.mkdir(), None)[2], "ledger-unusable"),
        "a link to nowhere": (lambda path: (path.unlink(), path.symlink_to("nowhere"), None)[2], "ledger-unusable"),
        "a journal of another": (lambda path: path.with_name(path.name + "-journal").write_bytes(chance.randbytes(2000)), None),
        "of a newer program": (newer, "ledger-newer"),
        "read-only": (read_only, "ledger-unusable"),
    }
    count = 0
    for kind, (damage, code) in kinds.items():
        scene.reset()
        path = scene.output / LEDGER
        mend = damage(path)
        if mend is False:
            print("  skipped: read-only ledger: mounting is not allowed here")
            continue
        start = time.monotonic()
        status, message = scene.run("--log-format", "json")
        seconds = time.monotonic() - start
        if callable(mend):
            mend()
        codes = re.findall(r'"code":"(ledger-[a-z-]+)"', message)
        if codes != ([code] if code else []):
            lost.append(f"ledger {kind}: told {codes}, not {code}: {message.strip()[-300:]}")
        # It gives up after two seconds; a slow machine takes its time for all the rest.
        if seconds > 300:
            lost.append(f"ledger {kind}: the run took {seconds:.1f} s")
        if code in ("ledger-moved-aside", None):
            whole(path, f"ledger {kind}")
        if status == 0 and len(releases(scene.output)) < 2:
            lost.append(f"ledger {kind}: no release")
        if path.is_dir() or path.is_symlink():
            remove(path)
        scene.check(f"ledger {kind}", (0, 1), status, message)
        count += 1
    section("ledger locked, damaged, gone or in the way", count)


def whole(path, what):
    """Looks whether the ledger is a sound database with the run in it."""
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        (sound,), (runs,) = reader.execute("PRAGMA integrity_check").fetchone(), reader.execute("SELECT count(*) FROM run").fetchone()
        if sound != "ok" or not runs:
            lost.append(f"{what}: the ledger is {sound}, with {runs} runs")
    except sqlite3.Error as error:
        lost.append(f"{what}: the ledger cannot be read afterwards: {error}")
    finally:
        reader.close()


def full_ledger(folder):
    """A file system of its own for the ledger that runs full while it is written: the releases are elsewhere."""
    disk = pathlib.Path(folder) / "ledger-disk"
    disk.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], stderr=-3).returncode:
        print("  skipped: full disk under the ledger: mounting is not allowed here")
        return
    try:
        scene = Scene(pathlib.Path(folder) / "ledger-scene")
        sizes = [0, 1, 2, 4, 8, 16, 32, 64]
        for pages in sizes:
            scene.reset()
            for path in disk.iterdir():
                remove(path)
            filler = disk / "filler"
            with open(filler, "wb", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    pass
            if pages:
                os.truncate(filler, filler.stat().st_size // 4096 * 4096 - pages * 4096)
            status, message = scene.run("--state", str(disk), "--log-format", "json")
            if status == 0 and len(releases(scene.output)) < 2:
                lost.append(f"full disk under the ledger, {pages} pages left: no release")
            filler.unlink()
            scene.run("--state", str(disk))
            whole(disk / "ledger.sqlite", f"full disk under the ledger, {pages} pages left")
            scene.check(f"full disk under the ledger, {pages} pages left", (0, 1), status, message)
        section("full disk under the ledger", len(sizes))
    finally:
        subprocess.run(["umount", disk], check=True)


def locked(scene):
    scene.reset()
    with open(scene.output / "state/lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for flags in ([], ["--wait", "1"]):
            status, message = scene.run(*flags)
            if status != 75:
                lost.append(f"locked: exit status {status}: {message[-300:]}")
        waiting = subprocess.Popen(scene.command("--wait", "30"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.3)
    if waiting.wait() not in (0, 1):
        lost.append(f"locked: a run that waited ends with {waiting.returncode}")
    scene.check("locked")
    section("lock held by another", 3)


def clock(scene):
    """Times of the distant past and future: on extracts, on what is remembered, on releases."""
    moments = (0, 4102444800, time.time() - 3600, time.time() + 3600)
    for moment in moments:
        for part in (scene.landing, scene.output):
            scene.reset()
            for path in part.rglob("*"):
                os.utime(path, (moment, moment), follow_symlinks=False)
            status, message = scene.run()
            scene.check(f"clock at {moment:.0f}", (0, 1), status, message)
    section("jumps of the clock", 2 * len(moments))


def together(scene, times=20):
    for _ in range(times):
        scene.reset()
        runs = [
            subprocess.Popen(scene.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)
        ]
        statuses = [run.wait() for run in runs]
        if not all(status in (0, 1, 75) for status in statuses) or min(statuses) > 1:
            lost.append(f"two at once: exit statuses {statuses}")
        scene.check("two at once")
    section("two runs at once", times)


def changing(scene, times=20):
    """A copy into the landing folder that is under way while a run reads it: refused, or read as it was."""
    for number in range(times):
        scene.reset()
        extracts = sorted(path for path in scene.landing.rglob("*.csv"))
        victim = chance.choice(extracts)
        change = (
            lambda: victim.open("ab").write(b"x,y\r\n"),
            lambda: os.truncate(victim, victim.stat().st_size // 2),
            lambda: victim.unlink(),
            lambda: os.utime(victim),
        )[number % 4]
        delay = chance.uniform(0, 0.12)
        meddler = threading.Thread(target=lambda: (time.sleep(delay), change()))
        meddler.start()
        status, message = scene.run()
        meddler.join()
        after_change(scene, status, message, victim.name)
    section("landing folder changing under the run", times)


def after_change(scene, status, message, name):
    """A run that saw the change is another run: what it published is known by nobody, so only the rest is looked at."""
    if status not in (0, 1, 65, 66, 74):
        lost.append(f"changing {name}: exit status {status}: {message.strip()[-300:]}")
    for folder in set(releases(scene.output)) - set(complete):
        if not (next(scene.output.glob(f"*/{QUARTER}/{folder}")) / "manifest.json").exists():
            lost.append(f"changing {name}: a release without a manifest")
        remove(next(scene.output.glob(f"*/{QUARTER}/{folder}")))
    if latest(scene.output) not in complete:
        link = link_to_latest(scene.output)
        link.unlink()
        link.symlink_to(next(iter(complete_before)))
    scene.check(f"changing {name}")


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    before, after, base = scratch / "before", scratch / "after", scratch / "base"
    shutil.copytree(LANDING, after)
    shutil.copytree(LANDING, before)
    # The first release lacks the last row of one extract.
    extract = max((path for path in before.rglob("*.csv")), key=lambda path: path.stat().st_size)
    extract.write_bytes(extract.read_bytes().rstrip(b"\r\n").rsplit(b"\n", 1)[0] + b"\n")

    scene = Scene(scratch / "scene")
    shutil.rmtree(scene.landing)
    shutil.copytree(before, scene.landing)
    # Nothing is remembered of files that are as young as the run.
    time.sleep(0.1)
    status, message = scene.run()
    if status not in (0, 1):
        sys.exit(f"the first run ends with {status}:\n{message}")
    complete_before = releases(scene.output)
    shutil.copytree(scene.output, base, symlinks=True)
    shutil.rmtree(scene.landing)
    shutil.copytree(after, scene.landing)
    scene.run()
    complete = releases(scene.output)
    if len(complete) != 2 or len(complete_before) != 1:
        sys.exit("two landing folders must give two releases")

    print("faults:")
    killed(scene)
    limited(scene)
    full(scratch)
    damaged_state(scene)
    ledger(scene)
    full_ledger(scratch)
    locked(scene)
    clock(scene)
    together(scene)
    changing(scene)

print(f"{sum(count for _, count in tried)} faults in {len(tried)} kinds; lost: {len(lost) or 'nothing'}")
for line in lost:
    print("  " + line)
sys.exit(bool(lost))
