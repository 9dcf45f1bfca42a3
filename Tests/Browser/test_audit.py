"""The event log as evidence: whoever changes the database by hand is found out, at the entry."""

import json
import shutil
import sqlite3

import pytest

from box import Box
from world import HOA


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
