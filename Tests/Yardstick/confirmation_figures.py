"""A file of a thousand answers from the authority, taken on the command line: read, matched and applied, whole commands."""

import json
import subprocess
import time

from candidates import WrongAnswer
from figures import Figure, Goal
from programs import ROOT

LINES = 1_000
HEAD = "Mã phiếu,Số định danh cá nhân,Họ và tên,Ngày sinh,Kết quả,Lý do\n"


class ConfirmationBench:
    def __init__(self, work, binary, quick):
        self.folder = work / "confirmations"
        self.file = work / "answers.csv"
        self.binary = str(binary)
        self.rounds = 3 if quick else 7

    def run(self, *words):
        return subprocess.run([self.binary, *map(str, words), "--data", self.folder], check=True, capture_output=True,
                              text=True).stdout

    def figures(self):
        self.run("demo", "--people", 2_000, "--attempts", 4_000, "--seed", 1, "--kiosk", ROOT / "kiosk")
        start = time.perf_counter()
        listed = [json.loads(line) for line in self.run("confirmations", "export", "--format", "jsonl").splitlines()]
        made = time.perf_counter() - start
        self.run("confirmations", "sent", 1)
        if len(listed) < LINES:
            raise WrongAnswer(f"the sample data has {len(listed)} people who passed, {LINES} are needed")
        yield Figure(f"list of {len(listed):,} people made and written", "s", [made], remark="whole command")
        for how, write in (("code", self.by_code), ("name and birth", self.by_name)):
            self.file.write_text(HEAD + "".join(map(write, enumerate(listed[:LINES]))))
            looked, applied = [], []
            for _ in range(self.rounds):
                looked.append(self.timed("import", self.file, "--dry-run", "--json")[0])
                seconds, told = self.timed("import", self.file, "--json", "--leave-doubtful")
                applied.append(seconds)
                self.check(how, told)
                self.run("confirmations", "undo", told["answers"])
            yield Figure(f"{LINES:,} answers looked at, by {how}", "s", looked, goal=Goal("<", 2), remark="whole command")
            yield Figure(f"{LINES:,} answers applied, by {how}", "s", applied, goal=Goal("<", 2), remark="whole command")

    def timed(self, *words):
        """Exit code 1 tells of lines that are not taken, as namesakes."""
        start = time.perf_counter()
        made = subprocess.run([self.binary, "confirmations", *map(str, words), "--data", self.folder],
                              capture_output=True, text=True)
        if made.returncode not in (0, 1):
            raise WrongAnswer(made.stderr)
        return time.perf_counter() - start, json.loads(made.stdout)

    @staticmethod
    def check(how, told):
        taken = sum(line["taken"] for line in told["lines"])
        if len(told["lines"]) != LINES or told["changed"] != taken or (how == "code" and taken != LINES):
            raise WrongAnswer(f"by {how}: {taken} of {LINES} lines taken, {told['changed']} people changed")

    @staticmethod
    def verdict(number):
        return "từ chối,Sai tên" if number % 10 == 0 else "đã xác nhận,"

    def by_code(self, line):
        number, row = line
        return f"{row['slipCode']},{row['number']},,,{self.verdict(number)}\n"

    def by_name(self, line):
        number, row = line
        return f",,{row['name'].upper()},{row['birth']},{self.verdict(number)}\n"
