"""Fixtures of every check in Python."""

import os
import pathlib

import pytest

import harness

REPORTS = pytest.StashKey[list]()


def pytest_configure(config):
    config.stash[REPORTS] = []


@pytest.fixture
def report(request):
    """Takes a sentence about what a check found. All sentences are printed at the end."""
    return lambda text: request.config.stash[REPORTS].append(f"{request.node.name}: {text}")


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash[REPORTS]:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def release():
    """The release to check: RELEASE, else the newest release of the sample quarter, which `make run` makes."""
    named = os.environ.get("RELEASE") or harness.ROOT / "Output/shp-performance/2019-20-Q1/latest"
    folder = pathlib.Path(named).resolve()
    if not (folder / "manifest.json").is_file():
        pytest.fail(f"{folder} has no release: run `make run`, or set RELEASE", pytrace=False)
    return folder
