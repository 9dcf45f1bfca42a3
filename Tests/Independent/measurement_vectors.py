"""Values for the tests of Measurement from independent implementations: NumPy, SciPy and statsmodels, and from published
worked examples. Everything is drawn with fixed seeds.

    measurement_vectors.py --write    writes Tests/MeasurementTests/Vectors/*.json anew
"""

import json
import pathlib
import sys

import numpy
from scipy import integrate, optimize, special, stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "MeasurementTests" / "Vectors"


def functions():
    chance = numpy.random.default_rng(817)
    shapes = [0.05, 0.5, 1, 2.5, 7, 30, 400, 9000]
    betas = [(float(x), a, b) for a in shapes for b in shapes for x in chance.uniform(0, 1, 2)]
    freedoms = [(1, 1), (1, 30), (5, 18), (5.4, 3.2), (9, 99), (199, 5771), (9999, 290000)]
    return {
        "incompleteBeta": [[x, a, b, special.betainc(a, b, x)] for x, a, b in betas],
        "normalTail": [[z, 2 * stats.norm.sf(abs(z))] for z in [0, 0.5, -1.96, 3, 8, 20]],
        "chiSquareTail": [[x, stats.chi2.sf(x, 1)] for x in [0, 0.1, 1.4, 3.84, 10.8, 200]],
        "fisherQuantile": [
            [share, a, b, stats.f.ppf(share, a, b)] for share in [0.025, 0.5, 0.975] for a, b in freedoms],
        "logGamma": [[x, special.gammaln(x)] for x in [0.01, 0.5, 1, 1.5, 10, 1000, 1e6]],
    }


def rates():
    counts = [(0, 1), (1, 1), (0, 7), (7, 7), (3, 20), (50, 100), (4999, 5000), (123456, 1000000)]
    exact = [(3, 4, 4, 8), (20, 20, 40, 60), (0, 15, 30, 100), (31, 40, 2400, 4000), (480, 500, 7000, 8000),
             (12, 30, 3000, 9000), (10, 10, 10, 20)]
    chance = numpy.random.default_rng(65)
    lists = [[float(p) for p in chance.uniform(0, 0.2, n)] for n in [1, 4, 12]] + [[0.01, 0.01, 0.04, 0.9]]
    helped = [(18, 30), (29, 30), (55, 90), (7, 30), (20, 31)]
    return {
        "wilson": [[k, n, *proportion_confint(k, n, method="wilson")] for k, n in counts],
        "fisherExact": [[*table, exact_probability(*table)] for table in exact],
        "holm": [{"given": p, "adjusted": multipletests(p, method="holm")[1].tolist()} for p in lists],
        "helped": {"rates": helped, **against_the_rest(helped)},
    }


def exact_probability(hits, drawn, successes, total):
    table = [[hits, drawn - hits], [successes - hits, total - drawn - successes + hits]]
    return float(stats.fisher_exact(table).pvalue)


def against_the_rest(rates):
    passed, total = (sum(column) for column in zip(*rates))
    single = [exact_probability(k, n, passed, total) for k, n in rates]
    return {"single": single, "adjusted": multipletests(single, method="holm")[1].tolist()}


def drawn_responses(chance, people, items, length):
    """Rows: attempt, item, hundredths, option (-1 omitted, -2 none of the options), milliseconds (-1 not kept)."""
    ability = chance.normal(0, 1, people)
    hardness = chance.normal(-0.5, 1, items)
    rows = []
    for person in range(people):
        for item in chance.permutation(items)[:length]:
            right = chance.random() < 1 / (1 + numpy.exp(hardness[item] - ability[person]))
            credit, option = (100, 0) if right else (0, int(chance.integers(1, 4)))
            if item % 5 == 4:
                credit, option = (100 if right else int(chance.choice([0, 25, 50, 67]))), -2
            if chance.random() < 0.04:
                credit, option = 0, -1
            time = -1 if chance.random() < 0.1 else int(chance.gamma(3, 9000))
            rows.append([person, int(item), credit, option, time])
    return rows


def items():
    people, count, length = 120, 14, 6
    rows = drawn_responses(numpy.random.default_rng(30), people, count, length)
    table = numpy.array(rows)
    sums = numpy.bincount(table[:, 0], weights=table[:, 2])
    rest = (sums[table[:, 0]] - table[:, 2]) / (100 * (length - 1))
    found = [item_figures(item, table[table[:, 1] == item], rest[table[:, 1] == item], people) for item in range(count)]
    groups = [int(g) for g in numpy.random.default_rng(31).integers(0, 3, people)]
    return {
        "people": people, "items": count, "responses": rows, "found": found, "groups": groups, "bands": 4,
        "differences": [difference(table[table[:, 1] == item], rest[table[:, 1] == item], groups, 4)
                        for item in range(count)],
    }


def item_figures(item, rows, rest, people):
    credit, option, times = rows[:, 2] / 100, rows[:, 3], rows[rows[:, 4] >= 0, 4] / 1000
    correlation = stats.pearsonr(credit, rest)
    interval = correlation.confidence_interval(0.95)
    chosen = [rest[option == number] for number in range(4)] if item % 5 != 4 else []
    return {
        "count": len(rows), "facility": credit.mean(), "standardError": stats.sem(credit),
        "facilityInterval": list(proportion_confint(credit.sum(), len(rows), method="wilson")),
        "discrimination": correlation.statistic, "discriminationInterval": [interval.low, interval.high],
        "omitted": int((option == -1).sum()), "quartiles": numpy.percentile(times, [25, 50, 75]).tolist(),
        "times": len(times), "chosen": [len(own) for own in chosen],
        "meanRest": [own.mean() if len(own) else None for own in chosen],
        "restError": [stats.sem(own) if len(own) > 1 else None for own in chosen],
    }


def difference(rows, rest, groups, bands):
    strata = numpy.zeros((bands, 2, 2), int)
    for (person, _, credit, _, _), share in zip(rows, rest):
        if groups[person] < 2:
            band = min(bands - 1, int(share * bands + 1e-9))
            strata[band, groups[person], 0 if credit == 100 else 1] += 1
    return {"reference": int(strata[:, 0].sum()), "focal": int(strata[:, 1].sum()), **mantel_haenszel(strata)}


def mantel_haenszel(strata):
    """Nothing where no stratum of one kind opposes the other: the odds are zero or without end."""
    if not all((strata[:, 0, i] * strata[:, 1, 1 - i]).any() for i in (0, 1)):
        return {}
    table = StratifiedTable([stratum.astype(float) for stratum in strata if stratum.sum() > 1])
    test = table.test_null_odds(correction=True)
    # statsmodels squares the distance less one half even where that is below zero.
    cells, total = strata[strata.sum((1, 2)) > 1].astype(float), strata.sum((1, 2))[strata.sum((1, 2)) > 1]
    distance = abs((cells[:, 0, 0] - cells[:, 0].sum(1) * cells[:, :, 0].sum(1) / total).sum())
    statistic, probability = (0.0, 1.0) if distance < 0.5 else (float(test.statistic), float(test.pvalue))
    return {
        "oddsRatio": float(table.oddsratio_pooled), "standardError": float(table.logodds_pooled_se),
        "chiSquare": statistic, "probability": probability}


# Department by department: men admitted and rejected, women admitted and rejected (Bickel, Hammel, O'Connell, Science 187,
# 1975, 398-404; six largest departments, as in R's UCBAdmissions).
BERKELEY = [[[512, 313], [89, 19]], [[353, 207], [17, 8]], [[120, 205], [202, 391]],
            [[138, 279], [131, 244]], [[53, 138], [94, 299]], [[22, 351], [24, 317]]]


def differences():
    chance = numpy.random.default_rng(59)
    drawn = [chance.integers(0, 60, (8, 2, 2)) for _ in range(4)] + [chance.integers(0, 4, (10, 2, 2))]
    return {"tables": [{"strata": table.tolist(), **mantel_haenszel(table)}
                       for table in [numpy.array(BERKELEY), *drawn]]}


def reliability():
    chance = numpy.random.default_rng(21)
    lengths = {"small": (6, 4), "form": (40, 15), "many": (150, 20)}
    matrices = {name: right_or_wrong(chance, *shape) for name, shape in lengths.items()}
    matrices["partial"] = numpy.round(right_or_wrong(chance, 25, 8) * chance.uniform(0.3, 1, (25, 8)), 2)
    return {"matrices": [{"name": name, "credits": matrix.tolist(), **coefficients(matrix, 0.7)}
                         for name, matrix in matrices.items()],
            "uneven": uneven(chance), "classification": [classification(chance, *case) for case in CLASSIFIED]}


def right_or_wrong(chance, people, items):
    ability, hardness = chance.normal(0.6, 1.2, (people, 1)), chance.normal(0, 0.8, (1, items))
    return (chance.random((people, items)) < 1 / (1 + numpy.exp(hardness - ability))).astype(float)


def coefficients(x, cut):
    """Variance components by the expected mean squares, intraclass intervals by Shrout and Fleiss."""
    n, k = x.shape
    persons = k * x.mean(1).var(ddof=1)
    columns = n * x.mean(0).var(ddof=1)
    nested = x.var(axis=1, ddof=1).mean()
    rest = ((x - x.mean(1, keepdims=True) - x.mean(0, keepdims=True) + x.mean()) ** 2).sum() / ((n - 1) * (k - 1))
    own = max(0, (persons - nested) / k)
    crossed, hard = max(0, (persons - rest) / k), max(0, (columns - rest) / n)
    far = (x.mean() - cut) ** 2
    near, near_crossed = far - persons / (n * k), far - crossed / n - hard / k - rest / (n * k)
    error, error_crossed = nested / k, (hard + rest) / k
    covariance = numpy.cov(x.T)
    ratio = persons / nested
    return {
        "nestedPhi": own / (own + error), "nestedPhiCut": lifted(own + near, error),
        "nestedInterval": [max(0, 1 - stats.f.ppf(0.975, n - 1, n * (k - 1)) / ratio), max(0, 1 - 1 / (ratio * stats.f.ppf(0.975, n * (k - 1), n - 1)))],
        "crossedPhi": crossed / (crossed + error_crossed), "crossedPhiCut": lifted(crossed + near_crossed, error_crossed),
        "alpha": k / (k - 1) * (1 - numpy.trace(covariance) / covariance.sum()),
        "alphaInterval": feldt(1 - rest / persons, n, k),
        "kr21": k / (k - 1) * (1 - x.sum(1).mean() * (k - x.sum(1).mean()) / (k * x.sum(1).var())),
        "cut": cut,
    }


def lifted(signal, error):
    return max(0, signal) / (max(0, signal) + error)


def feldt(alpha, n, k):
    above, below = n - 1, (n - 1) * (k - 1)
    return [1 - (1 - alpha) * stats.f.ppf(0.975, above, below), 1 - (1 - alpha) * stats.f.ppf(0.025, above, below)]


def uneven(chance):
    """Forms of different lengths: one-way analysis of variance, with n0 for the length."""
    forms = [(chance.random(int(k)) < chance.uniform(0.3, 0.95)).astype(float) for k in chance.integers(5, 12, 30)]
    sizes = numpy.array([len(form) for form in forms])
    ratio = float(stats.f_oneway(*forms).statistic)
    within = sum(((form - form.mean()) ** 2).sum() for form in forms) / (sizes.sum() - len(forms))
    return {"forms": [form.tolist() for form in forms], "ratio": ratio, "within": within,
            "length": (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(forms) - 1)}


# People, items, reliability, cut in points; shapes of the true scores they are drawn from.
CLASSIFIED = [(400, 20, 0.75, 14, (6, 3, 0.2, 1.0)), (250, 30, 0.85, 21, (2, 2, 0.1, 0.95)),
              (300, 10, 0.6, 7, (1.2, 0.6, 0.0, 1.0)), (60, 20, 0.7, 19, (9, 2, 0.0, 1.0)), (900, 40, 0.87, 28, (1.5, 1, 0.25, 0.95)),
              (900, 40, 0.873, 24, (0.5, 1.6, 0.22, 1.0))]


def classification(chance, people, items, reliability, cut, shape):
    a, b, low, high = shape
    points = chance.binomial(items, low + (high - low) * chance.beta(a, b, people))
    shares = points / items
    mean, variance = shares.mean(), shares.var(ddof=1)
    length = (mean * (1 - mean) - reliability * variance) / (variance * (1 - reliability))
    x = shares * length
    raw = [numpy.mean(numpy.prod([(x - i) / (length - i) for i in range(power)], axis=0)) for power in range(1, 5)]
    a, b, low, high = beta_of_moments(raw)
    needed = cut / items
    truth = stats.beta(a, b, low, high - low)
    passing = lambda t: special.betainc(needed * length, length - needed * length + 1, t)
    share = lambda f, start, end: integrate.quad(
        lambda t: truth.pdf(t) * f(t), start, end, limit=500, epsabs=1e-10)[0]
    middle = min(max(needed, low), high)
    passes_below, passes_above = share(passing, low, middle), share(passing, middle, high)
    alike = share(lambda t: passing(t) ** 2 + (1 - passing(t)) ** 2, low, middle)
    alike += share(lambda t: passing(t) ** 2 + (1 - passing(t)) ** 2, middle, high)
    fails_above = 1 - truth.cdf(middle) - passes_above
    rate = passes_below + passes_above
    chance_alike = rate**2 + (1 - rate) ** 2
    return {
        "points": points.tolist(), "items": items, "reliability": reliability, "cut": cut, "length": length,
        "shape": [a, b, low, high], "falsePasses": passes_below, "falseFails": fails_above, "consistency": alike,
        "kappa": (alike - chance_alike) / (1 - chance_alike)}


def beta_of_moments(raw):
    """Solved for numerically, without Hanson's formulas: four parameters, or three with the end at fault held, or two."""
    mean, variance = raw[0], raw[1] - raw[0] ** 2
    third = raw[2] - 3 * mean * raw[1] + 2 * mean**3
    fourth = raw[3] - 4 * mean * raw[2] + 6 * mean**2 * raw[1] - 3 * mean**4
    skew, excess = third / variance**1.5, fourth / variance**2 - 3
    four = four_parameters(mean, variance, skew, excess)
    if four and four[2] >= 0 and four[3] <= 1:
        return four
    if four and four[2] < 0:
        mirrored = three_parameters(1 - mean, variance, -skew)
        three = mirrored and [mirrored[1], mirrored[0], 0.0, 1 - mirrored[2]]
    else:
        three = three_parameters(mean, variance, skew)
    return three or [*two_parameters(0, mean, variance), 0.0, 1.0]


def four_parameters(mean, variance, skew, excess):
    def missed(logs):
        found = stats.beta.stats(*numpy.exp(logs), moments="sk")
        return [float(found[0]) - skew, float(found[1]) - excess]

    for start in [(0, 0), (1, 0), (0, 1), (2, 1), (3, 1), (1, 2)]:
        with numpy.errstate(all="ignore"):
            solution = optimize.root(missed, start, tol=1e-13)
        if solution.success and max(map(abs, missed(solution.x))) < 1e-9:
            a, b = (float(value) for value in numpy.exp(solution.x))
            width = (variance / stats.beta.var(a, b)) ** 0.5
            low = mean - width * a / (a + b)
            return [a, b, low, low + width]
    return None


def two_parameters(low, mean, variance):
    share, spread = (mean - low) / (1 - low), variance / (1 - low) ** 2
    total = share * (1 - share) / spread - 1
    return share * total, (1 - share) * total


def three_parameters(mean, variance, skew):
    """The upper end at 1."""
    last = (mean - variance / (1 - mean)) * (1 - 1e-9)
    missed = lambda low: float(stats.beta.stats(*two_parameters(low, mean, variance), moments="s")) - skew
    if last <= 0 or missed(0) >= 0 or missed(last) < 0:
        return None
    low = optimize.brentq(missed, 0, last, xtol=1e-15)
    return [*two_parameters(low, mean, variance), low, 1.0]


def suppression():
    """Tables with cells hidden at random, and what integer programming finds out about each hidden cell."""
    chance = numpy.random.default_rng(1995)
    return {"tables": [attacked(chance) for _ in range(30)]}


def attacked(chance):
    depth = int(chance.integers(1, 3))
    parents = [-1] + [0] * int(chance.integers(2, 4))
    if depth == 2:
        parents += [1] * int(chance.integers(1, 4))
    rows, columns = len(parents), int(chance.integers(1, 4))
    leaves = [[int(c) for c in chance.integers(0, 9, columns)] for _ in parents]
    counts = numpy.array([leaves[row] if row not in parents else [0] * columns for row in range(rows)])
    for row in range(rows - 1, 0, -1):
        counts[parents[row]] += counts[row]
    if columns > 1:
        counts = numpy.column_stack([counts, counts.sum(1)])
    floor = int(chance.integers(0, 2))
    hidden = (chance.random(counts.shape) < 0.55) & (counts >= floor)
    return {"parents": parents, "leaves": leaves, "floor": floor, "hidden": hidden.tolist(),
            "bounds": bounds(parents, columns, counts, hidden, floor)}


def bounds(parents, columns, counts, hidden, floor):
    places = [tuple(int(i) for i in place) for place in numpy.argwhere(hidden)]
    matrix, right = [], []
    for sum_of in sums(parents, columns, counts.shape[1]):
        matrix.append([sum_of.get(place, 0) for place in places])
        right.append(-sum(sign * counts[place] for place, sign in sum_of.items() if not hidden[place]))
    if not places:
        return []
    rules = optimize.LinearConstraint(numpy.array(matrix), right, right)
    box = optimize.Bounds(floor, 1000)
    found = []
    for index in range(len(places)):
        goal = numpy.eye(len(places))[index]
        ends = [optimize.milp(sign * goal, constraints=rules, bounds=box, integrality=numpy.ones(len(places)))
                for sign in (1, -1)]
        least, most = (round(float(end.x[index])) for end in ends)
        found.append([*places[index], least, -1 if most >= 500 else most])
    return found


def sums(parents, columns, width):
    """Every sum of the table as {cell: sign}, adding up to zero."""
    for row in range(len(parents)):
        if columns > 1:
            yield {**{(row, column): 1 for column in range(columns)}, (row, columns): -1}
        parts = [part for part, parent in enumerate(parents) if parent == row]
        for column in range(width if parts else 0):
            yield {**{(part, column): 1 for part in parts}, (row, column): -1}


VECTORS = {
    "functions": functions, "rates": rates, "items": items, "differences": differences, "reliability": reliability,
    "suppression": suppression,
}


def plain(value):
    """NumPy's numbers as Python's."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value.item() if isinstance(value, numpy.generic) else value


def made(name):
    return plain(VECTORS[name]())


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    for name in VECTORS:
        (FOLDER / f"{name}.json").write_text(json.dumps(made(name), separators=(",", ":")) + "\n")
