# Codes of residential burglary before and after April 2023. Codes outside their months count in the common group and are
# reported; class numbers count without a report. Of the sub-groups, only those are printed that the codes divide well
# enough.
prepare() {
    cp -r Pipelines "$WORK/Pipelines"
    mkdir -p "$WORK/landing/crime"
    cat >"$WORK/Pipelines/burglary.yaml" <<'DEFINITION'
pipeline: burglary
title: Residential burglary
partnership: Safer Hartlepool Partnership
author: An analyst
contact: [An analyst]
landing: ../landing
areas: {table: Reference/cleveland-areas.csv, lsoas: Reference/cleveland-lsoa-2021.csv, home: E06000001}
classifications:
  offences: {codes: Reference/offence-codes.csv, groups: Reference/offence-groups.csv, dialect: home-office}
sources:
  crime: {title: Recorded crime, schema: Schemas/force-crime.yaml, files: ["crime/*.csv"], classification: offences, things: crimes}
tables:
  - id: burglary
    title: "Residential burglary, {months}"
    headings: {section: Block, row: Kind}
    counts: {source: crime}
    columns:
      - {measure: value, period: year-before, heading: "{short-months-before}"}
      - {measure: value, period: quarter, heading: "{short-months}"}
    sections:
      - id: burglary
        title: Burglary
        rows:
          - {group: residential-burglary}
          - {group: residential-burglary-home}
          - {group: residential-burglary-unconnected}
          - {group: residential-burglary-2017-to-2023}
          - {group: residential-burglary-dwelling}
appendices:
  - {name: Burglary, file: burglary, title: Burglary, tables: [burglary]}
DEFINITION
    local year month code number=0 codes
    for year in 2022 2023; do
        {
            echo "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"
            for month in 04 05 06; do
                case "$year-$month" in
                    2022-05) codes="28E 28E 28F 028/01 029/00 28I 28J 28Q" ;;
                    2022-*) codes="28E 28E 28F 28A" ;;
                    2023-05) codes="28I 28J 28M 29B 28E 28F 028/01 028/01 29" ;;
                    2023-*) codes="28I 28J 28M 29B 28I 28I" ;;
                esac
                for code in $codes; do
                    number=$((number + 1))
                    printf 'HP%s/%06d,14/%s/%s,%s,Burglary,E01011949,Hartlepool,N,N,N\n' "${year#20}" "$number" "$month" "$year" "$code"
                done
            done
        } >"$WORK/landing/crime/$year-07-10_force.csv"
    done
}
ARGUMENTS=(run "$WORK/Pipelines/burglary.yaml" --quarter 2023-24-Q1 --output "$WORK/output")
STATUS=1
