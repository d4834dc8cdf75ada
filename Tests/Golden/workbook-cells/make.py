"""A partner's workbook with all that cells can be: see case.sh."""

import sys

import workbook_files as files

HEADER = ["Indicator", "Area", "Period", "Value", "Status", "Supplied by"]
ASB = ["Log Number", "Incident Date", "Opening Code", "Closing Code", "Location", "LSOA Code"]

target = sys.argv[1]
files.xlsx(
    f"{target}/returns.xlsx",
    {
        "Cover": [["Partner returns"], [], ["Contact", "the coordinator"]],
        "2018-19": [
            ["Returns of the year"],
            [],
            HEADER,
            ["repeat-marac-cases", "Hartlepool", "2018/19 Q1", 10, None, "MARAC coordinator"],
            ["repeat-marac-cases", "Hartlepool", "2018/19 Q2", files.Formula("SUM(D4:D4)"), None, "MARAC coordinator"],
            [],
            ["repeat-marac-cases", "Hartlepool", "2018/19 Q3", files.Error("#REF!"), None, "MARAC coordinator"],
            ["repeat-marac-cases", "Hartlepool", "2018/19 Q4", 1234.5, None, "MARAC coordinator"],
            [files.Error("#N/A"), "Hartlepool", "2018/19", 5],
        ],
        "Last year": [HEADER, ["repeat-marac-cases", "Hartlepool", "2017/18", 45]],
    },
    hidden=["Last year"],
    merged={"2018-19": ["A8:A9"], "Cover": ["A1:B1"]},
)
files.ods(
    f"{target}/log.ods",
    {
        "Log": [
            ASB,
            ["010419-00105", "01/04/2019", "AS22", "AS22", "158 Gorse Close", "E01011998"],
            ["010419-00106", "31/04/2019", "AS22", "AS22", "two, lines", "E01011998"],
        ]
    },
)
files.xlsx(
    f"{target}/log.xlsx",
    {
        "Log": [
            ASB,
            ["010419-00105", files.Day(43556), "AS22", "AS22", '158 "Gorse" Close', "E01011998"],
            ["010419-00106", 43556, "AS22", "AS22", "Rope Walk", "E01011998"],
        ]
    },
)
