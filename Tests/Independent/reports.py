"""Reckons every report over the raw tables, by its own reading of the definitions, with nothing of the product's code.

Counted are tested attempts that are handed in and not voided. In a period each person counts once, by the first attempt
that passed, else by the last; attempts that a filter does not let through are not there. An attempt belongs to the day in
Vietnam on which it was handed in.
"""

import dataclasses
import datetime
import json
import math
import sqlite3
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

BANDS = (0, 16, 18, 30, 45, 60, 75)
ALLOWED_HELP = ("read-aloud", "pointed-at-screen", "operated-mouse", "translated")
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
Z = 1.959963984540054


@dataclasses.dataclass
class Attempt:
    id: int
    person: int
    moment: int
    audience: str
    hamlet: str | None
    age: int
    sex: str | None
    passed: bool
    assisted: bool
    later: bool = False
    credit: int = 0
    asked: int = 0
    spent: int = 0

    @property
    def local(self):
        return datetime.datetime.fromtimestamp(self.moment // 1000, VIETNAM)

    @property
    def day(self):
        return self.local.date()


class Records:
    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.attempts = self.read()
        audiences = self.framework()["audiences"]
        self.audiences = {audience["id"]: audience["name"] for audience in audiences}
        self.areas = {area["id"]: area["name"] for area in self.framework()["areas"]}
        self.competences = {one["id"]: one["name"] for one in self.framework()["competences"]}
        self.hamlets = dict(self.database.execute("SELECT id, name FROM hamlet ORDER BY id"))

    def framework(self):
        [[content]] = self.database.execute(
            "SELECT content FROM framework WHERE id = (SELECT max(framework) FROM inForce)")
        return json.loads(content)

    def read(self):
        help_of, verdicts = defaultdict(list), defaultdict(list)
        for attempt, number, kind in self.database.execute("SELECT attempt, number, kind FROM helpAct"):
            help_of[attempt].append((number, kind))
        for attempt, number, verdict, up_to in self.database.execute(
                "SELECT attempt, number, verdict, upTo FROM flagDecision ORDER BY attempt, number"):
            verdicts[attempt].append((verdict, up_to))
        rows = self.database.execute(
            """SELECT a.id, a.person, a.submittedAt, a.audience, s.hamlet, a.ageYears, p.sex, a.passed, a.credit, a.asked,
                 a.spent FROM attempt a JOIN person p ON p.id = a.person LEFT JOIN seating s ON s.attempt = a.id
               WHERE a.mode = 'tested' AND a.state = 'submitted'""").fetchall()
        attempts, seen = [], set()
        for row in sorted(rows, key=lambda row: (row[2], row[0])):
            standing = self.standing(help_of[row[0]], verdicts[row[0]])
            band = max(band for band in BANDS if band <= row[5])
            attempts.append(Attempt(
                row[0], row[1], row[2], row[3], row[4], band, row[6], bool(row[7]) and standing != "refused",
                standing != "none", row[1] in seen, row[8], row[9], row[10]))
            seen.add(row[1])
        return attempts

    @staticmethod
    def standing(acts, decisions):
        coaching = [number for number, kind in acts if kind not in ALLOWED_HELP]
        verdict, up_to = decisions[-1] if decisions else (None, 0)
        if any(number > up_to for number in coaching):
            return "waits"
        if verdict == "refused":
            return "refused"
        if coaching and verdict == "counts":
            return "coached"
        return "helped" if len(acts) > len(coaching) else "none"

    def within(self, first, last, lets=lambda attempt: True):
        return [attempt for attempt in self.attempts if first <= attempt.day <= last and lets(attempt)]

    def part_scores(self, by):
        scores = defaultdict(list)
        if by == "area":
            rows = self.database.execute("SELECT attempt, area, asked, credit, needed FROM attemptArea WHERE asked > 0")
        else:
            rows = self.database.execute(
                """SELECT f.attempt, i.competence, count(*), sum(f.credit), 1000000 FROM formItem f
                   JOIN item i ON i.id = f.item WHERE f.part = 'scored' GROUP BY f.attempt, i.competence""")
        for attempt, part, asked, credit, needed in rows:
            scores[attempt].append((part, asked, credit, credit >= needed * 100))
        return scores


def deciding(attempts):
    """One attempt for each person; they come in the order in which they were handed in."""
    chosen = {}
    for attempt in attempts:
        if attempt.person not in chosen or not chosen[attempt.person].passed:
            chosen[attempt.person] = attempt
    return list(chosen.values())


def tenths(numerator, denominator):
    if denominator == 0:
        return None
    return (Decimal(numerator) * 100 / Decimal(denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def wilson(numerator, denominator):
    if denominator == 0:
        return None, None
    rate, z = numerator / denominator, Z * Z / denominator
    centre, reach = rate + z / 2, Z * math.sqrt(rate * (1 - rate) / denominator + z / 4 / denominator)
    ends = (centre - reach) / (1 + z), (centre + reach) / (1 + z)
    return [Decimal(math.floor(min(1, max(0, end)) * 1000 + 0.5)) / 10 for end in ends]


def label(attempt, by):
    return {
        "audience": lambda: attempt.audience, "hamlet": lambda: attempt.hamlet, "age": lambda: attempt.age,
        "sex": lambda: attempt.sex, "help": lambda: attempt.assisted, "turn": lambda: attempt.later,
        "month": lambda: (attempt.day.year, attempt.day.month),
    }[by]()


def listed(records, by, first, last):
    if by == "month":
        months, day = [], first.replace(day=1)
        while day <= last:
            months.append((day.year, day.month))
            day = (day + datetime.timedelta(days=32)).replace(day=1)
        return months
    return {
        "audience": list(records.audiences), "hamlet": list(records.hamlets), "age": list(BANDS),
        "sex": ["female", "male"], "help": [False, True], "turn": [False, True]}[by]


def rate_cells(people, attempts):
    passed = sum(one.passed for one in people)
    low, high = wilson(passed, len(people))
    return [len(people), passed, tenths(passed, len(people)), low, high, len(attempts),
            sum(one.passed for one in attempts)]


def pass_rates(records, first, last, by, lets=lambda attempt: True):
    """Lines of (key, cells) of the internal report, the total last under the key "all"."""
    attempts = records.within(first, last, lets)
    people = deciding(attempts)
    if by in ("area", "competence"):
        return part_lines(records, people, by)
    keys = listed(records, by, first, last)
    for found in sorted({label(one, by) for one in attempts} - set(keys), key=str):
        keys.append(found)
    lines = []
    for key in keys:
        own = [one for one in attempts if label(one, by) == key]
        decided = deciding(own) if by == "month" else [one for one in people if label(one, by) == key]
        lines.append((key, rate_cells(decided, own)))
    return lines + [("all", rate_cells(people, attempts))]


def part_lines(records, people, by):
    scores = records.part_scores(by)
    sums = defaultdict(lambda: [0, 0, 0, 0])
    for person in people:
        for part, asked, credit, reached in scores[person.id]:
            for place, value in enumerate((1, reached, asked, credit)):
                sums[part][place] += value
    names = records.areas if by == "area" else records.competences
    lines = []
    for part in [part for part in names if part in sums] + sorted(set(sums) - set(names)):
        count, reached, asked, credit = sums[part]
        low, high = wilson(reached, count)
        rates = [reached, tenths(reached, count), low, high] if by == "area" else []
        lines.append((part, [count, *rates, asked, tenths(credit, asked * 100)]))
    return lines
