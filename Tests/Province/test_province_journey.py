"""The whole way between communes and their province, on sticks and over the network: passed at A, listed and answered at the
province, confirmed at A; and B finds A's slip genuine."""

import csv
import io
import subprocess

import pytest

from journey_of_test import BINARY, DUNG, HOA, command, join, passes, set_up, slips, verdict
from served_of_test import Served


@pytest.fixture
def boxes(tmp_path):
    made = [set_up(tmp_path / name, commune) for name, commune in [("a", "02215"), ("b", "02218")]]
    yield made
    for box in made:
        box.end()


def test_a_slip_goes_on_sticks_to_the_province_and_comes_back_confirmed(province, boxes, tmp_path):
    a, b = boxes
    join(province, boxes, tmp_path)
    passes(a, HOA)
    passes(a, DUNG)
    to_province, to_communes = tmp_path / "stick", tmp_path / "stick-back"
    for folder in (to_province, to_communes):
        folder.mkdir()

    # To the province.
    for box in boxes:
        command(box, "bundle", "export", "--to", to_province)
    assert "applied" in set(province.take(to_province).values())
    assert province.totals("02215") == (2, 2, 2, 2) == province.totals()
    rows = list(csv.reader(io.StringIO(province.run("report", "--by", "commune", "--period", "year:" + year(province)))))
    assert [row[1:4] for row in rows if row and row[0] == "02215"] == [["02215", "2", "2"]]

    # One list over all communes, and its answers.
    listed, answers = answered(province, tmp_path)
    assert {row["Họ và tên"] for row in listed} == {HOA.name, DUNG.name}
    assert {row["Nơi cấp phiếu"] for row in listed} == {"02215-1"}
    province.run("confirmations", "import", answers)  # a second time changes nothing
    assert "confirmed 1, refused 1" in province.run("confirmations", "list")

    # Back to the communes.
    province.run("list", "make")
    written = province.run("confirmations", "answers", "--to", to_communes).split()
    assert written == ["02215-1-000001.answers"]
    for box in boxes:
        command(box, "keys", "import", province.home / "lists" / "key-list.txt")
    assert {verdict(b, slip["text"]) for slip in slips(a)} == {"genuine"}
    a.end()
    command(a, "confirmations", "import", to_communes / written[0])
    assert "confirmed 1, refused 1" in command(a, "confirmations", "list")
    b.end()
    command(b, "confirmations", "import", to_communes / written[0], expect=1)


def test_a_box_that_sends_by_itself_gets_its_answers_over_the_network_and_no_other_boxs(province, boxes, tmp_path):
    a, b = boxes
    join(province, boxes, tmp_path)
    passes(a, HOA)
    served = Served(province)
    try:
        spool = tmp_path / "spool"
        spool.mkdir()
        command(a, "bundle", "export", "--to", spool, "--with-request")
        send(served, spool)
        assert province.totals("02215") == (1, 1, 1, 1)
        answered(province, tmp_path)
        province.run("list", "make")

        send(served, spool)
        request = {"Authorization": (spool / "02215-1.request").read_text().strip()}
        assert served.ask("GET", "/answers/02215-1", None, request)[::2] == (200, (spool / "in" / "02215-1.answers").read_bytes())
        assert served.ask("GET", "/answers/02218-1", None, request)[0] == 403
    finally:
        served.end()
    command(b, "keys", "import", spool / "in" / "key-list.txt")
    assert {verdict(b, slip["text"]) for slip in slips(a)} == {"genuine"}
    a.end()
    command(a, "confirmations", "import", spool / "in" / "02215-1.answers")
    assert "confirmed 1, refused 0" in command(a, "confirmations", "list")


def send(served, spool):
    seen = subprocess.run(
        [BINARY.parent / "sathach-send", "--to", f"127.0.0.1:{served.port}", "--authority",
         served.province.home / "tls" / "authority.pem", "--folder", spool], capture_output=True, text=True, timeout=60)
    assert seen.returncode == 0, seen.stderr


def answered(province, folder):
    """What the list holds, and the file of answers, taken in: Hoa is confirmed, everybody else is not."""
    listed = list(csv.DictReader(io.StringIO(province.run("confirmations", "export", "--format", "csv").lstrip("\ufeff"))))
    province.run("confirmations", "sent", "1")
    answers = folder / "answers.csv"
    with answers.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Mã phiếu", "Họ và tên", "Kết quả", "Lý do"])
        for row in listed:
            is_hoa = row["Họ và tên"] == HOA.name
            out.writerow([row["Mã phiếu"], row["Họ và tên"], "Đã xác nhận" if is_hoa else "Từ chối", "" if is_hoa else "Sai tên"])
    count = len(listed)
    assert f"{count} lines: {count} taken, 0 not" in province.run("confirmations", "import", "--dry-run", answers)
    assert f"sent {count}" in province.run("confirmations", "list")
    assert f"{count} people changed" in province.run("confirmations", "import", answers)
    return listed, answers


def year(province):
    return province.rows("SELECT max(start) / 100 FROM report_cell WHERE kind = 'year'")[0][0]
