"""Passwords, holders, drawing and reading back never keep the writer from the next answer: seen below the real server, call by
call, with the name of the thread."""

import collections
import subprocess

import pytest

from bank import ROOT
from client import Client
from desk_world import DeskBox
from plain_clerk import PlainClerk
from world import HOA

SLOW = {"argon2id-of-a-holder", "argon2id-of-a-password", "drawing-of-a-symbol", "drawing-of-a-sheet", "reading-back"}


@pytest.fixture
def box(tmp_path):
    library, source = tmp_path / "slow_work.so", ROOT / "Tests/Browser/torn/slow_work.c"
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    box = DeskBox(tmp_path / "data")
    box.environment = {"LD_PRELOAD": str(library), "SLOW_WORK_LOG": str(tmp_path / "slow")}
    box.set_up()
    yield box
    box.end()


def test_nothing_slow_runs_on_the_writer(box, tmp_path):
    hoa = Client(box)
    result = hoa.take_test(HOA)
    sheet = hoa.follow(hoa.press(result.page, "/prints", ("size", "80mm")).location)
    picture = hoa.get(f"/attempts/{hoa.attempt}/prints/1/80mm.png")
    PlainClerk(box).sign_in()
    assert (sheet.status, picture.status) == (200, 200)

    threads = collections.defaultdict(set)
    for line in (tmp_path / "slow").read_text().splitlines():
        work, _, thread = line.partition(" ")
        threads[work].add(thread)
    assert set(threads) >= SLOW, f"nothing was seen of {SLOW - set(threads)}"
    assert {work for work, names in threads.items() if "writer" in names} == set()
    assert {"beside"} == threads["argon2id-of-a-holder"] | threads["argon2id-of-a-password"] | threads["reading-back"]


def test_the_writer_has_its_name(box):
    """Or the test above would see nothing."""
    tasks = (ROOT / "/proc" / str(box.process.pid) / "task").glob("*/comm")
    assert {"writer", "beside", "files", "exports"} <= {task.read_text().strip() for task in tasks}
