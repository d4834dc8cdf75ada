# Workbooks as partners send them: a cover, a sheet for each year, one of them hidden, titles above the header, a blank row,
# merged cells, a formula whose result was not stored, error messages, and days as days. The row of a sheet is its line.
prepare() {
    mkdir "$WORK/landing"
    PYTHONPATH=Tests/Golden PYTHONDONTWRITEBYTECODE=1 python3 "$folder/make.py" "$WORK/landing"
}
ARGUMENTS=(validate --definition Pipelines/shp-performance.yaml
    "$WORK/landing/returns.xlsx" "$WORK/landing/log.ods" "$WORK/landing/log.xlsx")
STATUS=65
