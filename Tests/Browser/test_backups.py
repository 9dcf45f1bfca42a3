"""Restore drills: the old box is gone, there are only the stick and the key from the safe."""

import json
import random
import sqlite3
import subprocess
import time

import pytest

from backup_world import Safe, Stick, dump, lose, new_box, restore, settle, tells_nobody, told, wait_for
from box import BINARY, Box
from client import Client
from world import DUNG, HOA


@pytest.fixture
def stick(tmp_path):
    return Stick(tmp_path / "usb")


@pytest.fixture
def site(tmp_path, request):
    """A box of a commune that has its recovery key in the safe and has given bà Hoa her slip."""
    box = Box(tmp_path / "data")
    request.addfinalizer(box.end)
    box.data.mkdir(mode=0o700)
    return box


def serve(box, tmp_path, **settings):
    settle(box, device=1, **settings)
    safe = Safe(box, tmp_path)
    box.start()
    return safe


def expect_new_device(box, old, names):
    """Old slips verify, new ones carry the new device and go on without a gap, the log is one chain."""
    assert names["former"] == "02215-1" and names["issuer"] == "02215-2"
    assert "device = 2" in (box.data / "sathach.conf").read_text()
    box.start()
    dung = Client(box)
    dung.take_test(DUNG)
    slips = box.slips()
    assert [slip["serial"] for slip in slips] == [1, 2] and names["firstSerial"] == 2
    for slip, issuer in zip(slips, ["02215-1", "02215-2"]):
        seen = box.command("slip", "verify", slip["text"])
        assert seen.returncode == 0 and issuer in seen.stdout, seen.stdout
    assert slips[0]["text"] == old["text"]
    keys = json.loads(box.command("keys", "export").stdout)
    assert [(key["issuer"], key["fromSerial"]) for key in keys] == [("02215-1", 1), ("02215-2", 2)]
    assert "chain intact" in box.command("audit", "verify").stdout
    assert box.rows("SELECT note FROM event WHERE kind = 'restored'")[0][0].startswith("from=")


def test_a_new_box_is_made_from_a_backup_and_the_key_alone(site, stick, tmp_path):
    safe = serve(site, tmp_path)
    Client(site).take_test(HOA)
    made = json.loads(site.command("backup", "--now", "--to", stick.path, "--json").stdout)
    old, rows = site.slips()[0], dump(site, but=("boot", "event", "deviceChange"))
    lose(site)

    would = told(restore(safe, "--from", stick.path, to=tmp_path / "new", extra=["--dry-run"]))
    assert would["slips"] == made["slips"] == 1 and not (tmp_path / "new").exists()
    names = told(restore(safe, "--from", made["file"], to=tmp_path / "new"))
    box = new_box(tmp_path / "new")
    assert dump(box, but=("boot", "event", "deviceChange")) == rows
    try:
        expect_new_device(box, old, names)
    finally:
        box.end()


def test_a_new_box_is_made_from_the_mirror_alone(site, stick, tmp_path):
    safe = serve(site, tmp_path, mirror=stick.path)
    Client(site).take_test(HOA)
    last = site.value("SELECT max(id) FROM event")
    wait_for(lambda: told(restore(safe, "--from-mirror", stick.path, to=tmp_path / "x", extra=["--dry-run"]))
             ["events"] == last)
    site.kill()
    mirror = [path for path in stick.path.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in mirror) > 10_000
    for path in mirror:
        tells_nobody(path, HOA)
    old, rows = site.slips()[0], dump(site)
    lose(site)

    names = told(restore(safe, "--from-mirror", stick.path, to=tmp_path / "new"))
    assert names["changes"] > 0 and names["closed"] is False and names["events"] == last
    box = new_box(tmp_path / "new")
    restored = dump(box)
    # The restored box has another name, and notes where it begins.
    assert rows.pop("deviceChange") == [] and len(restored.pop("deviceChange")) == 1
    assert restored.pop("event")[:-1] == rows.pop("event") and restored == rows
    try:
        expect_new_device(box, old, names)
    finally:
        box.end()


def test_a_mirror_that_was_closed_in_order_lacks_nothing(site, stick, tmp_path):
    safe = serve(site, tmp_path, mirror=stick.path)
    Client(site).take_test(HOA)
    assert site.end() == 0
    seen = told(restore(safe, "--from-mirror", stick.path, to=tmp_path / "new", extra=["--dry-run"]))
    assert seen["closed"] is True and seen["events"] == site.value("SELECT max(id) FROM event")


def test_answers_go_on_without_the_stick_and_it_is_caught_up_with(site, stick, tmp_path):
    safe = serve(site, tmp_path, mirror=stick.path)
    wait_for(lambda: stick.names(".changes"))
    away = stick.path.rename(tmp_path / "pulled")
    Client(site).take_test(HOA)
    wait_for(lambda: "problem=mirror" in site.log.read_text())
    away.rename(stick.path)
    wait_for(lambda: "mirror follows again" in site.log.read_text())
    assert site.end() == 0
    seen = told(restore(safe, "--from-mirror", stick.path, to=tmp_path / "new", extra=["--dry-run"]))
    assert seen["slips"] == 1 and seen["events"] == site.value("SELECT max(id) FROM event")
    assert len(stick.names(".snapshot")) == 1


def test_a_backup_that_is_killed_half_way_leaves_nothing_that_passes_for_one(site, stick, tmp_path):
    safe = serve(site, tmp_path)
    Client(site).take_test(HOA)
    dice = random.Random(1)
    words = [str(BINARY), "backup", "--now", "--to", str(stick.path), "--data", str(site.data)]
    for _ in range(8):
        making = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, 0.25))
        making.kill()
        making.wait()
    for name in stick.names(".backup"):
        assert told(restore(safe, "--from", stick.path / name, to=tmp_path / "x", extra=["--dry-run"]))["whole"]
    assert site.command(*words[1:-2]).returncode == 0
    assert stick.names(".part") == [] and not list(site.data.glob("copy-*"))


def test_a_stick_that_is_not_there_is_told(site, tmp_path):
    serve(site, tmp_path, backup_to=tmp_path / "no-stick")
    wait_for(lambda: "problem=backup" in site.log.read_text())
    seen = site.command("backup", "--now")
    assert seen.returncode == 3 and "is the stick plugged in" in seen.stderr
    assert not (tmp_path / "no-stick").exists()


def test_without_a_recovery_key_there_is_no_backup(site, stick):
    settle(site)
    site.start()
    seen = site.command("backup", "--now", "--to", stick.path)
    assert seen.returncode == 1 and "recovery-key new" in seen.stderr and stick.names("") == []


def test_a_second_recovery_key_is_only_made_when_asked_for(site, tmp_path):
    serve(site, tmp_path)
    assert site.command("recovery-key", "new").returncode == 1
    first = site.command("recovery-key", "show").stdout
    assert site.command("recovery-key", "new", "--replace").returncode == 0
    assert site.command("recovery-key", "show").stdout != first


@pytest.fixture
def backup(site, stick, tmp_path):
    safe = serve(site, tmp_path)
    return safe, json.loads(site.command("backup", "--now", "--to", stick.path, "--json").stdout)["file"]


def changed(path, change):
    content = bytearray(open(path, "rb").read())
    with open(path, "wb") as file:
        file.write(change(content))
    return path


@pytest.mark.parametrize("change, words", [
    (lambda content: content[:len(content) // 2], "cut off"),
    (lambda content: content[:200] + bytes([content[200] ^ 1]) + content[201:], "damaged or altered"),
    (lambda content: b"%PDF-1.7" + content[8:], "neither a backup nor a mirror"),
    (lambda content: content[:8] + b"\x09" + content[9:], "restore with a newer program"),
])
def test_a_file_that_is_not_whole_is_refused_with_a_sentence(backup, tmp_path, change, words):
    safe, path = backup
    seen = restore(safe, "--from", changed(path, change), to=tmp_path / "new")
    assert seen.returncode == 1 and words in seen.stderr
    assert not list(tmp_path.glob("new*"))


def test_a_wrong_key_is_refused_with_a_sentence(backup, tmp_path):
    safe, path = backup
    wrong = tmp_path / "wrong"
    wrong.write_text(("1" if safe.key[0] == "0" else "0") + safe.key[1:])
    seen = restore(safe, "--from", path, to=tmp_path / "new", key=wrong)
    assert seen.returncode == 1 and "mistyped in group 1" in seen.stderr
    other = Box(tmp_path / "other")
    foreign = Safe(other, tmp_path)
    seen = restore(foreign, "--from", path, to=tmp_path / "new")
    assert seen.returncode == 1 and "needs the one with the fingerprint" in seen.stderr


def test_a_box_that_is_there_is_never_restored_over(backup, site):
    safe, path = backup
    seen = restore(safe, "--from", path, to=site.data)
    assert seen.returncode == 1 and "there already" in seen.stderr
    assert sqlite3.connect(site.data / "sathach.db").execute("SELECT count(*) FROM event").fetchone()[0] > 0
