"""Whatever happens to the browser or the power, the same question comes back and no answer is lost or doubled."""

import pytest

from answers import right
from bank import COUNT
from resident import ONWARDS, Resident, Screen
from world import DUNG, HOA

SCREENS = [Screen(1366, 768), Screen(1366, 768, scripts=False)]


@pytest.fixture
def dung(sit_down):
    """Anh Dũng before his third item, two answers given."""
    return sit_down().skip_to(DUNG, 2).answer()


def expect_two_answers(box, attempt):
    """Two answers, each written once, and nobody sent back to an earlier place."""
    scored = [answer for answer in box.answers(attempt) if answer[0] == "scored"]
    assert [number for _, number, _, _ in scored] == [1, 2]
    assert box.written_again(attempt) == {}


def test_a_reload_shows_the_same_question(box, dung):
    stem = dung.stem
    dung.reload().reload()

    assert (dung.stem, dung.place) == (stem, f"Câu 3 trên {COUNT}")
    expect_two_answers(box, dung.attempt)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_double_tap_counts_once(box, sit_down, screen):
    dung = sit_down(screen).skip_to(DUNG, 2)
    dung.do(right(dung.stem))
    dung.button("Câu tiếp theo").dblclick()
    dung.page.wait_for_url("**/items/3")

    assert dung.look().place == f"Câu 3 trên {COUNT}"
    dung.go_to(f"/attempts/{dung.attempt}")
    assert dung.place == f"Câu 3 trên {COUNT}"
    assert [answer[1] for answer in box.answers(dung.attempt) if answer[0] == "scored"] == [1, 2]


def test_a_slow_double_tap_does_not_run_past_a_question(box, sit_down):
    """The second tap may come after the next page, whose button is often in the same place."""
    dung = sit_down(Screen(1080, 1920)).skip_to(DUNG, 2)
    for number in range(3, 12):
        dung.do(right(dung.stem))
        tap_twice_slowly(dung, number)
        assert dung.place == f"Câu {number} trên {COUNT}"
        assert not [answer for answer in box.answers(dung.attempt) if answer[:2] == ("scored", number)]


def tap_twice_slowly(resident, next_number):
    place = resident.button("Câu tiếp theo").bounding_box()
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    resident.page.mouse.click(x, y)
    resident.page.wait_for_url(f"**/items/{next_number}")
    resident.page.mouse.click(x, y)
    resident.page.wait_for_timeout(200)


def test_a_double_tap_on_hand_in_gives_one_result_and_one_slip(box, sit_down):
    hoa = sit_down().skip_to(HOA, COUNT + 1)
    hoa.button("Nộp bài").dblclick()
    hoa.page.wait_for_url("**/result")

    assert hoa.look().stem == "Đạt" and len(box.slips()) == 1
    assert box.value("SELECT count(*) FROM event WHERE kind = 'attempt-submitted'") == 1


def test_the_back_button_shows_the_answer_given_and_loses_nothing(box, dung):
    stem = dung.stem
    dung.go_back()
    assert dung.place == f"Câu 2 trên {COUNT}" and dung.item.is_answered

    dung.press("Câu tiếp theo")
    assert (dung.stem, dung.place) == (stem, f"Câu 3 trên {COUNT}")
    assert [answer[1] for answer in box.answers(dung.attempt) if answer[0] == "scored"] == [1, 2]



def test_a_second_tab_leads_to_the_same_question(box, dung):
    stem = dung.stem
    tab = Resident(dung.page.context.new_page(), box, dung.screen).go_to()

    tab.picture("40-unfinished")
    assert tab.stem == "Đang có một bài làm dở" and DUNG.name not in tab.page.content()
    assert tab.press("Làm tiếp bài này").stem == stem
    expect_two_answers(box, dung.attempt)


def test_a_tab_left_behind_takes_no_answer_away(box, dung):
    tab = Resident(dung.page.context.new_page(), box, dung.screen).go_to(f"/attempts/{dung.attempt}")
    dung.answer().answer()
    tab.press("Câu tiếp theo")

    assert [answer[1] for answer in box.answers(dung.attempt) if answer[0] == "scored"] == [1, 2, 3, 4]
    assert dung.reload().place == f"Câu 5 trên {COUNT}"


@pytest.mark.parametrize("left_at", [1, 3])
def test_a_tab_left_behind_at_a_warm_up_leads_to_where_the_test_stands(box, sit_down, left_at):
    dung = sit_down().sit_down(DUNG)
    for _ in range(1, left_at):
        dung.answer().press("Làm tiếp")
    tab = Resident(dung.page.context.new_page(), box, dung.screen).go_to(f"/attempts/{dung.attempt}")
    tab.answer()
    stem = dung.reload().press(ONWARDS).warm_up().answer().answer().stem

    tab.press(ONWARDS)

    assert (tab.place, tab.stem) == (f"Câu 3 trên {COUNT}", stem)
    assert dung.reload().place == f"Câu 3 trên {COUNT}"
    expect_two_answers(box, dung.attempt)


def test_a_browser_closed_and_opened_again_is_back_at_the_same_question(playwright, box, tmp_path):
    def open_browser():
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path="/usr/bin/chromium", args=["--no-sandbox"],
            viewport=SCREENS[0].size)
        return context, Resident(context.pages[0], box, SCREENS[0])

    context, dung = open_browser()
    stem = dung.sit_down(DUNG).warm_up().answer().answer().stem
    context.close()
    context, dung = open_browser()
    dung.go_to().press("Làm tiếp bài này")

    assert (dung.stem, dung.place) == (stem, f"Câu 3 trên {COUNT}")
    expect_two_answers(box, dung.attempt)
    context.close()


def test_the_same_card_at_another_kiosk_goes_on_with_the_same_question(box, sit_down):
    hoa = sit_down().skip_to(HOA, 3)
    elsewhere = sit_down().sit_down(HOA)

    assert (elsewhere.stem, elsewhere.place, elsewhere.attempt) == (hoa.stem, hoa.place, hoa.attempt)
    expect_two_answers(box, hoa.attempt)
    assert box.rows("SELECT state, count(*) FROM attempt GROUP BY state ORDER BY state") == [
        ("in-progress", 1), ("voided", 1)]


def test_somebody_else_at_the_same_screen_sees_nothing_of_it_and_the_card_brings_it_back(box, sit_down):
    hoa = sit_down().skip_to(HOA, 3)
    stem, attempt = hoa.stem, hoa.attempt
    hoa.go_to().press("Tôi là người khác")
    assert hoa.sees("Chọn nhóm của mình")
    hoa.go_to(f"/attempts/{attempt}/items/3")
    assert stem not in hoa.page.content()

    hoa.sit_down(HOA)
    assert (hoa.stem, hoa.attempt) == (stem, attempt)


def test_after_the_end_the_back_button_shows_no_personal_page(box, sit_down, remembering_chromium):
    hoa = sit_down(browser=remembering_chromium).skip_to(HOA, COUNT + 1).press("Nộp bài")
    hoa.press("Xong, về màn hình đầu")

    for _ in range(2):
        # What is seen: a form's token may hold any digits.
        page = hoa.go_back().page.inner_text("body")
        assert not any(word in page for word in [HOA.name, "003", "Phiếu báo kết quả", "điểm"])
