# Files that look like workbooks and archives and cannot be read: each is refused by name, with what to do.
prepare() {
    mkdir "$WORK/landing"
    cd "$WORK/landing"
    printf '\320\317\021\340\241\261\032\341 an old workbook' >old.xlsx
    printf 'Crime ID,Month\nabc,2014-04\n' >text.xlsx
    : >empty.ods
    printf 'binary' >returns.xls
    printf 'binary' >returns.numbers
    PYTHONPATH="$root/Tests/Golden" PYTHONDONTWRITEBYTECODE=1 python3 - <<'PYTHON'
import pathlib
import workbook_files as files

files.archive("climbs.zip", {"../2014-04-cleveland-street.csv": "Crime ID\n"})
files.archive("whole.zip", {"2014-04-cleveland-street.csv": "Crime ID,Month\n" + "abc,2014-04\n" * 99})
whole = pathlib.Path("whole.zip").read_bytes()
pathlib.Path("cut.zip").write_bytes(whole[:-40])
pathlib.Path("changed.zip").write_bytes(whole.replace(b"abc,2014-04\nabc,2014-04", b"abc,2014-04\nabc,2014-05", 1))
pathlib.Path("whole.zip").unlink()
files.archive("nested.zip", {"inner.zip": whole})
files.archive("twice.zip", {"2014-04/a.csv": "Crime ID\n", "2014-04/A.csv": "Crime ID\n"})
files.archive("nothing.zip", {".hidden.csv": "Crime ID\n"})
files.xlsx("slash.xlsx", {"../x": [["Crime ID"]]})
files.xlsx("book.zip", {"Sheet1": [["Crime ID"]]})
files.archive("entities.ods", {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>',
})
PYTHON
    cd "$root"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output")
STATUS=65
