"""A bank with faults in it: all are told at once, with file and line, and the kiosk does not open with it."""

import json
import re
import shutil

import pytest

from bank import KIOSK
from box import Box, run
from client import Client


class CopiedKiosk:
    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(KIOSK, folder)

    def path(self, name):
        return self.folder / "bank" / name

    def change(self, name, old, new):
        """Changes the first place; its line, counted from 1."""
        text = self.path(name).read_text(encoding="utf-8")
        at = text.index(old)
        self.path(name).write_text(text[:at] + new + text[at + len(old):], encoding="utf-8")
        return text.count("\n", 0, at) + 1

    def ids(self, name):
        return [item["id"] for item in json.loads(self.path(name).read_text(encoding="utf-8"))["items"]]

    def lines(self, name, item):
        """The lines of one item, from its opening brace to the next item's."""
        lines = self.path(name).read_text(encoding="utf-8").splitlines()
        ids = [number for number, line in enumerate(lines, 1) if re.match(r'\s*"id": "[a-z]+-\d+"', line)]
        here = next(number for number in ids if f'"{item}"' in lines[number - 1])
        later = [number for number in ids if number > here]
        return range(here - 1, later[0] if later else len(lines) + 1)


@pytest.fixture
def kiosk(tmp_path):
    return CopiedKiosk(tmp_path / "kiosk")


def told(seen, name, fitting):
    """The lines reported for a file that name all these words."""
    lines = [re.match(rf"items/{name}:(\d+): (.*)", line) for line in seen.stderr.splitlines()]
    return [int(line[1]) for line in lines if line and all(word in line[2] for word in fitting)]


def test_all_faults_of_a_bank_are_told_at_once_with_file_and_line(kiosk, tmp_path):
    first, second = kiosk.ids("items/ai.json")[:2]
    keyed, homeless = kiosk.ids("items/an-toan.json")[4], kiosk.ids("items/mua-sam.json")[6]
    keyed_lines, homeless_lines = kiosk.lines("items/an-toan.json", keyed), kiosk.lines("items/mua-sam.json", homeless)
    second_lines = kiosk.lines("items/ai.json", second)
    plant(kiosk, first, second, keyed, homeless)
    broken = kiosk.change("items/thiet-bi.json", '"type": "single",', '"type": "single"')

    seen = run("check", kiosk.folder)

    assert told(seen, "ai.json", [first, "already"])[0] in second_lines
    assert told(seen, "an-toan.json", [keyed, '"z"'])[0] in keyed_lines
    assert told(seen, "mua-sam.json", [homeless, '"mua-sam.khong-co"'])[0] in homeless_lines
    assert told(seen, "thiet-bi.json", ["JSON"])[0] in (broken, broken + 1)
    assert seen.returncode == 1 and not seen.stdout
    expect_refused_to_serve(kiosk, tmp_path / "data")


def plant(kiosk, first, second, keyed, homeless):
    kiosk.change("items/ai.json", f'"id": "{second}"', f'"id": "{first}"')
    replace_in_item(kiosk, "items/an-toan.json", keyed, r'("key": \[\s*)"[a-d]"', r'\1"z"')
    replace_in_item(kiosk, "items/mua-sam.json", homeless, r'("competence": )"[^"]+"', r'\1"mua-sam.khong-co"')


def replace_in_item(kiosk, name, item, pattern, new):
    text = kiosk.path(name).read_text(encoding="utf-8")
    start = text.index(f'"id": "{item}"')
    changed, count = re.subn(pattern, new, text[start:], count=1)
    assert count == 1
    kiosk.path(name).write_text(text[:start] + changed, encoding="utf-8")


def expect_refused_to_serve(kiosk, folder):
    box = Box(folder, kiosk.folder).start()
    answer = Client(box).get("/")
    assert answer.status == 503 and "Bộ câu hỏi của máy bị hỏng" in answer.text
    assert "`sathach check` lists them all" in box.log.read_text()
    assert box.end() == 0


def test_json_names_the_same_faults(kiosk):
    item = kiosk.ids("items/ai.json")[0]
    replace_in_item(kiosk, "items/ai.json", item, r'("key": \[\s*)"[a-d]"', r'\1"z"')
    seen = run("check", kiosk.folder, "--json")
    [problem] = json.loads(seen.stdout)["problems"]
    assert seen.returncode == 1 and problem["file"] == "items/ai.json" and item in problem["subject"]


def test_the_shipped_bank_has_no_fault():
    seen = run("check", KIOSK)
    assert seen.returncode == 0 and "no problems" in seen.stdout and not seen.stderr


def test_a_folder_without_a_bank_could_not_be_checked(tmp_path):
    seen = run("check", tmp_path)
    assert seen.returncode == 3 and str(tmp_path) in seen.stderr and len(seen.stderr.splitlines()) == 1


def test_a_bank_that_became_faulty_leaves_the_one_before_it_serving(box, kiosk):
    box.end()
    kiosk.change("items/ai.json", '"key": [', '"key": ["z", ')
    box.kiosk = kiosk.folder

    box.start()

    assert box.await_page() < 5
    assert "problem=bankFolder" in box.log.read_text() and "serves on" in box.log.read_text()
    assert box.command("audit", "verify").returncode == 0


def test_a_bank_that_was_mended_is_taken_in_at_the_next_start(box, kiosk):
    box.end()
    kiosk.change("items/ai.json", '"stem": "', '"stem": "Xin đọc kỹ: ')
    box.kiosk = kiosk.folder
    before = box.command("audit", "verify", "--json").stdout

    box.start()
    box.restart()

    after = box.command("audit", "verify", "--json").stdout
    # One bank adopted, two starts: the second start finds the files unchanged.
    assert json.loads(after)["entries"] == json.loads(before)["entries"] + 3
