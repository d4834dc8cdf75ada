# A download of data.police.uk as it comes: three months of street-level crime, outcomes and stop and search beside
# them, the forms of the first years, a file whose header was changed, a licence and a document. Every file is taken for
# what it is, told by its header, or left out with the reason.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=0
