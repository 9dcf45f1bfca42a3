"""From a card in a clerk's hand to the first question on a kiosk, and whatever else is settled when people sit down."""

import re
import sqlite3

import openpyxl
import pytest

from desk_world import DeskBox, Screen
from world import DUNG, HOA, NAM, SUONG

DESK, OLD_DESK, KIOSK = (1366, 768), (1024, 768), (1280, 800)
FACE = "Đã đối chiếu mặt và thẻ – Mời vào máy"
AGREE = "Tôi đồng ý"


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
        return screens[-1]

    yield open_screen
    for screen in screens:
        screen.close()


@pytest.fixture
def desk(open_screen):
    return open_screen(DESK).sign_in()


def seat(desk, person, **choices):
    desk.go_to("/desk/seating").scan(person.card)
    for label, option in choices.items():
        desk.page.get_by_label({"device": "Ngồi ở"}[label]).select_option(label=option)
    return desk.press(FACE)


# Three taps


def test_from_a_card_to_the_first_question_in_three_taps(desk, open_screen):
    kiosk = open_screen(KIOSK, device=1).go_to().await_text("Chọn nhóm của mình")
    desk.scan(HOA.card).expect_straight()
    assert desk.taps == 0
    desk.press(FACE).expect_straight()
    assert desk.heading == "Mời ông/bà vào máy số 1" and re.fullmatch(r"\d{4}", desk.seat)
    assert "Hoa" not in desk.page.content()

    kiosk.await_text(f"Mời ông/bà có số chỗ {desk.seat}").expect_straight()
    kiosk.press("Bắt đầu").expect_straight()
    assert kiosk.sees("N. T. Hoa") and not kiosk.sees("Nguyễn Thị Hoa")
    kiosk.press(AGREE)
    assert kiosk.sees(re.compile("^Câu làm quen 1 trên"))
    assert (desk.taps, kiosk.taps) == (1, 2)


def test_the_next_card_is_scanned_where_the_number_stands(desk):
    seat(desk, HOA)
    first = desk.seat
    desk.scan(SUONG.card).press(FACE)
    assert desk.heading == "Mời ông/bà vào máy số 2" and desk.seat != first


def test_without_scripts_the_way_is_the_same(box, open_screen):
    desk = open_screen(DESK, scripts=False).sign_in()
    kiosk = open_screen(KIOSK, scripts=False, device=2)
    seat(desk, HOA, device="Máy số 2")
    kiosk.go_to().press("Bắt đầu").press(AGREE)
    assert kiosk.sees(re.compile("^Câu làm quen 1 trên"))


# What keyboards do to a card


@pytest.mark.parametrize("typed, name", [
    ("008158999003||Nguyeexn Thij Hoaf|02091958|Nuwx|Toor 5, Minh Xuaan|15082021", "Nguyễn Thị Hòa"),
    ("008158999003||Nguye64n Thi5 Hoa2|02091958|Nu74|To63 5, Minh Xua6n|15082021", "Nguyễn Thị Hòa"),
    ("008158999003~~Nguyn Th Hoa~02091958~N~T 5~15082021", "Nguyn Th Hoa"),
    ("]Q1008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021", "Nguyễn Thị Hoa"),
], ids=["telex", "vni", "marks lost", "symbology"])
def test_a_card_that_a_keyboard_has_mangled_is_read_and_its_name_offered(box, desk, typed, name):
    desk.scan(typed)
    field = desk.page.get_by_label("Họ và tên")
    assert field.input_value() == name
    assert desk.sees("008 158 999 003") and desk.sees("02/09/1958") and desk.sees("Máy quét đọc tên là")
    field.fill("Nguyễn Thị Hoa")
    desk.press(FACE)
    assert re.fullmatch(r"\d{4}", desk.seat)
    assert box.value("SELECT identity FROM attempt") == 2


def test_what_is_no_card_is_told_and_scanned_again(desk):
    desk.scan("https://example")
    assert desk.sees("Chuỗi này không có số định danh 12 số")
    desk.scan(HOA.card)
    assert desk.sees("008 158 999 003")


# Other people


def test_somebody_who_types_and_somebody_without_papers_are_seated_too(box, desk):
    page = desk.go_to("/desk/seating").page
    typed = page.locator("form:has(#number)")
    typed.get_by_label("Họ và tên").fill(DUNG.name)
    typed.get_by_label("Năm sinh").fill(str(DUNG.birth_year))
    typed.get_by_label("Số định danh").fill(DUNG.number)
    with page.expect_navigation():
        typed.get_by_role("button").click()
    desk.press("Mời vào máy, chưa đối chiếu")

    desk.go_to("/desk/seating")
    page.get_by_text("Không có giấy tờ").click()
    walk_in = page.locator("form:has(#other-name)")
    walk_in.get_by_label("Họ và tên").fill("Bà Sáu")
    walk_in.get_by_label("Năm sinh").fill("1950")
    walk_in.get_by_label("Nữ").check()
    with page.expect_navigation():
        walk_in.get_by_role("button").click()
    assert desk.expect_straight().sees("Không có giấy tờ")
    desk.press("Mời vào máy")
    assert box.rows("SELECT identity FROM attempt ORDER BY id") == [(0,), (0,)]


def test_a_child_is_seated_with_somebody_who_answers_for_it(box, desk):
    desk.scan(NAM.card).expect_straight()
    desk.page.get_by_label("Họ và tên người giám hộ").fill("Lê Thị Mai")
    desk.page.get_by_label("Mẹ").check()
    desk.press(FACE)
    assert box.value("SELECT guardianRelation FROM seating") == "mother"


def test_the_same_person_twice_is_led_to_the_number_that_waits(desk):
    seat(desk, HOA)
    number = desk.seat
    desk.go_to("/desk/seating").scan(HOA.card)
    assert desk.sees(f"số chỗ {number}, chưa vào máy")
    assert desk.press("Xem lại số chỗ").seat == number


def test_two_clerks_at_once_do_not_send_two_people_to_one_kiosk(desk, open_screen):
    other = open_screen(OLD_DESK).sign_in()
    desk.scan(HOA.card)
    other.scan(SUONG.card).expect_straight()
    desk.press(FACE)
    other.press(FACE)
    assert other.sees("Máy số 1 vừa có người. Chọn máy khác rồi mời lại.")
    other.press(FACE)
    assert (desk.heading, other.heading) == ("Mời ông/bà vào máy số 1", "Mời ông/bà vào máy số 2")


# At the kiosk


def test_the_number_is_tapped_on_big_keys(desk, open_screen):
    kiosk = open_screen(KIOSK, device=2).go_to("/seats").expect_straight()
    seat(desk, HOA, device="Bất kỳ máy nào")
    for digit in "99" + desk.seat[::-1]:
        kiosk.page.get_by_role("button", name=digit, exact=True).click()
    assert kiosk.page.get_by_label("Số chỗ").input_value() != desk.seat
    kiosk.page.get_by_role("button", name="Xóa", exact=True).click(click_count=4)
    for digit in desk.seat:
        kiosk.page.get_by_role("button", name=digit, exact=True).click()
    kiosk.press("Vào làm bài")
    assert kiosk.sees("N. T. Hoa")


def test_a_rest_stops_the_clock_and_a_large_text_is_large(box, desk, open_screen):
    desk.scan(HOA.card)
    desk.page.locator("details.more summary").click()
    desk.page.get_by_label("Được tự nghỉ giữa chừng").check()
    desk.page.get_by_label("Chữ lớn").check()
    desk.expect_straight().press(FACE)
    kiosk = open_screen(KIOSK, device=1).go_to().press("Bắt đầu").press(AGREE)
    assert kiosk.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "30px"

    box.end()
    with_database(box, "UPDATE attempt SET part = 'scored', place = 1")
    box.start(box.port)
    kiosk.go_to("/attempts/1").expect_straight().press("Nghỉ một chút")
    assert kiosk.expect_straight().heading == "Đang nghỉ"
    assert box.value("SELECT state FROM attempt") == "paused"
    kiosk.press("Làm tiếp")
    assert kiosk.sees(re.compile("^Câu 1 trên")) and box.value("SELECT spent FROM attempt") < 60_000


def with_database(box, statement):
    with sqlite3.connect(box.data / "sathach.db") as database:
        database.execute(statement)
    database.close()


def test_where_the_office_wants_it_nobody_begins_without_the_desk(tmp_path, chromium):
    box = DeskBox(tmp_path / "data", **{"self-seating": "off"}).set_up()
    kiosk = Screen(chromium, box, KIOSK)
    try:
        kiosk.go_to("/audiences/nguoi-dan").expect_straight()
        assert kiosk.sees("Mời đến quầy") and not kiosk.sees("Sát hạch lấy phiếu")
        assert kiosk.press("Tôi có số chỗ").heading == "Bấm số chỗ"
    finally:
        kiosk.close()
        box.end()


# Classes


@pytest.fixture
def workbook(tmp_path):
    """As a school brings it: a title, numbers kept as numbers, a child, and somebody twice."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH LỚP KỸ NĂNG SỐ"])
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Số CCCD"])
    for number, person in enumerate([HOA, DUNG, SUONG, NAM, HOA], 1):
        sheet.append([number, person.name, f"{person.birth_year}", int(person.number)])
    book.save(tmp_path / "lop.xlsx")
    return tmp_path / "lop.xlsx"


def test_a_class_comes_out_of_a_workbook_is_looked_at_and_seated_at_once(box, desk, open_screen, workbook):
    page = desk.go_to("/desk/classes").expect_straight().page
    form = page.locator("form:has(#file)")
    form.get_by_label("Tên lớp").fill("Lớp chiều thứ bảy")
    form.get_by_label("Tệp CSV hoặc XLSX").set_input_files(workbook)
    with page.expect_navigation():
        form.get_by_role("button", name="Xem trước danh sách").click()
    assert desk.expect_straight().sees("3 trên 5 người mời được ngay.")
    assert desk.sees("Trùng số định danh với dòng 3.") and desk.sees("Đã thêm lại số 0 ở đầu số định danh.")
    assert box.value("SELECT count(*) FROM attempt") == 0

    desk.press("Mời 3 người vào máy").expect_straight()
    seats = page.locator("td.number strong").all_inner_texts()
    assert len(set(seats)) == 3 and desk.sees("chờ vào máy")
    desk.press("In thẻ số chỗ")
    assert page.locator(".card .number-big").all_inner_texts() == seats
    assert desk.sees("N. T. Hoa") and not desk.sees("Nguyễn Thị Hoa")

    tablet = open_screen(KIOSK, device=2).go_to("/seats")
    tablet.page.get_by_label("Số chỗ").fill(seats[2])
    tablet.press("Vào làm bài")
    assert tablet.sees("H. T. Sương")


def test_lines_are_pasted_and_a_file_that_is_none_is_told(desk, tmp_path):
    page = desk.go_to("/desk/classes").page
    form = page.locator("form:has(#file)")
    form.get_by_label("Tên lớp").fill("Lớp sáng")
    broken = tmp_path / "anh.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(200))
    form.get_by_label("Tệp CSV hoặc XLSX").set_input_files(broken)
    with page.expect_navigation():
        form.get_by_role("button", name="Xem trước danh sách").click()
    assert desk.sees(re.compile("^Tệp hỏng")) and form.get_by_label("Tên lớp").input_value() == "Lớp sáng"

    form.get_by_label("Hoặc dán danh sách").fill(f"{HOA.name}\t1958\t{HOA.number}\n{DUNG.name}\t1984\t{DUNG.number}")
    with page.expect_navigation():
        form.get_by_role("button", name="Xem trước danh sách").click()
    assert desk.sees("2 trên 2 người mời được ngay.")


def test_a_class_that_practises_opens_practice_on_the_kiosks_until_it_is_closed(desk, open_screen):
    kiosk = open_screen(KIOSK, device=1).go_to().await_text("Chọn nhóm của mình")
    page = desk.go_to("/desk/classes").page
    form = page.locator("form:has(#practice-title)")
    form.get_by_label("Tên lớp").fill("Tổ 5")
    with page.expect_navigation():
        form.get_by_role("button").click()
    kiosk.await_text("Lớp làm thử: Tổ 5").expect_straight().press("Làm thử")
    assert kiosk.sees("Câu 1 trên")
    desk.press("Đóng lớp làm thử")
    kiosk.go_to().press("Tôi là người khác").await_text("Chọn nhóm của mình")


def test_counts_without_names_go_up_and_down(box, desk):
    desk.go_to("/desk/tallies").expect_straight()
    poor = desk.page.get_by_label("Hộ nghèo, nhóm Người dân", exact=True)
    with desk.page.expect_navigation():
        poor.get_by_role("button", name="Thêm").click()
    assert poor.locator(".count").inner_text() == "1"
    assert box.rows("SELECT kind, count FROM tally") == [("poor", 1)]
