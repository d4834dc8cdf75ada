"""Judges disclosure control by separate integer programs.

The program disclosure-cases (or another that DISCLOSURE_CASES names) makes releases with small counts withheld, with
and without secondary suppression, and prints what its own checker finds. Here every number that a reader sees is a
constraint: counts exactly, differences and percentages within the last printed place. For each withheld count HiGHS
finds the smallest and the largest whole number that it can be. The count is recovered when fewer values remain possible
than its policy requires. Without secondary suppression both methods must find the same leaks; with it there must be
none. In small cases every other choice of withheld counts is tried, to find the smallest number that must be withheld.
"""

import itertools
import json
import multiprocessing
import subprocess

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

import harness

CASES = 1_000
# An upper limit that is far above every part of every release.
MOST = 10_000
# With more counts than this, there are too many choices to try.
MOST_OTHERS = 8
# The uncertainty that the sixth place of a percentage leaves.
LAST_PLACE = 5.001e-7


def constraints(case, withheld):
    """Returns rows of equalities and of inequalities (at most), each with its right-hand side."""
    equal, most = [], []

    def row(parts, factor=1.0, into=None):
        into = numpy.zeros(case["parts"]) if into is None else into
        for part in parts:
            into[part] += factor
        return into

    for index, count in enumerate(case["counts"]):
        if index not in withheld and (count["displayed"] or count["published"]):
            equal.append((row(count["parts"]), count["value"]))
    for figure in case["derived"]:
        if figure["now"] in withheld or figure["before"] in withheld:
            continue
        now, before = (case["counts"][figure[name]]["parts"] for name in ("now", "before"))
        if figure["kind"] == "difference":
            equal.append((row(before, -1.0, row(now)), int(figure["value"])))
        else:
            percent = float(figure["value"])
            for sign in (1, -1):
                factor = 1 + (percent + sign * LAST_PLACE) / 100
                most.append((row(before, -sign * factor, row(now, sign)), 0.0))
    return equal, most


def recovered(case, asked, withheld):
    """Returns the counts for which too few values remain. An integer program is solved for each end of each count."""
    if not asked:
        return []
    equal, most = constraints(case, withheld)
    limits = []
    if equal:
        values = [value for _, value in equal]
        limits.append(LinearConstraint(numpy.array([row for row, _ in equal]), values, values))
    if most:
        limits.append(LinearConstraint(numpy.array([row for row, _ in most]), -numpy.inf, [value for _, value in most]))
    found = []
    for index in asked:
        form = numpy.zeros(case["parts"])
        form[case["counts"][index]["parts"]] = 1
        ends = []
        for sign in (1, -1):
            solved = milp(sign * form, constraints=limits, integrality=numpy.ones(case["parts"]), bounds=Bounds(0, MOST))
            assert solved.status == 0, f"case {case['number']}: {solved.message}"
            ends.append(round(sign * solved.fun))
        if ends[1] - ends[0] + 1 < (case["counts"][index].get("least", 2)):
            found.append(index)
    return found


def leaks(case, withheld):
    """Returns the recovered counts, except those that earlier releases reveal by themselves."""
    found = recovered(case, withheld, set(withheld))
    if found:
        everything = {index for index, count in enumerate(case["counts"]) if not count["published"]}
        given = recovered(case, found, everything)
        found = [index for index in found if index not in given]
    return found


def fewest(case):
    """Returns how many counts besides the small ones must be withheld at least; None when there are too many choices to
    try."""
    small = set(case["primary"]["withheld"])
    others = [index for index, count in enumerate(case["counts"]) if index not in small and not count["published"]]
    if not small or len(others) > MOST_OTHERS:
        return None
    given = set(recovered(case, sorted(small), {i for i, count in enumerate(case["counts"]) if not count["published"]}))
    for number in range(len(case["full"]["withheld"]) - len(small) + 1):
        for chosen in itertools.combinations(others, number):
            withheld = small | set(chosen)
            if set(recovered(case, sorted(withheld), withheld)) <= given:
                return number
    return None


def judge(line):
    case = json.loads(line)
    names = [count["name"] for count in case["counts"]]
    faults = []
    for mode in ("primary", "full"):
        found = leaks(case, case[mode]["withheld"])
        if found != case[mode]["recovered"]:
            faults.append(
                f"case {case['number']}, {mode}: recovered {[names[i] for i in found]}, "
                f"the checker says {[names[i] for i in case[mode]['recovered']]}")
        if mode == "primary":
            unprotected = len(found)
        elif found:
            faults.append(f"case {case['number']}: protected, and yet recovered: {[names[i] for i in found]}")
    secondary = len(case["full"]["withheld"]) - len(case["primary"]["withheld"])
    least = fewest(case)
    utility = (0, 0, 0) if least is None else (1, secondary, least)
    return faults, len(case["primary"]["withheld"]), unprotected, secondary, *utility


def test_no_suppressed_count_is_recovered(report):
    program = harness.program("DISCLOSURE_CASES", "disclosure-cases")
    lines = subprocess.run([program, str(CASES)], check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(lines) == CASES
    with multiprocessing.Pool() as pool:
        judged = pool.map(judge, lines, chunksize=20)
    faults = [fault for result in judged for fault in result[0]]
    small, unprotected, secondary = (sum(result[field] for result in judged) for field in (1, 2, 3))
    tried, withheld, least = (sum(result[field] for result in judged) for field in (4, 5, 6))
    leaking = sum(result[2] > 0 for result in judged)
    # A generator whose cases never leak would prove nothing.
    assert leaking * 3 > len(judged), f"only {leaking} of {len(judged)} releases leak without protection"
    assert not faults, "\n".join(faults)
    report(f"{len(judged)} releases with {small} small counts: unprotected {unprotected} are recovered, in {leaking} "
           f"releases; with {secondary} more withheld, none; in {tried} small releases {withheld} more are withheld "
           f"where {least} would do")
