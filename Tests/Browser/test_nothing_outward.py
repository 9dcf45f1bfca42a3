"""No way out is taken, and none is needed: the whole way in a network that has nothing but loopback, and every call that the server makes."""

import os
import re
import subprocess
import sys

import pytest

from backup_world import Safe, wait_for
from badges import Colleague
from bank import ROOT
from box import BINARY
from client import Client
from desk_world import DeskBox, hire
from unit_world import UNIT
from world import HOA, SUONG

QUIZ = "::Câu::Ai được biết mật khẩu?{=Chỉ mình tôi ~Người quen ~Cán bộ}".encode()
# A resident is seated, tested, printed for and checked, each at a browser of their own.
JOURNEY = "Tests/Browser/test_desk_journey.py"
ALONE = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
# "7  connect(5, {sa_family=AF_UNIX, …": the process, then the call.
CALL = re.compile(r"^\d+ +(?:<\.\.\. )?([a-z_0-9]+)[( ]", re.M)


def alone(*words):
    """Runs where no packet has anywhere to go."""
    script = 'ip link set lo up && test "$(ip -o link | wc -l)" = 1 && test -z "$(ip route)" && exec "$@"'
    return subprocess.run([*ALONE, "sh", "-c", script, "sh", *words], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "SATHACH": str(BINARY)}, cwd=ROOT)


def test_the_way_of_residents_and_desk_passes_without_a_network():
    if alone("true").returncode != 0:
        pytest.skip("this machine gives nobody a network of their own")
    told = alone(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", JOURNEY)
    assert told.returncode == 0, told.stdout[-3000:] + told.stderr[-1000:]
    assert re.search(r"\b1 passed", told.stdout)


class WatchedBox(DeskBox):
    """Every call to the kernel is written down, of the server and of all that it starts."""

    watched = False

    @property
    def calls(self):
        return self.data.with_name("calls")

    def program(self):
        # With -D the server itself is our child, and gets our signals.
        return ["strace", "-D", "-f", "-qq", "-s", "0", "-o", str(self.calls)] if self.watched else []


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    folder = tmp_path_factory.mktemp("watched")
    stick = folder / "stick"
    stick.mkdir()
    box = WatchedBox(folder / "data", **{"backup-to": stick})
    box.set_up()
    box.end()
    Safe(box, folder)
    password = hire(box, "minh", "Hoàng Minh", "officer")
    box.watched = True
    box.start()
    work_a_day(box, Colleague(box).sign_in("minh", password))
    wait_for(lambda: list(stick.iterdir()))
    box.end()
    return box.calls.read_text(errors="replace")


def work_a_day(box, officer):
    """One of each kind of work: pages, a test, a slip, a sheet, a report, a file from outside, a backup."""
    client = Client(box)
    result = client.take_test(HOA)
    assert client.get(client.press(result.page, "/prints", ("size", "a5")).location + ".png").status == 200
    officer.press(officer.get("/desk/seating").page, "/desk/seating", card=SUONG.card)
    assert officer.get("/office/reports/pass-rates/year-2026/by-hamlet/internal.xlsx").status == 200
    form = officer.get("/office/items").page.form("/office/items")
    assert officer.upload("/office/items", form.fields, "cau.gift", QUIZ).status == 200
    officer.press(officer.get("/office/backups").page, "/office/backups")


def test_no_connection_is_asked_for_by_the_server_or_what_it_starts(calls):
    assert len(re.findall(r" execve\(", calls)) >= 3, "the readers of symbols and of files are watched too"
    assert re.findall(r"^.*\bconnect\(.*$", calls, re.M) == []
    assert set(re.findall(r"sa_family=(AF_\w+)", calls)) <= {"AF_INET", "AF_INET6"}
    assert set(re.findall(r"bind\([^)]*inet_addr\(\"([\d.]+)\"", calls)) <= {"127.0.0.1"}


def group(name):
    """A list of system calls by its name, with those inside it."""
    told = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True)
    words = [line.strip() for line in told.stdout.splitlines()[1:] if line.strip() and not line.strip().startswith("#")]
    return {word for word in words if not word.startswith("@")}.union(
        *(group(word) for word in words if word.startswith("@")))


def allowed():
    """What the unit lets through, line by line as systemd reads it."""
    calls = set()
    for line in re.findall(r"^SystemCallFilter=(.*)$", UNIT.read_text(), re.M):
        words = line.removeprefix("~").split()
        named = set().union(*(group(word) if word.startswith("@") else {word} for word in words))
        calls = calls - named if line.startswith("~") else calls | named
    return calls


def test_whatever_it_asks_of_the_kernel_is_on_the_list_of_the_unit(calls):
    # SQLite gives its files to the database's owner where it runs as root, as the service never does.
    used = set(CALL.findall(calls)) - {"resumed", "fchown"}
    print(f"{len(used)} system calls used, {len(allowed())} allowed")
    assert len(used) > 40 and used - allowed() == set()
