"""frictionless validates the data package of a release, and its dictionary is complete: usage: check_packages.py RELEASE..."""
import csv
import hashlib
import json
import pathlib
import sys

from frictionless import Package, system


def main(*releases):
    rows = columns = 0
    for release in map(pathlib.Path, releases):
        path = release / "datapackage.json"
        with system.use_context(trusted=True):
            report = Package(str(path)).validate()
        assert report.valid, f"{path}: {report.flatten(['name', 'rowNumber', 'fieldNumber', 'type', 'note'])}"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        assert "created" not in descriptor, f"{path}: has a clock in it"
        described = {resource["path"]: resource for resource in descriptor["resources"]}
        files = {file.name for file in release.glob("*.csv")}
        assert set(described) == files, f"{path}: describes {sorted(described)}, there are {sorted(files)}"
        told = {}
        with open(release / "data-dictionary.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                assert row["meaning"] and row["type"] and row["source"], f"data-dictionary.csv: {row}"
                told.setdefault(row["file"], []).append(row["column"])
        for name, resource in described.items():
            data = (release / name).read_bytes()
            assert resource["bytes"] == len(data), f"{name}: {resource['bytes']} bytes"
            assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), f"{name}: another hash"
            with open(release / name, newline="", encoding="utf-8") as file:
                header = next(csv.reader(file))
            assert [field["name"] for field in resource["schema"]["fields"]] == header, f"{name}: other columns"
            assert told.get(name) == header, f"data-dictionary.csv: {name}: lists {told.get(name)}"
            columns += len(header)
        rows += sum(task.stats["rows"] for task in report.tasks)
    print(f"{len(releases)} packages, {columns} columns described, {rows} rows valid")


main(*sys.argv[1:])
