# A data.police.uk download as received: three months of street-level crime, with outcomes and stop-and-search files,
# the forms of the first years, a file with a changed header, a licence and a document. Every file is recognised by its
# header, or left out with the reason.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=0
