"""One morning at the desk: a clerk and two kiosks, each a browser of its own, from the card to a slip that is revoked."""

import re

import pytest
from playwright.sync_api import expect

from desk_world import CAMERA, CHROMIUM, DeskBox, Screen, scene, symbol_part, video
from resident import Resident
from resident import Screen as Size
from test_desk_seating import AGREE, DESK, FACE, KIOSK
from world import HOA

PATIENCE = 30_000


@pytest.fixture
def box(tmp_path):
    box = DeskBox(tmp_path / "data").set_up()
    yield box
    box.end()


@pytest.fixture
def open_screen(chromium, box):
    screens = []

    def open_screen(size, **options):
        screens.append(Screen(chromium, box, size, **options))
        screens[-1].page.set_default_timeout(PATIENCE)
        return screens[-1]

    yield open_screen
    for screen in screens:
        screen.close()


@pytest.fixture
def clerk_with_camera(box, playwright, tmp_path):
    """The clerk again, at a browser whose camera sees a printed slip."""
    opened = []

    def open_clerk(sheet):
        film = video(tmp_path / "camera.y4m", scene(symbol_part(sheet)))
        words = ["--no-sandbox", *CAMERA, f"--use-file-for-fake-video-capture={film}"]
        opened.append(playwright.chromium.launch(executable_path=CHROMIUM, args=words))
        screen = Screen(opened[-1], box, DESK).sign_in()
        screen.page.set_default_timeout(PATIENCE)
        return screen.page

    yield open_clerk
    for browser in opened:
        browser.close()


def act(page, name, reason):
    form = page.locator("form.act", has=page.get_by_role("button", name=name, exact=True))
    form.get_by_label("Lý do").select_option(label=reason)
    form.get_by_role("button", name=name, exact=True).click()


def check_by_camera(page):
    page.get_by_role("link", name="Kiểm tra phiếu").first.click()
    page.get_by_role("button", name=re.compile("Mở máy ảnh")).click()


def test_seat_help_minutes_a_dead_kiosk_finish_print_check_reprint_revoke(box, open_screen, clerk_with_camera):
    # Seated by card at machine 1.
    first = open_screen(KIOSK, device=1).go_to().await_text("Chọn nhóm của mình")
    second = open_screen(KIOSK, device=2).go_to().await_text("Chọn nhóm của mình")
    desk = open_screen(DESK).sign_in()
    desk.scan(HOA.card).press(FACE)
    seat = desk.seat
    first.await_text(f"Mời ông/bà có số chỗ {seat}").press("Bắt đầu").press(AGREE)
    hoa = Resident(first.page, box, Size(*KIOSK)).warm_up()
    hoa.answer_until("Câu 3 trên 20")

    # She calls, the board lights up without a reload, and the clerk goes there.
    desk.go_to("/desk")
    hoa.button("Gọi cán bộ").click()
    expect(first.page.get_by_text("Đã gọi, cán bộ đang đến.")).to_be_visible()
    desk.page.locator("#calls li", has_text=HOA.name).get_by_role("button", name="Tôi đến").click()
    expect(desk.page.locator(".done")).to_contain_text("đến chỗ người gọi")

    # Ten minutes more, since the power was away.
    desk.go_to(f"/desk/attempts/{hoa.attempt}")
    desk.page.get_by_label("10", exact=True).check()
    act(desk.page, "Thêm phút", "Mất điện")
    expect(desk.page.locator(".done")).to_contain_text("thêm 10 phút")

    # The kiosk dies; the test goes on at machine 2, at the same question, with every answer.
    attempt, place, before = hoa.attempt, hoa.place, box.recordings(hoa.attempt)
    first.close()
    act(desk.page, "Chuyển máy", "Máy hoặc màn hình hỏng")
    desk.page.wait_for_url("**/ticket")
    assert desk.seat == seat
    second.go_to("/seats").page.locator("input[name=seat]").fill(seat)
    second.page.keyboard.press("Enter")
    expect(second.page.get_by_text(place)).to_be_visible()
    hoa = Resident(second.page, box, Size(*KIOSK))
    assert hoa.attempt == attempt and box.recordings(attempt) == before

    # Finished, and printed from the desk's queue.
    hoa.answer_until(None).press("Nộp bài")
    assert hoa.sees("Đạt")
    desk.go_to("/desk/slips").page.get_by_role("button", name="In phiếu số 1, giấy A5").click()
    desk.page.wait_for_url("**/desk/slips/1/prints/1/a5")
    sheet = desk.page.request.get(desk.page.locator(".sheet img").evaluate("image => image.src")).body()

    # Checked by camera, reprinted with a reason, revoked, and checked again.
    camera = clerk_with_camera(sheet)
    check_by_camera(camera)
    camera.get_by_role("heading", name="Phiếu thật").wait_for()
    assert HOA.name in camera.locator(".outcome").inner_text()
    desk.go_to("/desk/slips/1").page.get_by_label("Lý do in lại").select_option(label="Người dân mất hoặc hỏng phiếu")
    desk.page.get_by_role("button", name="In lại phiếu, giấy A5").click()
    desk.page.wait_for_url("**/desk/slips/1/prints/2/a5")
    desk.go_to("/desk/slips/1").page.locator("summary", has_text="Hủy phiếu").click()
    desk.page.get_by_label("Lý do hủy").select_option(label="Nhầm người ngồi làm")
    desk.page.get_by_role("button", name="Hủy phiếu").click()
    desk.page.get_by_role("button", name="Hủy hẳn phiếu này").click()
    desk.page.get_by_role("heading", name="Phiếu đã hủy").wait_for()
    check_by_camera(camera)
    camera.get_by_role("heading", name="Phiếu không có giá trị").wait_for()
    assert "Nhầm người ngồi làm" in camera.locator(".outcome").inner_text()
    assert box.command("audit", "verify").returncode == 0
