"""The importer and PostgreSQL are stopped at any moment, the disk fills up, the server is lost: nothing is lost, and nothing
counts twice."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time

import counts_of_test
import pytest
from postgres_of_test import Postgres
from province_of_test import Province

LONG = "LONG" in os.environ
BOXES, ATTEMPTS = 4, 800


@pytest.fixture(scope="module")
def own():
    """A server that may be killed."""
    server = Postgres(["fsync=off", "wal_level=replica", "max_wal_senders=3"]).made().start()
    yield server
    server.remove()


@pytest.fixture
def loaded(own, tmp_path):
    """A province that has nothing yet, with the bundles of six boxes before it."""
    province = Province(own)
    province.run("simulate", "--boxes", BOXES, "--attempts", ATTEMPTS, "--seed", 3, "--disorder", "--to", tmp_path / "all")
    province.run("trust", tmp_path / "all/keys.json")
    yield province, tmp_path / "all"
    shutil.rmtree(province.home, ignore_errors=True)


def assert_whole(province, everything):
    for stick in sorted(everything.glob("stick-*")):
        province.take(stick)
    assert set(province.rows("SELECT DISTINCT state FROM bundle")) == {("applied",)}
    counts_of_test.assert_equal(counts_of_test.kept(province), counts_of_test.from_ledger(everything / "ledger.jsonl"))
    province.run("recount")
    counts_of_test.assert_equal(counts_of_test.kept(province), counts_of_test.from_ledger(everything / "ledger.jsonl"))


def test_the_importer_is_killed_at_any_moment(loaded):
    province, everything = loaded
    dice = random.Random(1)
    sticks = sorted(everything.glob("stick-*"))
    for _ in range(200 if LONG else 6):
        process = province.start("import", dice.choice(sticks))
        time.sleep(dice.random() * 0.3)
        process.kill()
        process.communicate()
    assert_whole(province, everything)


def test_postgresql_is_killed_at_any_moment(loaded, own):
    province, everything = loaded
    dice = random.Random(2)
    for _ in range(40 if LONG else 2):
        process = province.start("import", dice.choice(sorted(everything.glob("stick-*"))))
        time.sleep(0.1 + dice.random() * 0.4)
        own.kill()
        _, err = process.communicate(timeout=60)
        assert process.returncode in (0, 3), err
        if process.returncode == 3:
            assert "the database does not answer" in err
        own.start()
    assert_whole(province, everything)


def test_without_a_database_the_import_says_so_and_the_stick_keeps_everything(loaded, own):
    province, everything = loaded
    own.stop()
    process = province.start("import", everything / "stick-1")
    _, err = process.communicate(timeout=60)
    own.start()
    assert process.returncode == 3 and "the database does not answer" in err
    assert_whole(province, everything)


@pytest.fixture
def small_disk():
    place = pathlib.Path(tempfile.mkdtemp(prefix="sathach-disk."))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("no file system can be made here")
    place.chmod(0o755)
    yield place
    subprocess.run(["umount", "-l", place], check=True)
    place.rmdir()


def test_a_full_disk_takes_nothing_back_and_once_there_is_room_all_is_there(small_disk, tmp_path):
    server = Postgres(["fsync=off", "max_wal_size=32MB", "min_wal_size=4MB"], folder=small_disk / "pg")
    try:
        server.made("--wal-segsize=1").start()
        province = Province(server, home=tmp_path / "home")
        province.run("simulate", "--boxes", BOXES, "--attempts", ATTEMPTS, "--seed", 3, "--to", tmp_path / "all")
        province.run("trust", tmp_path / "all/keys.json")
        filler = small_disk / "filler"
        room = shutil.disk_usage(small_disk).free - (1 << 20)
        filler.write_bytes(bytes(room))
        process = province.start("import", tmp_path / "all/stick-1")
        _, err = process.communicate(timeout=120)
        assert process.returncode == 3, err
        assert "disk is full" in err or "does not answer" in err
        filler.unlink()
        if not pathlib.Path(server.cluster / "postmaster.pid").exists():
            server.start()
        wait_for(server)
        assert_whole(province, tmp_path / "all")
    finally:
        server.remove()


def wait_for(server):
    """A server that ran out of room for its log starts anew by itself."""
    for _ in range(300):
        try:
            return server.rows("postgres", "SELECT 1")
        except subprocess.CalledProcessError:
            time.sleep(0.1)
    raise AssertionError("PostgreSQL did not come back")


def test_after_fail_over_to_the_replica_the_last_bundles_are_delivered_again(loaded, own):
    province, everything = loaded
    replica = Postgres(own.settings[2:])
    try:
        own.run("pg_basebackup", "-h", own.folder, "-U", "sathach", "-D", replica.cluster, "-R", "-X", "stream", "-c", "fast")
        replica.start()
        sticks = sorted(everything.glob("stick-*"))
        for stick in sticks[:2]:
            province.take(stick)
        # Readers may use it meanwhile, and nobody can write there.
        assert replica.rows(province.database, "SELECT pg_is_in_recovery()") == [("t",)]

        last = province.start("import", sticks[2])
        time.sleep(0.2)
        own.kill()
        last.communicate(timeout=60)
        replica.run("pg_ctl", "-D", replica.cluster, "-w", "promote")
        province.postgres = replica
        assert_whole(province, everything)
    finally:
        province.postgres = own
        replica.remove()
        own.start()
