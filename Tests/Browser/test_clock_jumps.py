"""The machine's clock jumps by years and by a day, while the box runs and while it is off: the test goes on, no second of it is
lost, and no slip gets a wrong date.

libfaketime gives the program its wall clock and leaves the steady ones alone. The release is linked statically with Swift's own
libraries only; the C library stays a shared one, so that a library loaded before it is heard.
"""

import datetime
import json
import re
import subprocess

import pytest

from bank import COUNT
from client import Client
from desk_world import DeskBox
from plain_clerk import PlainClerk
from world import DUNG, HOA

JUMPS = [-3650, -1, 1, 3650]


class JumpingBox(DeskBox):
    """A box whose wall clock is told in a file, in days from the true one."""

    def __init__(self, folder):
        super().__init__(folder)
        told = subprocess.run(["faketime", "-m", "2020-01-01", "env"], capture_output=True, text=True, check=True).stdout
        self.offset = self.data.with_name("offset")
        self.jump(0)
        self.environment = {
            "LD_PRELOAD": re.search(r"^LD_PRELOAD=(.*)$", told, re.M)[1], "FAKETIME_TIMESTAMP_FILE": str(self.offset),
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Named but absent shared memory keeps the library from moving the environment, beside which Swift looks for
            # its arguments.
            "FAKETIME_SHARED": "/none /none"}

    def jump(self, days):
        self.offset.write_text(f"{days:+}d\n")

    @property
    def clock(self):
        return json.loads(PlainClerk(self).get("/health").text)["clock"]


@pytest.fixture
def box(tmp_path):
    box = JumpingBox(tmp_path / "data").set_up()
    yield box
    box.end()


@pytest.fixture
def dung(box):
    """Anh Dũng before his fourth item, after bà Hoa got the first slip."""
    Client(box).take_test(HOA)
    dung = Client(box)
    dung.begin_test()
    dung.sit_down(DUNG)
    dung.answer_until(4)
    return dung


def remaining(client):
    """Seconds left, as the page says."""
    return int(re.search(r'data-remaining="(\d+)"', client.follow(f"/attempts/{client.attempt}").text)[1]) / 1000


def finish(client):
    """Answers the rest and hands in; the page of the result."""
    page = client.follow(f"/attempts/{client.attempt}").page
    for _ in range(4, COUNT + 1):
        page = client.follow(client.answer_item(page).location).page
    return client.follow(client.press(page, "/submission").location)


def expect_slip_after_the_desk(box, client):
    """Nothing is issued until the clerk has said the date; then it is, under the next serial and the true date."""
    assert [slip["serial"] for slip in box.slips()] == [1]
    PlainClerk(box).sign_in().settle_clock()
    assert box.clock == "ok"
    result = client.get(f"/attempts/{client.attempt}/result").page
    client.press(result, "/slip")
    expect_true_slips(box)


def expect_true_slips(box):
    slips = box.slips()
    assert [slip["serial"] for slip in slips] == [1, 2]
    now = datetime.datetime.now(datetime.timezone.utc)
    issued = datetime.datetime.fromtimestamp(slips[1]["issuedAt"], datetime.timezone.utc)
    assert abs(now - issued) < datetime.timedelta(minutes=5)
    assert box.command("audit", "verify").returncode == 0


@pytest.mark.parametrize("days", JUMPS)
def test_a_jump_while_the_box_runs_costs_no_second_and_no_slip_a_wrong_date(box, dung, days):
    left = remaining(dung)
    box.jump(days)
    assert abs(left - remaining(dung)) < 60
    result = finish(dung)
    assert result.page.heading == "Đạt" and "/slip" not in result.text
    assert box.clock == ("before-release" if days == -3650 else "jumped")
    expect_slip_after_the_desk(box, dung)

    # What the desk said holds over a restart; and when somebody puts the machine's own clock right, the desk is asked again.
    box.restart()
    assert box.clock == "ok"
    box.jump(0)
    assert box.clock != "ok"
    PlainClerk(box).sign_in().settle_clock()
    assert box.clock == "ok"


@pytest.mark.parametrize("days", JUMPS)
def test_a_jump_while_the_box_was_off_is_seen_but_for_one_day_ahead(box, dung, days):
    left = remaining(dung)
    box.kill()
    box.jump(days)
    box.start(box.port)
    dung.hang_up()
    assert abs(left - remaining(dung)) < 60
    result = finish(dung)
    assert result.page.heading == "Đạt"
    if days == 1:
        # A box that was off for a day looks the same.
        assert box.clock == "ok" and [slip["serial"] for slip in box.slips()] == [1, 2]
    else:
        assert box.clock == {-3650: "before-release", -1: "before-last-event", 3650: "long-silence"}[days]
        expect_slip_after_the_desk(box, dung)
