"""Each kind of item, in a bank that has one of each: by touch, by keyboard, without scripts, and when the power goes."""

import re

import pytest

from answers import of_kind, right
from bank import item
from box import Box
from kinds import COUNT, LEFT_UNDONE, TESTED, half, kept, page_of, see, write_kiosk
from resident import Screen
from world import HOA

SCREENS = [Screen(1080, 1920, touch=True), Screen(1366, 768, keyboard=True), Screen(1366, 768, scripts=False)]


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data", kiosk=write_kiosk(tmp_path / "kiosk")).start()
    yield box
    box.end()


@pytest.fixture
def hoa(client):
    """Bà Hoa before her first item, without a browser."""
    client.begin_test()
    client.sit_down(HOA)
    return client


def answered(how):
    """What is to be kept once every item is answered so; rightly where it cannot be so."""
    answers = {kind: of_kind(how, content) or right(content["stem"]) for kind, content in TESTED.items()}
    return {kind: (answer.kept, answer.credit, True) for kind, answer in answers.items()}


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("how", ["right", "partly"])
def test_every_kind_is_answered_by_hand_and_stands_there_again(box, sit_down, screen, how):
    hoa = sit_down(screen).sit_down(HOA)
    for number in range(1, COUNT + 1):
        content = item(hoa.stem)
        answer = of_kind(how, content) or right(content["stem"])
        if how == "right":
            hoa.picture(f"kind-{content['type']}")
        hoa.do(answer)
        assert hoa.item.shows(answer), content["type"]
        hoa.picture(f"kind-{content['type']}-{how}")
        hoa.go_on()
        if number < COUNT:
            assert hoa.press("Câu trước").stem == content["stem"]
            assert hoa.item.shows(answer), content["type"]
            hoa.press("Câu tiếp theo")

    assert hoa.look().sees("Đã trả lời hết các câu.") and hoa.crooked == []
    assert not any("&lt;" in page for page in hoa.pages), "no markup stands on a page as words"
    assert kept(box, hoa.attempt) == answered(how)
    expect_points(hoa.press("Nộp bài"), sum(credit for _, credit, _ in answered(how).values()))


def expect_points(hoa, credit):
    hoa.picture(f"kinds-result-{credit}")
    assert hoa.sees(f"Được {credit // 100} trên {COUNT} điểm")
    assert bool(credit % 100) == ("Phần lẻ 0,5 điểm" in hoa.page.content())
    points = f"{credit / 100:g}".replace(".", ",")
    assert re.search(rf"· {points}/{COUNT}\b", hoa.page.locator("li .word").inner_text())


@pytest.mark.parametrize("kind", TESTED)
def test_an_answer_changed_after_going_back_replaces_the_first(box, hoa, kind):
    """What was done on a simulated screen is done: there is no going back in it."""
    stem = TESTED[kind]["stem"]
    wrongly = of_kind("wrong", TESTED[kind])
    hoa.give(wrongly, page_of(hoa, kind))
    again = page_of(hoa, kind)
    if again.is_over:
        hoa.tap(again, "luu")
        assert kept(box, hoa.attempt)[kind] == (wrongly.kept, 0, True) and not again.form("/responses").taps
    else:
        hoa.give(right(stem), again)
        assert kept(box, hoa.attempt)[kind] == (right(stem).kept, 100, True)


def test_half_answers_survive_a_kill_and_the_review_says_that_they_are_begun(box, hoa):
    shown = {}
    for kind in TESTED:
        hoa.give(half(kind), page_of(hoa, kind))
        shown[kind] = look_of(page_of(hoa, kind))
    box.restart()
    hoa.hang_up()

    assert {kind: look_of(page_of(hoa, kind)) for kind in TESTED} == shown
    assert kept(box, hoa.attempt) == {
        kind: (half(kind).kept, half(kind).credit, kind not in LEFT_UNDONE) for kind in TESTED}
    review = hoa.get(f"/attempts/{hoa.attempt}/review")
    assert review.text.count("còn làm dở") == len(LEFT_UNDONE) and review.text.count("đã trả lời<") == COUNT - len(LEFT_UNDONE)
    assert f"Còn {len(LEFT_UNDONE)} câu chưa trả lời." in review.text


def look_of(page):
    form = page.form("/responses")
    return form.fields, form.taps, page.put


@pytest.mark.parametrize("kind", ["order", "simulated"])
def test_a_power_cut_at_a_half_done_item_brings_the_person_back_to_it(box, sit_down, kind):
    hoa = see(sit_down(SCREENS[0]).sit_down(HOA), kind).do(half(kind))
    box.restart()

    assert hoa.go_to().press("Làm tiếp bài này").stem == TESTED[kind]["stem"]
    assert kept(box, hoa.attempt)[kind] == (half(kind).kept, half(kind).credit, False)
    hoa.picture(f"kind-{kind}-half")


def test_passing_by_the_review_to_another_item_changes_no_answer(box, hoa):
    for kind in TESTED:
        hoa.give(half(kind), page_of(hoa, kind))
    before = kept(box, hoa.attempt)
    for number in range(1, COUNT + 1):
        review = hoa.get(f"/attempts/{hoa.attempt}/review").page
        hoa.press(review, "/responses", ("go", str(number)))

    assert kept(box, hoa.attempt) == before


def test_a_box_that_is_not_ticked_any_more_is_taken_back(box, sit_down):
    hoa = sit_down(SCREENS[0]).sit_down(HOA)
    see(hoa, "several")
    hoa.do(half("several")).go_on()
    hoa.press("Câu trước").item.hand.tick("pick-a")
    hoa.go_on()

    assert kept(box, hoa.attempt)["several"] == (None, 0, False)
    assert not hoa.press("Câu trước").item.is_answered


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_tap_on_a_step_that_has_its_number_takes_it_and_all_after_it_back(box, sit_down, screen):
    hoa = sit_down(screen).sit_down(HOA)
    see(hoa, "order")
    hoa.do(right(hoa.stem))
    hoa.item.tap("k")
    assert hoa.item.put == ["m"]
    hoa.item.tap("m")

    assert hoa.item.put == [] and kept(box, hoa.attempt)["order"] == (None, 0, False)


FORGED = {
    "an option that is none": ("single", {"option": "zz"}),
    "an empty option": ("single", {"option": ""}),
    "an element of no screen": ("simulated", {"tap": "khong-co"}),
    "an element of another screen": ("simulated", {"tap": "xoa"}),
    "a step that is none": ("order", {"tap": "zz"}),
    "a box that is none": ("several", {"pick-zz": "yes"}),
    "a statement that is none": ("truths", {"judge-zz": "true"}),
    "a line that is none": ("match", {"match-zz": "x"}),
    "a right side that is none": ("match", {"match-a": "zz"}),
    "a place that is none": ("point", {"option": "zz"}),
    "a tap on what has boxes": ("several", {"tap": "a"}),
    "a field of another screen": ("simulated", {"tap": "", "field-gio": "5"}),
}


@pytest.mark.parametrize(("kind", "fields"), FORGED.values(), ids=FORGED.keys())
def test_what_an_item_does_not_have_is_refused_or_changes_nothing(box, hoa, kind, fields):
    hoa.give(half(kind) if kind in ("order", "several", "match", "truths") else right(TESTED[kind]["stem"]), page_of(hoa, kind))
    before = kept(box, hoa.attempt)

    form = page_of(hoa, kind).form("/responses")
    answer = hoa.post(form.action, {**form.fields, **({} if "tap" in fields else {"go": "next"}), **fields})

    assert answer.status in (303, 400) and kept(box, hoa.attempt) == before


VERDICTS = {"right": "Đúng rồi", "partly": "Đúng một phần", "wrong": "Chưa đúng"}


@pytest.mark.parametrize("how", VERDICTS)
def test_practice_tells_of_every_kind_how_right_it_was(box, client, how):
    client.begin_practice()
    page = client.follow(f"/attempts/{client.attempt}").page
    while page.is_item:
        content = item(page.heading)
        answer = of_kind(how, content)
        feedback = client.follow(client.give(answer or right(page.heading), page).location).page
        assert feedback.heading == VERDICTS[how if answer else "right"] and content["rationale"] in feedback.text
        page = client.follow(client.press(feedback, "/responses").location).page
    assert page.heading == "Xem lại trước khi nộp"
