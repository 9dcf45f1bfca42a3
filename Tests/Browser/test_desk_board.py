"""The board of the desk with the real program: a kiosk calls, the board lights up, a clerk goes, helps, pauses, lets go on."""

import functools
import http.server
import os
import pathlib
import threading

import pytest
from playwright.sync_api import expect

from bank import COUNT, ROOT
from desk_world import Clerk, DeskBox
from resident import Resident, Screen
from world import DUNG, HOA

DESK = {"width": 1366, "height": 768}
SNAPSHOTS = ROOT / "Tests/WebTests/Snapshots"
# The script of a kiosk's page looks every 20 seconds, the board's every 3.
KIOSK_LOOK, BOARD_LOOK = 21_000, 3_500


@pytest.fixture
def box(tmp_path):
    box = DeskBox(tmp_path / "data").set_up()
    yield box
    box.end()


@pytest.fixture
def open_page(chromium):
    contexts = []

    def open_page(scripts=True, size=None):
        context = chromium.new_context(viewport=size or DESK, java_script_enabled=scripts)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if scripts:
            page.clock.install()
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def lan(open_page, box):
    return Clerk(open_page(), box).sign_in()


@pytest.fixture
def hoa(open_page, box):
    """Bà Hoa before an item that counts and has options, at a kiosk with scripts."""
    hoa = Resident(open_page(size={"width": 1280, "height": 800}), box, Screen(1280, 800)).skip_to(HOA, 2)
    numbers = iter(range(1, COUNT + 1))
    while hoa.page.locator("#item label.option").count() < 2:
        hoa.go_to(f"/attempts/{hoa.attempt}/items/{next(numbers)}")
    return hoa


def test_a_call_from_the_kiosk_is_answered_without_a_reload_on_either_side(box, lan, hoa):
    lan.page.evaluate("window.same = true")
    hoa.page.evaluate("window.same = true")
    hoa.page.locator("#item label.option").first.click()
    before = box.recordings(hoa.attempt)
    hoa.button("Gọi cán bộ").click()
    expect(hoa.page.get_by_text("Đã gọi, cán bộ đang đến.")).to_be_visible()
    assert box.recordings(hoa.attempt) == before and hoa.page.evaluate("window.same")

    lan.page.clock.fast_forward(BOARD_LOOK)
    line = lan.line("calls", HOA.name)
    expect(line).to_be_visible()
    assert lan.page.evaluate("window.same")
    expect(lan.page.locator("#board-news")).to_contain_text(f"{HOA.name} đang gọi giúp")
    assert lan.page.title().startswith("(1) ")
    line.get_by_role("button", name="Tôi đến").click()
    expect(lan.page.locator(".done")).to_contain_text("đến chỗ người gọi")

    hoa.page.clock.fast_forward(KIOSK_LOOK)
    expect(hoa.page.get_by_text("Đã gọi, cán bộ đang đến.")).not_to_be_visible()
    expect(hoa.button("Gọi cán bộ")).to_be_visible()
    assert hoa.page.evaluate("window.same")


def test_minutes_a_pause_and_going_on_lose_nothing_that_is_chosen(box, lan, hoa):
    chosen = hoa.page.locator("#item label.option input").nth(1)
    chosen.click()
    lan.page.goto(f"{box.url}/desk/attempts/{hoa.attempt}")
    lan.page.get_by_label("10", exact=True).check()
    lan.choose("Thêm phút", "Mất điện")
    expect(lan.page.locator(".done")).to_contain_text("thêm 10 phút")

    with hoa.page.expect_navigation():
        hoa.page.clock.fast_forward(KIOSK_LOOK)
    expect(hoa.page.locator("#clock")).to_have_text("Còn 40 phút")
    expect(chosen).to_be_checked()

    lan.choose("Tạm dừng", "Nghỉ giải lao")
    expect(lan.page.locator(".badge").first).to_have_text("Đang tạm dừng: Nghỉ giải lao")
    hoa.page.clock.fast_forward(KIOSK_LOOK)
    expect(hoa.page.get_by_text("Bài đang tạm dừng, giờ không chạy")).to_be_visible()
    expect(hoa.page.locator("#task")).not_to_be_visible()
    hoa.picture("paused")

    lan.page.get_by_role("link", name="Về bảng theo dõi").click()
    lan.line("screens", HOA.name).get_by_role("button", name="Cho làm tiếp").click()
    lan.page.wait_for_url("**/desk")
    with hoa.page.expect_navigation():
        hoa.page.clock.fast_forward(KIOSK_LOOK)
    expect(hoa.page.locator("#task")).to_be_visible()
    expect(hoa.page.locator("#clock")).to_have_text("Còn 40 phút")
    expect(chosen).to_be_checked()


def test_a_moved_test_leaves_its_old_screen(box, lan, hoa):
    lan.page.goto(f"{box.url}/desk/attempts/{hoa.attempt}")
    lan.choose("Chuyển máy", "Máy hoặc màn hình hỏng")
    lan.page.wait_for_url("**/ticket")
    with hoa.page.expect_navigation():
        hoa.page.clock.fast_forward(KIOSK_LOOK)
    assert hoa.sees("đã chuyển sang máy khác")


def test_the_board_keeps_focus_and_place_while_it_changes(box, lan, hoa):
    dung = Resident(lan.page.context.browser.new_context(viewport=DESK).new_page(), box, Screen(1366, 768))
    dung.skip_to(DUNG, 2)
    lan.page.clock.fast_forward(BOARD_LOOK)
    link = lan.page.locator("#screens").get_by_role("link", name=HOA.name)
    link.focus()
    lan.page.evaluate("document.body.style.minHeight = '3000px'; scrollTo(0, 120)")
    mark = link.evaluate_handle("link => link.closest('li')")
    dung.button("Gọi cán bộ").click()
    expect(dung.page.get_by_text("Đã gọi, cán bộ đang đến.")).to_be_visible()
    lan.page.clock.fast_forward(BOARD_LOOK)
    expect(lan.line("calls", DUNG.name)).to_be_visible()
    assert mark.evaluate("line => line.isConnected && line.contains(document.activeElement)")
    assert lan.page.evaluate("scrollY") == 120
    dung.page.context.close()


def test_an_unchanged_board_costs_no_body_and_a_hidden_one_nothing(box, lan, hoa):
    answers = []
    lan.page.on("response", lambda answer: answers.append(answer.status) if answer.url.endswith("/desk/board") else None)
    for _ in range(3):
        with lan.page.expect_response("**/desk/board"):
            lan.page.clock.fast_forward(BOARD_LOOK)
    assert answers[1:] == [304, 304]
    lan.page.evaluate("""() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    lan.page.clock.fast_forward(60_000)
    lan.page.wait_for_timeout(300)
    assert len(answers) == 3
    with lan.page.expect_response("**/desk/board"):
        lan.page.evaluate("""() => {
          Object.defineProperty(document, "hidden", { value: false, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""")


def test_a_lost_connection_is_told_and_a_session_that_is_over_shows_no_names(box, lan, hoa):
    lan.page.clock.fast_forward(BOARD_LOOK)
    expect(lan.page.get_by_text(HOA.name)).to_be_visible()
    box.kill()
    for _ in range(2):
        lan.page.clock.fast_forward(BOARD_LOOK)
        lan.page.wait_for_timeout(300)
    expect(lan.page.locator("#board-trouble")).to_be_visible()
    box.start(box.port)
    lan.page.clock.fast_forward(BOARD_LOOK)
    expect(lan.page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert HOA.name not in lan.page.content()


def test_without_scripts_the_button_sends_its_form_and_the_board_comes_again_by_itself(box, open_page):
    clerk = Clerk(open_page(scripts=False), box).sign_in()
    hoa = Resident(open_page(scripts=False), box, Screen(1366, 768, scripts=False)).skip_to(HOA, 2)
    place = hoa.place
    hoa.press("Gọi cán bộ")
    assert hoa.place == place and hoa.sees("Đã gọi, cán bộ đang đến.")
    expect(clerk.line("calls", HOA.name)).to_be_visible(timeout=20_000)
    clerk.line("calls", HOA.name).get_by_role("button", name="Tôi đến").click()
    clerk.page.get_by_role("button", name="Đọc to").click()
    expect(clerk.page.locator(".done")).to_contain_text("Đọc to, ở câu 2")
    clerk.choose("Tạm dừng", "Nghỉ giải lao")
    assert hoa.reload().sees("Bài đang tạm dừng")
    clerk.page.get_by_role("button", name="Cho làm tiếp").click()
    expect(clerk.page.locator(".badge").first).to_have_text("Đang làm bài")
    assert hoa.go_to(f"/attempts/{hoa.attempt}").place == place


# Every state of the pages, as the snapshots hold them


class SampleServer(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        name = path.rpartition("/")[2]
        return str(ROOT / "kiosk/web" / name if path.startswith("/assets/") else SNAPSHOTS / f"{name}.html")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def samples():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), SampleServer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


STATES = sorted(path.stem for kind in ("board", "attempt", "helpers") for path in SNAPSHOTS.glob(f"{kind}*.html"))
SMALL = """() => [...document.querySelectorAll("main button, main a.button, main .tiles a, main select")]
  .filter((part) => part.offsetParent && part.getBoundingClientRect().height < 48).map((part) => part.outerHTML)"""


@functools.cache
def widths():
    return [(1366, 768), (1024, 768)]


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_the_desks_screens_with_targets_large_enough(chromium, samples, state):
    for width, height in widths():
        page = chromium.new_page(viewport={"width": width, "height": height}, java_script_enabled=False)
        page.goto(f"{samples}/{state}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL) == []
        if folder := os.environ.get("PICTURES"):
            page.screenshot(path=pathlib.Path(folder) / f"{width}x{height}-{state}.png", full_page=True)
        page.close()
