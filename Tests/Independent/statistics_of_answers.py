"""Reckons item and test statistics over the raw tables with NumPy, SciPy and statsmodels, by its own reading of the
definitions, with nothing of the product's code.

Columns are those of the product's tables; figures are floats, not rounded, and None where there is none.
"""

import json
from collections import defaultdict

import numpy
from measurement_vectors import beta_of_moments, mantel_haenszel
from reports import wilson
from scipy import integrate, special, stats

LEAST, JUDGED = 5, 30


class Answers:
    """Every scored answer of counted attempts of a period, one row each."""

    def __init__(self, records, first, last, audience=None):
        self.records = records
        self.attempts = [one for one in records.within(first, last) if audience in (None, one.audience)]
        wanted = {one.id: place for place, one in enumerate(self.attempts)}
        self.items = {row: (code, version, competence) for row, code, version, competence in records.database.execute(
            "SELECT id, code, version, competence FROM item")}
        rows = records.database.execute(
            "SELECT attempt, item, credit, response, isWhole, spent FROM formItem WHERE part = 'scored'")
        found = [(wanted[a], i, c, r, w, s) for a, i, c, r, w, s in rows if a in wanted]
        self.attempt = numpy.array([row[0] for row in found], int)
        self.keys = [self.items[row[1]][:2] for row in found]
        self.credit = numpy.array([row[2] for row in found], float) / 100
        self.response = [row[3] for row in found]
        self.omitted = numpy.array([row[3] is None and not row[4] for row in found], bool)
        self.spent = numpy.array([row[5] for row in found], float)
        self.lengths = numpy.bincount(self.attempt, minlength=len(self.attempts))
        self.sums = numpy.bincount(self.attempt, weights=self.credit, minlength=len(self.attempts))
        self.rest = (self.sums[self.attempt] - self.credit) / (self.lengths[self.attempt] - 1)
        self.places = defaultdict(list)
        for place, key in enumerate(self.keys):
            self.places[key].append(place)

    def content(self, key):
        """The latest one of that version."""
        row = max(row for row, (code, version, _) in self.items.items() if (code, version) == key)
        [[content]] = self.records.database.execute("SELECT content FROM item WHERE id = ?", (row,))
        return json.loads(content)

    def figures(self, key):
        """count, exposure, facility with its ends, discrimination with its ends, rest, omitted, median seconds."""
        own = numpy.array(self.places.get(key, []), int)
        n = len(own)
        start = [n, n / len(self.attempts) * 100 if self.attempts else None]
        if n < LEAST:
            return start + [None] * 9
        credit, rest = self.credit[own], self.rest[own]
        low, high = fractional_wilson(credit.mean(), n)
        three = [None] * 3
        if n >= JUDGED and credit.std() > 0 and rest.std() > 0:
            found = stats.pearsonr(credit, rest)
            ends = found.confidence_interval(0.95)
            three = [found.statistic, ends.low, ends.high]
        times = self.spent[own][self.spent[own] > 0] / 1000
        return start + [credit.mean() * 100, low * 100, high * 100, *three, rest.mean() * 100,
                        self.omitted[own].mean() * 100, numpy.median(times) if len(times) else None]

    def options(self, key):
        """For each option of the bank's order: id, key or not, chosen, mean rest and its standard error."""
        content, own = self.content(key), self.places.get(key, [])
        lines = []
        for option in content["options"]:
            chosen = [place for place in own if self.response[place] == option["id"]]
            rest = self.rest[chosen]
            shown = len(chosen) >= LEAST
            lines.append((option["id"], len(chosen), rest.mean() * 100 if shown else None,
                          stats.sem(rest) * 100 if shown else None))
        return lines

    def differences(self, key):
        """Women beside men, from 60 on beside younger, helped beside unhelped: counts, odds ratio, error, chi-square."""
        sides = {"sex": lambda one: {"male": 0, "female": 1}.get(one.sex), "age": lambda one: int(one.age >= 60),
                 "help": lambda one: int(one.assisted)}
        lines = []
        for side in sides.values():
            strata = numpy.zeros((10, 2, 2), int)
            for place in self.places.get(key, []):
                group = side(self.attempts[self.attempt[place]])
                if group is not None:
                    band = min(9, int(self.rest[place] * 10 + 1e-9))
                    strata[band, group, 0 if self.credit[place] == 1 else 1] += 1
            counts = [int(strata[:, group].sum()) for group in (0, 1)]
            lines.append((counts, mantel_haenszel(strata) if min(counts) >= JUDGED else {}))
        return lines

    def test(self, cut):
        """Figures of the test, by name, for forms of one length."""
        n, k = len(self.attempts), int(self.lengths[0])
        shares = self.sums / self.lengths
        between = k * shares.var(ddof=1)
        squares = numpy.bincount(self.attempt, weights=self.credit**2) - self.sums**2 / self.lengths
        within = squares.sum() / (n * (k - 1))
        person = max(0, (between - within) / k)
        phi = person / (person + within / k)
        signal = max(0, person + (shares.mean() - cut / k) ** 2 - between / (n * k))
        ratio = between / within
        return {
            "mean": self.sums.mean(), "spread": self.sums.std(ddof=1), "phi": phi,
            "phiEnds": [max(0, 1 - stats.f.ppf(0.975, n - 1, n * (k - 1)) / ratio),
                        max(0, 1 - 1 / (ratio * stats.f.ppf(0.975, n * (k - 1), n - 1)))],
            "phiAtCut": signal / (signal + within / k), "errorAtCut": (cut * (k - cut) / (k - 1)) ** 0.5,
            "seenErrorAtCut": self.error_near(cut, k, squares), **decisions(shares, phi, cut / k)}

    def error_near(self, cut, k, squares):
        near = numpy.abs(self.sums - cut) <= 2 + 1e-9
        return ((squares[near] / (k - 1) * k).mean() ** 0.5, int(near.sum())) if near.sum() >= JUDGED else None


def fractional_wilson(rate, n):
    z = 1.959963984540054
    whole, centre = 1 + z * z / n, rate + z * z / (2 * n)
    reach = z * ((rate * (1 - rate) + z * z / (4 * n)) / n) ** 0.5
    return max(0, (centre - reach) / whole), min(1, (centre + reach) / whole)


def decisions(shares, reliability, cut):
    """Livingston and Lewis, by numerical integration."""
    mean, variance = shares.mean(), shares.var(ddof=1)
    length = (mean * (1 - mean) - reliability * variance) / (variance * (1 - reliability))
    x = shares * length
    raw = [numpy.mean(numpy.prod([(x - i) / (length - i) for i in range(power)], axis=0)) for power in range(1, 5)]
    a, b, low, high = beta_of_moments(raw)
    truth = stats.beta(a, b, low, high - low)
    passing = lambda t: special.betainc(cut * length, length - cut * length + 1, t)
    share = lambda f, start, end: integrate.quad(lambda t: truth.pdf(t) * f(t), start, end, limit=500)[0]
    middle = min(max(cut, low), high)
    below, above = share(passing, low, middle), share(passing, middle, high)
    agree = lambda t: passing(t) ** 2 + (1 - passing(t)) ** 2
    alike = share(agree, low, middle) + share(agree, middle, high)
    fails = 1 - truth.cdf(middle) - above
    chance = (below + above) ** 2 + (1 - below - above) ** 2
    return {"accuracy": 1 - below - fails, "consistency": alike, "kappa": (alike - chance) / (1 - chance),
            "falsePasses": below, "falseFails": fails}


def cut_lines(records, first, last, audience):
    """For every whole cut: attempts that reach it, those that pass with the areas' minima, and what changes."""
    database = records.database
    attempts = [one for one in records.within(first, last) if one.audience == audience]
    rows = defaultdict(list)
    for attempt, credit, needed in database.execute("SELECT attempt, credit, needed FROM attemptArea WHERE asked > 0"):
        rows[attempt].append(credit >= needed * 100)
    [[content]] = database.execute(
        "SELECT b.content FROM inForce f JOIN blueprint b ON b.id = f.blueprint WHERE f.audience = ?", (audience,))
    now = json.loads(content)["cutScore"]["overall"]
    points = [(one.credit // 100, all(rows[one.id])) for one in attempts]
    passed = lambda cut: sum(p >= cut and ok for p, ok in points)
    lines = []
    for cut in range(attempts[0].asked + 1):
        good = passed(cut)
        low, high = wilson(good, len(points))
        lines.append([len(points), sum(p >= cut for p, _ in points), good, good / len(points) * 100, low, high,
                      max(0, good - passed(now)), max(0, passed(now) - good)])
    return now, lines
