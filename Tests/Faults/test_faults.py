"""Provokes the faults that a run at night can meet, and checks what each leaves behind.

After every fault the earlier release must be unchanged, byte for byte. A new release must be complete or absent. The
next undisturbed run must succeed and leave the same files as if nothing had happened.
"""

import collections
import dataclasses
import fcntl
import hashlib
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time

import pytest

import harness
from harness import QUARTER

chance = random.Random(20191121)
LEDGER = "state/ledger.sqlite"


@dataclasses.dataclass
class Releases:
    """An output folder with one release, a landing folder for a second release, and digests of both releases."""

    output: pathlib.Path
    landing: pathlib.Path
    first: dict[str, str]
    both: dict[str, str]


class Folders:
    """A copy of the folders, for one kind of fault."""

    def __init__(self, folder, known=None):
        self.folder = pathlib.Path(folder)
        self.landing = self.folder / "landing"
        self.output = self.folder / "output"
        self.landing.mkdir(parents=True)
        self.output.mkdir(exist_ok=True)
        self.known = known
        self.lost = []
        self.outcomes = collections.Counter()

    def reset(self):
        for child in self.output.iterdir():
            remove(child)
        self.deliver()
        for child in self.known.output.iterdir():
            copy(child, self.output / child.name)

    def deliver(self):
        shutil.rmtree(self.landing, ignore_errors=True)
        shutil.copytree(self.known.landing, self.landing)

    def command(self, *flags):
        places = ["--input", str(self.landing), "--output", str(self.output)]
        run = [harness.program(), "run", str(harness.PERFORMANCE), "--quarter", QUARTER]
        return [*run, *places, "--quiet", "--force", *flags]

    def start(self, *flags):
        return subprocess.Popen(self.command(*flags), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, *flags, **options):
        """Returns exit status and messages of a run."""
        done = subprocess.run(self.command(*flags), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
        return done.returncode, done.stdout.decode(errors="replace")

    def check(self, what, statuses=(), status=None, message=""):
        """Checks what a fault has left, then runs undisturbed and checks again."""
        if statuses and status not in statuses:
            self.lost.append(f"{what}: exit status {status}, not one of {statuses}: {message.strip()[-300:]}")
        state = releases(self.output)
        ended = "" if status is None else f"exit {status}, "
        self.outcomes[ended + ("the new release is there" if len(state) > 1 else "the old release stands")] += 1
        for name, digest in state.items():
            if name not in self.known.both:
                self.lost.append(f"{what}: an unknown release: {name}")
            elif digest != self.known.both[name]:
                self.lost.append(f"{what}: the release {name} is not whole, or not as it was")
        if not self.known.first.items() <= state.items():
            self.lost.append(f"{what}: the release from before is gone")
        if latest(self.output) not in self.known.both:
            self.lost.append(f"{what}: latest points at {latest(self.output)}")
        self.deliver()
        status, message = self.run()
        if status not in (0, 1):
            self.lost.append(f"{what}: the next run ends with {status}: {message.strip()[-300:]}")
        if releases(self.output) != self.known.both:
            self.lost.append(f"{what}: the next run leaves something else than an undisturbed one")
        staging = [str(path) for path in self.output.rglob(".staging-*")]
        if staging:
            self.lost.append(f"{what}: left behind: {staging[:3]}")

    def finish(self, report, count):
        """Reports how many faults were tried and how they ended; fails when anything was lost."""
        assert not self.lost, "\n".join(self.lost)
        detail = "; ".join(f"{outcome} {times} times" for outcome, times in sorted(self.outcomes.items()))
        report(f"{count} faults, nothing lost" + (f" ({detail})" if detail else ""))


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
    """Returns every release by its folder, with a digest of its files' names and bytes."""
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


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """Makes both releases; the first lacks the last row of one extract."""
    folder = tmp_path_factory.mktemp("faults")
    output, landing = folder / "output", folder / "landing"
    shutil.copytree(harness.LANDING, landing)
    first = Folders(folder / "first")
    shutil.copytree(harness.LANDING, first.landing, dirs_exist_ok=True)
    extract = max(first.landing.rglob("*.csv"), key=lambda path: path.stat().st_size)
    extract.write_bytes(extract.read_bytes().rstrip(b"\r\n").rsplit(b"\n", 1)[0] + b"\n")
    harness.let_files_age(first.landing)
    status, message = first.run()
    assert status in (0, 1), message
    before = releases(first.output)
    shutil.copytree(first.output, output, symlinks=True)
    shutil.rmtree(first.landing)
    shutil.copytree(landing, first.landing)
    first.run()
    both = releases(first.output)
    assert (len(before), len(both)) == (1, 2), "two landing folders must give two releases"
    return Releases(output, landing, before, both)


@pytest.fixture
def folders(tmp_path, known):
    return Folders(tmp_path / "copy", known)


@pytest.fixture
def disk(tmp_path):
    """A separate file system, where mounting is allowed."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder]
    if os.geteuid() or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode:
        # CI containers may forbid mounting, too.
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def remount(disk, options):
    subprocess.run(["mount", "-o", f"remount,{options}", disk], check=True)


def test_killed_at_random_moments(folders, report):
    folders.reset()
    start = time.monotonic()
    folders.run()
    whole = time.monotonic() - start
    for _ in range(50):
        folders.reset()
        process = folders.start()
        try:
            process.wait(chance.uniform(0, whole * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        folders.check("killed")
    folders.finish(report, 50)


def test_file_size_limits(folders, report):
    """Uses a file-size limit in place of a quota: writing fails in the middle of a file."""
    sizes = [1 << power for power in range(6, 21)]
    for size in sizes:
        folders.reset()

        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        status, message = folders.run(preexec_fn=limit)
        folders.check(f"file-size limit of {size}", (0, 1, 73, 74), status, message)
    folders.finish(report, len(sizes))


def test_full_disk(disk, known, report):
    folders = Folders(disk / "copy", known)
    for step in range(24):
        remount(disk, "size=64m")
        folders.reset()
        used = sum(block_size(path) for path in disk.rglob("*") if path.is_file() and not path.is_symlink())
        room = 4096 * (1 + step * 12)
        remount(disk, f"size={used + room + (1 << 16)}")
        status, message = folders.run()
        remount(disk, "size=64m")
        folders.check(f"full disk with {room} bytes left", (0, 1, 73, 74), status, message)
    folders.finish(report, 24)


def test_read_only_disk(disk, known, report):
    folders = Folders(disk / "copy", known)
    folders.reset()
    remount(disk, "ro")
    status, message = folders.run()
    remount(disk, "rw")
    folders.check("read-only disk", (73, 74, 77), status, message)
    folders.finish(report, 1)


def block_size(path):
    return (path.stat().st_size + 4095) // 4096 * 4096


def test_damaged_state(folders, report):
    """Damages the state folder. This must make no difference, because no run needs the folder's contents."""
    kinds = {
        "empty": lambda path: path.write_bytes(b""),
        "rubbish": lambda path: path.write_bytes(chance.randbytes(3000)),
        "cut off": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        "gone": lambda path: path.unlink(),
        "in another's place": lambda path: (path.unlink(), path.mkdir()),
    }
    count = 0
    for kind, damage in kinds.items():
        folders.reset()
        for path in sorted((folders.output / "state").rglob("*")):
            if path.is_file() and path.name != "lock" and "quarantine" not in path.parts:
                damage(path)
                count += 1
        status, message = folders.run()
        folders.check(f"state {kind}", (0, 1), status, message)
    folders.finish(report, count)


def test_damaged_ledger(folders, report):
    """Damages the ledger. History may be lost, but no figures: the run must end as it would have ended."""

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
        # Root may write whatever the mode is, but not to a read-only mount.
        if os.geteuid():
            path.chmod(0o400)
            return None
        if subprocess.run(["mount", "--bind", "-o", "ro", path, path], stderr=subprocess.DEVNULL).returncode:
            return False
        return lambda: subprocess.run(["umount", path], check=True)

    def folder(path):
        path.unlink()
        path.mkdir()

    def link(path):
        path.unlink()
        path.symlink_to("nowhere")

    def journal(path):
        path.with_name(path.name + "-journal").write_bytes(chance.randbytes(2000))

    kinds = {
        "held by another program": (held, "ledger-locked"),
        "rubbish": (lambda path: rewritten(path, lambda old: chance.randbytes(len(old))), "ledger-moved-aside"),
        "cut off": (lambda path: rewritten(path, lambda old: old[: len(old) // 2]), "ledger-moved-aside"),
        "cut off in its head": (lambda path: rewritten(path, lambda old: old[:50]), "ledger-moved-aside"),
        "empty": (lambda path: path.write_bytes(b""), None),
        "gone": (lambda path: path.unlink(), None),
        "a folder": (folder, "ledger-unusable"),
        "a link to nowhere": (link, "ledger-unusable"),
        "a journal of another": (journal, None),
        "of a newer program": (newer, "ledger-newer"),
        "read-only": (read_only, "ledger-unusable"),
    }
    count = 0
    for kind, (damage, code) in kinds.items():
        folders.reset()
        path = folders.output / LEDGER
        mend = damage(path)
        if mend is False:
            report("skipped the read-only ledger: mounting is not allowed here")
            continue
        start = time.monotonic()
        status, message = folders.run("--log-format", "json")
        seconds = time.monotonic() - start
        if callable(mend):
            mend()
        codes = re.findall(r'"code":"(ledger-[a-z-]+)"', message)
        if codes != ([code] if code else []):
            folders.lost.append(f"ledger {kind}: reported {codes}, not {code}: {message.strip()[-300:]}")
        # The run waits two seconds for the ledger; on a slow machine everything else takes time, too.
        if seconds > 300:
            folders.lost.append(f"ledger {kind}: the run took {seconds:.1f} s")
        if code in ("ledger-moved-aside", None):
            folders.lost += unsound(path, f"ledger {kind}")
        if status == 0 and len(releases(folders.output)) < 2:
            folders.lost.append(f"ledger {kind}: no release")
        if path.is_dir() or path.is_symlink():
            remove(path)
        folders.check(f"ledger {kind}", (0, 1), status, message)
        count += 1
    folders.finish(report, count)


def unsound(path, what):
    """Returns what is wrong with the ledger, which must be a sound database that has the run."""
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        (sound,) = reader.execute("PRAGMA integrity_check").fetchone()
        (runs,) = reader.execute("SELECT count(*) FROM run").fetchone()
        if sound != "ok" or not runs:
            return [f"{what}: the ledger is {sound}, with {runs} runs"]
    except sqlite3.Error as error:
        return [f"{what}: the ledger cannot be read afterwards: {error}"]
    finally:
        reader.close()
    return []


def test_full_disk_under_the_ledger(disk, folders, report):
    """Puts the ledger on a separate file system that runs full during writing; the releases are elsewhere."""
    remount(disk, "size=1m")
    sizes = [0, 1, 2, 4, 8, 16, 32, 64]
    for pages in sizes:
        folders.reset()
        for path in disk.iterdir():
            remove(path)
        what = f"full disk under the ledger, {pages} pages left"
        filler = disk / "filler"
        fill(filler)
        if pages:
            os.truncate(filler, filler.stat().st_size // 4096 * 4096 - pages * 4096)
        status, message = folders.run("--state", str(disk), "--log-format", "json")
        if status == 0 and len(releases(folders.output)) < 2:
            folders.lost.append(f"{what}: no release")
        filler.unlink()
        folders.run("--state", str(disk))
        folders.lost += unsound(disk / "ledger.sqlite", what)
        folders.check(what, (0, 1), status, message)
    folders.finish(report, len(sizes))


def fill(path):
    """Writes a file until the disk is full."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def test_lock_held_by_another(folders, report):
    folders.reset()
    path = folders.output / "state/lock"
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for flags in ([], ["--wait", "1"]):
            status, message = folders.run(*flags)
            if status != 75:
                folders.lost.append(f"locked: exit status {status}: {message[-300:]}")
        waiting = folders.start("--wait", "30")
        harness.wait_for(lambda: has_open(waiting, path), "run that waits for the lock")
    if waiting.wait() not in (0, 1):
        folders.lost.append(f"locked: a run that waited ends with {waiting.returncode}")
    folders.check("locked")
    folders.finish(report, 3)


def has_open(process, path):
    """Returns whether a process has a file open."""
    for link in pathlib.Path(f"/proc/{process.pid}/fd").iterdir():
        try:
            if os.readlink(link) == str(path):
                return True
        except FileNotFoundError:
            continue  # the file was closed at this moment
    return False


def test_jumps_of_the_clock(folders, report):
    """Sets times in the distant past and future: on extracts, on state files, on releases."""
    moments = (0, 4102444800, time.time() - 3600, time.time() + 3600)
    for moment in moments:
        for part in (folders.landing, folders.output):
            folders.reset()
            for path in part.rglob("*"):
                os.utime(path, (moment, moment), follow_symlinks=False)
            status, message = folders.run()
            folders.check(f"clock at {moment:.0f}", (0, 1), status, message)
    folders.finish(report, 2 * len(moments))


def test_two_runs_at_once(folders, report):
    for _ in range(20):
        folders.reset()
        runs = [folders.start() for _ in range(2)]
        statuses = [run.wait() for run in runs]
        if not all(status in (0, 1, 75) for status in statuses) or min(statuses) > 1:
            folders.lost.append(f"two at once: exit statuses {statuses}")
        folders.check("two at once")
    folders.finish(report, 20)


def test_landing_folder_changing_under_the_run(folders, report):
    """Changes an extract while a run reads it: the run is refused, or reads the extract as it was."""
    changes = (
        lambda path: path.open("ab").write(b"x,y\r\n"),
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: path.unlink(),
        lambda path: os.utime(path),
    )
    for number in range(20):
        folders.reset()
        extract = chance.choice(sorted(folders.landing.rglob("*.csv")))
        change = threading.Timer(chance.uniform(0, 0.12), changes[number % 4], [extract])
        change.start()
        status, message = folders.run()
        change.join()
        after_change(folders, status, message, extract.name)
    folders.finish(report, 20)


def after_change(folders, status, message, name):
    """Checks everything except what the run published, which is not known when the run saw the change."""
    known = folders.known
    if status not in (0, 1, 65, 66, 74):
        folders.lost.append(f"changing {name}: exit status {status}: {message.strip()[-300:]}")
    for folder in set(releases(folders.output)) - set(known.both):
        if not (next(folders.output.glob(f"*/{QUARTER}/{folder}")) / "manifest.json").exists():
            folders.lost.append(f"changing {name}: a release without a manifest")
        remove(next(folders.output.glob(f"*/{QUARTER}/{folder}")))
    if latest(folders.output) not in known.both:
        link = link_to_latest(folders.output)
        link.unlink()
        link.symlink_to(next(iter(known.first)))
    folders.check(f"changing {name}")
