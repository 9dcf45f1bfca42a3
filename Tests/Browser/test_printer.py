"""The box's own printer: the real program, a receipt printer at a line, and a queue of a real CUPS."""

import shutil
import subprocess
import time

import pytest

import paper_world as paper
from client import Client
from desk_world import DeskBox, sign_in
from receipt_printer import COVER_OPEN, OUT_OF_PAPER, WELL, ReceiptPrinter
from world import DUNG, HOA

PATIENCE = 30
PRINTED = "Phiếu đã in xong. Mời lấy phiếu ở máy in."


def eventually(look, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came about")


def says(client, words):
    """Asks for the page of the result until it says something."""
    return eventually(lambda: words in client.get(f"/attempts/{client.attempt}/result").text)


def read_aloud(dots):
    """The words of a sheet, as tesseract reads them."""
    seen = subprocess.run(
        ["tesseract", "-", "-", "-l", "vie", "--psm", "6"], input=paper.png_of(dots.repeat(2, 0).repeat(2, 1)),
        capture_output=True, timeout=60)
    return " ".join(seen.stdout.decode().split())


@pytest.fixture
def printer():
    printer = ReceiptPrinter()
    yield printer
    printer.end()


@pytest.fixture
def box_with(tmp_path):
    boxes = []

    def make(setting):
        boxes.append(DeskBox(tmp_path / "data", printer=setting).set_up())
        return boxes[-1]

    yield make
    for box in boxes:
        box.end()


@pytest.mark.parametrize("roll, width", [("80mm", 576), ("58mm", 384)])
def test_the_slip_comes_out_at_hand_in_with_its_symbol_and_its_vietnamese_words(printer, box_with, roll, width):
    box = box_with(f"escpos:{printer.device}:{roll}")
    hoa = Client(box)
    hoa.take_test(HOA)
    says(hoa, PRINTED)
    (sheet,) = printer.sheets()
    assert sheet.shape[1] == width
    (text,) = [slip["text"] for slip in box.slips()]
    assert paper.read_with_zbarimg(sheet) == [text]
    words = read_aloud(sheet)
    for said in ["UBND xã Tân Trào", "KỸ NĂNG SỐ", "Nguyễn Thị Hoa", "bản thứ nhất", "thẻ căn cước"]:
        assert said.lower() in words.lower(), f"{said} is not in: {words}"


def test_a_sheet_that_waits_for_paper_is_told_everywhere_and_comes_once_there_is_some(printer, box_with, chromium):
    printer.answers = OUT_OF_PAPER
    box = box_with(f"escpos:{printer.device}:80mm")
    hoa = Client(box)
    hoa.take_test(HOA)
    says(hoa, "Máy in hết giấy.")
    assert "Kết quả đã lưu." in hoa.get(f"/attempts/{hoa.attempt}/result").text
    page = chromium.new_page()
    sign_in(page, box)
    page.get_by_text("Máy in phiếu: Máy in hết giấy. Lắp giấy mới rồi đóng nắp.").wait_for()
    page.goto(f"{box.url}/desk/slips/1")
    page.get_by_text("Xong thì phiếu tự in, không cần bấm lại.").wait_for()
    assert printer.sheets() == []

    printer.answers = WELL
    page.get_by_text("Bản này đã in xong.").wait_for(timeout=PATIENCE * 1000)
    page.close()
    says(hoa, PRINTED)
    assert len(printer.sheets()) == 1


def test_an_open_cover_is_told_and_a_printer_that_answers_nothing_prints(printer, box_with):
    printer.answers = COVER_OPEN
    box = box_with(f"escpos:{printer.device}:80mm")
    hoa = Client(box)
    hoa.take_test(HOA)
    says(hoa, "Nắp máy in đang mở.")
    printer.answers = None
    says(hoa, PRINTED)
    assert len(printer.sheets()) == 1


def test_a_box_whose_printer_is_gone_tests_people_and_prints_again_after_a_power_cut(box_with, chromium, tmp_path):
    box = box_with("escpos:/dev/sathach-no-printer:80mm")
    hoa = Client(box)
    assert hoa.take_test(HOA).page.heading == "Đạt"
    says(hoa, "Máy in chưa bật hoặc chưa nối với máy này.")
    box.kill()
    printer = ReceiptPrinter()
    settings = box.data / "sathach.conf"
    settings.write_text(settings.read_text().replace("/dev/sathach-no-printer", printer.device))
    box.start(box.port)
    says(hoa, "Máy vừa bật lại nên không rõ phiếu đã ra giấy chưa.")

    page = chromium.new_page()
    sign_in(page, box)
    page.goto(f"{box.url}/desk/slips/1")
    page.get_by_label("Lý do in lại").select_option(index=1)
    page.get_by_role("button", name="In lại phiếu").click()
    page.get_by_text("Bản này đã in xong.").wait_for(timeout=PATIENCE * 1000)
    page.close()
    (sheet,) = printer.sheets()
    assert "bản in lại, lần thứ 2" in read_aloud(sheet)
    printer.end()
