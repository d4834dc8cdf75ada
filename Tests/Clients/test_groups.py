"""Attacks groups that overlap, over several releases. GROUP_CASES is the number of cases (20), and FIRST_GROUP_CASE the
number of the first case.

Each case makes up crimes and clients in treatment. Three pipelines publish one or two quarters of the same extracts,
each with its own groups. Offences and drugs are divided differently, with and without a flag, so that the pipelines'
groups cut across each other. In every third case one pipeline has no policy for crimes and is issued first. The attack
knows what a reader has: the issued figures, and from the definitions the codes of groups, the flags and the periods. It
also knows about windows of twelve months: when the windows before and after together cover a window, every client in
that window is in one of these two.

An integer program (HiGHS) looks for the possible values of each withheld small count, and of the numbers that two or
three groups have in common or apart. A withheld count must keep as many values as its policy requires; a small sum must
keep more than one. Numbers that the pipeline without a policy reveals by itself are left out.
"""
import csv
import itertools
import os
import random

import attacks
import test_releases
from test_releases import AREAS, BELOW, CODES, GROUPS, QUARTERS, Reader, World, accounts, figures, land, window

FLAGGED = 0.3
# The number of sums that are examined for each kind of row.
MOST_SUMS = 40
SUBSETS = [frozenset(names) for size in (1, 2, 3) for names in itertools.combinations(sorted(test_releases.DRUGS), size)]
LEVELS = {"in-effective-treatment": (1, None), "successful-completion": (2, 0)}
DRUG_CODES = {"opiate": "1000-1999", "crack": "3000-3999", "alcohol": "7000-7999"}


class Crimes(World):
    """A world with more crimes that have the flag, and with few kinds of clients."""

    def crime(self, *arguments, **named):
        row = super().crime(*arguments, **named)
        row[4] = self.random.random() < FLAGGED
        return row


class Definition:
    """A pipeline with its own groups, and the meaning of its rows."""

    def __init__(self, name, source, generator, work, policy=True):
        self.name, self.rows = name, {}
        codes = list(CODES)
        generator.shuffle(codes)
        cuts = sorted(generator.sample(range(1, len(codes)), generator.randint(1, 3)))
        parts = [codes[first:last] for first, last in zip([0] + cuts, cuts + [len(codes)])]
        folder = work / f"groups-{name}"
        folder.mkdir()
        self.classify(folder, parts, work / "Reference" / "offence-codes.csv")
        lines = []
        flagged = generator.random() < 0.6
        for number, part in [(number, part) for number, part in enumerate(parts)] + [(None, GROUPS["all"])]:
            if number is not None and generator.random() < 0.15:
                continue
            group = "all" if number is None else f"x{number}"
            for flag in (None, "hate") if flagged else (None,):
                self.add(lines, f"{group} {flag or 'crime'} {name}",
                         f"counts: {{source: {source}, group: {group}{', flag: hate' if flag else ''}}}",
                         ("crime", part, True if flag else None), policy)
        wide = [label for label in self.rows if generator.random() < 0.4]
        groups = {}
        for number, drugs in enumerate(generator.sample(SUBSETS, generator.randint(1, 4))):
            groups[f"g{number}"] = drugs
            for measure, levels in LEVELS.items():
                if generator.random() < 0.8:
                    self.add(lines, f"g{number} {measure} {name}",
                             f"treatment: {{source: treatment, measure: {measure}, group: g{number}}}",
                             ("clients", drugs, levels), True)
        columns = ["value/quarter"] + [column for column in ("value/year-before", "value/year-to-date", "value/baseline")
                                       if generator.random() < 0.6]
        self.text = "\n".join([
            f"pipeline: {name}", "title: T", "partnership: P", "author: A", "contact: [C]", "landing: nowhere",
            "formats: [xlsx]", "areas:", "  table: Reference/cleveland-areas.csv", "  home: E06000001",
            "  peers: [E06000003, E06000002, E06000004]", "  total: E23000013", "classifications:", "  offences:",
            f"    codes: groups-{name}/codes.csv", f"    groups: groups-{name}/groups.csv", "    dialect: home-office",
            "sources:", f"  {source}: {{title: Crime, schema: Schemas/force-crime.yaml, files: ['crime/*.csv'], "
            "classification: offences, things: crimes}",
            "  treatment: {title: Treatment, schema: Schemas/treatment-episodes.yaml, files: ['treatment/*.csv'], entry: triage}",
            "treatment-groups:", *[f"  {group}: [{', '.join(repr(DRUG_CODES[drug]) for drug in sorted(drugs))}]"
                                   for group, drugs in groups.items()],
            "indicators:", *lines, "tables:", *self.table("local", list(self.rows), columns, None),
            *(self.table("areas", wide, ["value/quarter"], "[home, peers, total]") if wide else []),
            "appendices:", f"  - {{name: A, file: a, title: T, tables: [local{', areas' if wide else ''}]}}", ""])

    @staticmethod
    def classify(folder, parts, known):
        group = {code: f"x{number}" for number, part in enumerate(parts) for code in part}
        with open(known, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        with open(folder / "codes.csv", "w", newline="", encoding="utf-8") as file:
            out = csv.DictWriter(file, fieldnames=list(rows[0]))
            out.writeheader()
            out.writerows(dict(row, group=group.get(row["code"], "rest")) for row in rows)
        with open(folder / "groups.csv", "w", encoding="utf-8") as file:
            file.write("group,parent,title\nall,,All\nrest,all,Rest\n")
            file.writelines(f"x{number},all,X{number}\n" for number in range(len(parts)))

    def add(self, lines, label, subject, meaning, policy):
        self.rows[label] = meaning
        lines += [f"  {label.replace(' ', '-')}:", f"    label: {label}", f"    {subject}",
                  "    disclosure: " + ("{below: 5}" if policy else "none")]

    def table(self, name, labels, columns, areas):
        heading = "{column-area} {column}" if areas else "{column}"
        lines = [f"  - id: {name}", f"    title: {name}", "    headings: {section: S, row: R}"]
        lines += [f"    areas: {areas}"] if areas else []
        lines += ["    columns:"]
        for number, column in enumerate(columns):
            measure, period = column.split("/")
            lines.append(f"      - {{measure: {measure}, period: {period}, heading: \""
                         + heading.replace("{column}", f"{measure} {number}") + "\"}")
        lines += ["    sections:", "      - title: S", "        rows:"]
        lines += [f"          - {{indicator: {label.replace(' ', '-')}}}" for label in labels]
        return lines + ["    source: S", "    notes: [N]"]


def windows(reader, world, groups, periods):
    """Adds what readers know about windows: the sums of a window are at most those of two windows that together cover
    it."""
    lasts = {window(period)[1]: period for period in periods}
    for group, level in groups:
        for before, one, after in itertools.combinations(sorted(lasts), 3):
            if (after - before).days > 366:
                continue
            sums = [reader.parts(world, ("clients", group, (level, None)), lasts[last], "Hartlepool")[0]
                    for last in (before, one, after)]
            if reader.value(sums[1]) <= reader.value(sums[0]) + reader.value(sums[2]):
                reader.most.append(([(part, 1) for part in sums[1]] + [(part, -1) for part in sums[0] + sums[2]], 0.0))


def sums(reader, world, definitions, periods, generator):
    """Returns the names of small numbers that two or three groups have in common or apart, by their parts."""
    found = {}
    crimes = [(meaning, label) for one in definitions for label, meaning in one.rows.items() if meaning[0] == "crime"]
    clients = {(meaning[1], level): label for one in definitions for label, meaning in one.rows.items()
               if meaning[0] == "clients" for level in meaning[2] if level is not None}
    places = [(period, area) for period in periods for area in list(AREAS) + ["Cleveland"]]
    frames = [[(frozenset(reader.parts(world, meaning, period, area)[0]), label) for meaning, label in crimes]
              for period, area in places]
    frames += [[(frozenset(reader.parts(world, ("clients", group, (level, None)), period, "Hartlepool")[0]), label)
                for (group, level), label in clients.items() if level == wanted]
               for period in periods for wanted in (0, 1, 2)]
    for frame, place in itertools.zip_longest(frames, places):
        own = {}
        chosen = list(dict(frame).items())
        pairs = list(itertools.combinations(chosen, 2))
        triples = list(itertools.combinations(chosen, 3))
        for (one, a), (other, b) in pairs:
            for parts, name in ((one & other, f"{a} and {b}"), (one - other, f"{a} not {b}"), (other - one, f"{b} not {a}")):
                own[parts] = name
        for (one, a), (other, b), (third, c) in generator.sample(triples, min(len(triples), 150)):
            for parts, name in ((one & other & third, f"{a} and {b} and {c}"), ((one & other) - third, f"{a} and {b} not {c}"),
                                (one - other - third, f"{a} not {b} or {c}"), ((one | other) & third, f"{c} and {a} or {b}")):
                own.setdefault(parts, name)
        # A sum that equals a small row is examined as that row, which must keep more values.
        rows = [parts for parts, _ in frame if 1 <= reader.value(parts) < BELOW]
        small = [(parts, name) for parts, name in own.items() if 1 <= reader.value(parts) < BELOW
                 and not any(row <= parts and reader.value(row) == reader.value(parts) for row in rows)]
        found.update((parts, f"{name}, {place or 'clients'}") for parts, name in small)
    kinds = [[item for item in found.items() if item[1].endswith("clients") is clients] for clients in (True, False)]
    return dict(sum((generator.sample(kind, min(len(kind), MOST_SUMS)) for kind in kinds), []))


def attack(program, seed, work):
    generator = random.Random(seed)
    world = Crimes(seed)
    desk = attacks.Desk(program, seed, work)
    refused = 0
    is_open = seed % 3 == 0
    definitions = [Definition(name, source, generator, work, policy=not (is_open and name == "one"))
                   for name, source in (("one", "crime"), ("two", "recorded"), ("three", "police"))]
    released = []
    for number, (quarter, day) in enumerate((("2019-20-Q1", "2019-07-10"), ("2019-20-Q2", "2019-10-10"))):
        if number and generator.random() < 0.4:
            break
        until = QUARTERS.index(quarter) + 1
        land(world, desk.landing, [row for row in world.crimes if row[6] in
                              (QUARTERS[until - 1:until] if number else QUARTERS[:until])], day, [])
        together = generator.random() < 0.5
        order = definitions[:1] + generator.sample(definitions[1:], 2) if is_open else generator.sample(definitions, 3)
        if together:
            for one in order:
                desk.publish(one, quarter)
        for place, one in enumerate(order):
            if not together:
                desk.publish(one, quarter)
            issued = f"{2019}-{11 + number:02}-{1 + place:02}"
            if desk.issue(one, quarter, issued) == 65:
                refused += 1
                desk.publish(one, quarter)
                if desk.issue(one, quarter, issued) == 65:
                    desk.fault("a release that was made again cannot be issued")
            released.append((one, quarter))
    if desk.faults:
        return desk.faults, *[0] * 7
    reader, alone, naive = Reader(), Reader(), Reader()
    periods = ["2018-19-Q1", "2019-20-Q1", "2018-19-Q2", "2019-20-Q2", "2018-19", "2019-20-to-Q2"]
    shown = withheld = 0
    for one, quarter in released:
        folder = desk.output / one.name / quarter / "latest"
        unprotected = is_open and one is definitions[0]
        if not unprotected:
            for said in accounts(folder):
                desk.fault(said)
        for row in figures(folder):
            meaning = one.rows[row["row"]]
            bases = naive.parts(world, meaning, row["period"], row["area"])
            if not any(1 <= naive.value(parts) < BELOW for parts in bases) or (unprotected and meaning[0] == "crime"):
                truth = [naive.value(parts) for parts in bases]
                value = str(truth[0]) if len(truth) == 1 else f"{100 * truth[0] / truth[1]:.6f}" if truth[1] else ""
                naive.tell(world, meaning, dict(row, value=value, status="" if value else "nobody"))
            if row["status"] == "confidential":
                withheld += 1
                continue
            shown += 1
            if not reader.tell(world, meaning, row):
                desk.fault(f"false: {row}")
            if unprotected:
                alone.tell(world, meaning, row)
    groups = {(meaning[1], level) for one in definitions for meaning in one.rows.values() if meaning[0] == "clients"
              for level in meaning[2] if level is not None}
    for one in (reader, naive):
        windows(one, world, groups, periods)
    guarded = definitions[1:] if is_open else definitions
    asked = {parts: (name, BELOW - 1) for parts, name in test_releases.secrets(reader, world, guarded, periods).items()}
    for parts, name in sums(reader, world, guarded, periods, generator).items():
        asked.setdefault(tuple(sorted(parts)), (name, 2))
    leaked = open_leaks = 0
    for parts, (name, least) in asked.items():
        found = reader.leaks(list(parts), least)
        if found is None:
            desk.fault("no world fits the releases")
            break
        if found and not (is_open and told_by(alone, reader, parts, least)):
            leaked += 1
            desk.fault(f"leak: {name} = {reader.value(parts)}")
        open_leaks += told_by(naive, reader, parts, least)
    return desk.faults, len(asked), leaked, open_leaks, shown, withheld, refused, len(released)


def told_by(other, reader, parts, least):
    """Returns whether another reader knows the sum; that reader numbers the unknowns differently."""
    keys = {number: key for key, number in reader.columns.items()}
    return other.leaks([other.column(keys[part], reader.truth[part]) for part in parts], least) is True


def test_nothing_that_groups_have_in_common_is_recovered(tmp_path, report):
    first, cases = int(os.environ.get("FIRST_GROUP_CASE") or 0), int(os.environ.get("GROUP_CASES") or 20)
    judged = attacks.judged(attack, range(first, first + cases), tmp_path)
    small, leaked, open_leaks, shown, withheld, refused, releases = (
        sum(result[field] for result in judged) for field in range(1, 8))
    report(f"{releases} releases with {small} small counts and sums of overlapping groups: {leaked} recovered; without "
           f"protection {open_leaks}, in {attacks.leaking_cases(judged)} of {len(judged)} cases; {withheld} of "
           f"{shown + withheld} figures withheld; {refused} refused when issued")
