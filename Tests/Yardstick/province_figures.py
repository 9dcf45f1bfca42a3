"""The province: how fast bundles come in beside a plain COPY of the same rows, how long a report waits, and the memory of
the import. On a PostgreSQL of its own, with syncs as they are at a province."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from figures import Figure, Goal
from programs import ROOT

sys.path.insert(0, str(ROOT / "Tests/Province"))

from postgres_of_test import PROGRAMS, Postgres  # noqa: E402
from province_of_test import BINARY, Province  # noqa: E402
from report_figures import MEASURE  # noqa: E402

# What an import fills, as it comes to lie: records, who is where, and the kept counts.
FILLED = """SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
  AND relnamespace = 'public'::regnamespace AND relname NOT IN ('schema_step', 'commune', 'device_key')"""
# As in Sources/PostgresStore/ReportTables.swift: what the page of all communes reads, and what one commune's does.
QUERIES = [
    """SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), commune FROM report_cell
      WHERE kind = 'year' AND start = 202601 AND scope = '' AND commune <> '00000' GROUP BY commune HAVING sum(attempts) <> 0""",
    """SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), commune, scope FROM report_cell
      WHERE kind = 'year' AND start = 202601 AND scope <> '' AND commune <> '00000'
      GROUP BY commune, scope HAVING sum(attempts) <> 0""",
    """SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), audience, age_band, sex, is_assisted, is_later
      FROM report_cell WHERE kind = 'year' AND start = 202601 AND scope = '' AND (commune = '00000' OR '00000' = '00000')
      GROUP BY audience, age_band, sex, is_assisted, is_later HAVING sum(attempts) <> 0 OR sum(people) <> 0""",
    """SELECT people, reached, asked, credit, part, commune FROM report_part_cell
      WHERE kind = 'year' AND start = 202601 AND scope = '' AND commune <> '00000' AND people <> 0""",
]


class ProvinceBench:
    def __init__(self, work, quick):
        self.work = work / "province"
        self.work.mkdir()
        self.attempts = 10_000_000 if "LONG" in os.environ else 20_000 if quick else 200_000
        self.rounds = 1 if "LONG" in os.environ else 3
        # A folder that the database's user may enter, on a real disk.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sathach-pg.", dir="/var/tmp"))
        self.folder.chmod(0o755)

    def figures(self):
        server = Postgres(["shared_buffers=1GB", "max_wal_size=8GB"], folder=self.folder / "pg").made().start()
        try:
            yield from self.measured(server)
        finally:
            server.remove()
            shutil.rmtree(self.folder, ignore_errors=True)

    def measured(self, server):
        imports, copies, memory = [], [], []
        for turn in range(self.rounds):
            if turn:
                province.drop()
            province = Province(server, home=self.work / "home")
            if not turn:
                province.run("simulate", "--attempts", self.attempts, "--seed", 5, "--to", self.work / "all")
            province.run("trust", self.work / "all/keys.json")
            seconds, kilobytes = self.taken(province)
            imports.append(self.attempts / seconds)
            memory.append(kilobytes / 1024)
            copies.append(self.attempts / self.copied(server, province))
        yield Figure(f"province: import of {self.attempts:,}", "1/s", imports, copies, Goal("≥", 0.5, of_ratio=True),
                     f"{os.cpu_count()} communes at once; one COPY after the other of every row that comes of it")
        yield Figure("province: memory of the import", "MiB", memory, goal=Goal("<", 200))
        yield Figure("province: a report's query, p99", "ms", [self.p99(province)], goal=Goal("<", 100))

    def taken(self, province):
        done = subprocess.run([sys.executable, "-c", MEASURE, BINARY, "import", self.work / "all/stick-1"], check=True,
                              env=province.environment, capture_output=True, text=True)
        seconds, kilobytes = done.stdout.split()
        return float(seconds), int(kilobytes)

    def copied(self, server, province):
        """The rows as they came to lie, into the same tables with the same keys: out first, then in, timed."""
        plain = Province(server, home=self.work / "plain")
        folder = self.folder / "rows"
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
        tables = [row[0] for row in province.rows(FILLED)]
        for table in tables:
            province.rows(f"COPY (SELECT * FROM {table}) TO '{folder}/{table}' (FORMAT binary)")
        start = time.monotonic()
        for table in tables:
            plain.rows(f"COPY {table} FROM '{folder}/{table}' (FORMAT binary)")
        seconds = time.monotonic() - start
        plain.drop()
        shutil.rmtree(folder)
        return seconds

    def p99(self, province):
        return report_p99(province.postgres.address(province.database))


def report_p99(address):
    """In milliseconds, of four hundred, as `psql` takes the time."""
    script = "\\timing on\n\\o /dev/null\n" + ";\n".join(QUERIES * 100) + ";\n"
    times = sorted(float(line.split()[1]) for line in psql(address, script) if line.startswith("Time:"))
    return times[len(times) * 99 // 100 - 1]


def psql(address, script):
    return subprocess.run([PROGRAMS / "psql", "-X", "-q", "-A", "-t", "-d", address], input=script, check=True,
                          capture_output=True, text=True).stdout.splitlines()


if __name__ == "__main__":
    # Of a province that is there, as a long test leaves it for a while: its address as libpq takes it.
    attempts, = psql(sys.argv[1], "SELECT count(*) FROM attempt;")
    print(f"{int(attempts):,} attempts: a report's query, p99, {report_p99(sys.argv[1]):.1f} ms")
