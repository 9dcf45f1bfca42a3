"""The unit as it is shipped: what systemd says of it, what somebody in the service could do, and a day under it."""

import contextlib
import io
import json
import os
import re
import signal
import subprocess

import openpyxl
import pytest

from backup_world import Safe, wait_for
from badges import Colleague
from client import Client
from desk_world import DeskBox, hire
from paper_world import dots_of, find_symbol
from unit_world import UNIT, UnitBox, network_of, why_not
from world import DUNG, HOA, SUONG, strangers

WORST = 1.2
QUIZ = "::Câu::Ai được biết mật khẩu?{=Chỉ mình tôi ~Người quen ~Cán bộ}".encode()


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A box with its office, served by systemd, and its officer; the thread sits in its network."""
    if reason := why_not():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("unit")
    made = DeskBox(folder / "made", **{"backup-to": "/media/stick"})
    made.set_up()
    made.end()
    Safe(made, folder)
    password = hire(made, "minh", "Hoàng Minh", "officer")
    box = UnitBox(folder / "box", made)
    try:
        box.start()
        with network_of(box.systemd):
            box.officer = Colleague(box).sign_in("minh", password)
            yield box
    finally:
        box.end()


def test_systemd_finds_little_left_to_take_away():
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", UNIT], capture_output=True, text=True)
    level = float(re.search(r"Overall exposure level for sathach.service: ([\d.]+)", told.stdout)[1])
    print(f"systemd-analyze security: {level}")
    assert level <= WORST
    # The office's network is open in this figure.
    assert "IPAddressAllow=localhost link-local 10.0.0.0/8" in UNIT.read_text()


def test_systemd_reads_the_unit_without_a_word(day):
    told = day.inside("systemd-analyze", "verify", "/run/systemd/system/sathach.service")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_the_process_has_no_rights_and_its_system_calls_are_filtered(day):
    status = day.status()
    assert {status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")} == {"0" * 16}
    assert status["NoNewPrivs"] == "1" and status["Seccomp"] == "2" and "0" not in status["Uid"].split()


def test_somebody_in_the_service_is_refused_whatever_it_does_not_need(day):
    outcomes = json.loads((day.data / "probe.json").read_text())
    done = [name for name, outcome in outcomes.items() if outcome == "done"]
    assert len(outcomes) > 15 and done == []
    assert outcomes["call a server"] == outcomes["call this machine's services"] == "EPERM"


def test_a_test_is_taken_and_its_slip_read_back_and_printed(day):
    client = Client(day)
    result = client.take_test(HOA)
    sheet = client.press(result.page, "/prints", ("size", "a5")).location
    assert find_symbol(dots_of(client.get(f"{sheet}.png").body))


def test_the_desk_seats_and_the_office_reports_and_takes_in(day):
    seating = day.officer.get("/desk/seating").page
    assert day.officer.press(seating, "/desk/seating", card=SUONG.card).status == 200
    report = day.officer.get("/office/reports/pass-rates/year-2026/by-hamlet/internal.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(report.body)).active.max_row > 1
    form = day.officer.get("/office/items").page.form("/office/items")
    seen = day.officer.upload("/office/items", form.fields, "cau.gift", QUIZ)
    assert seen.status == 200 and "Ai được biết mật khẩu?" in seen.text


def test_a_stick_that_is_put_in_later_takes_a_backup(day):
    assert day.inside("sh", "-c", "mkdir -p /media/stick && mount -t tmpfs -o mode=777 tmpfs /media/stick").returncode == 0
    page = day.officer.get("/office/backups").page
    day.officer.press(page, "/office/backups")
    wait_for(lambda: list((day.root / "media/stick").glob("*.sathach*")))


def test_it_is_stopped_started_and_goes_on_where_it_was(day):
    client = Client(day)
    client.begin_test()
    before = day.server
    assert day.inside("systemctl", "restart", "sathach.service").returncode == 0
    day.await_unit()
    client.hang_up()
    assert day.server != before and client.get(f"/attempts/{client.attempt}/seat").status == 200
    assert "Result=success" in day.inside("systemctl", "show", "sathach.service", "--property=Result").stdout
    assert day.refusals() == []


# Name of the drop-in; what systemd then says of the unit; what somebody in the service then gets.
DROP_INS = [
    ("printer-usb.conf", {"PrivateDevices": "no", "SupplementaryGroups": "lp", "DeviceAllow": "char-usb rw"}, "EPERM"),
    ("printer-cups.conf", {"PrivateDevices": "yes"}, "ENOENT"),
]


@pytest.mark.parametrize("name, properties, answer", DROP_INS)
def test_a_drop_in_for_a_printer_opens_what_it_says_and_nothing_else(day, name, properties, answer):
    place = day.root / "run/systemd/system/sathach.service.d" / name
    place.write_bytes((UNIT.parent / name).read_bytes())
    (day.data / "probe.json").unlink()
    try:
        for words in (["daemon-reload"], ["restart", "sathach.service"]):
            assert day.inside("systemctl", *words).returncode == 0
        day.await_unit()
        told = day.inside("systemctl", "show", "sathach.service", *[f"--property={key}" for key in properties]).stdout
        assert dict(line.split("=", 1) for line in told.splitlines()) == properties
        outcomes = json.loads((day.data / "probe.json").read_text())
        assert outcomes["call the print system"] == answer
        assert "done" not in (outcomes["become root"], outcomes["write settings of the machine"], outcomes["call a server"])
    finally:
        place.unlink()
        # These starts are not to be counted against it.
        day.inside("systemctl", "reset-failed", "sathach.service")


def test_keys_that_are_sealed_to_the_machine_open_what_they_always_opened(day):
    """By the steps that keys.conf tells. Who left a test open is known by name, and slips are signed."""
    dung = Client(day)
    dung.begin_test()
    dung.sit_down(DUNG)
    keys, sealed = "/var/lib/sathach/keys", "/etc/credstore.encrypted"
    assert day.inside("systemctl", "stop", "sathach.service").returncode == 0
    assert day.inside("mkdir", "-p", sealed).returncode == 0
    for key in ("data.key", "slip.key"):
        made = day.inside("systemd-creds", "encrypt", "--with-key=auto", f"--name=sathach-{key}", f"{keys}/{key}", f"{sealed}/sathach-{key}")
        assert made.returncode == 0, made.stderr
    gone = "shred -u " + " ".join(f"{keys}/{name}" for name in ("data.key", "data.key.copy", "slip.key", "slip.key.copy"))
    assert day.inside("sh", "-c", f"{gone}; ls {keys}").stdout.split() == ["recovery.pub"]
    (day.root / "run/systemd/system/sathach.service.d/keys.conf").write_text((UNIT.parent / "keys.conf").read_text())
    assert day.inside("systemctl", "daemon-reload").returncode == 0
    assert day.inside("systemctl", "start", "sathach.service").returncode == 0
    day.await_unit()
    dung.hang_up()
    assert "Bài của T. V. Dũng" in dung.get("/").text, day.said()
    stranger = Client(day)
    sheet = stranger.press(stranger.take_test(next(strangers())).page, "/prints", ("size", "a5")).location
    assert find_symbol(dots_of(stranger.get(f"{sheet}.png").body)) and day.refusals() == []


def test_a_service_that_dies_again_and_again_is_started_again_and_then_left(day):
    deaths = 0
    while property_of(day, "ActiveState") != "failed":
        died = day.server
        os.kill(died, signal.SIGKILL)
        deaths += 1
        wait_for(lambda: property_of(day, "ActiveState") == "failed" or is_up_as_another(day, died))
    # The starts of the tests before it count too.
    assert 5 <= deaths <= 10


def property_of(day, name):
    return day.inside("systemctl", "show", "sathach.service", "--value", f"--property={name}").stdout.strip()


def is_up_as_another(day, died):
    with contextlib.suppress(IndexError, OSError):
        return property_of(day, "ActiveState") == "active" and day.server != died
