"""Cuts the power below SQLite at any instant: whatever the disk kept of the writes under way, no acknowledged answer is lost.

A library below the server notes every write and sync; disks are made of the notes as a cut may leave them, and opened. The same
program with a database that does not wait for the disk must lose answers, or this test would see nothing.
"""

import collections
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import threading
import time

import pytest

from bank import ROOT
from box import Box, run
from person_under_kills import PersonUnderKills
from torn.disk import KEPT, Disk, cuts, read_log
from world import strangers

LONG = bool(os.environ.get("LONG"))
CASES = 2_000 if LONG else 300
CONTROLS = 200 if LONG else 60
ANSWERS = 4_000 if LONG else 600
PEOPLE = 8
OPENED_BY_THE_PROGRAM = 40 if LONG else 8


@pytest.fixture(scope="module")
def write_log(tmp_path_factory):
    library = tmp_path_factory.mktemp("torn") / "write_log.so"
    source = ROOT / "Tests/Browser/torn/write_log.c"
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def test_a_cut_at_any_write_loses_no_acknowledged_answer(tmp_path, write_log, capsys):
    seed = int(os.environ.get("SEED") or time.time())
    told = Recording(tmp_path, write_log)
    lost = told.cut(CASES, random.Random(seed))
    told.open_by_the_program(OPENED_BY_THE_PROGRAM, random.Random(seed))
    with capsys.disabled():
        print(f"\n{CASES} torn disks of {len(told.notes)} writes and syncs, seed {seed}: {told.summary()}; {len(lost)} with a loss")
    assert lost == []


def test_without_waiting_for_the_disk_answers_would_be_lost(tmp_path, write_log, capsys):
    told = Recording(tmp_path, write_log, WRITE_LOG_NORMAL="1")
    lost = told.cut(CONTROLS, random.Random(1))
    with capsys.disabled():
        print(f"\n{CONTROLS} torn disks at synchronous=NORMAL: {len(lost)} with a loss")
    assert len(lost) > CONTROLS // 4
    assert all("acknowledged" in reason for reason in lost), "without syncs answers are lost, but nothing breaks"


class Acknowledged(list):
    """What somebody was told is kept, each with the size of the log at that moment."""

    def __init__(self, log):
        super().__init__()
        self.log, self.positions = log, []

    def append(self, told):
        super().append(told)
        self.positions.append(self.log.stat().st_size)


class Recording:
    """Some people answer on a box whose writes are noted, until it is killed."""

    def __init__(self, folder, library, **environment):
        self.folder, self.log = folder, folder / "log"
        box = Box(folder / "data")
        box.start().await_page()
        box.end()
        shutil.copytree(box.data, folder / "before")
        box.environment = {
            "LD_PRELOAD": str(library), "WRITE_LOG_FOLDER": str(box.data), "WRITE_LOG_FILE": str(self.log), **environment}
        box.start().await_page()
        self.answer(box)
        box.kill()
        self.notes = read_log(self.log)
        self.box = box

    def answer(self, box):
        up, over, gate, numbers = threading.Event(), threading.Event(), threading.Lock(), strangers()

        def next_person():
            with gate:
                return next(numbers)

        self.people = [PersonUnderKills(box, next_person, random.Random(seed), up, over) for seed in range(PEOPLE)]
        for person in self.people:
            person.answers, person.results = Acknowledged(self.log), Acknowledged(self.log)
        threads = [threading.Thread(target=person.live) for person in self.people]
        up.set()
        for thread in threads:
            thread.start()
        while sum(len(person.answers) for person in self.people) < ANSWERS and all(t.is_alive() for t in threads):
            time.sleep(0.05)
        over.set()
        for thread in threads:
            thread.join(30)
        assert [person.failure for person in self.people if person.failure] == []

    def summary(self):
        answers, results = (sum(len(getattr(p, kind)) for p in self.people) for kind in ("answers", "results"))
        return f"{answers} answers acknowledged, {results} tests finished"

    def told_by(self, at):
        """Answers by place in their order, and attempts handed in, that were acknowledged when the log ended there."""
        places, results = collections.defaultdict(list), []
        for person in self.people:
            for (attempt, part, number, texts), position in zip(person.answers, person.answers.positions):
                if position <= at:
                    places[attempt, f"place={part}-{number}"].append(texts)
            results += [attempt for attempt, position in zip(person.results, person.results.positions) if position <= at]
        return places, results

    def disks(self, count, dice):
        disk, followed = Disk(self.folder / "before"), 0
        for number in cuts(self.notes, count, dice):
            for note in self.notes[followed:number]:
                disk.follow(note)
            followed = number
            yield self.notes[number - 1].at, disk.after_a_cut(dice)

    def cut(self, count, dice):
        """Reasons of the disks on which something acknowledged is missing."""
        return [reason for at, files in self.disks(count, dice) if (reason := self.fault(at, files))]

    def fault(self, at, files):
        place = self.lay(files, self.folder / "image")
        with sqlite3.connect(place / "sathach.db") as database:
            try:
                return whole(database) or self.missing(at, database)
            except sqlite3.DatabaseError as error:
                return f"cut at {at}: {error}"
            finally:
                database.rollback()

    @staticmethod
    def lay(files, place):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name in KEPT:
            (place / name).write_bytes(files[name])
        return place

    def missing(self, at, database):
        places, results = self.told_by(at)
        digests = collections.defaultdict(list)
        for attempt, note, digest in database.execute(
                "SELECT attempt, note, digest FROM event WHERE kind = 'response-recorded' ORDER BY id"):
            digests[attempt, note].append(digest)
        kept = {(attempt, f"place={part}-{number}"): (text, salt) for attempt, part, number, text, salt in database.execute(
            "SELECT attempt, part, number, coalesce(response, ''), salt FROM formItem WHERE salt IS NOT NULL")}
        for place, told in places.items():
            if len(digests[place]) < len(told):
                return f"cut at {at}: {place} was acknowledged {len(told)} times and is there {len(digests[place])} times"
            text, salt = kept[place]
            if digests[place][-1] != hashlib.sha256(salt + text.encode()).digest():
                return f"cut at {at}: {place} holds another answer than the log"
            if len(digests[place]) == len(told) and text not in told[-1]:
                return f"cut at {at}: {place} holds {text}, acknowledged was {told[-1]}"
        there = {attempt for (attempt,) in database.execute("SELECT id FROM attempt WHERE passed IS NOT NULL")}
        return f"cut at {at}: results {set(results) - there} were acknowledged" if set(results) - there else None

    def open_by_the_program(self, count, dice):
        """The program itself starts on some of them, goes through log and slips, and gives a page."""
        for _, files in self.disks(count, dice):
            place = self.folder / "opened"
            self.lay(files, place)
            shutil.copytree(
                self.folder / "before", place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("sathach.db*"))
            audit = run("audit", "verify", "--data", place)
            assert audit.returncode == 0 and "chain intact" in audit.stdout, audit.stdout + audit.stderr
            box = Box(place)
            box.start().await_page()
            assert box.end() == 0


def whole(database):
    """What is wrong with the file, the chain or the slips by themselves."""
    if (found := database.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
        return f"the file: {found}"
    before = bytes(32)
    for number, (id_, at, kind, attempt, digest, note, hash_) in enumerate(database.execute(
            "SELECT id, at, kind, attempt, coalesce(digest, x''), note, hash FROM event ORDER BY id"), 1):
        kind, note = kind.encode(), note.encode()
        fields = [before, id_.to_bytes(8, "big"), at.to_bytes(8, "big", signed=True), (attempt or 0).to_bytes(8, "big"),
                  bytes([len(kind)]), kind, bytes([len(digest)]), digest, len(note).to_bytes(2, "big"), note]
        if id_ != number or hashlib.sha256(b"".join(fields)).digest() != hash_:
            return f"the chain breaks at entry {number}"
        before = hash_
    passed = database.execute("SELECT count(*) FROM attempt WHERE passed = 1").fetchone()
    if passed != database.execute("SELECT count(DISTINCT attempt) FROM slip").fetchone():
        return f"{passed[0]} passed, another number of slips"
    if database.execute("SELECT count(*) FROM slip GROUP BY serial HAVING count(*) > 1").fetchone():
        return "two slips have one serial"
    return None
