"""A small simulated screen: what its page tells, old tabs, forged taps, the Enter key, and what is kept of it."""

import json
import re

import pytest

from answers import right
from box import Box
from client import Client
from kinds import TESTED, kept, page_of, see, write_kiosk
from resident import Screen
from world import DUNG, HOA

BANK_ITEM = TESTED["simulated"]
# All that the tags of a device may carry; none of it says where a tap leads.
ATTRIBUTES = {
    "aria-describedby", "aria-hidden", "aria-label", "aria-pressed", "autocapitalize", "autocomplete", "class", "d", "data-keys",
    "disabled", "fill", "for", "height", "id", "inputmode", "maxlength", "name", "role", "spellcheck", "stroke",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "tabindex", "type", "value", "viewBox", "width"}


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data", kiosk=write_kiosk(tmp_path / "kiosk")).start()
    yield box
    box.end()


@pytest.fixture
def hoa(client):
    client.begin_test()
    client.sit_down(HOA)
    return client


def tap(client, element, typed=None):
    """On the page as it is now; the answer and the page after it."""
    answer = client.tap(page_of(client, "simulated"), element, typed)
    return answer, page_of(client, "simulated")


def way(box, client):
    return kept(box, client.attempt)["simulated"][0]


def test_a_tap_leads_back_to_the_same_item_and_to_the_device_on_its_page(box, hoa):
    number = page_of(hoa, "simulated").form("/responses").fields["place"]
    answer, page = tap(hoa, "dong-ho")
    assert answer.location == f"/attempts/{hoa.attempt}/items/{number}#task"
    assert 'id="task"' in page.text and page.form("/responses").taps == ["lap", "luu", "xoa", "ve"]


def test_a_tap_of_an_old_tab_on_what_has_vanished_changes_nothing(box, hoa):
    old = page_of(hoa, "simulated")
    assert "tin" in old.form("/responses").taps
    _, page = tap(hoa, "tin")
    assert "tin" not in page.form("/responses").taps

    assert hoa.tap(old, "tin").status == 303
    tap(hoa, "dong-ho")
    assert hoa.tap(old, "anh").status == 303

    assert way(box, hoa) == "tin dong-ho"
    assert page_of(hoa, "simulated").form("/responses").taps == ["lap", "luu", "xoa", "ve"]


@pytest.mark.parametrize("element", ["khong-co", "gio", "xoa", "nha", "a" * 41, "<b>", "dong-ho/2", "tin dong-ho"])
def test_a_forged_tap_loses_nothing(box, hoa, element):
    tap(hoa, "tin")
    assert tap(hoa, element)[0].status in (303, 400)
    assert way(box, hoa) == "tin" and box.command("audit", "verify").returncode == 0


def test_a_text_too_long_for_a_field_loses_nothing(box, hoa):
    tap(hoa, "dong-ho")
    assert tap(hoa, "luu", {"gio": "5" * 401})[0].status == 400
    assert way(box, hoa) == "dong-ho"


def test_nothing_that_is_over_takes_a_tap(box, hoa):
    hoa.give(right(BANK_ITEM["stem"]), page_of(hoa, "simulated"))
    whole = kept(box, hoa.attempt)["simulated"]
    answer, page = tap(hoa, "ve")
    assert answer.status == 303 and page.is_over and not page.form("/responses").taps
    assert kept(box, hoa.attempt)["simulated"] == whole == ("dong-ho lap luu/1", 100, True)


def test_what_was_typed_is_kept_nowhere(box, hoa):
    typed = "4096bimatcuahoa"
    tap(hoa, "dong-ho")
    _, page = tap(hoa, "luu", {"gio": typed})
    box.end()

    assert "chưa đúng lời con dặn" in page.text and typed not in page.text and way(box, hoa) == "dong-ho luu/3"
    files = [box.log, *(path for path in box.data.rglob("*") if path.is_file())]
    assert not [path for path in files if typed.encode() in path.read_bytes()]


def test_the_page_is_the_same_wherever_its_taps_lead(tmp_path, hoa):
    """A second kiosk in which every tap leads elsewhere, and other things are the goal, serves the same bytes."""
    swapped = json.dumps(BANK_ITEM).replace('"goes": "da-xoa"', '"goes": "xong"').replace('"to": "xong"', '"to": "da-xoa"')
    elsewhere = json.loads(swapped)
    for line, screen in zip([*elsewhere["simulation"]["goals"], *elsewhere["simulation"]["forbidden"]], ["da-xoa", "da-xoa", "xong"]):
        line["screen"] = screen
    items = [*(item for item in TESTED.values() if item["type"] != "simulated"), elsewhere]
    other_box = Box(tmp_path / "other", kiosk=write_kiosk(tmp_path / "elsewhere", items)).start()
    other = Client(other_box)
    other.begin_test()
    other.sit_down(HOA)
    try:
        assert device(page_of(hoa, "simulated")) == device(page_of(other, "simulated"))
        assert device(tap(hoa, "dong-ho")[1]) == device(tap(other, "dong-ho")[1])
    finally:
        other_box.end()


def device(page):
    return re.search(r'<section id="task".*</section>', page.text, re.DOTALL)[0]


def test_the_device_has_no_attribute_that_could_tell_more(hoa):
    for page in [page_of(hoa, "simulated"), tap(hoa, "dong-ho")[1]]:
        tags = re.findall(r"<[a-z][^>]*>", device(page))
        found = {name for tag in tags for name in re.findall(r'([a-zA-Z-]+)(?:="[^"]*")', tag)}
        assert found <= ATTRIBUTES and "<a " not in device(page) and "<script" not in device(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_enter_key_in_a_field_presses_the_button_below_it(box, sit_down, scripts):
    hoa = see(sit_down(Screen(1366, 768, scripts=scripts, keyboard=True)).sit_down(HOA), "simulated")
    hoa.item.tap("dong-ho")
    hoa.item.tap("lap")
    hoa.item.hand.write("field-gio", "5 giờ")
    with hoa.page.expect_navigation():
        hoa.page.keyboard.press("Enter")

    assert hoa.item.is_over and kept(box, hoa.attempt)["simulated"][0] == "dong-ho lap luu/1"


@pytest.mark.parametrize("kind", ["simulated", "order"])
def test_the_enter_key_on_the_mark_taps_nothing(box, sit_down, kind):
    hoa = see(sit_down(Screen(1366, 768, keyboard=True)).sit_down(HOA), kind)
    if kind == "simulated":
        hoa.item.tap("dong-ho")
    before = kept(box, hoa.attempt)[kind]
    hoa.item.hand.tick("marked")
    hoa.page.keyboard.press("Enter")
    hoa.page.wait_for_timeout(300)

    assert kept(box, hoa.attempt)[kind] == before


def test_a_switch_tells_whether_it_is_on(box, sit_down):
    dung = see(sit_down(Screen(1366, 768, touch=True)).sit_down(DUNG), "simulated")
    dung.item.tap("dong-ho")
    for is_on in ["false", "true", "false"]:
        assert dung.page.get_by_role("button", name="Lặp hằng ngày").get_attribute("aria-pressed") == is_on
        dung.item.tap("lap")
