"""Ways besides the straight one: practice, a test not passed, typed seats and the refusals at the seat."""

import re

import pytest

from answers import key_texts
from bank import COUNT, item
from resident import Screen
from world import DUNG, HOA, NAM, SUONG

WITHOUT_SCRIPTS = Screen(1366, 768, scripts=False)


@pytest.mark.parametrize("screen", [Screen(1080, 1920)], ids=str)
def test_practice_tells_after_each_item_whether_it_was_right_and_why(box, sit_down, screen):
    hoa = sit_down(screen).go_to().press(re.compile("^Người dân"))
    hoa.press("Làm thử")
    rightly = True
    while not hoa.page.url.endswith("/review"):
        stem = hoa.stem
        hoa.answer(rightly)
        see_feedback(hoa, stem, rightly)
        hoa.press("Làm tiếp")
        rightly = not rightly

    hoa.picture("22-practice-review")
    hoa.press("Nộp bài")

    hoa.picture("23-practice-result")
    assert hoa.stem == "Đã làm xong bài thử"
    assert not hoa.page.get_by_role("img").count() and box.slips() == []
    assert box.value("SELECT count(*) FROM person") == 0


def see_feedback(hoa, stem, rightly):
    hoa.picture("20-practice-right" if rightly else "21-practice-wrong")
    assert hoa.stem.startswith("Đúng rồi" if rightly else "Chưa")
    assert hoa.sees(item(stem)["rationale"]) and all(hoa.sees(text) for text in key_texts(stem))


@pytest.mark.parametrize("screen", [WITHOUT_SCRIPTS], ids=str)
def test_a_test_that_is_not_passed_ends_kindly_with_advice_and_no_slip(box, sit_down, screen):
    dung = sit_down(screen).sit_down(DUNG).warm_up()
    dung.answer_until(None, rightly=False)
    dung.press("Nộp bài")

    dung.picture("24-result-not-passed")
    assert dung.stem == "Chưa đạt"
    assert dung.sees(f"Được 0 trên {COUNT} điểm") and dung.sees("Nên học tiếp")
    assert not dung.page.get_by_role("img").count() and not dung.sees("Phiếu báo kết quả")
    assert box.slips() == []
    assert not any("trượt" in page.lower() for page in dung.pages)


def test_handing_in_with_open_items_asks_a_second_time(box, sit_down):
    hoa = sit_down().skip_to(HOA, 2)
    hoa.press("Xem lại cả bài").press("Nộp bài")
    hoa.picture("25-hand-in-question")
    assert hoa.sees(f"Còn {COUNT - 1} câu chưa trả lời. Câu bỏ trống tính là chưa đúng.")
    hoa.press("Quay lại làm tiếp").press("Nộp bài").press("Nộp bài luôn")

    assert hoa.stem == "Chưa đạt" and hoa.sees(f"Được 1 trên {COUNT} điểm")


@pytest.mark.parametrize("screen", [Screen(1080, 1920), WITHOUT_SCRIPTS], ids=str)
def test_each_wrong_field_has_its_sentence_beside_it_and_keeps_what_was_typed(box, sit_down, screen):
    dung = sit_down(screen).walk_to_seat()
    dung.fill_in("Dũng 2", "84", "08208499900")

    dung.picture("26-seat-wrong-fields")
    for label, typed, sentence in [
        ("Họ và tên", "Dũng 2", "Họ và tên còn trống hoặc có chữ số. Viết đủ họ và tên."),
        ("Năm sinh", "84", "Năm sinh cần đủ bốn số, như 1957."),
        ("Số định danh", "08208499900", "Số định danh cần đủ 12 số, như in trên thẻ căn cước."),
    ]:
        field = dung.page.get_by_label(label)
        assert field.input_value() == typed and field.get_attribute("aria-invalid") == "true"
        beside = dung.page.locator("#" + field.get_attribute("aria-describedby"))
        assert beside.inner_text() == sentence and distance(field, beside) < 60
    assert box.value("SELECT count(*) FROM person") == 0


def distance(field, sentence):
    """Pixels between a field and what is said about it, one above the other."""
    above, below = sorted([field.bounding_box(), sentence.bounding_box()], key=lambda box: box["y"])
    return below["y"] - above["y"] - above["height"]


def test_a_card_with_too_few_fields_is_asked_for_again(box, sit_down):
    hoa = sit_down().walk_to_seat()
    hoa.scan(HOA._replace(card="008158999003||Nguyễn Thị Hoa|02091958"))

    hoa.picture("27-seat-card-unreadable")
    field = hoa.page.get_by_label("Chuỗi chữ từ thẻ")
    beside = hoa.page.locator("#" + field.get_attribute("aria-describedby"))
    assert beside.inner_text() == "Chuỗi đọc từ thẻ bị thiếu. Đưa thẻ vào quét lại, hoặc tự điền ở cách 2."
    hoa.scan(HOA).press("Đúng, bắt đầu")
    assert hoa.place.startswith("Câu làm quen 1")


def test_a_year_that_does_not_agree_with_the_number_is_shown_and_can_be_confirmed(box, sit_down):
    dung = sit_down().walk_to_seat()
    dung.fill_in(DUNG.name, "1985", DUNG.number)

    dung.picture("28-confirm-disagreement")
    assert dung.sees("Số định danh ghi năm sinh 1984, ở trên là 1985.")
    assert box.value("SELECT count(*) FROM person") == 0
    dung.press("Đúng, bắt đầu")
    assert dung.place.startswith("Câu làm quen 1")


def test_no_to_what_was_read_leads_back_to_an_empty_seat(box, sit_down):
    hoa = sit_down().walk_to_seat().scan(HOA)
    hoa.press("Không đúng, nhập lại")

    assert hoa.stem == "Cho biết tên người làm bài"
    assert not hoa.page.get_by_label("Họ và tên").input_value() and HOA.name not in hoa.page.content()


def test_of_a_newer_card_nothing_of_the_family_is_sent_back(box, sit_down):
    suong = sit_down().walk_to_seat().scan(SUONG)

    for relative in ["Hoàng Văn Páo", "Vi Thị Thắm", "Bảo Lạc", "080999006"]:
        assert relative not in suong.page.content()
    suong.press("Đúng, bắt đầu")
    assert suong.place.startswith("Câu làm quen 1")


def test_somebody_under_sixteen_is_sent_to_the_desk_with_a_guardian(box, sit_down):
    nam = sit_down().walk_to_seat().scan(NAM)
    nam.press("Đúng, bắt đầu")

    nam.picture("29-under-age")
    assert nam.sees("Người dưới 16 tuổi cần người giám hộ đồng ý.")
    assert box.value("SELECT count(*) FROM person") == 0


def test_whoever_was_tested_today_is_told_the_day_of_the_next_test(box, sit_down):
    hoa = sit_down().skip_to(HOA, COUNT + 1)
    hoa.press("Nộp bài").press("Xong, về màn hình đầu")

    hoa.walk_to_seat().scan(HOA).press("Đúng, bắt đầu")

    hoa.picture("30-too-early")
    assert hoa.stem == "Chưa đến ngày sát hạch lại"
    assert re.search(r"Được sát hạch lại từ ngày \d{1,2}/\d{1,2}/\d{4}\.", hoa.page.content())
    assert box.value("SELECT count(*) FROM slip") == 1
