"""The landing folder, read a second time in plain Python, gives the figures of the published paper."""

import subprocess
import sys

import pytest

import harness

PAPER = harness.ROOT.parent / "shared/published" / harness.QUARTER


@pytest.mark.skipif(not PAPER.is_dir(), reason="the published figures are not beside the checkout (../shared/published)")
def test_plain_python_counts_what_the_paper_has(report):
    oracle = harness.ROOT / "Tests/Golden/oracle.py"
    command = [sys.executable, oracle, harness.LANDING, PAPER / "figures.csv", PAPER / "errata.csv"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
    report(done.stdout.splitlines()[-1])
