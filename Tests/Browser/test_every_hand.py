"""The whole way by keyboard alone, by touch alone, heard, without scripts, in a small window, and a first time counted."""

import re

import pytest

from answers import right
from bank import item
from box import Box
from kinds import COUNT, see, write_kiosk
from resident import Screen
from world import HOA

KEYBOARD, TOUCH = Screen(1280, 800, keyboard=True), Screen(1280, 800, touch=True)
# 1280 × 800 at 400 %.
AT_400 = Screen(320, 200)
HANDS = [KEYBOARD, TOUCH, Screen(320, 640), Screen(320, 640, scripts=False), AT_400]

# Vietnamese is spoken with 5.2 syllables a second (Pellegrino, Coupé, Marsico, "A cross-language perspective on speech
# information rate", Language 87, 2011). Somebody who reads slowly, aloud and with a finger on the line, has half of it.
SYLLABLES_A_SECOND = 2.6
# To find a button with the finger and wait for the page.
SECONDS_A_TAP = 3
MOST_SECONDS = 60


@pytest.fixture
def small_box(tmp_path):
    """With one item of each kind, so that a whole way is short."""
    box = Box(tmp_path / "data", kiosk=write_kiosk(tmp_path / "kiosk")).start()
    yield box
    box.end()


@pytest.mark.parametrize("screen", HANDS, ids=str)
def test_the_whole_way_is_gone_with_one_kind_of_hand(small_box, sit_down_at, screen):
    hoa = sit_down_at(small_box, screen)
    hoa.sit_down(HOA)
    for _ in range(COUNT):
        hoa.give(right(hoa.stem))
    hoa.press("Nộp bài")

    assert hoa.stem == "Đạt" and hoa.sees(f"Được {COUNT} trên {COUNT} điểm")
    assert hoa.crooked == [], "nothing is wider than the window"


def heard(page):
    """Role and name of everything a screen reader comes by, in order."""
    lines = page.locator("body").aria_snapshot().splitlines()
    # Names with a colon stand in quotation marks of their own.
    return [re.sub(r" \[.*\]|:$|'", "", line.strip().removeprefix("- ")) for line in lines if "/url:" not in line]


def in_order(parts, said):
    rest = iter(said)
    return [part for part in parts if not any(re.fullmatch(part, one) for one in rest)]


PAGES = {
    "welcome": ['link "Đến nội dung chính"', "banner", "main", 'heading "Chào mừng .*"', 'heading "Chọn nhóm của mình"',
                'link "Người dân .*"', 'link "Kiểm tra phiếu"', 'link "Tôi có số chỗ"'],
    "mode": ["main", 'heading "Làm thử hay sát hạch\\?"', 'heading "Làm thử"', 'button "Làm thử"', 'heading "Sát hạch"',
             'link "Sát hạch lấy phiếu"'],
    "notice": ["main", 'heading "Trước khi .*"', "term.*", 'button "Tôi đồng ý"'],
    "seat": ["main", 'heading "Cho biết tên người làm bài"', 'heading "Cách 1: .*"', 'textbox "Chuỗi chữ từ thẻ"',
             'heading "Cách 2: .*"', 'textbox "Họ và tên"', 'button "Mở bàn phím"', 'textbox "Năm sinh \\(4 số\\)"',
             'textbox "Số định danh .*"', 'button "Mở bàn phím số"', 'button "Tiếp tục"', 'button "Gọi cán bộ"'],
}


def test_a_screen_reader_says_every_page_before_the_test_in_its_order(small_box, sit_down_at):
    hoa = sit_down_at(small_box, Screen(1280, 800)).go_to()
    for name, button in zip(PAGES, [re.compile("^Người dân"), "Sát hạch lấy phiếu", "Tôi đồng ý", None]):
        assert in_order(PAGES[name], heard(hoa.page)) == [], heard(hoa.page)
        if button:
            hoa.press(button)


KINDS = {
    "single": ["group .*", 'radio ".+"', 'radio ".+"'], "several": ["group .*", 'checkbox ".+"', 'checkbox ".+"'],
    "truths": ["group .*", "group .*", 'radio "Đúng"', 'radio "Sai"'],
    "order": ["group .*", 'button ".+ Chưa xếp"', 'button ".+ Chưa xếp"'],
    "match": ["group .*", "group .*", 'radio ".+"', "group .*", 'radio ".+"'],
    "short": ["group .*", 'textbox "Viết câu trả lời vào đây.*"', 'button "Mở bàn phím.*"'],
    "point": ["group .*", "group .*", 'radio ".+"'], "simulated": ["heading .*", "region .*", 'button ".+"'],
}


def test_a_screen_reader_says_of_every_kind_the_stem_what_to_answer_with_and_the_way_on(small_box, sit_down_at):
    hoa = sit_down_at(small_box, Screen(1280, 800)).sit_down(HOA)
    kinds = set()
    for number in range(1, COUNT + 1):
        hoa.go_to(f"/attempts/{hoa.attempt}/items/{number}")
        kind = item(hoa.stem)["type"]
        parts = ["main", f".*Câu {number} trên {COUNT}.*", *KINDS[kind], 'checkbox "Đánh dấu để xem lại"', 'button "Câu tiếp theo"']
        assert in_order(parts, heard(hoa.page)) == [], (kind, heard(hoa.page))
        assert hoa.page.title() == f"Câu {number} trên {COUNT} – Sát hạch kỹ năng số"
        kinds.add(kind)
    assert kinds == set(KINDS)


def test_a_tap_on_an_item_leaves_the_focus_at_the_item(small_box, sit_down_at):
    hoa = see(sit_down_at(small_box, Screen(1280, 800)).sit_down(HOA), "order")
    hoa.item.tap("m")
    hoa.page.keyboard.press("Tab")
    assert hoa.page.evaluate("document.activeElement.closest('#task') !== null")


def test_faults_take_the_focus_and_each_leads_to_its_field(small_box, sit_down_at):
    hoa = sit_down_at(small_box, KEYBOARD).walk_to_seat()
    hoa.fill_in("", "57", "12")

    assert hoa.page.title().startswith("Cần sửa: ")
    hoa.page.locator("#faults:focus").wait_for()
    hoa.page.keyboard.press("Tab")
    hoa.page.keyboard.press("Enter")
    hoa.page.locator("#name:focus").wait_for()


@pytest.mark.parametrize("screen", [Screen(1280, 800), Screen(1280, 800, scripts=False)], ids=str)
def test_the_clock_is_hidden_and_shown_by_a_button(small_box, sit_down_at, screen):
    hoa = sit_down_at(small_box, screen).sit_down(HOA)
    hoa.press("Ẩn đồng hồ")
    assert not hoa.page.locator("#clock").is_visible()
    hoa.go_on()
    hoa.picture("43-clock-hidden")
    assert not hoa.page.locator("#clock").is_visible()
    hoa.press("Hiện đồng hồ")
    assert hoa.page.locator("#clock").inner_text() == "Còn 60 phút"


def test_the_time_is_said_at_quarters_only(small_box, sit_down_at):
    """The page's own clock is wound forward; an hour has three such moments."""
    hoa = sit_down_at(small_box, Screen(1280, 800))
    hoa.page.clock.install()
    hoa.sit_down(HOA)
    # As with a minute to go to the half, on a page that was shown for three minutes at most.
    hoa.page.route("**/items/*", lambda route: wind(route, 31 * 60_000))
    hoa.page.reload()
    said = hoa.page.locator("#time-said")
    assert said.inner_text() == "" and said.get_attribute("role") == "status"

    hoa.page.clock.run_for(50_000)
    assert said.inner_text() == ""
    hoa.page.clock.run_for(12_000)
    assert said.inner_text() == "Còn nửa thời gian."


def wind(route, left):
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r'data-remaining="\d+"', f'data-remaining="{left}"', answer.text()))


# The words of the page down to the end of a button or link.
DOWN_TO = """button => {
  const range = document.createRange();
  range.setStart(document.querySelector("main"), 0);
  range.setEndAfter(button);
  return range.toString();
}"""


def test_a_first_time_is_a_minute_of_reading_and_tapping_without_typing(box, sit_down):
    """The groups are read until one's own comes; of two ways both are read before one is taken."""
    hoa = sit_down(Screen(1280, 800, touch=True)).go_to()
    own_group = hoa.button(re.compile("^Người dân"))
    read, whole = [own_group.evaluate(DOWN_TO)], hoa.page.locator("main").inner_text()
    assert not typed_into(hoa)
    hoa.press(re.compile("^Người dân"))
    read.append(hoa.page.locator("main").inner_text())
    assert not typed_into(hoa)
    hoa.press("Làm thử")

    assert hoa.place.startswith("Câu 1 trên")
    seconds, longest = reading_and_taps(read), reading_and_taps([whole, read[1]])
    print(f"a first time: 2 taps, {seconds:.0f} s from welcome to the first question; {longest:.0f} s with all groups read")
    assert seconds <= MOST_SECONDS


def reading_and_taps(pages):
    return len(" ".join(pages).split()) / SYLLABLES_A_SECOND + len(pages) * SECONDS_A_TAP


def typed_into(hoa):
    return hoa.page.locator("input:not([type=hidden])").count()


def test_with_a_card_a_test_begins_by_taps_and_the_scanner_alone(box, sit_down):
    hoa = sit_down(Screen(1280, 800, touch=True)).walk_to_seat()
    hoa.scan(HOA).press("Đúng, bắt đầu")
    assert hoa.place.startswith("Câu làm quen 1")
