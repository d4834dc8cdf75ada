"""frictionless reads each of our schemas, and every CSV of a release."""

import pytest
from frictionless import Resource, Schema, system

import harness


@pytest.mark.parametrize("path", sorted((harness.ROOT / "Pipelines/Schemas").glob("*.yaml")), ids=lambda path: path.stem)
def test_schema(path):
    schema = Schema.from_descriptor(str(path))
    assert schema.fields, f"{path}: no fields"
    errors = list(Schema.metadata_validate(schema.to_descriptor()))
    assert not errors, f"{path}: {errors}"


def test_every_csv_of_a_release(release):
    tables = sorted(release.glob("*.csv"))
    assert tables
    for path in tables:
        with system.use_context(trusted=True):
            report = Resource(path=str(path)).validate()
        assert report.valid, f"{path}: {report.flatten(['rowNumber', 'fieldNumber', 'type', 'note'])}"
        data = path.read_bytes()
        assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), f"{path}: not CRLF throughout"
