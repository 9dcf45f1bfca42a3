"""The box's own printer: the real program, a receipt printer at a line, and a queue of a real CUPS."""

import os
import pathlib
import socket
import subprocess
import tempfile
import time

import pytest

import paper_world as paper
from client import Client
from desk_world import DeskBox, sign_in
from receipt_printer import COVER_OPEN, FEED_AND_CUT, OUT_OF_PAPER, WELL, ReceiptPrinter, picture
from world import DUNG, HOA

PATIENCE = 30
PRINTED = "Phiếu đã in xong. Mời lấy phiếu ở máy in."


OPEN_TO_ALL = """
Listen {folder}/cups.sock
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
"""
FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/temporary
StateDir {folder}/state
CacheDir {folder}/cache
ErrorLog {folder}/error
AccessLog {folder}/access
PageLog {folder}/page
FileDevice Yes
"""


class Spooler:
    """CUPS with folders of its own; nothing of the machine's is touched."""

    def __init__(self, folder):
        self.folder = folder
        for name in ["etc", "spool", "temporary", "state", "cache", "out"]:
            (folder / name).mkdir(parents=True)
        (folder / "etc/cupsd.conf").write_text(OPEN_TO_ALL.format(folder=folder))
        (folder / "etc/cups-files.conf").write_text(FILES.format(folder=folder))
        self.environment = {"CUPS_SERVER": f"{folder}/cups.sock"}
        self.process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", folder / "etc/cupsd.conf", "-s", folder / "etc/cups-files.conf"])
        eventually((folder / "cups.sock").exists)

    def add(self, queue, device, driver):
        words = ["/usr/sbin/lpadmin", "-p", queue, "-E", "-v", device, "-m", driver]
        subprocess.run(words, env={**os.environ, **self.environment}, check=True, timeout=60, capture_output=True)

    def end(self):
        self.process.terminate()
        self.process.wait(20)


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

    def make(setting, environment=None):
        box = DeskBox(tmp_path / "data", printer=setting)
        box.environment = environment or {}
        boxes.append(box.set_up())
        return box

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
    words = read_aloud(sheet).lower()
    said = ["sát hạch kỹ năng số", "nguyễn thị hoa", "bản thứ nhất", "thẻ căn cước", "giữ phiếu này", "chưa được ban hành"]
    # tesseract itself takes one mark for another now and then.
    assert sum(phrase in words for phrase in said) >= len(said) - 2, words


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
    hoa.hang_up()
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
    assert "in lại" in read_aloud(sheet).lower()
    printer.end()


@pytest.fixture
def spooler():
    # The address of a socket is at most 107 bytes, which the folders of pytest may be longer than.
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        spooler = Spooler(pathlib.Path(folder))
        yield spooler
        spooler.end()


def test_a_raw_queue_of_cups_gets_what_a_receipt_printer_gets_and_says_when_it_is_gone(spooler, box_with):
    sink = socket.create_server(("127.0.0.1", 0))
    port = sink.getsockname()[1]
    sink.close()
    spooler.add("Cuon", f"socket://127.0.0.1:{port}/?waiteof=false", "raw")
    box = box_with("cups-raw:Cuon:80mm", spooler.environment)
    hoa = Client(box)
    hoa.take_test(HOA)
    says(hoa, "Máy in chưa bật hoặc chưa nối với máy này.")

    taken = []
    with socket.create_server(("127.0.0.1", port)) as sink:
        sink.settimeout(90)
        line, _ = sink.accept()
        while piece := line.recv(65536):
            taken.append(piece)
        line.close()
    eventually(lambda: PRINTED in hoa.get(f"/attempts/{hoa.attempt}/result").text, 60)
    job = b"".join(taken)
    assert job.endswith(FEED_AND_CUT)
    assert paper.read_with_zbarimg(picture(job.removesuffix(FEED_AND_CUT))) == [box.slips()[0]["text"]]


def test_a_queue_of_an_office_printer_gets_one_sheet_of_a5(spooler, box_with):
    spooler.add("Giay", f"file:{spooler.folder}/out/sheet.pdf", "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd")
    box = box_with("cups:Giay:a5", spooler.environment)
    dung = Client(box)
    dung.take_test(DUNG)
    says(dung, PRINTED)
    sizes, (sheet,) = paper.pages_of(spooler.folder / "out" / "sheet.pdf")
    assert sizes == [(148, 210)]
    assert paper.read_with_zbarimg(sheet) == [box.slips()[0]["text"]]
