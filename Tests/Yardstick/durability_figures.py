"""What keeping everything costs: answers beside an export and a backup, the look through the database after an unclean stop, and
the second copy on a stick."""

import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

from candidates import BenchError
from desk import ExamHour, open_desk, percentile, sign_in
from figures import Figure, Goal
from programs import ROOT, Kiosk, ask, free_port
from report_figures import ATTEMPTS, FORMS, PEOPLE


def command(binary, folder, *words):
    made = subprocess.run([str(binary), *map(str, words), "--data", str(folder)], capture_output=True, text=True)
    if made.returncode != 0:
        raise BenchError(f"{words[0]}: exit {made.returncode}: {made.stderr.strip()}")
    return made.stdout


def fill(folder, attempts, with_forms):
    """So many attempts that are over; the first ones with their answers."""
    with sqlite3.connect(folder / "sathach.db") as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute(PEOPLE, {"people": attempts * 2 // 3})
        database.execute(ATTEMPTS, {"people": attempts * 2 // 3, "attempts": attempts})
        last = database.execute(
            "SELECT submittedAt FROM attempt WHERE id > 1000000 ORDER BY submittedAt LIMIT 1 OFFSET ?",
            (min(with_forms, attempts) - 1,)).fetchone()[0]
        database.execute(FORMS, (last,))
        # A year ago, so that nobody of them stands on today's board.
        database.execute("UPDATE attempt SET submittedAt = submittedAt - 31536000000 WHERE id > 1000000")
    database.close()


class Beside(threading.Thread):
    """One command again and again, until it is told to end."""

    def __init__(self, run):
        super().__init__()
        self.run_once, self.is_over = run, threading.Event()
        self.seconds, self.trouble = [], None

    def run(self):
        while not self.is_over.is_set() and not self.trouble:
            start = time.perf_counter()
            try:
                self.run_once()
            except BenchError as error:
                self.trouble = error
            self.seconds.append(time.perf_counter() - start)

    def end(self):
        self.is_over.set()
        self.join()
        if self.trouble:
            raise self.trouble


def overload_figures(bench):
    """Forty tablets and the board, alone and beside an export of 50,000 attempts and a backup that never stop."""
    attempts = 5_000 if bench.quick else 50_000
    bench.kiosk.fill_from(bench.prepared)
    folder, binary = bench.kiosk.folder, bench.kiosk.binary
    fill(folder, attempts, attempts)
    command(binary, folder, "report", "recount")
    command(binary, folder, "recovery-key", "new")
    password = open_desk(folder, binary)
    stick = bench.work / "stick"
    stick.mkdir(exist_ok=True)
    with bench.kiosk:
        clerk = sign_in(bench.kiosk.port, password)
        alone = ExamHour(bench.kiosk.port, bench.people, clerk, bench.exam_seconds).run()
        others = [Beside(lambda: command(binary, folder, "report", "attempts", "--from", "2024-01-01", "--format", "csv")),
                  Beside(lambda: command(binary, folder, "backup", "--now", "--to", stick))]
        for other in others:
            other.start()
        loaded = ExamHour(bench.kiosk.port, bench.people, clerk, bench.exam_seconds).run()
        for other in others:
            other.end()
        bench.kiosk.stop()
    done = f"{len(others[0].seconds)} exports of {attempts:,} attempts, {len(others[1].seconds)} backups"
    for what, ours, theirs in [("answer", loaded.answers, alone.answers), ("next page", loaded.pages, alone.pages)]:
        for part, name, goal in [(0.5, "p50", None), (0.99, "p99", Goal("<", 250)), (1, "max", None)]:
            yield Figure(f"overload: {what}, {name}", "ms", [percentile(ours, part)], [percentile(theirs, part)],
                         goal=goal if what == "answer" else None,
                         remark=f"{done}; yardstick: the same tablets alone, n = {len(theirs)} and {len(ours)}")


def check_figures(bench):
    """From the start after a kill to the first answer that can be taken."""
    attempts = 100_000 if bench.quick else 1_000_000
    folder = bench.work / "large"
    kiosk = Kiosk(folder)
    command(kiosk.binary, folder, "demo", "--people", 5, "--attempts", 10, "--seed", 1, "--kiosk", ROOT / "kiosk")
    fill(folder, attempts, 50_000)
    size = (folder / "sathach.db").stat().st_size / 1e6
    seconds = []
    for _ in range(3):
        with kiosk:
            await_service(kiosk)
            kiosk.process.send_signal(signal.SIGKILL)
            kiosk.process.wait()
            kiosk.process = None
        forget(folder)
        start = time.perf_counter()
        with Begun(kiosk):
            await_service(kiosk)
            seconds.append(time.perf_counter() - start)
            kiosk.stop()
    yield Figure(f"quick check, {attempts:,} attempts", "s", seconds, goal=Goal("<", 10),
                 remark=f"{size:,.0f} MB, not in memory; from the start after a kill until a write is taken")


class Begun:
    """Begins without waiting for a page, which is there before the check has ended."""

    def __init__(self, kiosk):
        self.kiosk = kiosk

    def __enter__(self):
        self.kiosk.port = free_port()
        log = open(self.kiosk.folder.with_suffix(".log"), "ab")
        self.kiosk.process = subprocess.Popen([str(word) for word in self.kiosk.words()], stdout=log, stderr=log)
        log.close()
        return self.kiosk

    def __exit__(self, *unused):
        self.kiosk.__exit__(*unused)


def await_service(kiosk):
    limit = time.monotonic() + 120
    while time.monotonic() < limit:
        try:
            with socket.create_connection(("127.0.0.1", kiosk.port), timeout=10) as door:
                if b'"write":"ok"' in ask(door, "/health"):
                    return
        except ConnectionError:
            pass
        time.sleep(0.01)
    raise BenchError("the box does not serve after a kill")


def forget(folder):
    """As after a power cut: nothing of the files is in memory."""
    os.sync()
    for path in pathlib.Path(folder).glob("sathach.db*"):
        file = os.open(path, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def mirror_figures(bench, load):
    """Answers with a second copy on a stick that costs nothing, beside the same without."""
    command(bench.kiosk.binary, bench.prepared, "recovery-key", "new")
    rates, alone = [], []
    with tempfile.TemporaryDirectory(prefix="sathach-mirror.", dir="/dev/shm") as stick:
        for number in range(bench.rounds):
            for mirror in ([None, stick] if number % 2 == 0 else [stick, None]):
                bench.kiosk.fill_from(bench.prepared)
                bench.kiosk.more = ["--mirror", mirror] if mirror else []
                with bench.kiosk:
                    await_service(bench.kiosk)
                    load.run(bench.kiosk, 8, 1)
                    (rates if mirror else alone).append(load.run(bench.kiosk, 8, bench.seconds)["rate"])
                    bench.kiosk.stop()
                for left in pathlib.Path(stick).iterdir():
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
    bench.kiosk.more = []
    yield Figure("answers with a mirror, 8 conn., rate", "/s", rates, alone,
                 remark="stick in memory; yardstick: the product without a mirror")
