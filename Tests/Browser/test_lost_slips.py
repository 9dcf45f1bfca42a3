"""Slips that were given out are gone from the database: the box goes on under another number and key, so that no serial of one
device is on two papers, and says so to officers."""

import json
import re
import shutil

import pytest

from backup_world import wait_for
from box import Box
from client import Client
from damage import PAGE, overwrite
from world import DUNG, HOA, NAM, SUONG

FILES = ("sathach.db", "sathach.db-wal")
LOOKED = re.compile(r'looked through before opening finding=""|database rebuilt|checked ms=\d+ finding=""')


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data").start()
    (box.data / "sathach.conf").write_text("office = UBND xã Thử\ncommune = 02215\n# ours\ndevice = 4\n")
    box.end()
    box.start()
    yield box
    box.end()


def older(box):
    """Somebody laid a copy of the database of an hour ago in its place."""
    for name in FILES:
        (box.data / name).unlink(missing_ok=True)
        if (box.data.parent / "kept" / name).exists():
            shutil.copy(box.data.parent / "kept" / name, box.data)


def without_log(box):
    """What was not yet moved from the log into the file is gone with it."""
    (box.data / "sathach.db-wal").unlink()


def slips_zeroed(box):
    """A bad sector where the slips are."""
    root = int(re.search(r"^slip (\d+)$", (box.data / "sathach.roots").read_text(), re.M)[1])
    overwrite(box.data / "sathach.db", (root - 1) * PAGE, bytes(PAGE))


@pytest.mark.parametrize("lose, stops", [(older, "cleanly"), (without_log, "killed"), (slips_zeroed, "cleanly")])
def test_when_slips_are_gone_no_device_gives_a_serial_twice(box, lose, stops):
    Client(box).take_test(HOA)
    box.end()
    shutil.copytree(box.data, box.data.parent / "kept")
    box.start()
    Client(box).take_test(DUNG)
    before = box.slips()
    box.end() if stops == "cleanly" else box.kill()
    lose(box)
    begin_anew(box)

    assert Client(box).take_test(SUONG).page.heading == "Đạt"
    after = [slip for slip in box.slips() if slip["text"] not in [old["text"] for old in before]]
    assert [whose(box, slip) for slip in before] == [("02215-4", 1), ("02215-4", 2)], "old papers stay genuine"
    assert [whose(box, slip)[0] for slip in after] == ["02215-5"]
    assert "# ours\ndevice = 5\n" in (box.data / "sathach.conf").read_text()
    assert "problem=slipsLost" in box.log.read_text()
    report = box.value("SELECT report FROM rebuild")
    assert "Máy đã cấp đến phiếu số 2" in report and "Cần gửi khóa mới cho tỉnh" in report

    # Once is enough: the next start finds nothing missing.
    box.kill()
    begin_anew(box)
    assert (box.data / "keys/former-keys.txt").read_text().count("\n") == 1


def test_a_box_that_lost_nothing_keeps_its_number(box):
    Client(box).take_test(HOA)
    box.restart()
    Client(box).take_test(DUNG)
    assert [whose(box, slip) for slip in box.slips()] == [("02215-4", 1), ("02215-4", 2)]
    assert not (box.data / "keys/former-keys.txt").exists()


def begin_anew(box):
    """What is found beside the first pages leads to one more start by itself."""
    so_far = len(box.log.read_text())
    box.start(box.port)
    wait_for(lambda: LOOKED.search(box.log.read_text()[so_far:]), 60)
    box.await_open()


def whose(box, slip):
    told = json.loads(box.command("slip", "verify", slip["text"], "--json").stdout)
    assert told["genuine"], told
    return told["claims"]["issuer"], told["claims"]["serial"]
