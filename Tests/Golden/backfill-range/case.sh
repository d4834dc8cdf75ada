# A backfill of three quarters, where only one has rows. It reports what a run reports, makes the requested copies,
# publishes that quarter, and ends with 66 for the others. (The converter here only copies files, because LibreOffice
# never gives the same bytes twice.)
prepare() {
    cp -r Tests/Golden/mixed-landing/landing "$WORK/landing"
    sed -i -e '3s/E01011954/E0101195X/' -e '4s/2014-04/2014-14/' "$WORK/landing/2014-04-cleveland-street.csv"
    mkdir "$WORK/bin"
    printf '#!/bin/sh\necho "copy of $(basename "$7")" >"$6/$(basename "$7" .xlsx).ods"\n' >"$WORK/bin/soffice"
    chmod +x "$WORK/bin/soffice"
    export PATH="$WORK/bin:$PATH"
}
ARGUMENTS=(backfill Pipelines/police-uk-street.yaml 2014-15-Q1 2014-15-Q3 --input "$WORK/landing" --output "$WORK/output" --ods --verbose)
STATUS=66
