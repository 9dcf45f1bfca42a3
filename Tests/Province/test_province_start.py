"""`kiosk/province-start`: one command from nothing to a database with no network; a second run changes nothing."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import pytest

from province_of_test import BINARY, ROOT


@pytest.fixture
def folder():
    # Not below pytest's own folder: the database's user must be able to pass.
    made = pathlib.Path(tempfile.mkdtemp(prefix="sathach-start."))
    made.chmod(0o755)
    yield made / "tinh"
    pid = int((made / "tinh" / "cluster" / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGQUIT)  # what is in it is thrown away
    while pathlib.Path(f"/proc/{pid}").exists():
        pass
    shutil.rmtree(made)


def prepare(folder):
    seen = subprocess.run(
        [ROOT / "kiosk" / "province-start", "--prepare", "--data", folder], capture_output=True, text=True, timeout=120,
        env={**os.environ, "SATHACH_PROGRAMS": str(BINARY.parent)})
    assert seen.returncode == 0, seen.stderr
    return seen.stdout


def test_one_command_sets_up_and_a_second_run_changes_nothing(folder):
    first = prepare(folder)
    made = re.compile("^key [0-9a-f]{16}, fingerprint ", re.M)
    assert made.search(first) and "bundles are sealed to" in first and "Ready:" in first
    keys = {file.name: file.read_bytes() for file in (folder / "keys").iterdir()}
    assert {"province.key", "province.pub"} <= keys.keys()
    assert all((folder / "keys" / name).stat().st_mode & 0o077 == 0 for name in keys if name.endswith(".key"))
    address = next(line for line in first.splitlines() if line.startswith("Database: ")).split(": ", 1)[1]
    told = subprocess.run(
        [BINARY, "user", "add", "lan", "--name", "Lan", "--data", folder, "--database", address], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr

    assert not made.search(prepare(folder))
    assert {file.name: file.read_bytes() for file in (folder / "keys").iterdir() if file.name in keys} == keys
    listed = subprocess.run([BINARY, "user", "list", "--data", folder, "--database", address], capture_output=True, text=True)
    assert listed.stdout.startswith("lan\t")
    settings = (folder / "cluster" / "postgresql.conf").read_text()
    assert settings.count("listen_addresses = ''") == 1 and "host" not in (folder / "cluster" / "pg_hba.conf").read_text()
