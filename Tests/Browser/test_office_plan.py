"""An officer changes and adopts rules, enters figures, sees a target, closes a return and prints it, with the real program."""

import io
import os
import re
import shutil
import subprocess
import zipfile

import pytest

from bank import KIOSK
from box import run
from client import Client
from office_people import Desk, StaffedBox
from test_desk_accounts import officer
from world import HOA

DATE = "2026-01-05"


@pytest.fixture
def office(tmp_path):
    box = StaffedBox(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def minh(playwright, office):
    """The first officer, signed in with a second factor."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", f"--ignore-certificate-errors-spki-list={office.pin_of_key}"])
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(15_000)
    yield officer(Desk(context, office))
    browser.close()


def adopt(minh, **fields):
    """Fills in what is changed, and the paper by which it is adopted."""
    paper = {"document": "15/QĐ-UBND", "date": DATE, "signer": "Nguyễn Văn Ký"}
    for name, value in {**fields, **paper}.items():
        minh.page.fill(f'form.rule-set [name="{name}"]', value)
    return minh.press("Ban hành")


def picture(minh, name):
    if folder := os.environ.get("PICTURES"):
        minh.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_rules_adopted_by_the_office_reach_the_slip_and_outlive_a_restart(minh, office):
    minh.open("/office/rules")
    assert minh.page.get_by_text("đề xuất, chưa ban hành").count() == 4
    minh.open("/office/rules/nguoi-dan")
    picture(minh, "rules")

    adopt(minh, **{"count-ai_vua": "99"})
    assert minh.status == 422
    assert re.search(r"mức vừa: muốn rút 99 câu, ngân hàng chỉ có \d+\.", minh.page.inner_text("[role=alert]"))
    assert minh.page.input_value("[name=document]") == "15/QĐ-UBND"

    adopt(minh, **{"count-ai_vua": "1", "minutes": "40"})
    assert "15/QĐ-UBND ngày 05/01/2026, Nguyễn Văn Ký ký" in minh.page.inner_text("main")
    before = office.value("SELECT count(*) FROM ruleAdoption")
    assert before == 1

    office.restart()
    hoa = Client(office)
    hoa.take_test(HOA)
    assert office.value(
        "SELECT b.version FROM attempt a JOIN blueprint b ON b.id = a.blueprint WHERE a.mode = 'tested'") == 3
    told = office.command("slip", "verify", office.slips()[0]["text"], "--json").stdout
    assert re.search(r'"blueprint(Version)?":3\b', told.replace(" ", "")), told
    assert office.value("SELECT count(*) FROM ruleAdoption") == before


def test_a_target_with_a_population_leads_to_a_closed_and_printed_return(minh, office, tmp_path):
    Client(office).take_test(HOA)
    minh.open("/office/targets")
    minh.page.check('[name="document-tuyen-quang-2025"]')
    minh.press("Lưu lựa chọn")
    assert minh.says("Chưa có dân số của nhóm “Người dân trong độ tuổi trưởng thành”. Bấm Nhập số liệu.")

    minh.open("/office/figures")
    form = minh.page.locator("form", has=minh.page.get_by_role("heading", name="Dân số của nhóm"))
    for value in ("0", "1.200"):
        form.locator("select").select_option("nguoi-truong-thanh")
        form.locator("[name=value]").fill(value)
        form.locator("[name=day]").fill(DATE)
        form.locator("[name=source]").fill("Công an xã")
        form.get_by_role("button").click()
        minh.page.wait_for_load_state()
        if value == "0":
            assert minh.says("Dân số bằng 0 thì không tính được tỷ lệ.")
    minh.open("/office/targets")
    picture(minh, "targets")
    row = minh.page.locator("#tq-2026-5")
    assert "1/1.200 người (0,1 %)" in row.inner_text()
    assert "Dân số nhóm: ngày 05/01/2026, Công an xã" in row.inner_text()

    minh.open("/office/letterhead").fill(
        superior="UBND TỈNH TUYÊN QUANG", office="UBND XÃ TÂN TRÀO", symbol="BC-UBND", place="Tân Trào",
        authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", signer="Nguyễn Văn Ký", recipients="Sở KH&CN;\nLưu: VT.")
    minh.page.locator("main button.main").click()
    minh.page.wait_for_load_state()

    minh.open("/office/returns")
    minh.page.get_by_role("button", name="Lập báo cáo").first.click()
    minh.page.wait_for_load_state()
    number = minh.path.rsplit("/", 1)[1]
    minh.open(f"/office/returns/{number}/rows/tq-2026-5").fill(work="Mở 3 lớp ở thôn", difficulty="Thiếu máy")
    minh.press("Lưu dòng này")
    picture(minh, "return")
    minh.press("Chốt báo cáo")
    assert minh.says("Số liệu không đổi nữa")

    frozen = office.value("SELECT frozen FROM targetReturn")
    minh.open(f"/office/returns/{number}/paper")
    pages = print_to_pdf(minh, tmp_path)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages
    assert "Mở 3 lớp" in pages and "1/1.200 người (0,1 %)" in " ".join(pages.split())
    assert office.value("SELECT frozen FROM targetReturn") == frozen

    sheet = minh.context.request.get(f"{office.office_url}/office/returns/{number}/return.xlsx", ignore_https_errors=True)
    assert sheet.status == 200
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(sheet.body())).namelist()
    table = minh.context.request.get(
        f"{office.office_url}/office/returns/{number}/return.semicolon.csv", ignore_https_errors=True).body().decode("utf-8-sig")
    assert table.splitlines()[0] == (
        "STT;Tên nhiệm vụ;Thời gian thực hiện;Chỉ tiêu;Công tác triển khai/phối hợp;Kết quả thực hiện;Đánh giá;"
        "Khó khăn, vướng mắc;Đề xuất, kiến nghị")


def print_to_pdf(minh, folder):
    """The text of the printed pages, all of which lie on A4 held sideways."""
    file = folder / "return.pdf"
    minh.page.pdf(path=file, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
    assert (round(width), round(height)) == (842, 595)
    if pictures := os.environ.get("PICTURES"):
        subprocess.run(["pdftoppm", "-r", "80", "-png", file, f"{pictures}/return-paper"], check=True)
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout


def test_mistakes_in_the_targets_are_told_with_file_and_line(tmp_path):
    kiosk = tmp_path / "kiosk"
    shutil.copytree(KIOSK, kiosk)
    file = kiosk / "office" / "targets.json"
    lines = file.read_text().splitlines()
    number = next(place for place, line in enumerate(lines, 1) if '"id": "tq-2025-4"' in line)
    lines[number - 1] = lines[number - 1].replace('"measure": "passed"', '"measure": "pased"')
    file.write_text("\n".join(lines))
    checked = run("check", kiosk)
    assert checked.returncode == 1
    assert f'office/targets.json:{number}: target "tq-2025-4": "measure" is "pased"' in checked.stderr
    file.unlink()
    assert "office/targets.json: the file is missing" in run("check", kiosk).stderr
