"""A second reading of the landing folder, in plain Python, gives the figures of the published paper."""

import pytest

import harness

PAPER = harness.ROOT.parent / "shared/published" / harness.QUARTER


@pytest.mark.skipif(not PAPER.is_dir(), reason=f"the published figures are not beside the checkout ({PAPER})")
def test_plain_python_counts_what_the_paper_has(report):
    report(harness.script("Tests/Golden/oracle.py", harness.LANDING, PAPER / "figures.csv", PAPER / "errata.csv"))
