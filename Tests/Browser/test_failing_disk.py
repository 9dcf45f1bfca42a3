"""The disk fills up or fails while the real server serves: who has begun finishes where that is possible, nobody is told that
something is kept that is not, staff see it, and everything goes on once the disk does."""

import json
import os
import subprocess
import time

import pytest

from bank import COUNT, ROOT
from client import Client
from damage import fill
from desk_world import DeskBox
from plain_clerk import PlainClerk
from privileges import may_mount
from world import DUNG, HOA, SUONG

TIGHT = "Máy sắp hết chỗ lưu nên chưa nhận bài mới."
FULL = "Máy hết chỗ lưu nên câu vừa rồi chưa lưu được."
FAULT = "Máy chưa lưu được câu vừa rồi."
AT_THE_DESK = {"tight": "Ổ đĩa sắp đầy", "failing": "Máy không ghi được vào ổ đĩa"}
# The box looks at its room once a second.
LOOK = 1.2


def begin(box, person):
    client = Client(box)
    client.begin_test()
    client.sit_down(person)
    client.answer_until(4)
    return client


def page_of(client):
    return client.follow(f"/attempts/{client.attempt}").page


def finish(client):
    """Answers what is left and hands in; every answer must be taken."""
    page = page_of(client)
    for _ in range(int(page.form("/responses").fields["place"]), COUNT + 1):
        answer = client.answer_item(page)
        assert answer.status == 303, f"{page.heading}: {answer.text}"
        page = client.follow(answer.location).page
    return client.follow(client.press(page, "/submission").location).page.heading


def health(box):
    answer = PlainClerk(box).get("/health")
    return answer.status, json.loads(answer.text)


def kept(client):
    return client.box.answers(client.attempt)


def expect_whole(box, people):
    """After a power cut everything that was acknowledged is there."""
    before = [kept(client) for client in people]
    box.restart()
    assert [kept(client) for client in people] == before
    audit = box.command("audit", "verify")
    assert audit.returncode == 0 and box.value("PRAGMA integrity_check") == "ok", audit.stdout


@pytest.fixture
def small_box(tmp_path):
    if not may_mount():
        pytest.skip("NOT TESTED: mounts need root")
    room = tmp_path / "room"
    room.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m,mode=755", "none", room], check=True)
    box = DeskBox(room / "data").set_up()
    yield box
    box.end()
    subprocess.run(["umount", "-l", room], check=False)


def test_a_disk_that_fills_up_lets_people_finish_and_takes_nobody_new(small_box):
    box = small_box
    clerk = PlainClerk(box).sign_in()
    dung, suong = begin(box, DUNG), begin(box, SUONG)

    fill(box.data, keeping=1 << 20)
    time.sleep(LOOK)
    hoa = Client(box)
    hoa.get("/")
    refused = hoa.press(hoa.get("/audiences/nguoi-dan/notice").page, "/attempts")
    assert refused.status == 507 and TIGHT in refused.text
    assert health(box)[0] == 200 and health(box)[1]["disk"] == "tight"
    assert AT_THE_DESK["tight"] in clerk.get("/desk").text

    fill_rest(box)
    assert finish(dung) == "Đạt" and len(box.slips()) == 1, "from the reserve"
    assert not (box.data / "sathach.reserve").exists() and "the reserve was given away" in box.log.read_text()

    fill_rest(box)
    before, page = kept(suong), page_of(suong)
    refused = next(answer for answer in iter(lambda: suong.answer_item(page_of(suong)), None) if answer.status != 303)
    assert refused.status == 507 and FULL in refused.text
    assert kept(suong)[:len(before)] == before and page.heading
    assert health(box)[0] == 503 and health(box)[1]["write"] == "full"
    assert AT_THE_DESK["failing"] in clerk.get("/desk").text

    for filler in box.data.glob("filler*"):
        filler.unlink()
    time.sleep(LOOK)
    assert finish(suong) == "Đạt" and Client(box).take_test(HOA).page.heading == "Đạt"
    assert health(box)[0] == 200 and AT_THE_DESK["failing"] not in clerk.get("/desk").text
    expect_whole(box, [dung, suong])


def fill_rest(box):
    """To the last page; what a file system keeps back for itself comes in smaller pieces."""
    for number in range(9):
        room = os.statvfs(box.data)
        if room.f_bavail == 0:
            return
        with (box.data / f"filler{number}-{time.monotonic_ns()}").open("wb") as filler:
            filler.write(bytes(room.f_bavail * room.f_frsize))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    made = tmp_path_factory.mktemp("failing") / "failing_disk.so"
    source = ROOT / "Tests/Browser/torn/failing_disk.c"
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.mark.parametrize("failing", ["writes", "syncs"])
def test_a_disk_that_fails_acknowledges_nothing_and_says_so(tmp_path, library, failing):
    switch = tmp_path / "switch"
    box = DeskBox(tmp_path / "data")
    box.environment = {"LD_PRELOAD": str(library), "FAILING_FOLDER": str(box.data), "FAILING_SWITCH": str(switch)}
    box.set_up()
    clerk, dung = PlainClerk(box).sign_in(), begin(box, DUNG)
    before, page = kept(dung), page_of(dung)

    switch.write_text(failing)
    for _ in range(3):
        refused = dung.answer_item(page)
        assert refused.status == 503 and FAULT in refused.text
    assert health(box)[0] == 503 and health(box)[1]["write"] == "failing"
    assert AT_THE_DESK["failing"] in clerk.get("/desk").text
    assert "problem=writing" in box.log.read_text() and DUNG.name not in box.log.read_text()
    assert kept(dung) == before, "nobody else saw what was not acknowledged"

    # The power goes while the disk fails: what was acknowledged before is there.
    box.kill()
    switch.unlink()
    box.start(box.port)
    dung.hang_up()
    assert kept(dung) == before and "database rebuilt" not in box.log.read_text(), "nor is a rest of it found later"
    assert finish(dung) == "Đạt" and health(box)[0] == 200
    expect_whole(box, [dung])
    box.end()
