"""The whole way as a resident goes it, in a real browser, with and without scripts."""

import json
import re
import subprocess
import sys

import pytest

from bank import COUNT, ROOT, WARM_UPS
from resident import Screen
from world import HOA

SCREENS = [Screen(1080, 1920), Screen(1366, 768), Screen(1366, 768, scripts=False)]
SYMBOL = "Mã QR của phiếu kết quả"


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_resident_goes_the_whole_way_and_takes_a_genuine_slip_home(box, sit_down, tmp_path, screen):
    hoa = sit_down(screen)

    reach_the_seat(hoa)
    hoa.scan(HOA)
    hoa.picture("05-confirm")
    assert hoa.sees(HOA.name) and hoa.sees("1958") and hoa.sees("… 003")
    assert HOA.number not in hoa.page.locator("main").inner_text()
    hoa.press("Đúng, bắt đầu")
    do_the_warm_ups(hoa)
    answer_all_items(hoa)
    hand_in(hoa)
    text = read_symbol(hoa, tmp_path)

    assert [slip["text"] for slip in box.slips()] == [text]
    check_far_away(box, text, tmp_path)
    check_on_the_box(box, text)
    assert all(url.startswith(box.url + "/") for url in hoa.asked_for)
    assert not any("trượt" in page.lower() for page in hoa.pages)
    assert hoa.crooked == [], "no page scrolls sideways, and the bar on top goes from edge to edge"


def reach_the_seat(hoa):
    hoa.go_to()
    hoa.picture("01-welcome")
    hoa.press(re.compile("^Người dân"))
    hoa.picture("02-mode")
    hoa.press("Sát hạch lấy phiếu")
    hoa.picture("03-notice")
    hoa.press("Tôi đồng ý")
    hoa.picture("04-seat")


def do_the_warm_ups(hoa):
    for number in range(1, WARM_UPS + 1):
        assert hoa.place == f"Câu làm quen {number} trên {WARM_UPS}"
        if number == 1:
            hoa.picture("06-warm-up")
        hoa.answer(rightly=number != 2)
        assert hoa.stem.startswith("Đúng rồi" if number != 2 else "Chưa")
        hoa.picture(f"07-warm-up-feedback-{number}")
        hoa.press("Vào bài sát hạch" if number == WARM_UPS else "Làm tiếp")


def answer_all_items(hoa):
    """Twenty items with one step back, one mark and one jump through the review."""
    hoa.picture("08-item-1")
    hoa.answer_until(f"Câu 5 trên {COUNT}")
    go_back_once(hoa)
    hoa.answer_until(f"Câu 7 trên {COUNT}")
    marked = mark_this(hoa)
    hoa.answer_until(f"Câu 10 trên {COUNT}")
    jump_through_the_review(hoa, marked)
    hoa.answer_until(f"Câu {COUNT} trên {COUNT}")
    hoa.picture(f"11-item-{COUNT}")
    hoa.answer()


def go_back_once(hoa):
    stem = hoa.stem
    hoa.press("Câu trước")
    assert hoa.place == f"Câu 4 trên {COUNT}"
    assert hoa.item.is_answered, "the answer given before is still chosen"
    hoa.picture("09-item-answered")
    hoa.press("Câu tiếp theo")
    assert hoa.stem == stem


def mark_this(hoa):
    stem = hoa.stem
    hoa.page.get_by_text("Đánh dấu để xem lại").click()
    hoa.answer()
    return stem


def jump_through_the_review(hoa, marked):
    hoa.press("Xem lại cả bài")
    hoa.picture("10-review-open")
    assert hoa.sees(f"Còn {COUNT - 9} câu chưa trả lời.")
    hoa.press(re.compile(r"^Câu 7\b.*đã đánh dấu"))
    assert hoa.stem == marked and hoa.item.is_answered
    assert hoa.page.get_by_label("Đánh dấu để xem lại").is_checked()
    hoa.press("Xem lại cả bài").press(re.compile(r"^Câu 10\b.*chưa trả lời"))
    assert hoa.place == f"Câu 10 trên {COUNT}"


def hand_in(hoa):
    hoa.picture("12-review-answered")
    assert hoa.sees("Đã trả lời hết các câu.")
    hoa.press("Nộp bài")
    hoa.picture("13-result-passed")
    assert hoa.stem == "Đạt"
    assert hoa.sees(f"Được {COUNT} trên {COUNT} điểm")
    assert hoa.sees("Phiếu báo kết quả sát hạch kỹ năng số") and hoa.sees("không thay thế xác nhận trên VNeID")


def read_symbol(hoa, folder):
    """The symbol as a scanner sees it: from the pixels of the screen."""
    picture = folder / "symbol.png"
    hoa.page.get_by_role("img", name=SYMBOL).screenshot(path=picture)
    seen = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True, timeout=30)
    assert seen.returncode == 0, "the symbol on the screen is not readable"
    return seen.stdout.strip()


def check_far_away(box, text, folder):
    """A second implementation, on an independent COSE library, with nothing but the exported public key."""
    keys = folder / "keys.json"
    keys.write_text(box.command("keys", "export").stdout)
    assert "seed" not in keys.read_text() and len(json.loads(keys.read_text())) == 1
    checker = [sys.executable, ROOT / "Tests" / "Independent" / "verify_slips.py", "--keys", keys]
    seen = subprocess.run([*checker, text], capture_output=True, text=True, timeout=60)
    assert seen.returncode == 0, seen.stdout + seen.stderr
    claims = json.loads(seen.stdout)["claims"]
    assert (claims["right"], claims["asked"], claims["outcome"]) == (COUNT, COUNT, 1)
    assert subprocess.run([*checker, changed(text)], capture_output=True, timeout=60).returncode == 1


def check_on_the_box(box, text):
    seen = box.command("slip", "verify", text)
    assert seen.returncode == 0 and seen.stdout.startswith("genuine")
    assert box.command("slip", "verify", box.slips()[0]["code"]).returncode == 0
    seen = box.command("slip", "verify", changed(text))
    assert seen.returncode == 1 and "not genuine" in seen.stdout + seen.stderr


def changed(text):
    """One digit in the middle is another."""
    middle = len(text) // 2
    return text[:middle] + str((int(text[middle]) + 1) % 10) + text[middle + 1:]
