"""Pulls the plug of a whole machine again and again while people answer: kernel, file system and disk are real ones, in software."""

import os
import random
import statistics
import threading
import time

import pytest

from box import Box
from machine import Machine, missing
from test_kills import Crowd, Kept, expect_everything_kept, expect_whole

CUTS = int(os.environ.get("CUTS") or 20)
SHORTEST_PAUSE, LONGEST_PAUSE = 3, 20
pytestmark = pytest.mark.skipif(not os.environ.get("LONG"), reason="boots a machine for each cut: LONG=1")


def test_no_acknowledged_answer_is_lost_when_the_whole_machine_loses_its_power(tmp_path, capsys):
    assert missing() == [], "install qemu-system-x86, linux-image-cloud-amd64, busybox-static, cpio and e2fsprogs"
    seed = int(os.environ.get("SEED") or time.time())
    dice = random.Random(seed)
    machine = Machine(tmp_path)
    crowd = Crowd(machine, dice)
    seconds = cut_again_and_again(machine, crowd, dice)

    machine.take_out(tmp_path / "data")
    box = Box(tmp_path / "data")
    box.start().await_page()
    try:
        with capsys.disabled():
            print(f"\n{CUTS} power cuts of a whole machine (ext4, cache=writeback), seed {seed}: {crowd.summary()}")
            print(f"from power to service: {min(seconds):.0f} s least, {statistics.median(seconds):.0f} s median, "
                  f"{max(seconds):.0f} s most, under emulation")
        assert crowd.failures() == []
        kept = Kept(box)
        for person in crowd.people:
            expect_everything_kept(kept, person)
        expect_whole(box)
        assert "database rebuilt" not in box.log.read_text()
    finally:
        box.end()


def cut_again_and_again(machine, crowd, dice):
    seconds = []
    crowd.start()
    try:
        for _ in range(CUTS):
            begun = time.monotonic()
            machine.start()
            seconds.append(time.monotonic() - begun)
            crowd.is_up.set()
            time.sleep(dice.uniform(SHORTEST_PAUSE, LONGEST_PAUSE))
            crowd.is_up.clear()
            machine.pull_the_plug()
        machine.start()
    finally:
        crowd.end()
        machine.pull_the_plug()
    return seconds
