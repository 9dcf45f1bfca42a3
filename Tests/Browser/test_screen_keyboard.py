"""Typing without a keyboard, and with every keyboard there is."""

import unicodedata

import pytest

from client import Client
from resident import Screen
from world import DUNG, HOA, Person

SCREENS = [Screen(1280, 800, touch=True), Screen(1080, 1920, touch=True), Screen(320, 640, touch=True)]


def open_keys(hoa, label):
    field = hoa.page.locator("input").and_(hoa.page.get_by_label(label, exact=True))
    hoa.item.hand.press(field.locator("xpath=following-sibling::button | ../following-sibling::button").first)
    return hoa.page.get_by_role("group", name=f"Bàn phím trên màn hình: {label}")


def tap(hoa, keys, *names):
    for name in names:
        hoa.item.hand.press(keys.get_by_role("button", name=name, exact=True))


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_name_and_a_number_are_given_by_taps_alone(box, sit_down, screen):
    hoa = sit_down(screen).walk_to_seat()

    keys = open_keys(hoa, "Họ và tên")
    tap(hoa, keys, *"T", "r", "â", "n", "à huyền", "Dấu cách", "V", "ă", "n", "Dấu cách", "D", "u", "n", "g", "ã ngã")
    hoa.picture("41-keyboard")
    tap(hoa, keys, "Xong")
    tap(hoa, open_keys(hoa, "Năm sinh (4 số)"), *"1984", "Xong")
    keys = open_keys(hoa, "Số định danh (12 số trên thẻ căn cước)")
    tap(hoa, keys, *"082084")
    hoa.picture("42-number-pad")
    assert keys.locator(".keyed").inner_text() == "082 084"
    assert keys.locator(".told").inner_text() == "Đọc lại: không tám hai, không tám bốn"
    tap(hoa, keys, *"999002", "Xong")
    hoa.look().press("Tiếp tục")

    assert hoa.sees(DUNG.name) and hoa.sees("1984") and hoa.sees("… 002") and hoa.crooked == []


@pytest.mark.parametrize(("method", "typed"), [("Telex", "Dduwcs"), ("VNI", "D9u71c")])
def test_telex_and_vni_are_typed_on_the_screen_and_on_any_other_keyboard(box, sit_down, method, typed):
    hoa = sit_down(Screen(1280, 800)).walk_to_seat()
    keys = open_keys(hoa, "Họ và tên")
    tap(hoa, keys, method, *typed, "Dấu cách")

    hoa.page.keyboard.type(typed)

    assert hoa.page.locator("#name").input_value() == "Đức Đức"


WRONG = {
    "999": "Ba số đầu 999 không phải mã tỉnh, thành thường gặp.",
    "0085": "Số thứ tư chỉ là 0, 1, 2 hoặc 3. Xem lại trên thẻ căn cước.",
    "008158": "Số định danh ghi năm sinh 1958, ở trên là 1985.",
    "0081589990030": "Nhiều hơn 12 số. Xóa bớt số thừa.",
    "008a": "Chỗ này chỉ điền chữ số.",
}


@pytest.mark.parametrize("typed", WRONG)
def test_what_cannot_be_right_is_said_while_it_is_typed(box, sit_down, typed):
    hoa = sit_down().walk_to_seat()
    hoa.page.get_by_label("Năm sinh").fill("1985" if typed == "008158" else "1958")

    hoa.page.get_by_label("Số định danh").press_sequentially(typed)

    assert hoa.page.locator(".read-back").inner_text() == WRONG[typed]
    assert hoa.page.locator(".heard[role=status]").first.inner_text() == WRONG[typed]


def test_a_number_is_said_for_the_ear_group_by_group(box, sit_down):
    hoa = sit_down().walk_to_seat()
    said = []
    for digit in "008158":
        hoa.page.get_by_label("Số định danh").press_sequentially(digit)
        said.append(hoa.page.locator(".heard[role=status]").first.inner_text())
    assert said[1:] == ["", *3 * ["Đọc lại: không không tám"], "Đọc lại: không không tám, một năm tám"]


def wide(digits):
    return "".join(chr(0xFF10 + int(digit)) for digit in digits)


def layout(digits):
    """The row of digits of the Vietnamese keyboard layout."""
    return "".join(["đ", "ă", "â", "ê", "ô", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"][int(digit)] for digit in digits)


STATES = {
    "full-width digits": (str, wide),
    "the Vietnamese layout": (str, layout),
    "letters and marks apart": (lambda name: unicodedata.normalize("NFD", name), str),
    "unseen joiners and wide spaces": (lambda name: name.replace(" ", "\u3000"), lambda digits: "\u200b" + digits[:4] + "\u00a0" + digits[4:]),
}


@pytest.mark.parametrize(("name", "number"), STATES.values(), ids=STATES.keys())
def test_the_server_understands_every_state_of_a_keyboard(box, client, name, number):
    client.begin_test()
    typed = Person(name(HOA.name), number(str(HOA.birth_year)), number(HOA.number))

    client.sit_down(typed)

    assert client.follow(f"/attempts/{client.attempt}").page.form("/responses")
    again = Client(box)
    again.begin_test()
    assert again.sit_down(HOA).location == f"/attempts/{client.attempt}", "the same person by name and number"


def test_without_modules_the_fields_are_plain_fields(box, sit_down):
    """As in a browser of 2016, which passes modules by."""
    hoa = sit_down()
    hoa.page.route("**/*.js", lambda route: route.abort())
    hoa.walk_to_seat()
    assert not hoa.page.locator(".open-keys").count() and not hoa.page.get_by_text(" đây không?").is_visible()
    hoa.fill_in(DUNG.name, str(DUNG.birth_year), DUNG.number).press("Đúng, bắt đầu")
    assert hoa.place.startswith("Câu làm quen 1")
