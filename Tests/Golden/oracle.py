#!/usr/bin/env python3
"""Counts a landing folder of sample data a second time, in plain Python, and compares it with the paper.

    python3 oracle.py LANDING [FIGURES_CSV [ERRATA_CSV]]

The script shares no code and no offence list with the pipeline; only the lookup of neighbourhoods is read from
Pipelines/Reference. It prints its counts. A line that begins with MISMATCH is an error, and the exit status is then 1.
"""
import csv
import datetime as dt
import pathlib
import re
import sys
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal

LOOKUP = pathlib.Path(__file__).resolve().parents[2] / "Pipelines/Reference/cleveland-lsoa-2011.csv"
AREAS = {"E06000001": "Hartlepool", "E06000003": "Redcar", "E06000002": "Middlesbrough", "E06000004": "Stockton"}
NAMES = {"Hartlepool": "Hartlepool", "Hartlepool Borough Council": "Hartlepool", "Middlesbrough": "Middlesbrough",
         "Middlesbrough Council": "Middlesbrough", "Redcar and Cleveland": "Redcar", "Redcar & Cleveland": "Redcar",
         "Stockton-on-Tees": "Stockton", "Stockton on Tees": "Stockton"}
PERSONS = {"Hartlepool": 91091, "Redcar": 133938, "Middlesbrough": 136147, "Stockton": 187959, "Cleveland": 549135}
HOUSEHOLDS = {"Hartlepool": 40434, "Redcar": 59605, "Middlesbrough": 57203, "Stockton": 79159, "Cleveland": 236401}

OFFENCES = {
    "homicide": "1 4.1 4.2 4.10", "driving": "4.4 4.6 4.8 4.9 37.1", "with injury": "2 4.3 4.7 5D 5E 8N 8P 8S 8T",
    "without injury": "3A 3B 11A 13 14 36 104 105A 105B 106", "harassment": "8L 8M 8Q 8R 8U",
    "rape": "19C-H 19J 19K", "other sexual": "17A-B 20A-B 21 22A-B 23 70 71 72 73 88A 88C-E",
    "business robbery": "34A", "personal robbery": "34B", "residential burglary": "28A-P 29 29A-C",
    "business burglary": "30A-D 31 31A", "bicycle": "44", "person": "39", "vehicle": "37.2 45 48 126",
    "shoplifting": "46", "other theft": "35 40 41 42 43 47 49 49A", "dwellings": "58A",
    "other damage": "56A-B 58B-D 58J", "disorder": "9A-B 62A 66", "trafficking": "92A", "possession": "92C-E",
    "weapons": "10A-D 81 90",
    "misc": "15 24 26 27 33 33A 38 54 59 60 61 61A 67 69 76 79 80 83 86 95 96 99 802 814",
    None: "51 52 53 NFIB1"}
VIOLENCE = ["homicide", "driving", "with injury", "without injury", "harassment"]
THEFT = ["residential burglary", "business burglary", "bicycle", "person", "vehicle", "shoplifting", "other theft"]
VICTIM = VIOLENCE + ["rape", "other sexual", "business robbery", "personal robbery"] + THEFT + ["dwellings",
                                                                                          "other damage"]
POLICE = ["disorder", "trafficking", "possession", "weapons", "misc"]
ROWS = {
    "violence against the person": VIOLENCE, "homicide": ["homicide"], "death or injury due to driving": ["driving"],
    "violence with injury": ["with injury"], "violence without injury": ["without injury"],
    "stalking and harassment": ["harassment"], "sexual offences": ["rape", "other sexual"], "rape": ["rape"],
    "other sexual offences": ["other sexual"], "robbery": ["business robbery", "personal robbery"],
    "business robbery": ["business robbery"], "personal robbery": ["personal robbery"], "acquisitive crime": THEFT,
    "theft": THEFT, "domestic burglary": ["residential burglary"], "burglary - residential": ["residential burglary"],
    "other burglary": ["business burglary"], "burglary - business and community": ["business burglary"],
    "bicycle theft": ["bicycle"], "theft from the person": ["person"], "vehicle crime (inc inter.)": ["vehicle"],
    "shoplifting": ["shoplifting"], "other theft": ["other theft"],
    "criminal damage & arson": ["dwellings", "other damage"], "total": VICTIM, "public disorder": ["disorder"],
    "drug offences": ["trafficking", "possession"], "trafficking of drugs": ["trafficking"],
    "possession/use of drugs": ["possession"], "possession of weapons": ["weapons"],
    "misc. crimes against society": ["misc"], "total police generated crime": POLICE,
    "total recorded crime in hartlepool": VICTIM + POLICE, "total recorded crime": VICTIM + POLICE,
    "all recorded crime": VICTIM + POLICE, "residential burglary": ["residential burglary"],
    "vehicle crime": ["vehicle"], "violence": VIOLENCE, "criminal damage to dwellings": ["dwellings"]}
ASB_ROWS = {"AS21 - Personal": ["AS21"], "AS22 - Nuisance": ["AS22"], "AS23 - Environmental": ["AS23"],
            "Total": ["AS21", "AS22", "AS23"],
            "Anti-social Behaviour Incidents reported to the Police": ["AS21", "AS22", "AS23"]}
RETURN_ROWS = {
    "Repeat Cases of Domestic Violence – MARAC": "repeat-marac-cases", "Deliberate Fires": "deliberate-fires",
    "Number of young people found in possession of alcohol": "young-people-alcohol",
    "Re-offending rate of young offenders": "young-reoffending-rate",
    "First-Time Entrants to the Criminal Justice System": "first-time-entrants",
    "Number of Troubled Families engaged with": "troubled-families-engaged",
    "Number of Troubled Families where results have been claimed": "troubled-families-claimed"}
ALIASES = {
    "Crime Ref": "id", "Crime Reference Number": "id", "Recorded Date": "date", "Date Recorded": "date",
    "HO Code": "code", "Home Office Classification": "code", "LSOA": "lsoa", "LSOA Code": "lsoa",
    "Local Authority": "la", "District": "la", "Hate": "hate", "Hate Crime Flag": "hate", "Domestic": "domestic",
    "Domestic Abuse Flag": "domestic", "Cancelled": "cancelled", "Crime Cancelled": "cancelled",
    "Incident Number": "id", "Log Number": "id", "Created": "date", "Incident Date": "date", "Closing Code": "code"}

mismatches = []


def mismatch(text):
    mismatches.append(text)
    print("MISMATCH", text)


# Reading -------------------------------------------------------------------------------------------------------------

def decode(raw):
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def listed(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(text):
    """Yields the fields of each record, or None where quotes are malformed; a malformed record ends with its physical
    line."""
    lines = iter(text.split("\n"))
    for line in lines:
        line = line.removesuffix("\r")
        if not line:
            continue
        if '"' not in line:
            yield line.split(",")
            continue
        fields, at, good = [], 0, True
        while good:
            if line[at:at + 1] == '"':
                field, at = "", at + 1
                while True:
                    end = line.find('"', at)
                    if end < 0:
                        line += "\n" + next(lines).removesuffix("\r")
                    elif line[end + 1:end + 2] == '"':
                        field, at = field + line[at:end + 1], end + 2
                    else:
                        field, at = field + line[at:end], end + 1
                        break
                good = line[at:at + 1] in ("", ",")
            else:
                end = line.find(",", at)
                end = len(line) if end < 0 else end
                field, at = line[at:end], end
                good = '"' not in field
            fields.append(field)
            if at == len(line):
                break
            at += 1
        yield fields if good else None


def date(text, time=False):
    pattern = r"(?:(\d\d)/(\d\d)/(\d{4})|(\d{4})-(\d\d)-(\d\d))" + (r"(?: \d\d:\d\d|T\d\d:\d\d:\d\d)?" if time else "")
    found = re.fullmatch(pattern, text)
    if not found:
        return None
    d, m, y, y2, m2, d2 = found.groups()
    try:
        if time and re.search(r"[ T](\d\d)", text) and int(re.search(r"[ T](\d\d)", text)[1]) > 23:
            return None
        return dt.date(int(y or y2), int(m or m2), int(d or d2))
    except ValueError:
        return None


LSOAS = {row["lsoa"]: AREAS[row["area"]] for row in csv.DictReader(LOOKUP.open(encoding="utf-8"))}
GROUP = {}
for group, codes in OFFENCES.items():
    for code in codes.split():
        span = re.fullmatch(r"(\d+)([A-Z])-([A-Z])", code)
        for one in ([span[1] + chr(c) for c in range(ord(span[2]), ord(span[3]) + 1)] if span else [code]):
            GROUP[one] = group


def offence(text):
    found = re.fullmatch(r"0*(\d+)([A-Z]?)(?:[./]0*(\d+))?", text)
    code = found[1] + found[2] + ("." + found[3] if found[3] else "") if found else text
    return "8N" if code == "8.6" else code


def place(row, faults):
    """Returns the area or "outside"; otherwise adds a fault."""
    if row["lsoa"]:
        return LSOAS.get(row["lsoa"], "outside")
    if not row["la"]:
        faults.append("area-missing")
    elif row["la"] not in NAMES:
        faults.append("unknown-area")
    return NAMES.get(row["la"])


def check_crime(row, faults):
    faults += ["missing-required" for column in ("id", "date", "code") if not row[column]]
    patterns = {"id": r"[A-Z]{2}\d\d/\d{6}", "lsoa": r"[EW]01\d{6}"}
    faults += ["pattern-mismatch" for c, p in patterns.items() if row[c] and not re.fullmatch(p, row[c])]
    row["day"] = date(row["date"])
    faults += ["invalid-date"] if row["date"] and not row["day"] else []
    faults += ["invalid-boolean" for column in ("hate", "domestic", "cancelled")
               if row[column] not in ("", "Y", "Yes", "N", "No")]
    row["code"] = offence(row["code"])
    faults += ["unknown-category"] if row["code"] and row["code"] not in GROUP else []
    row["area"] = place(row, faults)
    row["hate"], row["cancelled"] = row["hate"] in ("Y", "Yes"), row["cancelled"] in ("Y", "Yes")
    row["group"] = GROUP.get(row["code"])
    row["key"] = row["id"]


def check_asb(row, faults):
    faults += ["missing-required" for column in ("id", "date", "code", "lsoa") if not row[column]]
    patterns = {"id": r"\d{6}-\d{5}", "lsoa": r"[EW]01\d{6}"}
    faults += ["pattern-mismatch" for c, p in patterns.items() if row[c] and not re.fullmatch(p, row[c])]
    row["day"] = date(row["date"], time=True)
    faults += ["invalid-date"] if row["date"] and not row["day"] else []
    faults += ["unknown-category"] if row["code"] not in ("", "AS21", "AS22", "AS23", "NC01", "NC02") else []
    row["area"] = LSOAS.get(row["lsoa"], "outside")
    row["cancelled"], row["group"], row["key"] = False, row["code"] if row["code"].startswith("AS") else None, row["id"]


def check_treatment(row, faults):
    for column, value in row.items():
        row[column] = "" if value == "NA" else value
    required = ["AGNCY", "CLIENT", "FINITIAL", "SINITIAL", "DOB", "SEX", "EPISODID", "CONSENT", "DRUG1", "TRIAGED"]
    faults += ["missing-required" for column in required if not row[column]]
    patterns = {"FINITIAL": "[A-Z]", "SINITIAL": "[A-Z]", "DRUG1": r"\d{4}", "DRUG2": r"\d{4}", "DRUG3": r"\d{4}"}
    faults += ["pattern-mismatch" for c, p in patterns.items() if row[c] and not re.fullmatch(p, row[c])]
    reasons = [str(n) for n in [*range(1, 10), *range(80, 90)]]
    lists = {"SEX": ["0", "1", "2", "9"], "CONSENT": ["Y", "N"], "DISRSN": reasons}
    faults += ["not-in-enumeration" for c, values in lists.items() if row[c] and row[c] not in values]
    for column in ("DOB", "TRIAGED", "DISD", "MODST", "MODEND"):
        text, row[column] = row[column], date(row[column])
        faults += ["invalid-date"] if text and not row[column] else []
    if row["TRIAGED"] and row["DISD"] and row["DISD"] < row["TRIAGED"]:
        faults.append("out-of-order")
    faults += [] if row["LA"] in AREAS else ["unknown-area" if row["LA"] else "area-missing"]
    row["area"], row["cancelled"] = AREAS.get(row["LA"]), False
    in_treatment = row["CONSENT"] == "Y" and row["area"] == "Hartlepool" and row["MODST"]
    row["group"] = "client" if in_treatment else None
    row["key"] = tuple(str(row[c]) for c in ("AGNCY", "CLIENT", "EPISODID", "MODAL", "MODST"))


def check_return(row, faults):
    faults += ["missing-required" for column in ("Indicator", "Area", "Period") if not row[column]]
    faults += ["unknown-indicator"] if row["Indicator"] not in ["", *RETURN_ROWS.values()] else []
    faults += ["unknown-period"] if row["Period"] and not re.fullmatch(r"\d{4}/\d\d( Q[1-4])?", row["Period"]) else []
    faults += ["unknown-area"] if row["Area"] and row["Area"] not in NAMES else []
    status, value = row["Status"], row["Value"]
    if status not in ("", "Waiting for data", "Data not yet published", "Not applicable"):
        faults.append("not-in-enumeration")
    elif bool(status) == bool(value):
        faults.append("value-and-reason" if value else "value-missing")
    if value and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        faults.append("invalid-number")
    elif value.startswith("-"):
        faults.append("below-minimum")
    row["area"], row["cancelled"], row["group"] = row["Area"], False, "figure"
    row["key"] = (row["Indicator"], row["Area"], row["Period"])


def read(landing, folder, check):
    """Returns the rows of a folder that count, each with its file; prints the row account of every file."""
    files, latest = {}, {}
    for path in sorted((landing / folder).glob("*.csv")):
        account, good, seen = Counter(), [], {}
        header, *rows = records(decode(path.read_bytes()))
        columns = [ALIASES.get(name, name) for name in header]
        for fields in rows:
            account["read"] += 1
            faults, row = [], {}
            if fields is None:
                faults = ["malformed-quoting"]
            elif len(fields) != len(columns):
                faults = ["field-count"]
            else:
                row = dict(zip(columns, fields))
                check(row, faults)
            if len(faults) > 1:
                mismatch(f"{path.name}: a row with more than one fault: {fields} {faults}")
            if faults:
                account[faults[0]] += 1
            elif row["key"] in seen:
                account["duplicate"] += 1
                if seen[row["key"]] != fields:
                    mismatch(f"{path.name}: {row['key']} twice, and not alike")
            else:
                seen[row["key"]] = fields
                good.append(row)
                latest[row["key"]] = path.name
        files[path.name] = good, account
    standing = []
    for name, (rows, account) in files.items():
        for row in rows:
            if latest[row["key"]] != name:
                account["superseded"] += 1
            elif row["cancelled"]:
                account["cancelled"] += 1
            elif row["group"] is None or row["area"] == "outside":
                account["out-of-scope"] += 1
            else:
                account["counted"] += 1
                standing.append(row | {"file": name})
        print(f"{folder}/{name}: " + ", ".join(f"{reason} {n}" for reason, n in account.items()))
        if account["read"] != sum(account.values()) - account["read"]:
            mismatch(f"{name}: rows unaccounted for")
    return standing, {name: rows for name, (rows, _) in files.items()}


# Treatment -----------------------------------------------------------------------------------------------------------

def six_months_after(day):
    month = day.month + 6
    year, month = (day.year + 1, month - 12) if month > 12 else (day.year, month)
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day
    return dt.date(year, month, min(day.day, last))


def is_opiate(code):
    return 1000 <= code <= 1999


def is_drug(code):
    return 1000 <= code <= 6999 or 8000 <= code <= 8999


def treatment(rows, start, end):
    """Returns effective treatment, completions and people in treatment (opiate), re-presentations and completions
    (drugs)."""
    people = defaultdict(dict)
    for row in rows:
        # When a row's modality has not started by the end, its client is not in treatment.
        if row["TRIAGED"] <= end and row["MODST"] and row["MODST"] <= end:
            closed = row["DISD"] if row["DISD"] and row["DISD"] <= end else None
            codes = [int(row[c]) for c in ("DRUG1", "DRUG2", "DRUG3") if row[c]]
            success = bool(closed) and row["DISRSN"] in ("1", "2", "80", "81", "82")
            who = row["FINITIAL"], row["SINITIAL"], row["DOB"], row["SEX"]
            key = row["AGNCY"], row["CLIENT"], row["EPISODID"]
            known = people[who].get(key)
            entry = min(row["MODST"], known[4]) if known else row["MODST"]
            people[who][key] = row["TRIAGED"], closed, success, codes, entry
    effective, completed, treated, left, back = 0, 0, 0, 0, 0
    half = six_months_after(start)
    for person in people.values():
        episodes = sorted(person.values(), key=lambda e: e[0])
        codes = [code for episode in episodes for code in episode[3]]
        journeys = []
        for triaged, closed, success, _, entry in episodes:
            last = journeys[-1] if journeys else None
            if last and (last["end"] is None or (triaged - last["end"]).days <= 21):
                last["entry"] = min(last["entry"], entry)
                if last["end"] and (closed is None or closed > last["end"]):
                    last["end"], last["success"] = closed, success
                elif last["end"] and closed == last["end"]:
                    last["success"] = last["success"] or success
            else:
                journeys.append({"triage": triaged, "entry": entry, "end": closed, "success": success})
        # An episode within 21 days continues a journey; completions and returns are counted for journeys.
        completions = [(i, j["end"]) for i, j in enumerate(journeys) if j["success"] and j["end"] >= start]
        if any(map(is_opiate, codes)):
            effective += any(
                (j["end"] is None or j["end"] >= start) and (((j["end"] or end) - j["entry"]).days >= 84 or j["success"])
                for j in journeys)
            treated += any(j["end"] is None or j["end"] >= start for j in journeys)
            completed += bool(completions)
        if any(map(is_drug, codes)) and any(day < half for _, day in completions):
            left += 1
            back += any(day <= other["triage"] < six_months_after(day)
                        for i, day in completions if day < half for other in journeys[i + 1:])
    return effective, completed, treated, back, left


# Comparing -----------------------------------------------------------------------------------------------------------

def agrees(value, printed):
    number = printed.replace("%", "").replace(",", "")
    places = Decimal(1).scaleb(-len(number.partition(".")[2]))
    return Decimal(value).quantize(places, ROUND_HALF_UP) == Decimal(number)


def share(part, whole):
    return Decimal(100) * part / whole if whole else None


def main(landing, figures=None, errata=None):
    landing = pathlib.Path(landing)
    crimes, crime_rows = read(landing, "crime", check_crime)
    incidents, _ = read(landing, "asb", check_asb)
    episodes, _ = read(landing, "treatment", check_treatment)
    returns = {(r["Indicator"], r["Period"]): r for r in read(landing, "returns", check_return)[0]}

    apart(crimes, crime_rows)

    def quarter(day):
        return f"{day.year - (day.month < 4)} Q{(day.month - 4) // 3 % 4 + 1}"

    cube = Counter()
    for rows in (crimes, incidents):
        for row in rows:
            cells = [row["group"]] + (["hate"] if row.get("hate") else [])
            for what in cells:
                for period in (quarter(row["day"]), quarter(row["day"])[:4]):
                    cube[what, row["area"], period] += 1
                    cube[what, "Cleveland", period] += 1

    def of(table, row):
        """Returns the groups that make up a row of a table."""
        return ROWS[row.lower()] if table.startswith("recorded") or row not in ASB_ROWS else ASB_ROWS[row]

    def count(groups, area, period):
        return sum(cube[group, area, period] for group in groups)

    windows = {"Apr-Jun 18": (dt.date(2017, 7, 1), dt.date(2018, 6, 30)),
               "baseline 2018/19": (dt.date(2018, 4, 1), dt.date(2019, 3, 31)),
               "Apr-Jun 19": (dt.date(2018, 7, 1), dt.date(2019, 6, 30))}
    treated = {name: treatment(episodes, *window) for name, window in windows.items()}
    for name, (effective, completed, in_treatment, back, left) in treated.items():
        print(f"treatment {name}: effective {effective}, completed {completed}/{in_treatment} = "
              f"{share(completed, in_treatment):.3f} %, back {back}/{left} = {share(back, left or 1):.3f} %")
        if min(completed, back) < 5 or in_treatment <= effective:
            mismatch(f"treatment {name}: numerators under 5, or fewer in treatment than in effective treatment")
    if figures is None or not pathlib.Path(figures).exists():
        print("no published figures to compare with")
        return

    corrected = {} if errata is None else {
        (r["table"], r["row"], r["column"]): r["expected"] for r in listed(errata)}
    periods = {"Apr-Jun 18": "2018 Q1", "Apr-Jun 19": "2019 Q1", "year to date 2019/20": "2019 Q1",
               "baseline 2018/19": "2018"}

    def local(table, row, column):
        """Returns what the folder says about a row of Hartlepool's tables in a period."""
        if column == "year to date 2019/20":
            column = "Apr-Jun 19"
        if row in RETURN_ROWS:
            figure = returns[RETURN_ROWS[row], {"Apr-Jun 18": "2018/19 Q1", "Apr-Jun 19": "2019/20 Q1"}.get(
                column, "2018/19")]
            return figure["Status"] or Decimal(figure["Value"])
        if row.startswith("Number of substance misusers"):
            return treated[column][0]
        if row.startswith("Proportion of substance misusers that"):
            return share(*treated[column][1:3])
        if row.startswith("Proportion of substance misusers who"):
            return share(*treated[column][3:5])
        groups = ["hate"] if row == "Hate Incidents" else of(table, row)
        return count(groups, "Hartlepool", periods[column])

    compared = skipped = 0
    for figure in listed(figures):
        table, row, column = figure["table"], figure["row"], figure["column"]
        printed = corrected.get((table, row, column), figure["printed"])
        where = f"{table} / {row} / {column}: "
        if column.startswith("target"):
            skipped += 1
            continue
        if table.endswith("-force"):
            area, _, what = column.partition(" ")
            groups = of(table, "Total" if row == "Year on year" else row)
            value = Decimal(count(groups, area, "2019 Q1"))
            if what.startswith("rate"):
                value = value * 1000 / (HOUSEHOLDS if groups == ["residential burglary"] else PERSONS)[area]
            elif what.startswith("%"):
                value = share(value - count(groups, area, "2018 Q1"), count(groups, area, "2018 Q1"))
        elif column in periods:
            value = local(table, row, column)
        else:
            before, now = (local(table, row, period) for period in ("Apr-Jun 18", "Apr-Jun 19"))
            if not re.match(r"-?\d", printed) or isinstance(before, str):
                skipped += 1
                continue
            points = row.startswith("Proportion")
            value = now - before if points or "%" not in column else share(now - before, before)
        compared += 1
        if isinstance(value, str) or not re.match(r"-?\d", printed):
            if str(value) != printed:
                mismatch(f"{where}counted {value}, the paper says {printed}")
        elif value is None or not agrees(value, printed):
            mismatch(f"{where}counted {value}, the paper says {printed}")
    print(f"compared {compared} figures; {skipped} are targets or markers")


def apart(standing, files):
    """Reports offences of different groups that have the same counts, in each file and in the paper."""
    def look_alikes(rows, cell):
        looks = defaultdict(Counter)
        for row in rows:
            looks[row["code"]][cell(row)] += 1
        alike = defaultdict(list)
        for code, group in GROUP.items():
            if group:
                alike[frozenset(looks[code].items())].append(code)
        return [codes for codes in alike.values() if len({GROUP[code] for code in codes}) > 1]

    def at(row):
        return row["area"], row["day"].year, (row["day"].month - 1) // 3

    for name, rows in files.items():
        counted = [row for row in rows if not row["cancelled"] and row["area"] != "outside"]
        if "corrections" in name:
            continue
        missing = [code for code, group in GROUP.items() if group and all(row["code"] != code for row in counted)]
        if missing:
            mismatch(f"{name}: no crime of {missing}")
        for codes in look_alikes(counted, at):
            mismatch(f"{name}: offences of different groups look alike: {codes}")
    for codes in look_alikes(standing, at):
        mismatch(f"all crimes: offences of different groups look alike: {codes}")
    published = [row for row in standing if at(row)[1:] == (2019, 1) or at(row) == ("Hartlepool", 2018, 1)]
    for codes in look_alikes(published, at):
        absent = all(row["code"] not in codes for row in published)
        if absent and {GROUP[code] for code in codes} == {"homicide", "driving"}:
            print("not in the published quarters, hence alike there:", codes)
        else:
            mismatch(f"published quarters: offences of different groups look alike: {codes}")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
    sys.exit(1 if mismatches else 0)
