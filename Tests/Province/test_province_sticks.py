"""Everything that happens to sticks on their way: each bundle counts once, or somebody reads why it does not."""

import hashlib
import json
import os
import zlib

import cbor2
import nacl.public
import nacl.signing
import pytest
from bundle_of_test import NOON, Box, Stick

SAU, HAI, BA = "002159000111", "002060000222", "002161000333"
ONE_PASSED = (1, 1, 1, 1)


@pytest.fixture
def stick(tmp_path):
    return Stick(tmp_path / "stick")


@pytest.fixture
def na_hang(province, tmp_path):
    return trusted(province, tmp_path, Box("02215-1"))


def trusted(province, tmp_path, box, **more):
    path = tmp_path / f"{box.issuer}-{len(list(tmp_path.iterdir()))}.json"
    path.write_text(json.dumps([box.trusted(**more)]))
    province.run("trust", path)
    return box


def passed(box, attempt=1, person=1, citizen=SAU, **more):
    return [box.person(person, citizen), box.attempt(attempt, person, **more), box.responses(attempt)]


def ledger(province):
    return {(int(number), state): (reason, fact) for number, state, reason, fact in province.rows(
        "SELECT number, state, coalesce(reason, ''), coalesce(fact, '') FROM bundle")}


def test_a_bundle_delivered_twice_counts_once(province, na_hang, stick):
    name = stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    assert province.take(stick.folder) == {name: "applied"}
    assert province.take(stick.folder) == {name: "again"}
    assert province.totals() == province.totals("02215") == ONE_PASSED


def test_later_numbers_wait_for_the_missing_one_and_follow_by_themselves(province, na_hang, stick):
    bundles = [na_hang.bundle(province, passed(na_hang, attempt, at=NOON + attempt)) for attempt in (1, 2, 3)]
    for number in (3, 2):
        na_hang.number = number
        stick.put(na_hang, bundles[number - 1])
    assert set(province.take(stick.folder).values()) == {"gap"}
    assert ledger(province)[(3, "waiting")] == ("gap", "1")
    assert province.totals() == (0, 0, 0, 0)

    stick.clear()
    na_hang.number = 1
    stick.put(na_hang, bundles[0])
    assert list(province.take(stick.folder).values()) == ["applied"] * 3
    assert {state for _, state in ledger(province)} == {"applied"}
    assert province.totals() == (1, 1, 3, 3)
    assert not list((province.home / "waiting").iterdir())


def test_a_file_cut_anywhere_is_refused_and_the_whole_one_still_counts(province, na_hang, stick):
    whole = na_hang.bundle(province, passed(na_hang))
    for place, length in enumerate([0, 3, 8, 40, len(whole) // 2, len(whole) - 1]):
        stick.put(na_hang, whole[:length], f"cut-{place}.shb")
    assert set(province.take(stick.folder, expect=1).values()) == {"damaged"}
    stick.clear()
    stick.put(na_hang, whole)
    assert list(province.take(stick.folder).values()) == ["applied"]


def test_no_changed_byte_is_taken(province, na_hang, stick):
    whole = na_hang.bundle(province, passed(na_hang))
    for place in range(0, len(whole), 23):
        changed = bytearray(whole)
        changed[place] ^= 0x10
        stick.put(na_hang, bytes(changed), f"changed-{place}.shb")
    outcomes = set(province.take(stick.folder, expect=1).values())
    assert outcomes <= {"damaged", "forged", "unknown-key", "later-version"}
    assert province.number("SELECT count(*) FROM attempt") == 0


@pytest.mark.parametrize("why", ["unknown-key", "forged", "key-of-another-box", "other-province", "later-version",
                                 "sample"])
def test_what_is_not_from_a_box_of_this_province_is_refused_and_says_why(why, province, na_hang, stick, tmp_path):
    stranger = Box("02218-1")
    if why == "unknown-key":
        whole = stranger.bundle(province, passed(stranger))
    elif why == "forged":
        whole = na_hang.bundle(province, passed(na_hang), key=nacl.signing.SigningKey.generate())
    elif why == "key-of-another-box":
        stranger.key = na_hang.key
        whole = stranger.bundle(province, passed(stranger))
    elif why == "other-province":
        elsewhere = bytes(nacl.public.PrivateKey.generate().public_key)
        whole = na_hang.bundle(province, passed(na_hang), recipient=elsewhere)
    elif why == "later-version":
        whole = na_hang.bundle(province, passed(na_hang), version=9)
    else:
        whole = Box("00000-demo").bundle(province, [])
    name = stick.put(na_hang, whole)
    assert province.take(stick.folder, expect=1) == {name: why}
    assert province.totals() == (0, 0, 0, 0)


def test_a_file_of_a_gibibyte_is_refused_unread(province, na_hang, stick):
    name = stick.put(na_hang, b"SHSB")
    os.truncate(stick.folder / name, 1 << 30)
    assert province.take(stick.folder, expect=1) == {name: "too-large"}


def test_a_small_body_that_swells_is_given_up_where_the_head_is_passed(province, na_hang, stick):
    name = stick.put(na_hang, na_hang.bundle(province, [], body=zlib.compress(bytes(200 << 20)), unpacked=1000))
    assert province.take(stick.folder, expect=1) == {name: "unreadable"}


def test_a_withdrawn_key_counts_only_where_the_next_bundle_vouches_for_it(province, na_hang, stick, tmp_path):
    old = na_hang.bundle(province, passed(na_hang))
    trusted(province, tmp_path, na_hang, withdrawnFromSerial=1)
    name = stick.put(na_hang, old)
    assert province.take(stick.folder) == {name: "withdrawn-key"}

    renewed = trusted(province, tmp_path, Box("02215-1", seed="after the rotation"))
    renewed.number, renewed.previous = 1, na_hang.previous
    stick.clear()
    stick.put(renewed, renewed.bundle(province, passed(renewed, 2, at=NOON + 1)))
    assert list(province.take(stick.folder).values()) == ["applied", "applied"]
    assert province.totals() == (1, 1, 2, 2)


@pytest.mark.parametrize("made_at", [0, 7_258_118_400], ids=["1970", "2200"])
def test_a_box_whose_clock_is_wrong_is_taken_by_its_numbers(made_at, province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, at=made_at * 1000), made_at=made_at))
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2)))
    assert set(province.take(stick.folder).values()) == {"applied"}
    assert province.totals() == ONE_PASSED  # attempts of no known year are in no period
    assert province.number("SELECT count(*) FROM attempt WHERE is_counted") == 2


def test_a_restored_box_takes_nothing_back_and_counts_nothing_twice(province, na_hang, stick, tmp_path):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang) + [na_hang.person(2, HAI, sex="male"),
                                                                   na_hang.attempt(2, 2, at=NOON + 5)]))
    province.take(stick.folder)
    # Restored from before the end of the second attempt, under another number, with the old rows in it.
    restored = trusted(province, tmp_path, Box("02215-2"))
    stick.put(restored, restored.bundle(province, [
        restored.person(1, SAU, origin="02215-1"), restored.attempt(1, 1, origin="02215-1"),
        restored.person(2, HAI, sex="male", origin="02215-1"),
        restored.attempt(2, 2, origin="02215-1", state="in-progress"),
        restored.attempt(3, 2, person_origin="02215-1", at=NOON + 9, right=5)]))
    province.take(stick.folder)
    assert province.totals("02215") == (2, 2, 3, 2)


def test_a_box_speaks_for_its_own_commune_only(province, na_hang, stick):
    records = passed(na_hang) + [na_hang.attempt(9, 1, origin="02218-1")]
    name = stick.put(na_hang, na_hang.bundle(province, records))
    assert province.take(stick.folder, expect=1) == {name: "unreadable"}
    assert province.number("SELECT count(*) FROM attempt") == 0


def test_two_different_bundles_of_one_number_are_told_and_the_first_stays(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    province.take(stick.folder)
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2), number=1, previous=b""))
    assert list(province.take(stick.folder, expect=1).values()) == ["other-of-this-number"]
    stick.clear()
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2), number=2, previous=b"\2" * 32))
    assert list(province.take(stick.folder, expect=1).values()) == ["other-past"]
    assert province.totals() == ONE_PASSED


def test_somebody_of_two_communes_is_one_person_of_the_province(province, na_hang, stick, tmp_path):
    lam_binh = trusted(province, tmp_path, Box("02218-1"))
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, right=5)))
    stick.put(lam_binh, lam_binh.bundle(province, passed(lam_binh, at=NOON + 1)))
    province.take(stick.folder)
    assert province.totals("02215") == (1, 0, 1, 0)
    assert province.totals("02218") == ONE_PASSED
    assert province.totals() == (1, 1, 2, 1)


def test_a_number_that_an_office_made_names_nobody_elsewhere(province, na_hang, stick, tmp_path):
    lam_binh = trusted(province, tmp_path, Box("02218-1"))
    for box in (na_hang, lam_binh):
        stick.put(box, box.bundle(province, passed(box, citizen="000160123456")))
    province.take(stick.folder)
    assert province.totals() == (2, 2, 2, 2)


def test_corrections_move_a_person_from_cell_to_cell(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.person(1, SAU, sex="male"),
                                                 na_hang.attempt(1, 1, right=11, help=1)]))
    province.take(stick.folder)
    rows = province.rows("""SELECT DISTINCT commune, sex, is_assisted, people, passed FROM report_cell
      WHERE kind = 'month' AND people <> 0""")
    assert sorted(rows) == [("02215", "male", "t", "1", "0")]


def test_two_records_of_one_person_become_one_and_a_void_attempt_counts_no_more(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang) + passed(na_hang, 2, 2, HAI, at=NOON + 1)))
    province.take(stick.folder)
    assert province.totals() == (2, 2, 2, 2)
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(2, 1, at=NOON + 1), na_hang.merge(2, 1)]))
    province.take(stick.folder)
    assert province.totals() == (1, 1, 2, 2)
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(1, 1, state="voided")]))
    province.take(stick.folder)
    assert province.totals() == ONE_PASSED


def test_what_a_late_record_says_of_a_merged_person_is_said_of_the_one_that_stayed(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang) + passed(na_hang, 2, 2, HAI, at=NOON + 1)))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.merge(2, 1), na_hang.attempt(2, 1, at=NOON + 1)]))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(3, 2, at=NOON + 2)]))
    province.take(stick.folder)
    assert province.totals() == province.totals("02215") == (1, 1, 3, 3)


def test_an_attempt_that_comes_under_the_merged_record_counts_for_the_one_that_stayed(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang) + passed(na_hang, 2, 2, HAI, at=NOON + 1)))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(2, 2, at=NOON + 1), na_hang.merge(2, 1)]))
    province.take(stick.folder)
    assert province.totals() == province.totals("02215") == (1, 1, 2, 2)


def test_records_merged_one_after_the_other_in_one_bundle_all_lead_to_the_last(province, na_hang, stick):
    three = [passed(na_hang, 1, 1, SAU), passed(na_hang, 2, 2, HAI, at=NOON + 1), passed(na_hang, 3, 3, BA, at=NOON + 2)]
    stick.put(na_hang, na_hang.bundle(province, sum(three, [])))
    stick.put(na_hang, na_hang.bundle(province, [
        na_hang.merge(1, 2), na_hang.attempt(1, 2), na_hang.merge(2, 3), na_hang.attempt(1, 3),
        na_hang.attempt(2, 3, at=NOON + 1)]))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(4, 1, at=NOON + 3)]))
    province.take(stick.folder)
    assert dict(province.rows("SELECT person, merged_person FROM box_person WHERE person < 3")) == {"1": "3", "2": "3"}
    assert province.totals() == province.totals("02215") == (1, 1, 4, 4)


def test_a_newcomer_whose_number_was_here_under_another_record_is_no_second_person(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2, 2, SAU, at=NOON + 1) + passed(na_hang, 3, 3, HAI)))
    province.take(stick.folder)
    assert province.totals() == province.totals("02215") == (2, 2, 3, 3)
    province.run("recount")
    assert province.totals() == (2, 2, 3, 3)


def test_an_attempt_whose_person_comes_later_counts_at_once_and_then_for_that_person(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, [na_hang.attempt(1, 1)]))
    province.take(stick.folder)
    assert province.totals() == ONE_PASSED
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2, 2) + [na_hang.person(1, SAU)]))
    province.take(stick.folder)
    assert province.totals() == province.totals("02215") == (1, 1, 2, 2)


def test_attempts_count_in_whatever_order_they_end(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 5, 2, HAI, at=NOON + 5)))
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 6, at=NOON + 6) + passed(na_hang, 3, 3, SAU, at=NOON + 3)))
    assert set(province.take(stick.folder).values()) == {"applied"}
    assert province.totals() == (2, 2, 3, 3)
    assert province.number("SELECT sum(attempts) FROM report_cell WHERE kind = 'year' AND scope = '' AND is_later") == 1


def test_of_two_words_in_one_bundle_the_last_holds(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, [
        na_hang.person(1, HAI), na_hang.attempt(1, 1, right=20), na_hang.responses(1, chosen="b"),
        na_hang.attempt(1, 1, right=5), na_hang.responses(1, chosen="c"), na_hang.person(1, SAU, sex="male")]))
    province.take(stick.folder)
    assert province.totals() == (1, 0, 1, 0)
    assert province.rows("SELECT DISTINCT sex, key FROM attempt") == [("male", "\\x" + person_key(province, f"citizen {SAU}"))]
    record, = province.rows("SELECT record FROM answers")
    assert cbor2.loads(bytes.fromhex(record[0][2:]))[2][0][3] == "c"


def test_two_records_of_one_person_may_come_and_be_joined_in_one_bundle(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, [
        *passed(na_hang), *passed(na_hang, 2, 2, HAI, at=NOON + 1), na_hang.attempt(2, 1, at=NOON + 1), na_hang.merge(2, 1),
        na_hang.attempt(3, 2, at=NOON + 2)]))
    province.take(stick.folder)
    assert province.totals() == (1, 1, 3, 3)
    province.run("recount")
    assert province.totals() == (1, 1, 3, 3)


def test_a_box_that_gives_a_number_twice_loses_nothing(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang) + [na_hang.slip(7, 1)]))
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang, 2, 2, HAI) + [na_hang.slip(7, 2), na_hang.slip(8, 2)]))
    assert set(province.take(stick.folder).values()) == {"applied"}
    assert province.totals() == (2, 2, 2, 2)
    assert province.rows("SELECT token, attempt FROM slip ORDER BY token") == [("7", "1"), ("8", "2")]
    assert province.number("SELECT count(*) FROM answers") == 2


def test_a_bundle_of_more_than_is_remembered_counts_each_attempt_once(province, na_hang, stick):
    numbers = range(1, 20_101)
    stick.put(na_hang, na_hang.bundle(province, [
        *(record for number in numbers for record in (
            na_hang.person(number, f"0021590{number:05}"), na_hang.attempt(number, number, at=NOON + number))),
        na_hang.attempt(1, 1, right=5), na_hang.attempt(20_100, 20_100, right=5)]))
    assert set(province.take(stick.folder).values()) == {"applied"}
    assert province.totals() == (20_100, 20_098, 20_100, 20_098)


def test_an_answer_that_comes_again_replaces_its_place_alone(province, na_hang, stick):
    rows = [[place, f"m1-{place}", 1, "a", 100, 30, NOON] for place in (1, 2, 3)]
    changed = [3, na_hang.id(1), [[2, "m1-2", 1, "b", 0, 30, NOON]]]
    stick.put(na_hang, na_hang.bundle(province, [na_hang.person(1, SAU), na_hang.attempt(1, 1), [3, na_hang.id(1), rows]]))
    stick.put(na_hang, na_hang.bundle(province, [changed]))
    province.take(stick.folder)
    kept = [cbor2.loads(bytes.fromhex(record[2:])) for record, in province.rows("SELECT record FROM answers")]
    assert [row[:4] for record in kept for row in record[2]] == [
        [1, "m1-1", 1, "a"], [2, "m1-2", 1, "b"], [3, "m1-3", 1, "a"]]


def test_erasure_takes_who_it_was_and_what_was_answered_and_leaves_the_counts(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    province.take(stick.folder)
    key = province.rows("SELECT key FROM box_person")[0]
    stick.put(na_hang, na_hang.bundle(province, [na_hang.erasure(1)]))
    # An older state, as from a box restored later, brings nobody back.
    stick.put(na_hang, na_hang.bundle(province, [na_hang.person(1, SAU)]))
    province.take(stick.folder)
    assert province.totals() == province.totals("02215") == ONE_PASSED
    assert province.rows("SELECT personal IS NULL, is_erased FROM box_person") == [("t", "t")]
    assert province.number("SELECT count(*) FROM answers") == 0
    assert province.rows("SELECT key FROM box_person")[0] != key
    province.run("recount")
    assert province.totals() == ONE_PASSED


def test_two_records_of_one_number_erased_in_one_bundle_leave_no_hash_of_it(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(
        province, passed(na_hang) + passed(na_hang, 2, 2, SAU, at=NOON + 1) + passed(na_hang, 3, 3, HAI, at=NOON + 2)))
    province.take(stick.folder)
    keys = dict(province.rows("SELECT person, key FROM box_person"))
    stick.put(na_hang, na_hang.bundle(province, [na_hang.erasure(1), na_hang.erasure(2), na_hang.erasure(2)]))
    province.take(stick.folder)
    for table in ("box_person", "attempt", "person_place"):
        left = {key for key, in province.rows(f"SELECT key FROM {table}")}
        assert keys["1"] not in left and keys["3"] in left and len(left) == 2
    assert province.rows("SELECT attempt FROM answers") == [("3",)]
    province.run("recount")
    assert province.totals() == province.totals("02215") == (2, 2, 3, 3)


def person_key(province, words):
    """As Province.md says it."""
    secret = (province.home / "keys/people.key").read_bytes()
    subkey = hashlib.blake2b(digest_size=32, key=secret, salt=(1).to_bytes(8, "little") + bytes(8),
                             person=b"person__" + bytes(8)).digest()
    return hashlib.blake2b(words.encode(), digest_size=16, key=subkey).hexdigest()


def test_names_and_numbers_lie_sealed_in_the_database(province, na_hang, stick):
    stick.put(na_hang, na_hang.bundle(province, passed(na_hang)))
    province.take(stick.folder)
    for table in ("box_person", "attempt", "person_place", "bundle"):
        text = str(province.rows(f"SELECT * FROM {table}"))
        assert SAU not in text and SAU.encode().hex() not in text and "Sáu".encode().hex() not in text
    assert province.rows("SELECT key FROM attempt") == [("\\x" + person_key(province, f"citizen {SAU}"),)]
    assert all(path.stat().st_mode & 0o077 == 0 for path in (province.home / "keys").glob("*.key"))


def test_two_imports_of_one_stick_at_once_take_each_bundle_once(province, na_hang, stick):
    for attempt in range(1, 9):
        stick.put(na_hang, na_hang.bundle(province, passed(na_hang, attempt, at=NOON + attempt)))
    running = [province.start("import", stick.folder, "--json") for _ in range(3)]
    outcomes = [json.loads(line)["state"] for process in running for line in process.communicate(timeout=60)[0].splitlines()]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert outcomes.count("applied") == 8 and set(outcomes) == {"applied", "again"}
    assert province.totals() == (1, 1, 8, 8)
