"""The event log as evidence: whoever changes the database by hand is found out, at the entry or by the slips."""

import hashlib
import json
import shutil
import sqlite3
import sys

import pytest

from bank import ROOT
from box import Box
from client import Client
from world import DUNG, HOA

sys.path.insert(0, str(ROOT / "Tests" / "Independent"))
from audit_reader import read_export  # noqa: E402


@pytest.fixture
def tampered(box, client, tmp_path):
    """Changes a copy of the database of a box that has served, with the triggers out of the way."""
    client.take_test(HOA)
    box.end()

    def tamper(*statements):
        copy = Box(tmp_path / "copy")
        shutil.copytree(box.data, copy.data)
        with sqlite3.connect(copy.data / "sathach.db") as database:
            triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (name,) in triggers:
                database.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                assert database.execute(statement).rowcount == 1
        database.close()
        return copy.command("audit", "verify")

    return tamper


def test_an_untouched_log_is_whole(box, client):
    client.take_test(HOA)
    seen = box.command("audit", "verify")
    assert seen.returncode == 0 and "chain intact" in seen.stdout
    assert json.loads(box.command("audit", "verify", "--json").stdout)["whole"] is True


@pytest.mark.parametrize("change", [
    "note = note || ' '", "at = at + 1", "kind = 'other'", "digest = x'00'", "attempt = NULL", "hash = zeroblob(32)",
])
def test_a_changed_entry_is_named(tampered, change):
    seen = tampered(f"UPDATE event SET {change} WHERE id = 9")
    assert seen.returncode == 1 and "entry 9 is broken" in seen.stdout and not seen.stderr


def test_a_deleted_entry_is_named(tampered):
    seen = tampered("DELETE FROM event WHERE id = 7")
    assert seen.returncode == 1 and "entry 7 is broken: it is missing" in seen.stdout


def test_the_first_of_several_broken_entries_is_named(tampered):
    seen = tampered("DELETE FROM event WHERE id = 12", "UPDATE event SET note = 'x' WHERE id = 5")
    assert seen.returncode == 1 and "entry 5 is broken" in seen.stdout


def test_a_slip_that_was_changed_or_taken_away_is_named(tampered):
    seen = tampered("UPDATE slip SET bytes = x'84' WHERE serial = 1")
    assert seen.returncode == 1 and "slip 1" in seen.stdout


def test_the_last_entry_of_a_passed_test_cannot_be_cut_off_unseen(tampered):
    seen = tampered("DELETE FROM event WHERE id = (SELECT max(id) FROM event)")
    assert seen.returncode == 1


# Held against a slip


@pytest.fixture
def two_slips(box):
    """Hoa's slip and Dũng's; a copy of the data as it was between them."""
    Client(box).take_test(HOA)
    box.end()
    older = Box(box.data.with_name("older"))
    shutil.copytree(box.data, older.data)
    box.start()
    Client(box).take_test(DUNG)
    box.end()
    return box, older, [slip["text"] for slip in box.slips()]


def against(box, text):
    seen = box.command("audit", "against-slip", text, "--json")
    assert not seen.stderr, seen
    return seen.returncode, json.loads(seen.stdout)


def without_triggers(box):
    database = sqlite3.connect(box.data / "sathach.db")
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    database.execute("PRAGMA foreign_keys = OFF")
    return database


def chain_anew(database):
    """What somebody does who knows the format: all hashes computed again."""
    before = bytes(32)
    for id, at, attempt, kind, digest, note in database.execute(
            "SELECT id, at, attempt, kind, digest, note FROM event ORDER BY id").fetchall():
        message = b"".join([
            before, id.to_bytes(8, "big"), at.to_bytes(8, "big", signed=True), (attempt or 0).to_bytes(8, "big"),
            bytes([len(kind)]), kind.encode(), bytes([len(digest)]), digest, len(note.encode()).to_bytes(2, "big"),
            note.encode()])
        before = hashlib.sha256(message).digest()
        database.execute("UPDATE event SET hash = ? WHERE id = ?", (before, id))


def test_an_untouched_box_agrees_with_every_slip(two_slips):
    box, _, slips = two_slips
    for text in slips:
        code, told = against(box, text)
        assert (code, told["finding"], told["firstDissent"]) == (0, "agrees", None)


def test_an_entry_altered_with_the_whole_chain_computed_anew_is_told_by_the_slip(two_slips):
    box, _, slips = two_slips
    first_head = against(box, slips[0])[1]["headEntry"]
    with without_triggers(box) as database:
        database.execute("UPDATE event SET note = note || ' ' WHERE id = ?", (first_head + 3,))
        chain_anew(database)
    database.close()
    assert box.command("audit", "verify").returncode == 0
    assert against(box, slips[0])[0] == 0
    code, told = against(box, slips[1])
    assert code == 1 and told["contradictions"] == ["head-unknown"]
    assert (told["agreesUpToSerial"], told["firstDissent"]) == (1, 2)


def test_entries_cut_off_the_end_are_told_by_the_slip(two_slips):
    box, _, slips = two_slips
    head = against(box, slips[1])[1]["headEntry"]
    with without_triggers(box) as database:
        database.execute("DELETE FROM event WHERE id > ?", (head,))
        database.execute("DELETE FROM slip WHERE serial = 2")
    database.close()
    assert box.command("audit", "verify").returncode == 0
    code, told = against(box, slips[1])
    assert code == 1 and set(told["contradictions"]) >= {"entry-missing", "older-than-slip"}


def test_a_slip_s_entry_that_was_replaced_is_told_by_the_slip(two_slips):
    box, _, slips = two_slips
    head = against(box, slips[1])[1]["headEntry"]
    with without_triggers(box) as database:
        database.execute("UPDATE event SET digest = zeroblob(32) WHERE id = ?", (head + 1,))
        chain_anew(database)
        database.execute("UPDATE slip SET bytes = x'84' WHERE serial = 2")
    database.close()
    code, told = against(box, slips[1])
    assert code == 1 and told["contradictions"] == ["entry-replaced", "slip-replaced"]


def test_a_database_rolled_back_to_an_older_copy_is_told_by_the_slip(two_slips):
    _, older, slips = two_slips
    assert older.command("audit", "verify").returncode == 0 and against(older, slips[0])[0] == 0
    code, told = against(older, slips[1])
    assert code == 1 and {"head-unknown", "older-than-slip", "fewer-starts"} <= set(told["contradictions"])


def test_a_text_that_is_no_slip_of_this_box_is_no_evidence(two_slips):
    box, _, slips = two_slips
    other = str((int(slips[0][100]) + 1) % 10)
    for text in [slips[0][:-1], "123", slips[0][:100] + other + slips[0][101:]]:
        code, told = against(box, text)
        assert (code, told["finding"]) == (1, "no-evidence")


# For an auditor


def test_an_export_is_whole_for_somebody_who_only_knows_the_format(two_slips, tmp_path):
    box, _, slips = two_slips
    made = box.command("audit", "export", "--to", tmp_path / "export")
    assert made.returncode == 0, made
    seen = read_export(tmp_path / "export")
    assert seen.problems == [] and seen.slips == slips
    head = json.loads(box.command("audit", "verify", "--json").stdout)
    assert (seen.head, seen.entries) == (head["head"], head["entries"])
    assert box.command("audit", "export", "--to", tmp_path / "export").returncode == 1
    for file in (tmp_path / "export").iterdir():
        text = file.read_text()
        assert HOA.name not in text and HOA.number not in text and file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("change", [
    ("log.jsonl", '"note":"', '"note":"x'), ("log.jsonl", '"kind":"started"', '"kind":"stopped"'),
    ("slips.jsonl", '"text":"841', '"text":"8410'), ("audit.json", '"entries":', '"entries":1'),
])
def test_a_changed_export_is_found_out(two_slips, tmp_path, change):
    box, _, _ = two_slips
    assert box.command("audit", "export", "--to", tmp_path / "export").returncode == 0
    name, old, new = change
    file = tmp_path / "export" / name
    file.write_text(file.read_text().replace(old, new, 1))
    assert read_export(tmp_path / "export").problems
