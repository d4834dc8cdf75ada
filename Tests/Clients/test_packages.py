"""frictionless validates the data package of a release, and the data dictionary is complete."""

import csv
import hashlib
import json

from frictionless import Package, system


def test_the_data_package_describes_the_release(release, report):
    columns = 0
    path = release / "datapackage.json"
    with system.use_context(trusted=True):
        found = Package(str(path)).validate()
    assert found.valid, f"{path}: {found.flatten(['name', 'rowNumber', 'fieldNumber', 'type', 'note'])}"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    assert "created" not in descriptor, f"{path}: has a clock in it"
    described = {resource["path"]: resource for resource in descriptor["resources"]}
    files = {file.name for file in release.glob("*.csv")}
    assert set(described) == files, f"{path}: describes {sorted(described)}, there are {sorted(files)}"
    described_columns = {}
    with open(release / "data-dictionary.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert row["meaning"] and row["type"] and row["source"], f"data-dictionary.csv: {row}"
            described_columns.setdefault(row["file"], []).append(row["column"])
    for name, resource in described.items():
        data = (release / name).read_bytes()
        assert resource["bytes"] == len(data), f"{name}: {resource['bytes']} bytes"
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), f"{name}: another hash"
        with open(release / name, newline="", encoding="utf-8") as file:
            header = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == header, f"{name}: other columns"
        assert described_columns.get(name) == header, f"data-dictionary.csv: {name}: lists {described_columns.get(name)}"
        columns += len(header)
    rows = sum(task.stats["rows"] for task in found.tasks)
    report(f"{columns} columns described, {rows} rows valid")
