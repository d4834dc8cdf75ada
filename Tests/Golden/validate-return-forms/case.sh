# Forms of partner returns: unambiguous values are read. The others go to quarantine, and the message says what is
# allowed.
prepare() {
    mkdir -p "$WORK/landing/returns"
    {
        echo "Indicator,Area,Period,Value,Status,Supplied by"
        echo 'deliberate-fires,Hartlepool,2018/19 Q1,"1,034",,Brigade'
        echo 'Deliberate Fires,HARTLEPOOL,Q2 2018/19,71,,Brigade'
        echo 'deliberate-fires,Hartlepool,Oct-Dec 2018,65,,Brigade'
        echo 'deliberate-fires,Hartlepool,2017/2018,402,,Brigade'
        echo 'deliberate-fires,Hartlepool,October 2018,65,,Brigade'
        echo 'deliberate-fires,Hartlepool,2019/20 Q1,12%,,Brigade'
        echo 'young-reoffending-rate,Hartlepool,2018/19 Q1,31.5%,,Youth Justice'
        echo 'young-reoffending-rate,Hartlepool,2018/19 Q2,0.315,,Youth Justice'
        echo 'first-time-entrants,Hartlepool,2018/19 Q1,<5,,Youth Justice'
        echo 'first-time-entrants,Hartlepool,2018/19 Q2,*,,Youth Justice'
        echo 'first-time-entrants,Hartlepool,2018/19 Q3,,waiting for data,Youth Justice'
        echo 'first-time-entrants,Hartlepool,2018/19 Q4,Waiting for data,,Youth Justice'
        echo 'first-time-entrants,Hartlepool,2019/20 Q1,,N/A,Youth Justice'
    } >"$WORK/landing/returns/2019-07-12_returns.csv"
}
ARGUMENTS=(validate "$WORK/landing/returns/2019-07-12_returns.csv" --definition Pipelines/shp-performance.yaml)
STATUS=65
