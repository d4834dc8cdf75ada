"""Helpers of the Python checks: they find shp, run it, and skip checks."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PERFORMANCE = ROOT / "Pipelines/shp-performance.yaml"
STREET = ROOT / "Pipelines/police-uk-street.yaml"
QUARTER = "2019-20-Q1"
LANDING = ROOT / "SampleData/landing"


def program(variable="SHP", name="shp"):
    """Returns the path of a built program: the value of the environment variable, else the release build."""
    path = pathlib.Path(os.environ.get(variable) or ROOT / ".build/release" / name).resolve()
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"{path} is not there: run `make build`, or set {variable}")
    return str(path)


def shp(*arguments, allowed=(0, 1), **options):
    """Runs shp in the checkout and returns the finished process with its output. The check fails when the exit status
    is not allowed."""
    options = {"cwd": ROOT, "capture_output": True, "text": True, "check": False} | options
    done = subprocess.run([program(), *map(str, arguments)], **options)
    if allowed is not None:
        assert done.returncode in allowed, f"shp {arguments[0]} ended with {done.returncode}: {done.stderr[-2000:]}"
    return done


def script(path, *arguments):
    """Runs a check that is a separate Python program, and returns the last line that it prints."""
    command = [sys.executable, ROOT / path, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{path} ended with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-2000:]}"
    return done.stdout.splitlines()[-1]


def skip(reason):
    """Skips a check. With CI=true every tool that can be installed must be there, so a skip is a failure."""
    import pytest  # benchmarks use this file without pytest

    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (skipped elsewhere; with CI=true this must be there)", pytrace=False)
    pytest.skip(reason)


def needs(**tools):
    """Skips the check when a program is missing. The name of each argument is the program, and its value is the
    package."""
    missing = [f"{tool} (package {package})" for tool, package in tools.items() if not shutil.which(tool)]
    if missing:
        skip(f"not installed: {', '.join(missing)}")


def wait_for(condition, what, seconds=60):
    """Waits until a condition holds and returns its value."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds} s there is still no {what}")
        os.sched_yield()
    return value


def let_files_age(*folders):
    """Waits until the files of folders are older than a run that begins now, because a run does not remember younger
    files.

    A run allows 20 ms for the resolution of file times. The time at which a file was changed cannot be set.
    """
    paths = [path for folder in folders for path in pathlib.Path(folder).rglob("*")]
    newest = max((max(path.lstat().st_mtime, path.lstat().st_ctime) for path in paths), default=0)
    wait_for(lambda: time.time() > newest + 0.04, "file older than the run")
