"""What must have been counted, computed from the simulation's own ledger by other code: by the definitions of the office's
reports, not by the program."""

import collections
import datetime
import json
import multiprocessing
import os
import sys

BANDS = [0, 16, 18, 30, 45, 60, 75]
NEEDED_OF_AREA = 2
ITEMS_OF_AREA = 4
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def periods(milliseconds):
    day = datetime.datetime.fromtimestamp(milliseconds // 1000, VIETNAM)
    if not 2020 <= day.year <= 2199:
        return
    for kind, months in (("month", 1), ("quarter", 3), ("half", 6), ("year", 12)):
        yield kind, day.year * 100 + (day.month - 1) // months * months + 1


def band(age):
    return max(start for start in BANDS if start <= age)


# As tuples: there may be ten million.
Attempt = collections.namedtuple("Attempt", "at commune device number audience age sex assisted passed right")


class Counts:
    def __init__(self):
        self.cells = collections.defaultdict(lambda: [0, 0, 0, 0])
        self.parts = collections.defaultdict(lambda: [0, 0, 0, 0])
        self.practice = collections.Counter()

    def person(self, commune, attempts):
        """Attempts of one person in one commune, or in all, in their order."""
        scopes = collections.defaultdict(list)
        for place, attempt in enumerate(attempts):
            group = (attempt.audience, band(attempt.age), attempt.sex, attempt.assisted, place > 0)
            for period in periods(attempt.at):
                for scope in ("", attempt.audience):
                    scopes[(commune, *period, scope)].append((attempt, group))
        for scope, members in scopes.items():
            for attempt, group in members:
                cell = self.cells[scope + group]
                cell[2] += 1
                cell[3] += attempt.passed
            deciding, group = next((m for m in members if m[0].passed), members[-1])
            cell = self.cells[scope + group]
            cell[0] += 1
            cell[1] += deciding.passed
            for area, right in enumerate(deciding.right, 1):
                for part, reached in ((f"area:{area}", right >= NEEDED_OF_AREA), (f"competence:{area}.1", False)):
                    sums = self.parts[scope + (part,)]
                    sums[0] += 1
                    sums[1] += reached
                    sums[2] += ITEMS_OF_AREA
                    sums[3] += right * 100


def from_ledger(path):
    """Every person is counted by one process, and all processes' counts are added up."""
    parts = os.cpu_count()
    counts = Counts()
    with multiprocessing.get_context("fork").Pool(parts) as pool:
        for part in pool.imap_unordered(of_some, [(path, parts, part) for part in range(parts)]):
            for name in ("cells", "parts"):
                for key, numbers in part[name].items():
                    kept = getattr(counts, name)[key]
                    kept[:] = [one + other for one, other in zip(kept, numbers)]
            counts.practice.update(part["practice"])
    return counts


def of_some(work):
    path, parts, part = work
    counts = of_people(path, lambda number: number % parts == part, with_practice=part == 0)
    return {name: dict(getattr(counts, name)) for name in ("cells", "parts", "practice")}


def of_people(path, is_wanted, with_practice):
    people = collections.defaultdict(list)
    counts = Counts()
    with open(path) as lines:
        for line in lines:
            read = json.loads(line)
            if read["state"] != "submitted":
                continue
            commune, audience = sys.intern(read["device"][:5]), sys.intern(read["audience"])
            if "person" in read:
                if not is_wanted(int(read["person"])):
                    continue
                people[int(read["person"])].append(Attempt(
                    read["at"], commune, sys.intern(read["device"]), read["attempt"], audience, read["age"],
                    sys.intern(read["sex"]), read["assisted"], read["passed"], bytes(read["right"])))
                continue
            for period in periods(read["at"]) if with_practice else ():
                counts.practice[(commune, *period, audience)] += 1
                counts.practice[("00000", *period, audience)] += 1
    while people:
        attempts = sorted(people.popitem()[1])
        for commune in {attempt.commune for attempt in attempts}:
            counts.person(commune, [attempt for attempt in attempts if attempt.commune == commune])
        counts.person("00000", attempts)
    return counts


def kept(province):
    """What the program keeps, in the same form: the whole province is what is kept under 00000 and all communes together."""
    counts = Counts()
    flag = {"t": True, "f": False}
    for row in province.rows("""SELECT commune, kind, start, scope, audience, age_band, sex, is_assisted, is_later, people,
            passed, attempts, attempts_passed FROM report_cell"""):
        key = (row[1], int(row[2]), row[3], row[4], int(row[5]), row[6], flag[row[7]], flag[row[8]])
        add(counts.cells, row[0], key, map(int, row[9:]))
    for row in province.rows("SELECT commune, kind, start, scope, part, people, reached, asked, credit FROM report_part_cell"):
        add(counts.parts, row[0], (row[1], int(row[2]), row[3], row[4]), map(int, row[5:]))
    for row in province.rows("SELECT commune, kind, start, audience, attempts FROM practice_cell WHERE attempts <> 0"):
        counts.practice[(row[0], row[1], int(row[2]), row[3])] = int(row[4])
        counts.practice[("00000", row[1], int(row[2]), row[3])] += int(row[4])
    for table in (counts.cells, counts.parts):
        for key in [key for key, sums in table.items() if not any(sums)]:
            del table[key]
    return counts


def add(table, commune, key, numbers):
    numbers = list(numbers)
    for place in {commune, "00000"}:
        table[(place, *key)] = [one + other for one, other in zip(table[(place, *key)], numbers)]


def assert_equal(found, expected):
    for name in ("cells", "parts", "practice"):
        one, other = dict(getattr(found, name)), dict(getattr(expected, name))
        wrong = [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]
        assert not wrong, (name, len(wrong), [(key, one.get(key), other.get(key)) for key in sorted(wrong)[:3]])
        assert one, name
