"""The real program, with a database and a folder of its own."""

import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("SATHACH_PROVINCE", ROOT / ".build/release/sathach-province"))


class Province:
    count = 0

    def __init__(self, postgres, home=None):
        Province.count += 1
        self.postgres = postgres
        self.database = f"province{os.getpid()}_{Province.count}"
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="sathach-province."))
        # The tables are made once a server, and copied.
        if not postgres.has_template:
            postgres.has_template = True
            Province.template(postgres)
        postgres.rows("postgres", f"CREATE DATABASE {self.database} TEMPLATE migrated")
        self.run("migrate")

    @staticmethod
    def template(postgres):
        postgres.rows("postgres", "CREATE DATABASE migrated")
        with tempfile.TemporaryDirectory() as home:
            subprocess.run([BINARY, "migrate", "--data", home, "--database", postgres.address("migrated")], check=True,
                           stdout=subprocess.DEVNULL)

    @property
    def environment(self):
        return {**os.environ, "SATHACH_PROVINCE_DATABASE": self.postgres.address(self.database),
                "SATHACH_PROVINCE_DATA": str(self.home)}

    def drop(self):
        self.postgres.rows("postgres", f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")

    def start(self, *arguments):
        return subprocess.Popen([BINARY, *map(str, arguments)], env=self.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, expect=0):
        process = self.start(*arguments)
        out, err = process.communicate(timeout=3_000)
        assert process.returncode == expect, (arguments, process.returncode, err[-2_000:], out[-2_000:])
        return out

    def take(self, folder, expect=0):
        """What became of each file: its state, and the reason where there is one."""
        lines = [json.loads(line) for line in self.run("import", folder, "--json", expect=expect).splitlines()]
        return {line["file"]: line.get("reason", line["state"]) for line in lines}

    def rows(self, query):
        return self.postgres.rows(self.database, query)

    def number(self, query):
        return int(self.rows(query)[0][0])

    @property
    def recipient(self):
        return bytes.fromhex((self.home / "keys/bundle.pub").read_text())

    def totals(self, commune="00000", kind="year"):
        """People, passed, attempts, attempts passed, over all periods of a kind; 00000 is the sum over all rows."""
        query = f"""SELECT coalesce(sum(people), 0), coalesce(sum(passed), 0), coalesce(sum(attempts), 0),
          coalesce(sum(attempts_passed), 0) FROM report_cell
          WHERE scope = '' AND kind = '{kind}' AND '{commune}' IN (commune, '00000')"""
        return tuple(map(int, self.rows(query)[0]))
