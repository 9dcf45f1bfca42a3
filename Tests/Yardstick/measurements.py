"""Each measurement, in the order in which `Tests/bench` makes them; each yields figures."""

import collections
import gzip
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.parse

from candidates import BenchError, Candidate, WrongAnswer
from confirmation_figures import ConfirmationBench
from desk import ExamHour, open_desk, sign_in, summary
from durability_figures import check_figures, mirror_figures, overload_figures
from figures import Figure, Goal
from load import Load
from programs import ROOT, Kiosk, Yardstick, ask
from item_figures import item_figures
from report_figures import ReportBench

CONNECTIONS = (1, 8, 32)
# As many kiosks as the largest office could have; more than connections, so that no two ever wait on one attempt.
PEOPLE = 40


class Bench:
    def __init__(self, work, quick):
        self.work = work
        self.quick = quick
        self.rounds = 3 if quick else 5
        self.seconds = 1 if quick else 3
        self.starts = 5 if quick else 15
        self.exam_seconds = 20 if quick else 60
        self.prepared = work / "prepared"
        self.kiosk = Kiosk(work / "kiosk")
        self.yardstick = Yardstick(work / "yardstick-folder")
        self.people = []

    def prepare(self):
        """Seats everybody through the real pages and keeps the folder, as both programs will find it."""
        self.yardstick.build()
        self.check_statements()
        kiosk = Kiosk(self.prepared)
        with kiosk:
            for number in range(PEOPLE):
                person = Candidate(number, kiosk.port)
                self.people.append((person, person.questions()))
            kiosk.stop()
        self.choose_page()
        self.check_likeness()

    def check_statements(self):
        """A yardstick that stores less, or otherwise, than the product would measure nothing."""
        sources = (ROOT / "Sources/SQLiteStore").glob("*.swift")
        said = re.sub(r"\s+", " ", " ".join(source.read_text() for source in sources))
        if missing := [line for line in self.yardstick.statements().splitlines() if line not in said]:
            raise BenchError("Tests/Yardstick/statements.h is out of date; the product no longer runs:\n  "
                             + "\n  ".join(missing))

    def choose_page(self):
        """Pages of one exact size, as many as there are: what the yardstick then serves is exactly as long."""
        by_size = collections.defaultdict(list)
        for person, questions in self.people:
            for question in questions:
                by_size[len(question.page)].append((person, question))
        self.pages = max(by_size.values(), key=len)
        self.yardstick.serve(self.pages[0][1])

    def check_likeness(self):
        """Both must send the same page under the same headers, and keep the connection."""
        person, question = self.pages[0]
        heads = []
        for program in (self.kiosk, self.yardstick):
            program.fill_from(self.prepared)
            with program, socket.create_connection(("127.0.0.1", program.port)) as door:
                answers = [ask(door, question.path, person.cookie, close=False) for _ in range(2)]
                lines = [answer.partition(b"\r\n\r\n")[0].splitlines() for answer in answers]
                heads.append([sorted(line for line in head if not line.startswith(b"Date:")) for head in lines])
        if heads[0] != heads[1]:
            raise BenchError(f"the yardstick does not answer as the product does: {heads[1]}, expected {heads[0]}")

    def rounds_of(self, load, check):
        """The same load on both in turn; what was read, by connections and program."""
        runs = {(count, name): [] for count in CONNECTIONS for name in ("ours", "yardstick")}
        for number in range(self.rounds):
            for count in CONNECTIONS:
                pair = (self.yardstick, self.kiosk) if number % 2 == 0 else (self.kiosk, self.yardstick)
                for program in pair:
                    program.fill_from(self.prepared)
                    with program:
                        # Not counted, after every start: statements and items are in memory afterwards. Once a round
                        # every answer is looked at.
                        answers = load.run(program, 8, 1, looks=count == 1)["answers"]
                        run = load.run(program, count, self.seconds)
                        program.stop()
                    check(program, run, answers + run["answers"])
                    runs[count, program.name].append(run)
        return runs

    def answers(self):
        load = Load(self.work / "answers", self.answer_lines(), 303, 0)

        def check(program, run, answered):
            recorded = program.recorded() - self.recorded_before
            if recorded < answered:
                raise WrongAnswer(f"{program.name}: {answered} answers were acknowledged, {recorded} are on the disk")

        self.recorded_before = self.count_prepared()
        yield from self.load_figures("answers", self.rounds_of(load, check), 0.8)

    def answer_lines(self):
        """Every place of everybody, person after person, with every option in turn; each stays where it is."""
        ranks = max(len(question.options) for _, questions in self.people for question in questions)
        for rank in range(ranks):
            for index in range(max(len(questions) for _, questions in self.people)):
                for person, questions in self.people:
                    question = questions[index % len(questions)]
                    option = question.options[rank % len(question.options)]
                    fields = {**question.fields, "option": option, "go": question.place}
                    yield "POST", question.action, person.cookie, urllib.parse.urlencode(fields)

    def count_prepared(self):
        self.kiosk.fill_from(self.prepared)
        return self.kiosk.recorded()

    def question_pages(self):
        lines = [("GET", question.path, person.cookie, "") for person, question in self.pages]
        size = len(self.pages[0][1].page)

        def check(program, run, answered):
            if run["bytes"] < run["answers"] * size:
                raise WrongAnswer(f"{program.name}: not every answer was a page of {size} bytes")

        runs = self.rounds_of(Load(self.work / "pages", lines, 200, size), check)
        yield from self.load_figures("question page", runs, 0.6, f"{size:,} bytes, {len(lines)} pages in turn")

    def load_figures(self, what, runs, least, remark=""):
        for count in CONNECTIONS:
            ours, theirs = runs[count, "ours"], runs[count, "yardstick"]

            def figure(name, unit, key, goal=None, remark=""):
                return Figure(f"{what}, {count} conn., {name}", unit, [run[key] for run in ours],
                              [run[key] for run in theirs], goal, remark)

            yield figure("rate", "/s", "rate", Goal("≥", least, of_ratio=True), remark)
            yield figure("p50", "ms", "p50")
            yield figure("p99", "ms", "p99")
            yield figure("processor each", "µs", "processor")

    def starts_to_first_page(self):
        for program in (self.kiosk, self.yardstick):
            program.fill_from(self.prepared)
        milliseconds = {"ours": [], "yardstick": []}
        for _ in range(self.starts):
            for program in (self.yardstick, self.kiosk):
                with program:
                    program.stop()
                milliseconds[program.name].append(self.one_start(program))
        yield Figure("start to first page", "ms", milliseconds["ours"], milliseconds["yardstick"], Goal("<", 50),
                     "after a clean stop, files in cache")

    def one_start(self, program):
        try:
            return program.start()
        finally:
            program.stop()

    def memory(self):
        ours = [self.memory_of(self.kiosk) for _ in range(3)]
        theirs = [self.memory_of(self.yardstick) for _ in range(3)]
        goals = {"after 200 question pages": Goal("<", 20), "with 40 connections": Goal("<", 32)}
        for when in ours[0]:
            for kind in ("Rss", "Pss"):
                yield Figure(f"{kind.upper()} {when}", "MiB", [run[when][kind] for run in ours],
                             [run[when][kind] for run in theirs], goals.get(when) if kind == "Rss" else None)

    def memory_of(self, program):
        program.fill_from(self.prepared)
        found = {}
        with program:
            found["at the start"] = program.memory()
            self.look_at_pages(program, 200)
            found["after 200 question pages"] = program.memory()
            program.stop()
        with program:
            doors = self.look_at_pages(program, 5 * PEOPLE, keeps=True)
            found["with 40 connections"] = program.memory()
            for door in doors:
                door.close()
            program.stop()
        with program:
            self.send_answers(program, 10_000)
            found["after 10,000 answers"] = program.memory()
            program.stop()
        return found

    def look_at_pages(self, program, count, keeps=False):
        """Every person's questions in turn; with `keeps` on a connection each, which stay open."""
        doors = [socket.create_connection(("127.0.0.1", program.port)) for _ in range(PEOPLE if keeps else 1)]
        for turn in range(count):
            person, questions = self.people[turn % PEOPLE]
            path = questions[turn // PEOPLE % len(questions)].path
            answer = ask(doors[turn % len(doors)], path, person.cookie, close=False)
            if not answer.startswith(b"HTTP/1.1 200 "):
                raise WrongAnswer(f"{path} was answered {answer[:40]!r}")
        return doors

    def send_answers(self, program, count):
        load = Load(self.work / "answers", self.answer_lines(), 303, 0)
        limit = time.monotonic() + 120
        while count > 0:
            if time.monotonic() > limit:
                raise BenchError(f"{program.name} was too slow for so many answers")
            count -= load.run(program, 8, 1)["answers"]

    def binary_size(self):
        stripped = self.work / "stripped"
        subprocess.run(["strip", "-s", "-o", stripped, self.kiosk.binary], check=True)
        theirs = self.work / "yardstick-stripped"
        subprocess.run(["strip", "-s", "-o", theirs, self.yardstick.binary], check=True)
        yield Figure("stripped binary", "MB", [stripped.stat().st_size / 1e6], [theirs.stat().st_size / 1e6],
                     Goal("<", 20), "the C program without its libraries")

    def first_visit(self):
        """A question page with all it loads, as it goes over the wire to a browser that was never here."""
        person, question = self.pages[0]
        self.kiosk.fill_from(self.prepared)
        with self.kiosk:
            wanted, loaded = [question.path], {}
            while wanted:
                path = wanted.pop()
                if path in loaded:
                    continue
                with socket.create_connection(("127.0.0.1", self.kiosk.port)) as door:
                    answer = ask(door, path, person.cookie)
                if not answer.startswith(b"HTTP/1.1 200 "):
                    raise WrongAnswer(f"{path} was answered {answer[:40]!r}")
                loaded[path] = len(answer)
                wanted += linked(answer)
            self.kiosk.stop()
        kinds = [path.rpartition(".")[2] if "." in path else "page" for path in loaded]
        parts = ", ".join(f"{kind} {size:,}" for kind, size in zip(kinds, loaded.values()))
        yield Figure("question page, first visit", "kB", [sum(loaded.values()) / 1000], goal=Goal("<", 40),
                     remark=f"{len(loaded)} requests in bytes: {parts}")

    def slip(self):
        """A slip as it is printed: encoded, drawn and read back. Signing takes some 20 µs of it and is left out, since a
        slip is signed only once."""
        folder = self.work / "slips"
        run = [str(self.kiosk.binary)]
        subprocess.run(run + ["demo", "--people", "5", "--attempts", "20", "--seed", "1", "--data", folder, "--kiosk",
                              ROOT / "kiosk"], check=True, capture_output=True)
        slips = json.loads(subprocess.run(run + ["slip", "list", "--json", "--data", folder], check=True,
                                          capture_output=True, text=True).stdout)
        if not slips:
            raise BenchError("the sample data has no slip")
        # The text alone takes the same start of the program and the same look into the database.
        whole, text = [], []
        for turn in range(self.starts):
            show = run + ["slip", "show", slips[turn % len(slips)]["code"], "--data", folder]
            text.append(command_milliseconds(show))
            whole.append(command_milliseconds(show + ["--sheet", "80mm"]))
        drawn = [max(0.0, one - other) for one, other in zip(whole, text)]
        yield Figure("slip drawn and read back", "ms", drawn, goal=Goal("<", 20),
                     remark="`slip show --sheet 80mm` less `slip show`, whole commands")

    def items(self):
        """Ten thousand items of other programs, looked at as an import does before anything is kept."""
        yield from item_figures(self.work, self.kiosk.binary, 1_000 if self.quick else 10_000)

    def reports(self):
        """What officers ask, over more attempts than a commune makes in a lifetime."""
        yield from ReportBench(self.work, self.kiosk.binary, self.quick).figures()

    def confirmations(self):
        """An answer of the outside authority, reconciled with what was sent."""
        yield from ConfirmationBench(self.work, self.kiosk.binary, self.quick).figures()

    def overload(self):
        """The exam hour beside an export and a backup."""
        yield from overload_figures(self)

    def check(self):
        """The look through a large database after a kill."""
        yield from check_figures(self)

    def mirror(self):
        """What a second copy costs the answers."""
        yield from mirror_figures(self, Load(self.work / "answers", self.answer_lines(), 303, 0))

    def province(self):
        """Bundles in, beside COPY; reports; memory. Builds the province's program where it is missing."""
        from province_figures import BINARY, ProvinceBench  # needs PostgreSQL's folder to be there
        if not BINARY.exists():
            subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "sathach-province"],
                           check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        yield from ProvinceBench(self.work, self.quick).figures()

    def passwords(self):
        """What one sign-in costs by argon2id (`PasswordHashes`), and whoever tries passwords as much; the limit of tries stands beside it."""
        self.kiosk.fill_from(self.prepared)
        password = open_desk(self.kiosk.folder, self.kiosk.binary)
        took, peaks = [], []
        for _ in range(self.rounds):
            with self.kiosk:
                before = self.kiosk.peak_memory()
                start = time.perf_counter()
                sign_in(self.kiosk.port, password)
                took.append((time.perf_counter() - start) * 1000)
                peaks.append((self.kiosk.peak_memory() - before) / 1024)
                self.kiosk.stop()
        # Longer than a second is waited for at the desk; quicker than a fiftieth is cheap to try.
        yield Figure("a colleague signs in, argon2id 64 MiB and 4 passes", "ms", took, goal=Goal("<", 1000))
        yield Figure("memory of that, given back after it", "MiB", peaks, goal=Goal("<", 100))

    def desk(self):
        """Everybody answers at the pace of an exam, each at a tablet, while a clerk's board looks every three seconds."""
        self.kiosk.fill_from(self.prepared)
        password = open_desk(self.kiosk.folder, self.kiosk.binary)
        before = self.kiosk.recorded()
        with self.kiosk:
            exam = ExamHour(self.kiosk.port, self.people, sign_in(self.kiosk.port, password), self.exam_seconds).run()
            self.kiosk.stop()
        if (recorded := self.kiosk.recorded() - before) < len(exam.answers):
            raise WrongAnswer(f"{len(exam.answers)} answers were acknowledged, {recorded} are on the disk")
        size = max(exam.sizes, default=0) / 1000
        for what, values, remark in [
            ("answer", exam.answers, f"{len(self.people)} tablets, {self.exam_seconds} s, board open"),
            ("next page", exam.pages, ""),
            ("board refresh", exam.looks, f"up to {size:.1f} kB, {exam.unchanged} of {len(exam.looks)} unchanged"),
        ]:
            found = summary(values)
            yield Figure(f"at the desk: {what}, p50", "ms", [found["p50"]], remark=f"n = {found['n']}")
            # A tenth of a second is where people begin to notice.
            yield Figure(f"at the desk: {what}, p99", "ms", [found["p99"]], goal=Goal("<", 100), remark=remark)


def command_milliseconds(words):
    start = time.perf_counter()
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def linked(answer):
    """What a browser would load next: styles, scripts, pictures and fonts of the product."""
    head, _, body = answer.partition(b"\r\n\r\n")
    text = (gzip.decompress(body) if b"content-encoding: gzip" in head.lower() else body).decode(errors="replace")
    # Of a face in several formats a browser of today loads the first; its address is beside the sheet's.
    text = re.sub(r"""url\("([a-z0-9-]+\.woff2)"\)""", r"url(/assets/\1)", text)
    return re.findall(r"""(?:<link[^>]* href|<(?:script|img|audio|source)[^>]* src)="(/[^"]+)""", text) + re.findall(
        r"""url\(["']?(/[^"')]+)""", text)
