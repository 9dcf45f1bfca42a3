"""Backups and mirrors read by another program, written from the format's page."""

import json
import pathlib
import sqlite3
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Browser"))

import backup_reader as reader  # noqa: E402
from backup_world import Safe, Stick, wait_for  # noqa: E402
from box import Box  # noqa: E402
from client import Client  # noqa: E402

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "BackupsTests" / "Vectors"


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data")
    yield box
    box.end()


def test_the_vectors_open():
    vector = json.loads((VECTORS / "backup.json").read_text())
    pair = reader.office_pair(reader.recovery_bytes(vector["recoveryKey"]))
    assert pair[0].hex() == vector["officeKey"]
    files = reader.archive((VECTORS / "sample.backup").read_bytes(), pair)
    assert files["sathach.conf"].decode() == vector["settings"]
    assert reader.manifest(files)["issuer"] == "02215-1"


def test_a_backup_holds_the_database_and_the_data_key_but_not_the_key_of_slips(box, tmp_path):
    box.start()
    safe, stick = Safe(box, tmp_path), Stick(tmp_path / "usb")
    made = json.loads(box.command("backup", "--now", "--to", stick.path, "--json").stdout)
    pair = reader.office_pair(reader.recovery_bytes(safe.key))
    files = reader.archive(pathlib.Path(made["file"]).read_bytes(), pair)

    assert list(files)[0] == "manifest.json" and reader.manifest(files)["head"] == made["head"]
    assert files["keys/data.key"] == (box.data / "keys" / "data.key").read_bytes()
    secret = (box.data / "keys" / "slip.key").read_bytes()
    assert all(secret not in content for content in files.values())
    copy = tmp_path / "copy.db"
    copy.write_bytes(files["sathach.db"])
    assert sqlite3.connect(copy).execute("SELECT max(id) FROM event").fetchone()[0] == made["events"]
    for path in [*stick.path.iterdir(), *box.data.rglob("*")]:
        assert not path.is_file() or reader.recovery_bytes(safe.key) not in path.read_bytes()


def test_a_mirror_holds_a_record_for_each_transaction(box, tmp_path):
    safe, stick = Safe(box, tmp_path), Stick(tmp_path / "usb")
    with (box.data / "sathach.conf").open("a") as settings:
        settings.write(f"mirror = {stick.path}\n")
    box.start()
    wait_for(lambda: stick.names(".snapshot"))
    Client(box).begin_practice()
    box.end()
    pair = reader.office_pair(reader.recovery_bytes(safe.key))
    (snapshot,), (name,) = stick.names(".snapshot"), stick.names(".changes")
    series, records, is_closed = reader.changes((stick.path / name).read_bytes(), pair)

    assert is_closed and [number for number, _, _ in records] == list(range(1, len(records) + 1))
    assert reader.manifest(reader.archive((stick.path / snapshot).read_bytes(), pair))["series"] == series
    assert any(b"attempt-begun" in changeset for _, _, changeset in records)
