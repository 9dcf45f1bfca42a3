"""Sticks with banks, good and bad, held against a real box; packages with a stand-in for dpkg."""

import json
import re
import shutil

import pytest

from bank import KIOSK
from box import Box, run
from client import Client
from kinds import write_kiosk


class Maker:
    def __init__(self, folder):
        self.folder = folder / "maker"
        told = run("update", "key", "--to", self.folder).stdout
        self.fingerprint = re.search(r"fingerprint (.*)\n", told)[1]

    def make(self, stick, number, *what):
        made = run("update", "make", "--to", stick, "--key", self.folder, "--number", number, *what)
        assert made.returncode == 0, made.stderr
        return stick


@pytest.fixture
def kiosk(tmp_path):
    """What is deployed, with a small bank of its own that an update may replace."""
    (tmp_path / "kiosk").mkdir()
    folder = write_kiosk(tmp_path / "kiosk")
    for part in ["office", "speech"]:
        (folder / part).symlink_to(KIOSK / part)
    return folder


@pytest.fixture
def maker(tmp_path):
    return Maker(tmp_path)


@pytest.fixture
def box(tmp_path, kiosk, maker):
    box = Box(tmp_path / "data", kiosk).start()
    trusted = box.command("update", "trust", maker.folder / "update.pub", "--fingerprint", maker.fingerprint)
    assert trusted.returncode == 0, trusted.stderr
    yield box
    box.end()


def take(box, stick, *more):
    return box.command("update", "--from", stick, "--kiosk", box.kiosk, "--port", box.port, "--unit", "", *more)


def other_bank(kiosk, folder, change):
    shutil.copytree(kiosk / "bank", folder)
    file = folder / "framework.json"
    file.write_text(change(file.read_text()))
    return folder


def test_a_good_bank_is_taken_once_and_the_box_serves_on(box, maker, kiosk, tmp_path):
    bank = other_bank(kiosk, tmp_path / "next", lambda text: text + "\n")
    stick = maker.make(tmp_path / "usb", 1, "--bank", bank)
    assert take(box, stick, "--dry-run").stdout.endswith("signed and whole\n")
    assert not (kiosk / "bank" / "framework.json").read_text().endswith("\n\n")
    taken = take(box, stick)
    assert taken.returncode == 0 and taken.stdout.endswith("taken in\n"), taken.stderr
    assert (kiosk / "bank" / "framework.json").read_text().endswith("\n\n")
    assert not (kiosk / "bank.former").exists() and not (box.data / "update.journal").exists()
    again = take(box, stick)
    assert again.returncode == 1 and "no newer than update 1" in again.stderr
    box.restart()
    assert Client(box).get("/").status == 200


def test_unsigned_altered_and_foreign_sticks_change_nothing(box, maker, kiosk, tmp_path):
    stick = maker.make(tmp_path / "usb", 1, "--bank", box.kiosk / "bank")
    text = (stick / "update.txt").read_text()
    (stick / "update.txt").write_text(text[:text.rindex("signature")])
    assert "not signed" in take(box, stick).stderr
    (stick / "update.txt").write_text(text.replace("number 1", "number 9"))
    assert "altered" in take(box, stick).stderr
    stranger = Maker(tmp_path / "other").make(tmp_path / "theirs", 1, "--bank", box.kiosk / "bank")
    assert "another key" in take(box, stranger).stderr
    (stick / "update.txt").write_text(text)
    (stick / "bank" / "framework.json").write_text("{}")
    refused = take(box, stick)
    assert refused.returncode == 1 and "bank/framework.json" in refused.stderr
    assert not (kiosk / "bank.next").exists() and not (box.data / "update.journal").exists()


def test_a_bank_that_does_not_hold_is_refused_with_its_first_fault(box, maker, kiosk, tmp_path):
    bank = other_bank(kiosk, tmp_path / "bad", lambda text: "{}")
    refused = take(box, maker.make(tmp_path / "usb", 1, "--bank", bank))
    assert refused.returncode == 1 and "the bank does not hold" in refused.stderr
    assert json.loads((kiosk / "bank" / "framework.json").read_text())


def test_while_somebody_is_tested_an_update_waits(box, maker, tmp_path):
    Client(box).begin_test()
    stick = maker.make(tmp_path / "usb", 1, "--bank", box.kiosk / "bank")
    busy = take(box, stick, "--wait", 0)
    assert busy.returncode == 3 and "tests are under way" in busy.stderr


def test_a_package_is_installed_and_where_the_box_stays_silent_the_one_from_before_is(box, maker, tmp_path):
    log, installer = tmp_path / "installed", tmp_path / "dpkg"
    installer.write_text(f'#!/bin/sh\nfor file; do basename "$file" >> {log}; done\n')
    installer.chmod(0o755)
    for name in ["s_1.deb", "s_2.deb", "s_3.deb"]:
        (tmp_path / name).write_text(name)
    stick = maker.make(tmp_path / "usb", 1, "--package", tmp_path / "s_2.deb")
    assert "not kept here" in take(box, stick, "--installer", installer).stderr
    taken = take(box, stick, "--installer", installer, "--former", tmp_path / "s_1.deb")
    assert taken.returncode == 0 and log.read_text() == "s_2.deb\n", taken.stderr
    box.end()
    silent = maker.make(tmp_path / "usb2", 2, "--package", tmp_path / "s_3.deb")
    failed = take(box, silent, "--installer", installer, "--patience", 2)
    assert failed.returncode == 3 and "did not answer" in failed.stderr
    assert log.read_text().split() == ["s_2.deb", "s_3.deb", "s_2.deb"]
