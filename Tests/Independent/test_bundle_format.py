"""Bundles of a real box read by another program and held against the box's own tables; answers written by another program
and taken in."""

import json
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Browser"))

import bundle_reader as reader  # noqa: E402
from box import Box, run  # noqa: E402

PROVINCE = bytes([2]) * 32
VECTORS = pathlib.Path(__file__).resolve().parent.parent / "BundlesTests" / "Vectors"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A box of sample people, and its first bundle on a stick."""
    folder = tmp_path_factory.mktemp("bundle")
    seen = run("demo", "--people", 20, "--attempts", 40, "--seed", 3, "--data", folder / "box")
    assert seen.returncode == 0, seen.stderr
    box = Box(folder / "box")
    stick = folder / "stick"
    stick.mkdir()
    public = reader.pair(PROVINCE)[0]
    key = folder / "province.pub"
    key.write_text(public.hex() + "\n")
    assert "no key of the province" in box.command("bundle", "export", "--to", stick).stderr
    seen = box.command("bundle", "recipient", key)
    assert seen.returncode == 1 and reader.fingerprint(public) in seen.stderr
    seen = box.command("bundle", "recipient", key, "--fingerprint", reader.fingerprint(public))
    assert seen.returncode == 0, seen.stderr
    seen = box.command("bundle", "export", "--to", stick, "--json")
    assert seen.returncode == 0, seen.stderr
    return box, stick, json.loads(seen.stdout)


def box_key(box):
    return bytes.fromhex(json.loads(box.command("keys", "export").stdout)[-1]["public"])


@pytest.fixture(scope="module")
def bundle(made):
    box, stick, told = made
    path, = stick.iterdir()
    return reader.Bundle(path.read_bytes(), box_key(box))


def test_the_vector_opens():
    signer = reader.signing.SigningKey(bytes([1]) * 32).verify_key.encode()
    vector = reader.Bundle((VECTORS / "02215-1-000001.shb").read_bytes(), signer)
    assert [record[0] for record in vector.records] == list(range(1, 12))
    assert vector.people(reader.pair(PROVINCE)) == {
        ("02215-1", 3): ["Nguyễn Thị Lan", "008185000017", "1985-03-02"]}


def test_the_head_is_that_of_the_log_and_the_file(made, bundle):
    box, stick, told = made
    assert bundle.head["number"] == 1 and bundle.head["previous"] == b"" and bundle.head["first"] == 1
    assert bundle.head["last"], bundle.head["eventHash"] == box.rows(
        "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")[0]
    assert told["made"][0]["sha256"] == bundle.digest.hex()


def test_attempts_are_those_of_the_table(made, bundle):
    box, *_ = made
    rows = box.rows(
        "SELECT a.id, a.person, a.audience, a.mode, a.state, a.ageYears, w.version, b.version, k.hash, a.submittedAt, "
        "a.credit, a.asked, a.passed FROM attempt a JOIN framework w ON w.id = a.framework "
        "JOIN blueprint b ON b.id = a.blueprint JOIN itemBank k ON k.id = a.bank "
        "WHERE (a.mode = 'tested' AND a.person IS NOT NULL AND a.notice IS NOT NULL) "
        "OR (a.mode = 'practice' AND a.state = 'submitted') ORDER BY a.id")
    found = [
        (a[0][1], a[1][1] if a[1] else None, a[2], a[3], a[4], a[6] if a[6] != [] else None, a[7], a[8], a[9],
         a[11] if a[11] != [] else None, *([a[14][0], a[14][1], a[14][3]] if a[14] else [None] * 3))
        for a in bundle.of(reader.ATTEMPT)]
    assert found == rows and len(rows) > 20
    areas = box.rows("SELECT attempt, area, credit, asked, needed FROM attemptArea ORDER BY attempt, area")
    assert [(a[0][1], *area) for a in bundle.of(reader.ATTEMPT) if a[14] for area in a[14][4]] == areas


def test_answers_and_slips_are_those_of_the_tables(made, bundle):
    box, *_ = made
    rows = box.rows(
        "SELECT f.attempt, f.number, i.code, i.version, f.response, f.credit FROM formItem f JOIN item i ON i.id = f.item "
        "JOIN attempt a ON a.id = f.attempt WHERE f.part = 'scored' AND a.mode = 'tested' AND a.submittedAt IS NOT NULL "
        "ORDER BY f.attempt, f.number")
    found = [(attempt[1], *row[:3], row[3] if row[3] != [] else None, row[4])
             for attempt, answers in bundle.of(reader.ANSWERS) for row in answers]
    assert found == rows and len(rows) > 100
    slips = box.rows("SELECT serial, token, attempt, bytes FROM slip ORDER BY serial")
    assert [(s[2], int.from_bytes(s[1], "big"), s[3][1], s[4]) for s in bundle.of(reader.SLIP)] == slips


def test_names_open_for_the_province_only(made, bundle):
    box, *_ = made
    people = bundle.people(reader.pair(PROVINCE))
    count = box.value("SELECT count(DISTINCT person) FROM attempt WHERE notice IS NOT NULL")
    assert len(people) == len(bundle.of(reader.PERSON)) == count
    assert len({number for _, number, _ in people.values()}) == count
    with pytest.raises(reader.Refused):
        bundle.people(reader.pair(bytes([3]) * 32))
    text = repr(bundle.records)
    assert all(name not in text and number not in text for name, number, _ in people.values())


def test_a_stick_that_was_lost_gets_the_same_bytes_again(made, tmp_path):
    box, stick, _ = made
    path, = stick.iterdir()
    seen = box.command("bundle", "again", 1, "--to", tmp_path)
    assert seen.returncode == 0 and (tmp_path / path.name).read_bytes() == path.read_bytes()
    assert box.command("bundle", "again", 2, "--to", tmp_path).returncode == 1
    assert json.loads(box.command("bundle", "list", "--json").stdout)["waiting"] == 0


def test_a_bundle_that_was_changed_in_the_box_stops_the_next_one(made):
    box, *_ = made
    path, = (box.data / "bundles").glob("*.shb")
    kept = path.read_bytes()
    path.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    seen = box.command("bundle", "export", "--to", box.data.parent / "stick", "--even-empty")
    assert seen.returncode == 1 and "not as this box made it" in seen.stderr
    path.write_bytes(kept)
