"""A hundred damaged boxes: each ends in a working kiosk or in a sentence on its screen, and no answer that still lies on
the disk is lost. Prints what became of each kind."""

import collections
import concurrent.futures
import http.client
import json
import os
import pathlib
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import pytest

from bank import KIOSK
from box import BINARY, Box
from client import Client
from damage import FILES, NOBODY, PAGE, all_damage
from privileges import may_mount
from world import DUNG, HOA

SEED = int(os.environ.get("SEED") or 9)
PATIENCE = 60
pytestmark = pytest.mark.skipif(not may_mount(), reason="NOT TESTED: mounts and owners need root")


class Template:
    """A box with two people's answers, as a clean stop and as a kill leave it."""

    def __init__(self, folder):
        self.folder = folder
        box = Box(folder / "clean")
        box.start()
        Client(box).take_test(HOA)
        dung = Client(box)
        dung.begin_test()
        dung.sit_down(DUNG)
        dung.answer_until(4)
        shutil.copy(box.data / "sathach.db-wal", folder / "old-wal")
        dung.answer_until(7)
        box.kill()
        shutil.copytree(box.data, folder / "killed")
        box.start()
        box.end()
        self.answers = {name: answers(folder / name) for name in ("clean", "killed")}
        self.pages = {name: set(pages(folder / name)) for name in ("clean", "killed")}


def answers(folder):
    """Salt and response of each answer. Opened on a copy: looking must not change what is looked at."""
    with tempfile.TemporaryDirectory() as copy:
        for name in FILES:
            if (folder / name).is_file():
                shutil.copy(folder / name, copy)
        database = sqlite3.connect(f"{copy}/sathach.db")
        rows = database.execute("SELECT salt, response FROM formItem WHERE response IS NOT NULL").fetchall()
        database.close()
        return dict(rows)


def pages(folder):
    """Every page of the database and of its log."""
    for name, head, step in (("sathach.db", 0, 0), ("sathach.db-wal", 32, 24)):
        file = folder / name
        content = file.read_bytes() if file.is_file() else b""
        for at in range(head, len(content) - step - PAGE + 1, step + PAGE):
            yield content[at + step:at + step + PAGE]


def findable(box, template, name):
    """Answers that lie on pages nothing has happened to."""
    sound = [page for page in pages(box) if page in template.pages[name]]
    return {salt for salt in template.answers[name] if any(salt in page for page in sound)}


class Case:
    def __init__(self, number, damage, template, folder):
        self.damage, self.template = damage, template
        self.name = "killed" if damage.unclean else "clean"
        self.room = folder / f"case-{number}"
        self.room.mkdir(mode=0o755)
        self.box = self.room / "data"
        self.outcome, self.lost, self.log = "", set(), ""

    def run(self):
        try:
            self.prepare()
            self.expected = findable(self.box, self.template, self.name)
            self.before = (self.box / "sathach.db").read_bytes() if (self.box / "sathach.db").is_file() else b""
            self.serve()
        finally:
            if self.damage.small:
                subprocess.run(["umount", "-l", self.room], check=False)
            shutil.rmtree(self.room, ignore_errors=True)
        return self

    def prepare(self):
        if self.damage.small:
            subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={self.damage.small},mode=755", "none", self.room], check=True)
        shutil.copytree(self.template.folder / self.name, self.box)
        shutil.copy(self.template.folder / "old-wal", self.room)
        self.kiosk = KIOSK
        if self.damage.kiosk:
            self.kiosk = self.room / "kiosk"
            shutil.copytree(KIOSK, self.kiosk)
            (self.kiosk / "bank" / self.damage.kiosk).write_bytes(b"{")
        if self.damage.user:
            for path in (self.box, *self.box.rglob("*")):
                os.chown(path, self.damage.user, self.damage.user)
        self.damage.do(self.box)

    def serve(self):
        words = [str(BINARY), "serve", "--data", str(self.box), "--port", "0", "--kiosk", str(self.kiosk)]
        if self.damage.user:
            words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *words]
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log)
            try:
                self.outcome = self.look(process, log)
            finally:
                process.send_signal(signal.SIGTERM)
                process.stdout.close()
                self.code = process.wait(20)
                log.seek(0)
                self.log = log.read().decode()
        self.count()

    @staticmethod
    def has_looked(log):
        """Before the first page, or beside it; damage found beside it leads to another start."""
        said = os.pread(log.fileno(), 1 << 20, 0).decode()
        return "looked through" in said or re.search(r'checked ms=\d+ finding="(event|slip|the|")', said)

    def look(self, process, log):
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        line = process.stdout.readline().decode() if ready else ""
        if not line.startswith("http://"):
            return "nothing on the screen"
        port = int(line.strip().rstrip("/").rsplit(":", 1)[1])
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                outcome = self.settled(port, log)
            except (OSError, ValueError, http.client.HTTPException):
                # It starts anew, since what it looked at beside the first pages is damaged.
                outcome = None
            if outcome:
                return outcome
            time.sleep(0.05)
        return "still starting"

    def settled(self, port, log):
        health = json.loads(ask(port, "/health")[1])
        if health.get("start") in ("starting", "checking", "rebuilding"):
            return None
        status, page = ask(port, "/")
        if "start" in health:
            return f"sentence: {health['start']}" if health["reference"] in page else "no sentence"
        if not self.has_looked(log):
            return None
        return "works" if status == 200 and "Chọn nhóm" in page else f"health says {health}"

    def count(self):
        if self.outcome == "works":
            self.lost = self.expected - set(answers(self.box))
        elif "rebuilt attempts" in self.log:
            self.lost = self.expected - set(answers(self.box))
        elif self.before and (self.box / "sathach.db").read_bytes() != self.before:
            self.lost = self.expected


def ask(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_a_hundred_damaged_boxes_work_or_say_in_a_sentence_why_not(capsys):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sathach-damaged-"))
    folder.chmod(0o755)
    try:
        template = Template(folder)
        damages = list(all_damage(SEED))
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            cases = list(pool.map(lambda pair: Case(*pair, template, folder).run(), enumerate(damages)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    with capsys.disabled():
        print_table(cases)
    assert len(cases) >= 100
    assert [f"{case.damage.name}: {len(case.lost)}" for case in cases if case.lost] == []
    odd = [case for case in cases if not case.outcome.startswith(("works", "sentence: "))]
    assert [f"{case.damage.name}: {case.outcome}\n{case.log}" for case in odd] == []
    assert sum(case.outcome == "works" for case in cases) >= 80
    assert [case.log for case in cases if "Fatal" in case.log or case.code != 0] == []


def print_table(cases):
    by_kind = collections.defaultdict(collections.Counter)
    for case in cases:
        by_kind[case.damage.name][case.outcome] += 1
    works = sum(case.outcome == "works" for case in cases)
    rebuilt = sum("rebuilt attempts" in case.log for case in cases)
    print(f"\n{len(cases)} damaged boxes, seed {SEED}: {works} work, {rebuilt} of them rebuilt; "
          f"answers lost {sum(len(case.lost) for case in cases)}")
    for name, outcomes in by_kind.items():
        print(f"  {name:34} " + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()))
