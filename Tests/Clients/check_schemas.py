"""frictionless reads every schema of ours, and every CSV of a release: usage: check_schemas.py SCHEMAS RELEASE"""
import pathlib
import sys

from frictionless import Resource, Schema, system


def main(schemas, release):
    checked = 0
    for path in sorted(pathlib.Path(schemas).glob("*.yaml")):
        schema = Schema.from_descriptor(str(path))
        assert schema.fields, f"{path}: no fields"
        errors = list(Schema.metadata_validate(schema.to_descriptor()))
        assert not errors, f"{path}: {errors}"
        checked += 1
    for path in sorted(pathlib.Path(release).glob("*.csv")):
        with system.use_context(trusted=True):
            report = Resource(path=str(path)).validate()
        assert report.valid, f"{path}: {report.flatten(['rowNumber', 'fieldNumber', 'type', 'note'])}"
        data = path.read_bytes()
        assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), f"{path}: not CRLF throughout"
        checked += 1
    print(f"{checked} files sound")


main(*sys.argv[1:])
