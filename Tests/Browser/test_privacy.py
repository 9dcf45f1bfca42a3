"""Bà Hoa asks what is kept of her, takes it home and has it erased; no copy of the box tells who she was."""

import json
import os
import shutil

from backup_world import Safe, Stick, lose, new_box, restore, tells_nobody, told
from client import Client
from test_office_plan import minh, office  # noqa: F401
from world import HOA

NAME, NUMBER = HOA.name, HOA.number


def picture(minh, name):
    if folder := os.environ.get("PICTURES"):
        minh.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def rates(box):
    seen = box.command("report", "pass-rates", "--period", "year-2026", "--json")
    assert seen.returncode == 0, seen.stderr
    return [line for line in json.loads(seen.stdout)["rows"]]


def erase(minh, person):
    minh.open(f"/office/people/{person}/erasure")
    minh.page.select_option("[name=reason]", "asked")
    minh.fill(document="Đơn số 12 ngày 30/11/2026")
    minh.page.check("[name=confirmed]")
    minh.press("Xóa dữ liệu")
    assert minh.path == "/office/erasures"


def test_a_person_reads_takes_home_and_has_erased_what_is_kept(minh, office):  # noqa: F811
    Client(office).take_test(HOA)
    text, before = office.slips()[0]["text"], rates(office)
    minh.open("/office/people/1")
    picture(minh, "privacy-person")
    assert minh.heading == NAME and NUMBER not in minh.page.content()
    minh.press("Hiện đủ số định danh")
    assert NUMBER in minh.page.content()
    minh.open("/office/people/1")
    with minh.page.expect_download() as download:
        minh.page.get_by_role("button", name="Tải tệp JSON").click()
    held = json.loads(download.value.path().read_text())
    assert held["number"] == NUMBER and held["attempts"][0]["slip"]["text"] == text
    minh.open("/office/people/1").press("Mở bản để in")
    picture(minh, "privacy-paper")
    assert NUMBER in minh.page.content()

    erase(minh, 1)
    picture(minh, "privacy-erasures")
    assert rates(office) == before
    assert minh.open("/office/people/1").answer.status == 410
    minh.open("/desk/check").fill(slip=text).press("Kiểm tra")
    picture(minh, "privacy-check")
    assert minh.says("Phiếu thật") and minh.says("đã được xóa tên và số")
    assert "chain intact" in office.command("audit", "verify").stdout
    assert office.command("audit", "against-slip", text).returncode == 0
    register = json.loads(office.command("audit", "disclosures", "--json").stdout)
    assert [line["kind"] for line in register] == ["person-paper", "person-file", "full-number"]


def test_an_older_backup_brings_nobody_back_and_tells_no_name(minh, office, tmp_path):  # noqa: F811
    stick, safe = Stick(tmp_path / "usb"), Safe(office, tmp_path)
    Client(office).take_test(HOA)
    made = json.loads(office.command("backup", "--now", "--to", stick.path, "--json").stdout)["file"]
    # One a day is kept: this one as if it were of another day.
    shutil.copy(made, old := stick.path / "older.backup")
    for path in [*stick.path.iterdir(), *data_files(office)]:
        tells_nobody(path, HOA)
    assert (office.data / "sathach.db-wal").stat().st_size > 0
    erase(minh, 1)
    assert office.command("backup", "--now", "--to", stick.path).returncode == 0
    assert any(path.name.endswith("-erasures.txt") for path in stick.path.iterdir())
    lose(office)

    names = told(restore(safe, "--from", old, to=tmp_path / "new"))
    assert names["erasures"] == 1 and names["whole"]
    box = new_box(tmp_path / "new")
    assert box.value("SELECT count(*) FROM person WHERE erasedAt IS NULL") == 0
    assert box.value("SELECT count(*) FROM formItem WHERE response IS NOT NULL AND attempt = 1") == 0


def data_files(box):
    """The database with its log, and whatever else lies beside it."""
    return [path for path in box.data.iterdir() if path.is_file()]


def test_a_new_key_signs_and_the_old_one_verifies_on(office):  # noqa: F811
    Client(office).take_test(HOA)
    old = office.slips()[0]["text"]
    assert office.command("keys", "rotate").returncode == 3  # it serves
    office.end()
    seen = office.command("keys", "rotate")
    assert seen.returncode == 0 and "from serial 2 on" in seen.stdout, seen.stderr
    office.start()
    assert office.command("slip", "verify", old).returncode == 0
    keys = json.loads(office.command("keys", "export").stdout)
    assert [(key["fromSerial"], key["withdrawnFromSerial"]) for key in keys] == [(1, 2), (2, None)]
    assert len({key["kid"] for key in keys}) == 2
    note = office.value("SELECT note FROM event WHERE kind = 'key-rotated'")
    assert note == f"from={keys[0]['kid']} to={keys[1]['kid']} first-serial=2"
    assert "chain intact" in office.command("audit", "verify").stdout
    assert (office.data / "keys" / "slip.key").stat().st_mode & 0o777 == 0o600
