"""A data.police.uk download in an archive, a month of it as a workbook, and another as OpenDocument: see case.sh."""

import pathlib
import sys

import workbook_files as files


def folder(name):
    """Returns the folder of the download that holds the file: one for each month."""
    return f"{name[:7]}/" if name[:4].isdigit() else ""


source, target = pathlib.Path(sys.argv[1]), sys.argv[2]
members = files.folder(source)
april, june = "2014-04-cleveland-street.csv", "2014-06-cleveland-street.csv"
files.xlsx(
    f"{target}/{april.replace('csv', 'xlsx')}",
    {"Notes": [["Crimes of the month"], ["Downloaded for the partnership"]], "Crimes": files.rows(source / april)},
)
files.ods(f"{target}/{june.replace('csv', 'ods')}", {"Crimes": files.rows(source / june)})
del members[april], members[june]
files.archive(f"{target}/download.zip", {folder(name) + name: data for name, data in members.items()})
