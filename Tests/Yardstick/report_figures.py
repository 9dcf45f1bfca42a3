"""Reports over many attempts: kept counts, any dates beside the same question on the `sqlite3` command, and files."""

import sqlite3
import subprocess
import sys
import time

from candidates import BenchError, WrongAnswer
from figures import Figure, Goal
from programs import ROOT

FIRST, LAST = "2026-01-15", "2026-10-20"
# Milliseconds of those days' first and last instant in Vietnam.
RANGE = (1_768_410_000_000, 1_792_515_599_999)

# What no report reads is the same for everybody. A third have tried before; one in three passes.
PEOPLE = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :people)
INSERT INTO person (id, numberLookup, nameSealed, numberSealed, birthSealed, sex, firstSeenAt, changedAt)
SELECT 1000000 + i, CAST(printf('%032d', i) AS BLOB), x'01', x'01', x'01', CASE i % 2 WHEN 0 THEN 'male' ELSE 'female' END,
  1, 1 FROM n"""
ATTEMPTS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :attempts)
INSERT INTO attempt (id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice, seed, part,
  place, warmUpCount, scoredCount, spent, allowed, ending, right, asked, passed, credit, beganAt, submittedAt, changedAt)
SELECT 1000000 + i, m.audience, 'tested', 'submitted', 1000000 + 1 + i * 7919 % :people, 1, 14 + i * 31 % 80, m.framework,
  m.blueprint, m.bank, m.notice, i, 'scored', 1, 0, 20, 900000, 1800000, 'candidate', 12, 20, i % 3 = 0, 1200, 1,
  1767200400000 + (i * 104729 % 31536000) * 1000, 1
FROM n JOIN (SELECT row_number() OVER (ORDER BY audience) - 1 AS k, count(*) OVER () AS all_, f.* FROM inForce f) m
  ON m.k = n.i % m.all_"""
SEATINGS = """
INSERT INTO seating (attempt, account, hamlet, timePercent, needs)
SELECT id, 1, 1 + id % (SELECT count(*) FROM hamlet), 100, '' FROM attempt WHERE id > 1000000"""
# Twenty items a form, in turns; seven of ten right, one in forty left out.
FORMS = """
WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 20),
  tested AS (SELECT row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_, id, shuffledParts FROM item
    WHERE use = 'tested' AND kind = 'single')
INSERT INTO formItem (attempt, part, number, item, optionOrder, response, credit, isWhole, salt, spent, answeredAt)
SELECT a.id, 'scored', k.n, t.id, t.shuffledParts,
  CASE (a.id * 13 + k.n * 7) % 40 WHEN 0 THEN NULL ELSE substr(t.shuffledParts, 1, 1) END,
  CASE WHEN (a.id * 13 + k.n * 7) % 40 > 11 THEN 100 ELSE 0 END, (a.id * 13 + k.n * 7) % 40 > 0, zeroblob(16),
  5000 + (a.id * 31 + k.n * 101) % 90000, 1
FROM attempt a CROSS JOIN k JOIN tested t ON t.place = (a.id * 31 + k.n * 17) % t.all_
WHERE a.id > 1000000 AND a.submittedAt <= ?"""
QUESTION = f"""
WITH ranked AS (SELECT audience, isPassed, row_number() OVER (PARTITION BY person ORDER BY isPassed DESC,
    CASE isPassed WHEN 1 THEN submittedAt ELSE -submittedAt END, CASE isPassed WHEN 1 THEN attempt ELSE -attempt END) AS n
  FROM countedAttempt WHERE submittedAt BETWEEN {RANGE[0]} AND {RANGE[1]})
SELECT audience, count(*), sum(isPassed) FROM ranked WHERE n = 1 GROUP BY audience ORDER BY audience"""

# Seconds and kilobytes of one command. A small process forks it: a child counts its parent's memory as its own at first.
MEASURE = """import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)"""


class ReportBench:
    def __init__(self, work, binary, quick):
        self.folder = work / "reports"
        self.binary = str(binary)
        self.rounds = 3 if quick else 7
        self.attempts = 100_000 if quick else 1_000_000

    def run(self, *words):
        return subprocess.run([self.binary, *map(str, words), "--data", self.folder], check=True, capture_output=True).stdout

    def fill(self):
        self.run("demo", "--people", 5, "--attempts", 10, "--seed", 1, "--kiosk", ROOT / "kiosk")
        with sqlite3.connect(self.folder / "sathach.db") as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute(PEOPLE, {"people": self.attempts * 2 // 3})
            database.execute(ATTEMPTS, {"people": self.attempts * 2 // 3, "attempts": self.attempts})
            database.execute(SEATINGS)
        database.close()
        start = time.perf_counter()
        self.run("report", "recount")
        return time.perf_counter() - start

    def timed(self, *words):
        times = []
        for _ in range(self.rounds):
            start = time.perf_counter()
            self.run("report", *words)
            times.append((time.perf_counter() - start) * 1000)
        return times

    def figures(self):
        recount = self.fill()
        count = f"{self.attempts:,}"
        yield Figure(f"counts of {count} attempts made anew", "s", [recount], remark="`report recount`, whole command")
        for period in ("month:2026-6", "quarter:2026-2", "half:2026-1", "year:2026"):
            times = self.timed("pass-rates", "--by", "hamlet", "--period", period)
            yield Figure(f"pass rates, {period.split(':')[0]}, {count}", "ms", times, goal=Goal("<", 50),
                         remark="whole command")
        yield from self.any_dates(count)
        yield from self.export()

    def any_dates(self, count):
        words = ["pass-rates", "--by", "audience", "--from", FIRST, "--to", LAST]
        ours, theirs = [], []
        for _ in range(self.rounds):
            ours += self.timed_once(words)
            start = time.perf_counter()
            answer = subprocess.run(["sqlite3", "-readonly", self.folder / "sathach.db", QUESTION], check=True,
                                    capture_output=True, text=True).stdout
            theirs.append((time.perf_counter() - start) * 1000)
        self.compare(self.run("report", *words, "--separator", "tab").decode(), answer)
        yield Figure(f"pass rates, any dates, {count}", "ms", ours, theirs, Goal("<", 1_000),
                     remark="yardstick: the sqlite3 command")

    def timed_once(self, words):
        start = time.perf_counter()
        self.run("report", *words)
        return [(time.perf_counter() - start) * 1000]

    @staticmethod
    def compare(ours, theirs):
        mine = sorted(tuple(line.split("\t")[1:3]) for line in ours.split("\r\n")[1:] if line.count("\t") == 7)
        total = [tuple(map(str, map(sum, zip(*((int(a), int(b)) for _, a, b in (
            line.split("|") for line in theirs.splitlines()))))))]
        if mine != sorted([tuple(line.split("|")[1:]) for line in theirs.splitlines()] + total):
            raise WrongAnswer(f"the report says {mine}, the sqlite3 command {theirs}")

    def export(self):
        """The first 50,000 attempts, as a file."""
        with sqlite3.connect(f"file:{self.folder}/sathach.db?mode=ro", uri=True) as database:
            [[last]] = database.execute(
                "SELECT submittedAt FROM countedAttempt ORDER BY submittedAt LIMIT 1 OFFSET ?", (min(49_999, self.attempts // 2),))
        day = time.strftime("%Y-%m-%d", time.gmtime(last // 1000 + 7 * 3600))
        with sqlite3.connect(self.folder / "sathach.db") as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute(FORMS, (last,))
        database.close()
        for form, seconds in (("csv", 2), ("xlsx", None)):
            words = [self.binary, "report", "attempts", "--to", day, "--format", form, "--data", self.folder]
            yield from self.measured(f"50,000 attempts to {form}", words, seconds)
        words = [self.binary, "stats", "items", "--to", day, "--from", "2026-01-01", "--data", self.folder]
        yield from self.measured("items' statistics, 1,000,000 answers", words, None)

    def measured(self, name, words, seconds):
        times, memory = [], []
        for _ in range(self.rounds):
            made = subprocess.run([sys.executable, "-S", "-c", MEASURE, *map(str, words)], capture_output=True, text=True)
            if made.returncode != 0:
                raise BenchError(f"{name}: exit {made.returncode}")
            seconds_taken, kilobytes = made.stdout.split()
            times.append(float(seconds_taken))
            memory.append(int(kilobytes) / 1024)
        yield Figure(name, "s", times, goal=seconds and Goal("<", seconds))
        yield Figure(f"  memory at most ({name})", "MiB", memory, goal=Goal("<", 64))
