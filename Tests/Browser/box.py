"""The product as a process of its own: a data folder, a server on a free port, and its commands."""

import http.client
import json
import os
import pathlib
import re
import select
import signal
import sqlite3
import subprocess
import time

from bank import KIOSK, ROOT

BINARY = pathlib.Path(os.environ.get("SATHACH") or ROOT / ".build" / "release" / "sathach").resolve()
PROVINCE = BINARY.with_name("sathach-province")
STARTING_SECONDS = 10
# A machine that builds beside the tests is slow.
ADDRESS_SECONDS = 60
# The kinds of items that are answered tap by tap, each of which is kept at once.
TAPPED = ("order", "simulated")


def run(*arguments, before=(), **options):
    """One command of the product, to its end."""
    environment = {name: value for name, value in os.environ.items() if name != "SATHACH_DATA"}
    words = [*before, str(BINARY), *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, timeout=180, env=environment, **options)


def run_province(*arguments):
    """One command of the province's program, which lies beside the box's."""
    words = [str(PROVINCE), *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, timeout=60)


class Box:
    def __init__(self, folder, kiosk=KIOSK):
        self.data = pathlib.Path(folder)
        self.kiosk = kiosk
        self.log = self.data.with_name(self.data.name + ".log")
        self.process = None
        self.port = 0
        self.environment = {}

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, port=0):
        words = [*self.program(), BINARY, "serve", "--data", self.data, "--port", port, "--kiosk", self.kiosk]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*map(str, words)], stdout=subprocess.PIPE, stderr=log, env={**os.environ, **self.environment})
        line = self.first_line()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
        assert found, f"the first line is {line!r}; the log says: {self.log.read_text()}"
        self.port = int(found[1])
        self.await_open()
        return self

    def program(self):
        """What the server is started by, if by anything."""
        return []

    def await_open(self):
        """The address is there before the box is: until then, and where it cannot open, its pages are a sentence."""
        passing = [f'"start":"{word}"' for word in ("starting", "checking", "rebuilding")]
        deadline = time.monotonic() + ADDRESS_SECONDS
        while time.monotonic() < deadline:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ADDRESS_SECONDS)
            connection.request("GET", "/health")
            said = connection.getresponse().read().decode()
            connection.close()
            if not any(word in said for word in passing):
                return
            time.sleep(0.02)

    def first_line(self):
        ready, _, _ = select.select([self.process.stdout], [], [], ADDRESS_SECONDS)
        assert ready, "the server printed no address"
        return self.process.stdout.readline().decode()

    def end(self, with_signal=signal.SIGTERM):
        if self.process:
            self.process.send_signal(with_signal)
            self.process.stdout.close()
            code, self.process = self.process.wait(10), None
            return code

    def kill(self):
        return self.end(signal.SIGKILL)

    def restart(self):
        """As after a power cut: the browser finds the same address again."""
        self.kill()
        return self.start(self.port)

    def await_page(self):
        """Asks until the first page is there; seconds since the call."""
        start = time.monotonic()
        while time.monotonic() - start < STARTING_SECONDS:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/")
                if connection.getresponse().status == 200:
                    return time.monotonic() - start
            except OSError:
                time.sleep(0.001)
            finally:
                connection.close()
        raise AssertionError("no page after the start")

    def command(self, *arguments):
        return run(*arguments, "--data", self.data)

    def slips(self):
        return json.loads(self.command("slip", "list", "--json").stdout)

    def rows(self, statement, *values):
        """Looks into the database from outside, reading only."""
        with sqlite3.connect(f"file:{self.data}/sathach.db?mode=ro", uri=True) as database:
            return database.execute(statement, values).fetchall()

    def value(self, statement, *values):
        return self.rows(statement, *values)[0][0]

    def answers(self, attempt):
        """Every answer of an attempt: part, number, option, whether it is marked."""
        return self.rows(
            "SELECT part, number, response, isMarked FROM formItem WHERE attempt = ? AND response IS NOT NULL "
            "ORDER BY part, number", attempt)

    def recordings(self, attempt):
        """How often each place was written, by the event log."""
        return dict(self.rows(
            "SELECT note, count(*) FROM event WHERE attempt = ? AND kind = 'response-recorded' GROUP BY note", attempt))

    def written_again(self, attempt):
        """Places that were written more often than once for going on and once for each tap."""
        taps = {
            f"place={part}-{number}": len(response.split()) - (part == "warm-up") if kind in TAPPED else 0
            for part, number, kind, response in self.rows(
                "SELECT part, number, kind, response FROM formItem f JOIN item i ON i.id = f.item "
                "WHERE attempt = ? AND response IS NOT NULL", attempt)}
        return {note: count for note, count in self.recordings(attempt).items() if count > taps[note] + 1}
