# Forms of tables of counts: thousands separators, whole numbers with decimals, years with four digits, a no-break space
# in a header. All forms are read, and for a divided partnership the message gives a remedy that works.
prepare() {
    mkdir -p "$WORK/landing"
    local quarter
    {
        printf 'Financial Year,Financial Quarter,Force Name,CSP\302\240Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Offence Count\n'
        for quarter in 2018/2019,1.0 2018-19,Q2 2018/19,3 2018/19,4 2019/2020,Q1; do
            echo "$quarter,Cleveland,HARTLEPOOL,Shoplifting,Theft offences,Shoplifting,46.0,\"1,204\""
            echo "$quarter,Cleveland,Middlesbrough,Theft from a vehicle,Theft offences,Vehicle offences,45,70.0"
            echo "$quarter,Cleveland,Redcar and Cleveland,Shoplifting,Theft offences,Shoplifting,046/00,12"
            echo "$quarter,Cleveland,Stockton North,Shoplifting,Theft offences,Shoplifting,46,5"
        done
    } >"$WORK/landing/csp.csv"
}
ARGUMENTS=(run Pipelines/recorded-crime-csp.yaml --input "$WORK/landing" --output "$WORK/output" --quarter 2019-20-Q1 --verbose)
STATUS=1
