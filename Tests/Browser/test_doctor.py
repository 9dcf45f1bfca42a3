"""What the box says of itself to whoever looks after it, and what may leave the office to get help."""

import json
import zipfile

import pytest

from box import Box
from client import Client
from world import DUNG, HOA


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data").start()
    yield box
    box.end()


def parts(box):
    return {finding["part"]: finding for finding in json.loads(box.command("doctor", "--json").stdout)}


def test_a_box_that_serves_is_examined_in_both_languages(box):
    english, vietnamese = box.command("doctor", "--lang", "en"), box.command("doctor")
    assert "[ok] database" in english.stdout and "[ok] Cơ sở dữ liệu" in vietnamese.stdout
    assert english.stdout.count("→") == vietnamese.stdout.count("→") > 0
    assert english.returncode == vietnamese.returncode == int(any(part["wrong"] for part in parts(box).values()))


def test_what_is_wrong_ends_with_1_and_has_its_cure(box):
    (box.data / "sathach.conf").write_text("commune = 1\n")
    seen = box.command("doctor", "--lang", "en")
    assert seen.returncode == 1 and "[!!] settings" in seen.stdout
    assert parts(box)["settings"]["complaints"][0]["cure"].startswith("Sửa đúng dòng")


def test_the_bundle_has_nothing_about_people(box, tmp_path):
    for person in (HOA, DUNG):
        Client(box).take_test(person)
    box.command("doctor", "--bundle", tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as bundle:
        assert bundle.testzip() is None and {"doctor-vi.txt", "files.txt", "machine.txt"} <= set(bundle.namelist())
        text = "\n".join(bundle.read(name).decode() for name in bundle.namelist())
    for slip in box.slips():
        assert slip["text"] not in text and slip["code"] not in text
    assert not [value for person in (HOA, DUNG) for value in map(str, person) if len(value) > 4 and value in text]
