"""Kills the server again and again while people answer: what was acknowledged stays, the same question comes back."""

import collections
import hashlib
import os
import random
import statistics
import threading
import time

from box import Box
from person_under_kills import PersonUnderKills
from world import strangers

LONG = bool(os.environ.get("LONG"))
KILLS = 10_000 if LONG else 200
PEOPLE = 8 if LONG else 3
STOPS = 200 if LONG else 15
LONGEST_PAUSE = 0.25
LONGEST_STOP = 5  # seconds, as the unit's own limit says


def test_no_acknowledged_answer_is_lost_however_often_the_server_is_killed(tmp_path, capsys, request):
    seed = int(os.environ.get("SEED") or time.time())
    dice = random.Random(seed)
    box = Box(tmp_path / "data")
    request.addfinalizer(box.end)
    crowd = Crowd(box, dice)
    seconds = end_again_and_again(box, crowd, dice, KILLS, box.kill)

    with capsys.disabled():
        print(f"\n{KILLS} kills, seed {seed}: {crowd.summary()}")
        low, middle, high = (1000 * pick(seconds) for pick in (min, statistics.median, max))
        print(f"from start to first page: {low:.0f} ms least, {middle:.0f} ms median, {high:.0f} ms most")
    assert max(seconds) < 10
    expect_nothing_lost(box, crowd)


def test_a_stop_while_people_answer_is_over_within_five_seconds_and_loses_nothing(tmp_path, capsys, request):
    dice = random.Random(time.time())
    box = Box(tmp_path / "data")
    request.addfinalizer(box.end)
    crowd = Crowd(box, dice)
    stops = []

    def stop():
        begun = time.monotonic()
        stops.append((box.end(), time.monotonic() - begun))

    end_again_and_again(box, crowd, dice, STOPS, stop)

    with capsys.disabled():
        print(f"\n{STOPS} stops: {crowd.summary()}; the longest took {1000 * max(seconds for _, seconds in stops):.0f} ms")
    assert {code for code, _ in stops} == {0} and max(seconds for _, seconds in stops) <= LONGEST_STOP
    expect_nothing_lost(box, crowd)


class Crowd:
    """Several people at once, each in a thread, who wait while the server is away."""

    def __init__(self, box, dice):
        self.is_up, self.is_over = threading.Event(), threading.Event()
        numbers, gate = strangers(), threading.Lock()

        def next_person():
            with gate:
                return next(numbers)

        self.people = [
            PersonUnderKills(box, next_person, random.Random(dice.random()), self.is_up, self.is_over)
            for _ in range(PEOPLE)]
        self.threads = [threading.Thread(target=person.live) for person in self.people]

    def start(self):
        for thread in self.threads:
            thread.start()

    def end(self):
        self.is_over.set()
        self.is_up.set()
        for thread in self.threads:
            thread.join(30)

    def failures(self):
        return [person.failure for person in self.people if person.failure]

    def summary(self):
        answers = sum(len(person.answers) for person in self.people)
        unsure = sum(len(person.unsure) for person in self.people)
        results = sum(len(person.results) for person in self.people)
        return f"{answers} answers acknowledged, {unsure} broken off, {results} tests finished"


def end_again_and_again(box, crowd, dice, times, end):
    """Seconds from each start to the first page."""
    seconds = []
    crowd.start()
    for _ in range(times):
        begun = time.monotonic()
        box.start().await_page()
        seconds.append(time.monotonic() - begun)
        crowd.is_up.set()
        time.sleep(dice.uniform(0, LONGEST_PAUSE))
        crowd.is_up.clear()
        end()
    box.start().await_page()
    crowd.end()
    return seconds


def expect_nothing_lost(box, crowd):
    assert crowd.failures() == []
    kept = Kept(box)
    for person in crowd.people:
        expect_everything_kept(kept, person)
    expect_whole(box)


def by_place(answers):
    places = collections.defaultdict(list)
    for attempt, part, number, texts in answers:
        places[attempt, f"place={part}-{number}"].append(texts)
    return places


class Kept:
    """What is on the disk, by attempt and place, read once: a long run has tens of thousands of answers."""

    def __init__(self, box):
        self.digests = collections.defaultdict(list)
        for attempt, note, digest in box.rows(
                "SELECT attempt, note, digest FROM event WHERE kind = 'response-recorded' ORDER BY id"):
            self.digests[attempt, note].append(digest)
        self.responses = {
            (attempt, f"place={part}-{number}"): (text, salt)
            for attempt, part, number, text, salt in box.rows(
                "SELECT attempt, part, number, coalesce(response, ''), salt FROM formItem WHERE salt IS NOT NULL")}


def expect_everything_kept(kept, person):
    """Each place was written as often as answers were acknowledged; a request broken off got through or not."""
    broken_off = by_place(person.unsure)
    for place, told in by_place(person.answers).items():
        unsure, digests = broken_off[place], kept.digests[place]
        assert len(told) <= len(digests) <= len(told) + len(unsure), f"{place}: {told}, {unsure}, {len(digests)}"
        text, salt = kept.responses[place]
        assert text in set.union(told[-1], *unsure), f"{place}: told {told}, unsure {unsure}, kept {text}"
        assert digests[-1] == hashlib.sha256(salt + text.encode()).digest()


def expect_whole(box):
    """The log, the file and the slips: one for each passed test and no other."""
    audit = box.command("audit", "verify")
    assert audit.returncode == 0 and "chain intact" in audit.stdout, audit.stdout + audit.stderr
    assert box.value("PRAGMA integrity_check") == "ok" and box.rows("PRAGMA foreign_key_check") == []
    passed = box.rows("SELECT id FROM attempt WHERE passed = 1 ORDER BY id")
    slips = box.slips()
    assert sorted((slip["attempt"],) for slip in slips) == passed
    assert all(box.command("slip", "verify", slip["text"]).returncode == 0 for slip in slips[-3:])
    assert box.value("SELECT count(DISTINCT person) FROM attempt") == box.value("SELECT count(*) FROM person")
