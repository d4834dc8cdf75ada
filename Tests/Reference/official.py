"""Reads and joins the official files: which districts replaced others, which partnership has which districts, and in
which district each LSOA is."""
import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field

YEARS = range(2016, 2025)


@dataclass
class Partnership:
    name: str
    force: str
    districts: set = field(default_factory=set)  # of 2024
    parts: set = field(default_factory=set)  # of 2016


@dataclass
class LSOA:
    name: str
    district: str  # of 2016


@dataclass
class DistrictTime:
    code: str
    name: str
    until: str


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Official:
    def __init__(self, folder):
        self.history = [
            r for r in read(folder / "ltla16_to_ltla24.csv") if r["ltla16_code"][0] in "EW"]
        # Districts have merged since 2016 and none was divided, so each has one code in each later year.
        self.code_in = {}
        for row in self.history:
            codes = {year: row[f"ltla{year - 2000}_code"] for year in YEARS}
            if self.code_in.setdefault(codes[2016], codes) != codes:
                sys.exit(f"{codes[2016]} became several districts; it no longer distinguishes partnerships")
        self.read_partnerships(folder)
        self.read_lsoas(folder)
        self.residents = {r["ltla21_code"]: int(r["total_population"])
                          for r in read(folder / "population_census2021_ltla21.csv")}
        self.households = {r["ltla23_code"]: int(r["households"])
                           for r in read(folder / "households_census2021_ltla23.csv")}

    def parts_of(self, code):
        """Returns the districts of 2016 that make up a district of any year."""
        return {old for old, codes in self.code_in.items() if code in codes.values()}

    def read_partnerships(self, folder):
        self.forces, self.partnerships = {}, {}
        for row in read(folder / "ltla24_csp24_pfa24.csv"):
            self.forces[row["pfa24_code"]] = row["pfa24_name"]
            partnership = self.partnerships.setdefault(
                row["csp24_code"], Partnership(row["csp24_name"], row["pfa24_code"]))
            partnership.districts.add(row["ltla24_code"])
        shared = defaultdict(set)
        for code, partnership in self.partnerships.items():
            for district in partnership.districts:
                shared[district].add(code)
        self.partnership_of = {}
        names = {row["ltla16_code"]: row["ltla16_name"] for row in self.history}
        for old, codes in self.code_in.items():
            candidates = set(shared[codes[2024]])
            if len(candidates) > 1:
                # The partnerships of a merged district kept the names of the former districts.
                candidates = {c for c in candidates
                              if names[old] in re.split(r" and (?=South Northamptonshire)", self.partnerships[c].name)}
                # Christchurch joined a partnership of another district.
                if not candidates and names[old] == "Christchurch":
                    candidates = {c for c in shared[codes[2024]] if len(self.partnerships[c].districts) > 1}
            if len(candidates) != 1:
                sys.exit(f"{old} {names[old]}: it is not clear which partnership has it ({sorted(candidates)})")
            self.partnership_of[old] = candidates.pop()
            self.partnerships[self.partnership_of[old]].parts.add(old)

    def read_lsoas(self, folder):
        today = {r["lsoa21_code"]: r["ltla24_code"] for r in read(folder / "lsoa21_ward24_ltla24.csv")}
        pairs = read(folder / "lsoa11_lsoa21_ltla22.csv")
        names = {row["ltla16_name"]: row["ltla16_code"] for row in self.history}

        def old_district(name, now):
            """Returns the district of 2016: the only one that became today's district, else the one in the name of the
            2011 LSOA."""
            candidates = self.parts_of(now)
            named = names.get(re.sub(r" \d{3}[A-Z]+$", "", name))
            if len(candidates) == 1:
                return next(iter(candidates))
            if named not in candidates:
                sys.exit(f"{name}: it is not clear which of {sorted(candidates)} is its district of 2016")
            return named

        self.lsoa11, self.lsoa21 = {}, {}
        for row in pairs:
            district = old_district(row["lsoa11_name"], today[row["lsoa21_code"]])
            known = self.lsoa21.setdefault(row["lsoa21_code"], LSOA(row["lsoa21_name"], district))
            if self.partnership_of[known.district] != self.partnership_of[district]:
                sys.exit(f"{row['lsoa21_code']} mixes {known.district} and {district}, which have two partnerships")
            # A code of 2011 that is now in two districts keeps the district in its name.
            name = names.get(re.sub(r" \d{3}[A-Z]+$", "", row["lsoa11_name"]))
            if row["lsoa11_code"] not in self.lsoa11 or district == name:
                self.lsoa11[row["lsoa11_code"]] = LSOA(row["lsoa11_name"], district)
        if missing := today.keys() - self.lsoa21.keys():
            sys.exit(f"{len(missing)} LSOAs of 2021 have no LSOA of 2011; one is {min(missing)}")

    def district_times(self):
        """Yields each code and name of a district, with the last month of their use."""
        seen = defaultdict(list)
        for row in self.history:
            for year in YEARS:
                key = (row[f"ltla{year - 2000}_code"], row[f"ltla{year - 2000}_name"])
                if year not in seen[key]:
                    seen[key].append(year)
        for (code, name), years in seen.items():
            yield DistrictTime(code, name, "" if max(years) == YEARS[-1] else f"{max(years) + 1}-03")

    def total(self, parts, counts, year):
        """Returns the sum over the districts of a year that consist only of the parts; None when one has other parts,
        too."""
        codes = {self.code_in[part][year] for part in parts}
        whole = set().union(*({old for old, c in self.code_in.items() if c[year] == code} for code in codes))
        return sum(counts[code] for code in codes) if whole == set(parts) else None
