"""Partnerships of every kind are set up by `shp init`, run on made-up files, and counted again by DuckDB."""

import os
import pathlib

import pytest

import harness


def test_partnerships_of_every_shape_are_counted_alike_by_duckdb(report):
    official = pathlib.Path(os.environ.get("OFFICIAL") or harness.ROOT / "../shared/reference/national")
    if not official.is_dir():
        # A skip even with CI=true, because the folder cannot be installed.
        pytest.skip("the lookups of the Office for National Statistics are not beside the checkout")
    report(harness.script("Tests/Partnerships/check_partnerships.py", harness.program(), official.resolve()))
