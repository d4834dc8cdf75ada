# The download of mixed-landing as it comes: in an archive with a folder for each month. One month is a workbook with a sheet
# of notes, and another is OpenDocument. The figures are those of mixed-landing.
prepare() {
    mkdir "$WORK/landing"
    PYTHONPATH=Tests/Golden PYTHONDONTWRITEBYTECODE=1 python3 "$folder/make.py" Tests/Golden/mixed-landing/landing "$WORK/landing"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=0
