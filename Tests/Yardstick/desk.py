"""Forty tablets answering at the pace of an exam while the desk looks at its board, on 127.0.0.1."""

import http.client
import random
import re
import sqlite3
import statistics
import subprocess
import threading
import time
import urllib.parse

from candidates import FORM, BenchError, FormReader, WrongAnswer

# Seconds between two answers of one person, as even chance; two looks of the board; two looks of a tablet's page.
PACE = (3.0, 8.0)
BOARD_EVERY = 3.0
TABLET_EVERY = 20.0
SEED = 20261121


class Timed:
    """Requests on one connection that is kept, with the milliseconds each took."""

    def __init__(self, port, cookie=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookie = cookie

    def ask(self, method, path, fields=None, headers=None):
        sent = {"Cookie": self.cookie, **(headers or {})}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            sent["Content-Type"] = FORM
        start = time.perf_counter()
        self.connection.request(method, path, body, sent)
        answer = self.connection.getresponse()
        page = answer.read()
        took = (time.perf_counter() - start) * 1000
        return answer, page, took


def open_desk(folder, binary):
    """The desk at the kiosk's door, and a clerk's password, while nobody serves the folder."""
    with (folder / "sathach.conf").open("a") as settings:
        settings.write("\ndesk-at-kiosk = on\n")
    told = subprocess.run([binary, "user", "add", "lan", "--name", "Chị Lan", "--role", "clerk", "--data", folder],
                          check=True, capture_output=True, text=True).stdout
    with sqlite3.connect(folder / "sathach.db") as database:
        database.execute("UPDATE account SET mustChangePassword = 0")
    return re.search(r"one-time password ([\d -]+)", told)[1].strip()


def sign_in(port, password):
    """A clerk's cookies."""
    door = Timed(port)
    answer, page, _ = door.ask("GET", "/staff/session")
    door.cookie = cookies(answer)
    form = next(form for form in FormReader(page.decode()).forms if form.action == "/staff/session")
    answer, _, _ = door.ask("POST", form.action, {**form.fields, "login": "lan", "password": password})
    if answer.status != 303:
        raise BenchError(f"the clerk is not let in: {answer.status}")
    door.cookie = cookies(answer)
    return door


def cookies(answer):
    return "; ".join(value.split(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie")


class ExamHour:
    """So many seconds of it; what each answer and each look took."""

    def __init__(self, port, people, clerk, seconds):
        self.port, self.people, self.clerk, self.seconds = port, people, clerk, seconds
        self.answers, self.pages, self.looks, self.calls = [], [], [], []
        self.unchanged, self.sizes, self.troubles = 0, [], []

    def run(self):
        self.end = time.monotonic() + self.seconds
        threads = [threading.Thread(target=self.guard, args=(self.tablet, index)) for index in range(len(self.people))]
        threads.append(threading.Thread(target=self.guard, args=(self.board,)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(self.seconds + 30)
        if self.troubles:
            raise WrongAnswer(self.troubles[0])
        return self

    def guard(self, work, *arguments):
        try:
            work(*arguments)
        except (WrongAnswer, OSError, http.client.HTTPException) as error:
            self.troubles.append(f"{work.__name__}: {error!r}")

    def tablet(self, index):
        person, questions = self.people[index]
        dice = random.Random(SEED + index)
        door = Timed(self.port, person.cookie)
        attempt = questions[0].action.rpartition("/")[0]
        heard = time.monotonic() - dice.uniform(0, TABLET_EVERY)
        time.sleep(dice.uniform(0, PACE[1]))
        while time.monotonic() < self.end:
            question = dice.choice(questions)
            chosen = {**question.fields, "option": dice.choice(question.options), "go": question.place}
            answer, _, took = door.ask("POST", question.action, chosen)
            self.expect(answer, 303, question.action)
            self.answers.append(took)
            answer, _, took = door.ask("GET", answer.headers["Location"].partition("#")[0])
            self.expect(answer, 200, question.path)
            self.pages.append(took)
            if time.monotonic() - heard > TABLET_EVERY:
                heard = time.monotonic()
                answer, _, took = door.ask("GET", f"{attempt}/help-call")
                self.expect(answer, 200, "help-call")
                self.calls.append(took)
            time.sleep(dice.uniform(*PACE))

    def board(self):
        tag = ""
        while time.monotonic() < self.end:
            answer, page, took = self.clerk.ask("GET", "/desk/board", headers={"If-None-Match": tag})
            if answer.status != 304:
                self.expect(answer, 200, "/desk/board")
                tag = answer.headers["ETag"]
                self.sizes.append(len(page))
                if (shown := page.count(b'id="row-')) != len(self.people):
                    raise WrongAnswer(f"the board shows {shown} of {len(self.people)} people")
            self.unchanged += answer.status == 304
            self.looks.append(took)
            time.sleep(BOARD_EVERY)

    @staticmethod
    def expect(answer, status, path):
        if answer.status != status:
            raise WrongAnswer(f"{path} was answered {answer.status}")


def percentile(values, part):
    """The nearest-rank percentile: a value that was measured."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def summary(values):
    return {"p50": statistics.median(values), "p99": percentile(values, 0.99), "n": len(values)}
