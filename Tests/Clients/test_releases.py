"""Attacks whole releases as their readers could. RELEASE_CASES is the number of cases (60).

Each case makes up crimes, clients in treatment and returns with many small counts. One pipeline publishes a quarter,
and then the next quarter with every label renamed. Another pipeline publishes from the same extracts. In between, rows
come late or are cancelled, and some releases are issued after other releases that did not exist when they were made.
From the files of the issued releases only, an integer program (HiGHS) finds how many values each small count can have.
Fewer than the policy requires is a leak. The unknowns are the numbers of crimes by offence, quarter, area and flag, and
of clients by drugs and stage of treatment. None of shp's own reasoning is used. Every printed number is compared with a
count of the made-up rows.
"""

import csv
import datetime
import json
import os
import random

import attacks
import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

BELOW = 5
MOST = 2_000
MEASURES = ["read", "accepted", "quarantined", "duplicate", "superseded", "cancelled", "out_of_scope", "corrected"]
LAST_PLACE = 5.001e-7
AREAS = {"Hartlepool": "HP", "Middlesbrough": "MB", "Redcar": "RC", "Stockton": "ST"}
LONG = {"Hartlepool": "Hartlepool", "Middlesbrough": "Middlesbrough", "Redcar": "Redcar and Cleveland",
        "Stockton": "Stockton-on-Tees"}
ROBBERY, DRUGS_FOUND, SEXUAL = ["34A", "34B"], ["92A", "92C"], ["19C", "17A"]
CODES = ["46", "8N", "99", *ROBBERY, *DRUGS_FOUND, *SEXUAL]
# Offences of the classification that never occur here; readers cannot know that.
OTHER_VICTIMS, OTHERS = "other victims", "public order"
VICTIMS = ["46", "8N", *ROBBERY, *SEXUAL, OTHER_VICTIMS]
GROUPS = {"business-robbery": ["34A"], "personal-robbery": ["34B"], "robbery": ROBBERY, "drug-trafficking": ["92A"],
          "drug-possession": ["92C"], "drug-offences": DRUGS_FOUND, "rape": ["19C"], "other-sexual-offences": ["17A"],
          "sexual-offences": SEXUAL, "shoplifting": ["46"], "miscellaneous": ["99"], "victim-based": VICTIMS,
          "all": VICTIMS + DRUGS_FOUND + ["99", OTHERS]}
FAMILIES = [["business-robbery", "personal-robbery", "robbery"], ["drug-trafficking", "drug-possession", "drug-offences"],
            ["rape", "other-sexual-offences", "sexual-offences"],
            ["robbery", "sexual-offences", "shoplifting", "victim-based", "drug-offences", "miscellaneous", "all"]]
QUARTERS = ["2018-19-Q1", "2018-19-Q2", "2018-19-Q3", "2018-19-Q4", "2019-20-Q1", "2019-20-Q2"]
DRUGS = {"opiate": "1011", "crack": "3011", "alcohol": "7000"}
CLIENT_GROUPS = {"any": set(DRUGS), "drug": {"opiate", "crack"}, "alcohol": {"alcohol"}, "opiate": {"opiate"}}
RANGES = {"any": "1000-9999", "drug": "1000-6999", "alcohol": "7000-7999", "opiate": "1000-1999"}
KINDS = [frozenset(name for bit, name in enumerate(DRUGS) if number >> bit & 1) for number in range(1, 8)]


def months(quarter):
    year, number = int(quarter[:4]), int(quarter[-1])
    first = 4 + 3 * (number - 1)
    return [(year + (month > 12), (month - 1) % 12 + 1) for month in range(first, first + 3)]


def quarters(period):
    """Returns the quarters that make up a period of figures.csv."""
    if "-to-" in period:
        year, last = period.split("-to-Q")
        return [f"{year}-Q{number}" for number in range(1, int(last) + 1)]
    return [period] if period[-2] == "Q" else [f"{period}-Q{number}" for number in range(1, 5)]


def window(period):
    """Returns the first and the last day of the twelve months that end with a period."""
    year, month = months(quarters(period)[-1])[-1]
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return datetime.date(year - 1 + month // 12, month % 12 + 1, 1), last


class World:
    """The rows of a case, and their counts by cell."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.crimes = []
        self.number = 0
        for quarter in QUARTERS:
            for area in AREAS:
                for code in CODES:
                    busy = code in ("8N", "99", "46") or self.random.random() < 0.75
                    for _ in range(self.random.randint(12, 30) if busy else self.random.choice([0, 1, 2, 3, 4, 4, 9])):
                        self.crime(quarter, area, code)
        # A month without any row would count as not delivered.
        for quarter in QUARTERS:
            for area in AREAS:
                for number in range(3):
                    self.crime(quarter, area, "99", number)
        self.clients = [self.client(number) for number in range(self.random.randint(25, 70))]
        self.returns = {quarter: self.random.choice([1, 2, 3, 4, 7, 9, 12]) for quarter in QUARTERS}

    def crime(self, quarter, area, code, month=None):
        self.number += 1
        year, number = months(quarter)[self.random.randrange(3) if month is None else month]
        day = datetime.date(year, number, self.random.randint(1, 28))
        hate = self.random.random() < 0.02
        self.crimes.append([f"{AREAS[area]}{year % 100:02}/{self.number:06}", day, code, area, hate, False, quarter])
        return self.crimes[-1]

    def client(self, number):
        kind = self.random.choices(KINDS, [8, 1, 1, 3, 1, 1, 1])[0]
        triage = datetime.date(2016, 4, 1) + datetime.timedelta(days=self.random.randint(0, 1200))
        end = None
        if self.random.random() < 0.5:
            end = triage + datetime.timedelta(days=self.random.randint(20, 400))
        return number, kind, triage, end if end and end < datetime.date(2019, 9, 20) else None, self.random.random() < 0.6

    def late(self):
        """Returns the rows of the second delivery; some are of the first quarter, and some are cancelled."""
        rows = [self.crime("2019-20-Q1", self.random.choice(list(AREAS)), self.random.choice(CODES))
                for _ in range(self.random.randint(0, 3))]
        for row in self.random.sample([row for row in self.crimes if row[6] == "2019-20-Q1"], self.random.randint(0, 2)):
            row[5] = True
            rows.append(row)
        return rows

    # Counts by cell.

    def crime_cells(self):
        cells = {}
        for _, _, code, area, hate, cancelled, quarter in self.crimes:
            if not cancelled:
                key = (code, quarter, area, hate)
                cells[key] = cells.get(key, 0) + 1
        return cells

    def client_cells(self, period):
        """Counts clients by drugs and level: 0 in treatment, 1 in effective treatment, 2 completed."""
        first, last = window(period)
        cells = {}
        for _, kind, triage, end, successful in self.clients:
            end = end if end and end <= last else None
            if triage > last or (end and end < first):
                continue
            level = 2 if end and successful else 1 if ((end or last) - triage).days >= 84 else 0
            cells[(kind, level)] = cells.get((kind, level), 0) + 1
        return cells


def land(world, folder, rows, day, returned):
    crimes = folder / "crime"
    crimes.mkdir(parents=True, exist_ok=True)
    with open(crimes / f"{day}_crime.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Crime Ref", "Recorded Date", "HO Code", "Offence", "LSOA", "Local Authority", "Hate", "Domestic",
                      "Cancelled"])
        for reference, date, code, area, hate, cancelled, _ in rows:
            out.writerow([reference, f"{date:%d/%m/%Y}", code, "", "", LONG[area], "NY"[hate], "N", "NY"[cancelled]])
    treatment = folder / "treatment"
    treatment.mkdir(exist_ok=True)
    with open(treatment / f"{day}_ndtms_A1001.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow("AGNCY CLIENT FINITIAL SINITIAL DOB SEX EPISODID CONSENT LA DRUG1 DRUG2 DRUG3 TRIAGED DISD DISRSN "
                     "MODAL MODST MODEND".split())
        for number, kind, triage, end, successful in world.clients:
            if triage.isoformat() > day:
                continue
            drugs = [DRUGS[name] for name in sorted(kind)]
            known = end if end and end.isoformat() <= day else None
            out.writerow(["A1001", number, "A", "B", f"{1960 + number % 40}-01-{1 + number % 28:02}", 1, number, "Y", "E06000001",
                          *(drugs + ["", "", ""])[:3], triage, known or "", ("80" if successful else "85") if known else "",
                          "94", triage, ""])
    returns = folder / "returns"
    returns.mkdir(exist_ok=True)
    with open(returns / f"{day}_returns.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Indicator", "Area", "Period", "Value", "Status", "Supplied by"])
        for quarter in returned:
            out.writerow(["entrants", "Hartlepool", quarter[:4] + "/" + quarter[5:7] + " " + quarter[-2:],
                          world.returns[quarter], "", "us"])


class Pipeline:
    """A definition, and the meaning of its rows."""

    def __init__(self, name, source, generator, labels):
        self.name, self.labels = name, labels
        # Most tables have whole families of groups with their total; some tables have only a few rows.
        chosen = generator.sample(list(GROUPS), generator.randint(2, 6)) if generator.random() < 0.1 else list(
            dict.fromkeys(sum(generator.sample(FAMILIES, generator.randint(1, 4)), [])))
        self.rows = {}
        lines = []
        for group in chosen:
            self.add(lines, group, f"counts: {{source: {source}, group: {group}}}", "disclosure: {below: 5}",
                     ("crime", GROUPS[group], None))
        if generator.random() < 0.5:
            self.add(lines, "hate", f"counts: {{source: {source}, group: all, flag: hate}}", "disclosure: {below: 5}",
                     ("crime", GROUPS["all"], True))
        events = list(self.rows)
        for group in generator.sample(list(CLIENT_GROUPS), generator.randint(1, 4)):
            for measure, levels in (("in-effective-treatment", (1, None)), ("successful-completion", (2, 0))):
                if generator.random() < 0.7:
                    self.add(lines, f"{group}-{measure}", f"treatment: {{source: treatment, measure: {measure}, group: {group}}}",
                             None, ("clients", CLIENT_GROUPS[group], levels))
        if generator.random() < 0.5:
            self.add(lines, "entrants", "return: {source: returns, name: entrants}", "disclosure: {below: 5}",
                     ("returns", None, None))
        local = list(self.rows)
        columns = ["value/quarter"] + generator.sample(
            ["value/year-before", "value/year-to-date", "difference/quarter", "percent-difference/quarter", "value/baseline"],
            generator.randint(1, 4))
        wide = generator.sample(events, min(len(events), generator.randint(0, 4)))
        self.text = "\n".join([
            f"pipeline: {name}", f"title: {labels('Report')}", "partnership: P", "author: A", "contact: [C]", "landing: nowhere",
            "formats: [xlsx]", "areas:", "  table: Reference/cleveland-areas.csv", "  home: E06000001",
            "  peers: [E06000003, E06000002, E06000004]", "  total: E23000013", "classifications:", "  offences:",
            "    codes: Reference/offence-codes.csv", "    groups: Reference/offence-groups.csv", "    dialect: home-office",
            "sources:", f"  {source}: {{title: Crime, schema: Schemas/force-crime.yaml, files: ['crime/*.csv'], "
            "classification: offences, things: crimes}",
            "  treatment: {title: Treatment, schema: Schemas/treatment-episodes.yaml, files: ['treatment/*.csv'], entry: triage}",
            "  returns: {title: Returns, schema: Schemas/partner-returns.yaml, files: ['returns/*.csv']}",
            "treatment-groups:", *[f"  {group}: ['{codes}']" for group, codes in RANGES.items()],
            "indicators:", *lines, "tables:",
            *self.table("local", local, columns, None),
            *(self.table("areas", wide, ["value/quarter"], "[home, peers, total]") if wide else []),
            "appendices:", f"  - {{name: A, file: a, title: T, tables: [{self.ids('local')}"
            f"{', ' + self.ids('areas') if wide else ''}]}}", ""])

    def add(self, lines, name, subject, policy, meaning):
        label = self.labels(name)
        self.rows[label] = meaning
        lines += [f"  {name}:", f"    label: {label}", f"    {subject}"] + ([f"    {policy}"] if policy else [])

    def ids(self, table):
        return self.labels(table).lower().replace(" ", "-")

    def table(self, table, labels, columns, areas):
        names = {self.labels(name): name for name in list(GROUPS) + ["hate", "entrants"]}
        names.update({self.labels(f"{group}-{measure}"): f"{group}-{measure}" for group in CLIENT_GROUPS
                      for measure in ("in-effective-treatment", "successful-completion")})
        split = [column.split("/") for column in columns]
        heading = "{column-area} {column}" if areas else "{column}"
        lines = [f"  - id: {self.ids(table)}", f"    title: {self.labels(table)}", "    headings: {section: S, row: R}"]
        lines += [f"    areas: {areas}"] if areas else []
        lines += ["    columns:"]
        for number, (measure, period) in enumerate(split):
            lines.append(f"      - {{measure: {measure}, period: {period}, heading: \""
                         + heading.replace("{column}", f"{measure} {number}") + "\"}")
        lines += ["    sections:", f"      - title: \"{self.labels('Section')} in {{months}}\"", "        rows:"]
        lines += [f"          - {{indicator: {names[label]}}}" for label in labels]
        return lines + ["    source: S", "    notes: [N]"]


class Reader:
    """The unknowns of a reader, and what releases say about them."""

    def __init__(self):
        self.columns = {}
        self.truth = []
        self.equal, self.most = [], []

    def column(self, key, value):
        if key not in self.columns:
            self.columns[key] = len(self.truth)
            self.truth.append(value)
        return self.columns[key]

    def parts(self, world, meaning, period, area):
        """Returns the unknowns that add up to a count; for a share, two lists."""
        kind, what, more = meaning
        if kind == "crime":
            cells = world.crime_cells()
            own = AREAS if area == "Cleveland" else [area]
            return [[self.column(key, cells.get(key, 0)) for key in
                     [(code, quarter, place, hate) for code in what for quarter in quarters(period) for place in own
                      for hate in ((True,) if more else (False, True))]]]
        if kind == "returns":
            return [[self.column(("returned", quarter), world.returns[quarter]) for quarter in quarters(period)]]
        cells = world.client_cells(period)
        last = window(period)[1]
        return [[self.column((last, name, own), cells.get((name, own), 0)) for name in KINDS if name & what
                 for own in range(level, 3)] for level in more if level is not None]

    def value(self, parts):
        return sum(self.truth[part] for part in parts)

    def tell(self, world, meaning, row):
        """Adds a printed figure to what the reader knows. Returns false when the figure is not the count of the
        rows."""
        printed, status, measure, period, area = (row[key] for key in ("value", "status", "measure", "period", "area"))
        if measure in ("difference", "percent-difference"):
            year = str(int(period[:4]) - 1)
            before_period = f"{year}-{period[2:4]}{period[7:]}"
            now, before = (self.parts(world, meaning, one, area) for one in (period, before_period))
            if len(now) == 2:
                # A difference of two shares in percentage points is not a sum of counts; the shares are printed, too.
                return True
            (now,), (before,) = now, before
            if status == "change-from-zero":
                self.equal.append(([(part, 1) for part in before], 0))
                return self.value(before) == 0
            if not printed:
                return True
            if measure == "difference":
                self.equal.append(([(part, 1) for part in now] + [(part, -1) for part in before], int(printed)))
                return self.value(now) - self.value(before) == int(printed)
            return self.ratio(now, before, float(printed), offset=1)
        parts = self.parts(world, meaning, period, area)
        if len(parts) == 2:
            if status == "nobody":
                self.equal.append(([(part, 1) for part in parts[1]], 0))
                return self.value(parts[1]) == 0
            return self.ratio(*parts, float(printed), offset=0) if printed else True
        if not printed:
            return True
        self.equal.append(([(part, 1) for part in parts[0]], int(printed)))
        return self.value(parts[0]) == int(printed)

    def ratio(self, over, under, percent, offset):
        for sign in (1, -1):
            factor = offset + (percent + sign * LAST_PLACE) / 100
            self.most.append(([(part, sign) for part in over] + [(part, -sign * factor) for part in under], 0.0))
        return self.value(under) > 0 and abs(100 * (self.value(over) / self.value(under) - offset) - percent) < 1e-6

    def leaks(self, parts, least):
        """Returns whether the sum can have fewer than `least` values in whole numbers."""
        count = len(self.truth)

        def row(terms):
            line = numpy.zeros(count)
            for part, factor in terms:
                line[part] += factor
            return line
        constraints = []
        if self.equal:
            right = [value for _, value in self.equal]
            constraints.append(LinearConstraint(numpy.array([row(terms) for terms, _ in self.equal]), right, right))
        if self.most:
            constraints.append(LinearConstraint(numpy.array([row(terms) for terms, _ in self.most]), -numpy.inf,
                                                [value + 1e-9 for _, value in self.most]))
        form = row([(part, 1) for part in parts])
        ends = []
        for sign in (1, -1):
            solved = milp(sign * form, constraints=constraints, integrality=numpy.ones(count),
                          bounds=Bounds(0, MOST))
            if solved.status != 0:
                return None
            ends.append(round(sign * solved.fun))
        return ends[1] - ends[0] + 1 < least


def secrets(reader, world, pipelines, issued):
    """Returns every small count that any row of the pipelines has in a quarter, a year to date or a baseline."""
    found = {}
    for pipeline in pipelines:
        for label, meaning in pipeline.rows.items():
            for area in list(AREAS) + ["Cleveland"] if meaning[0] == "crime" else ["Hartlepool"]:
                for period in issued:
                    for parts in reader.parts(world, meaning, period, area):
                        if 1 <= reader.value(parts) < BELOW:
                            found.setdefault(tuple(sorted(parts)), f"{label}, {area}, {period}")
    return found


def figures(release):
    with open(release / "figures.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def accounts(release):
    """Returns everything that a release states about the rows of its extracts; it must state nothing."""
    said = []
    manifest = json.loads((release / "manifest.json").read_text())
    with open(release / "extracts.csv", newline="", encoding="utf-8") as file:
        protected = [row for row in csv.DictReader(file) if row["source"] in manifest["confidentialSources"]]
    files = {row["extract"] for row in protected}
    for row in protected:
        # Columns that identify the file and say how it was read are not numbers of persons.
        counted = [name for name in row if name in ("bytes", "padded_rows", "accepted_by_group") or name in MEASURES]
        said += [f"extracts.csv: {row['extract']}: {name}" for name in counted if row[name]]
        said += [f"extracts.csv: {row['extract']}: no status"] if row["status"] != "confidential" else []
    with open(release / "data-quality.csv", newline="", encoding="utf-8") as file:
        said += [f"data-quality.csv: {row['extract']}: {row['rows']}" for row in csv.DictReader(file)
                 if row["extract"] in files and (row["rows"], row["status"]) != ("", "confidential")]
    if (release / "revisions.csv").exists():
        with open(release / "revisions.csv", newline="", encoding="utf-8") as file:
            said += [f"revisions.csv: weight {row['weight']}" for row in csv.DictReader(file) if row["weight"]]
    return said


def attack(program, seed, work):
    generator = random.Random(seed)
    world = World(seed)
    desk = attacks.Desk(program, seed, work)
    leaked, open_leaks, shown, withheld, small, refused = 0, 0, 0, 0, 0, 0

    def publish(pipeline, quarter, day):
        return desk.publish(pipeline, quarter, f"{pipeline.name}-{day}")

    one = Pipeline("one", "crime", random.Random(seed), lambda name: name)
    # The same rows with other names; the generator makes the same choices.
    renamed = Pipeline("one", "crime", random.Random(seed), lambda name: f"What is {name.replace('-', ' ')}")
    two = Pipeline("two", "recorded", generator, lambda name: f"{name} too")
    first = [row for row in world.crimes if row[6] != "2019-20-Q2"]
    land(world, desk.landing, first, "2019-07-10", QUARTERS[:5])
    publish(one, "2019-20-Q1", "2019-07-10")
    desk.issue(one, "2019-20-Q1", "2019-08-01")
    releases = [(one, "2019-20-Q1")]
    late = world.late() if generator.random() < 0.5 else []
    land(world, desk.landing, [row for row in world.crimes if row[6] == "2019-20-Q2"] + late, "2019-10-10", QUARTERS[4:])
    together = generator.random() < 0.5
    publish(renamed, "2019-20-Q2", "2019-10-10")
    if together:
        publish(two, "2019-20-Q2", "2019-10-10")
    desk.issue(renamed, "2019-20-Q2", "2019-11-01")
    if not together:
        publish(two, "2019-20-Q2", "2019-10-10")
    if desk.issue(two, "2019-20-Q2", "2019-11-02") == 65:
        refused += 1
        publish(two, "2019-20-Q2", "2019-10-10")
        if desk.issue(two, "2019-20-Q2", "2019-11-02") == 65:
            desk.fault("a release that was made again cannot be issued")
    releases += [(renamed, "2019-20-Q2"), (two, "2019-20-Q2")]
    if desk.faults:
        return desk.faults, 0, 0, 0, 0, 0, 0, 0, 0

    reader, naive = Reader(), Reader()
    periods = ["2019-20-Q1", "2019-20-Q2", "2018-19-Q1", "2018-19-Q2", "2019-20-to-Q2"]
    for number, (pipeline, quarter) in enumerate(releases):
        folder = desk.output / pipeline.name / quarter / "latest"
        for said in accounts(folder):
            desk.fault(said)
        for row in figures(folder):
            meaning = pipeline.rows[row["row"]]
            before = len(reader.equal), len(reader.most)
            if row["status"] == "confidential":
                withheld += 1
                continue
            shown += 1
            if not reader.tell(world, meaning, row):
                # A figure that was revised since gives no exact number; any other mismatch would be an error.
                del reader.equal[before[0]:], reader.most[before[1]:]
                if number > 0:
                    desk.fault(f"false: {row}")
    asked = secrets(reader, world, [one, renamed, two], periods)
    for parts, name in asked.items():
        small += 1
        found = reader.leaks(list(parts), BELOW - 1)
        if found is None:
            desk.fault("no world fits the releases")
            break
        if found:
            leaked += 1
            desk.fault(f"leak: {name} = {reader.value(parts)}")
    # Without secondary suppression, every figure that does not itself use a small count would be shown.
    hidden = {}
    for pipeline, quarter in releases:
        for row in figures(desk.output / pipeline.name / quarter / "latest"):
            meaning, measure, period, area = pipeline.rows[row["row"]], row["measure"], row["period"], row["area"]
            before = f"{int(period[:4]) - 1}-{period[2:4]}{period[7:]}"
            bases = [naive.parts(world, meaning, one, area) for one in
                     ([period, before] if measure in ("difference", "percent-difference") else [period])]
            if any(1 <= naive.value(parts) < BELOW for base in bases for parts in base):
                if measure == "value" and len(bases[0]) == 1:
                    hidden[tuple(sorted(bases[0][0]))] = row["row"]
            elif len(bases[0]) == 1:
                over = naive.value(bases[0][0])
                under = naive.value(bases[1][0]) if len(bases) == 2 else 0
                shown_open = {"value": f"{over}", "difference": f"{over - under}",
                              "percent-difference": f"{100 * (over - under) / under:.6f}" if under else ""}[measure]
                naive.tell(world, meaning, dict(row, value=shown_open, status=""))
    for parts in hidden:
        open_leaks += naive.leaks(list(parts), BELOW - 1) is True
    return desk.faults, small, leaked, open_leaks, shown, withheld, refused, len(releases), len(hidden)


def test_no_small_number_is_recovered_from_releases(tmp_path, report):
    cases = int(os.environ.get("RELEASE_CASES") or 60)
    judged = attacks.judged(attack, range(cases), tmp_path)
    small, leaked, open_leaks, shown, withheld, refused, releases, hidden = (
        sum(result[field] for result in judged) for field in range(1, 9))
    report(f"{releases} releases with {small} small counts: {leaked} recovered; without protection {open_leaks} of the "
           f"{hidden} that stand in tables, in {attacks.leaking_cases(judged)} of {len(judged)} cases; {withheld} of "
           f"{shown + withheld} figures withheld; {refused} refused when issued")
