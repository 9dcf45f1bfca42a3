"""A screen that nobody touches asks, clears itself, and keeps nothing of whoever was there."""

import json
import re
import sqlite3

import pytest
from playwright.sync_api import Error, expect

from bank import COUNT
from box import Box
from client import Client
from conftest import CHROMIUM
from resident import Resident, Screen
from world import HOA

ASK, CLEAR = 1, 1
QUESTION = "Ông/bà còn ở đây không?"
# Everything a page can keep in a browser, but for cookies no script can read.
KEPT = """async () => ({ local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie,
  caches: await caches.keys(), databases: await indexedDB.databases(), name: window.name })"""


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data")
    box.data.mkdir()
    (box.data / "sathach.conf").write_text(
        f"idle-question = {ASK}\nidle-clear = {CLEAR}\nidle-question-without-scripts = {ASK}\n")
    yield box.start()
    box.end()


def await_welcome(hoa):
    expect(hoa.page.get_by_role("heading", level=1)).to_have_text("Chào mừng đến với bài sát hạch kỹ năng số")


@pytest.mark.parametrize("screen", [Screen(1280, 800), Screen(1280, 800, scripts=False)], ids=str)
def test_after_idling_the_screen_asks_and_then_clears_while_the_attempt_stays(box, sit_down, screen):
    hoa = sit_down(screen).skip_to(HOA, 2)
    attempt = hoa.attempt

    expect(hoa.page.get_by_text(QUESTION)).to_be_visible()
    hoa.picture("40-idle")
    await_welcome(hoa)

    hoa.go_to(f"/attempts/{attempt}")
    assert hoa.sees("Bài này không mở ở máy này") and "Hoa" not in hoa.page.content()
    assert box.value("SELECT state FROM attempt WHERE id = ?", attempt) == "in-progress"
    back = Client(box)
    back.begin_test()
    assert back.sit_down(HOA).location == f"/attempts/{attempt}"


@pytest.mark.parametrize("screen", [Screen(1280, 800), Screen(1280, 800, scripts=False)], ids=str)
def test_whoever_is_there_goes_on_where_they_were(box, sit_down, screen):
    hoa = sit_down(screen).skip_to(HOA, 2)
    where = hoa.page.url

    hoa.button("Còn, làm tiếp").click()

    expect(hoa.page.get_by_text(QUESTION)).to_be_hidden()
    assert hoa.page.url == where and hoa.place == f"Câu 2 trên {COUNT}"


def test_what_is_chosen_is_still_there_after_the_question(box, sit_down):
    hoa = sit_down().skip_to(HOA, 1)
    hoa.page.get_by_label("Đánh dấu để xem lại").check()

    expect(hoa.page.get_by_role("dialog", name=QUESTION)).to_be_visible()
    expect(hoa.button("Còn, làm tiếp")).to_be_focused()
    hoa.page.keyboard.press("Enter")

    expect(hoa.page.get_by_role("dialog")).to_be_hidden()
    assert hoa.page.get_by_label("Đánh dấu để xem lại").is_checked()


@pytest.mark.parametrize("path", ["/audiences/nguoi-dan/notice", "/seats", "/check"])
def test_pages_before_the_test_clear_too(box, sit_down, path):
    hoa = sit_down().go_to().go_to(path)
    await_welcome(hoa)


def test_the_first_page_a_rest_and_the_desk_never_ask(box, sit_down):
    hoa = sit_down().go_to()
    assert not hoa.page.locator("#idle").count()
    hoa.go_to("/staff/session")
    assert not hoa.page.locator("#idle").count()


@pytest.fixture
def one_browser(playwright, box, tmp_path):
    """As at a kiosk: one browser with its folder, and with the memory of pages left."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=CHROMIUM, args=["--no-sandbox"], viewport={"width": 1280, "height": 800},
        ignore_default_args=["--disable-back-forward-cache"])
    context.set_default_timeout(10_000)
    yield context
    context.close()


def test_nothing_of_the_former_resident_is_left_in_history_storage_cache_or_autofill(box, one_browser, tmp_path):
    hoa = Resident(one_browser.pages[0], box, Screen(1280, 800)).walk_to_seat()
    hoa.fill_in(HOA.name, str(HOA.birth_year), HOA.number)
    hoa.press("Đúng, bắt đầu").answer()
    await_welcome(hoa)

    for _ in range(10):
        go_back(hoa.page)
        said = hoa.page.locator("body").inner_text()
        assert not any(word in said for word in [HOA.name, "N. T. Hoa", HOA.number, "Câu làm quen"])
    hoa.go_to("/seats")
    kept = hoa.page.evaluate(KEPT)
    assert kept == {"local": {}, "session": {}, "cookie": "", "caches": [], "databases": [], "name": ""}
    hoa.go_to()
    fields = hoa.walk_to_seat().page.locator("input:not([type=hidden])")
    assert fields.evaluate_all("all => all.every((one) => one.value === '' && one.form.autocomplete === 'off')")

    one_browser.close()
    for word in [HOA.name, HOA.number, HOA.number[-6:]]:
        assert files_with(tmp_path / "profile", word) == []
    assert autofill(tmp_path / "profile") == []


def go_back(page):
    """What was shown as the answer to a form is not there any more at all: the browser has a page of its own for that."""
    try:
        page.go_back()
    except Error as error:
        assert "ERR_CACHE_MISS" in str(error)


def files_with(folder, word):
    """Without what the browser keeps of open tabs for its own next start, bodies of forms too: Back does not show them, and
    only a browser started incognito does not write them."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "Sessions"]
    return [path.name for path in files if word.encode() in path.read_bytes()]


def autofill(profile):
    with sqlite3.connect(f"file:{profile}/Default/Web Data?mode=ro", uri=True) as database:
        return database.execute("SELECT name, value FROM autofill").fetchall()


def test_a_departure_takes_the_pages_out_of_the_browser(box, client):
    client.begin_practice()
    page = client.get("/").page

    answer = client.press(page, "/departure")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert any("sathach-clock=; Max-Age=0" in value for value in answer.headers.get_all("Set-Cookie"))
