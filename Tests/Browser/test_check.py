"""Checking slips at a box: by their QR text, by their spoken code, with the holder's card, and against guessing."""

import http.client
import random
import statistics
import threading
import time

import numpy
import pytest
import zxingcpp

import paper_world as paper
from bank import BLUEPRINT
from client import Client
from paper_world import check, other_digit, verify
from world import DUNG, HOA, SUONG

OWN_KEYS = "Đã kiểm tra bằng khóa của chính máy này; chưa nạp danh sách khóa của tỉnh."
WRONG_CODES = 10_000
CONNECTIONS = 4
# What may be tried at once, and how long one more try then takes.
BURST, SECONDS_PER_TRY = 20, 6
MEBIBYTE = 1 << 20


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """A box at which Hoa and Dũng have passed: Hoa by her card, Dũng typed."""
    box = paper.set_up(tmp_path_factory.mktemp("issued") / "data", commune="02215").start()
    for person in [HOA, DUNG]:
        assert Client(box).take_test(person).page.heading == "Đạt"
    yield box
    box.end()


@pytest.fixture(scope="module")
def slips(issued):
    return issued.slips()


@pytest.fixture
def fresh(issued):
    """The same box after a restart, which forgets who has tried how often."""
    issued.end()
    return issued.start()


# Genuine


def test_a_scanned_slip_is_genuine_with_what_the_paper_says_and_the_keys_used(issued, slips):
    for slip, identity in zip(slips, ["chuỗi trên thẻ căn cước", "tự khai"]):
        seen = check(Client(issued), slip["text"])
        assert (seen.status, seen.kind, seen.title) == (200, paper.PASSED, "Phiếu thật")
        assert seen.facts == {
            "Kết quả": "Đạt, 20/20", "Ngày": time.strftime("%d/%m/%Y", time.gmtime(slip["issuedAt"] + 7 * 3600)),
            "Số phiếu": f"02215-1 · {slip['serial']}", "Mã phiếu": spoken(slip["code"]),
            "Căn cứ nhận người": identity, "Trợ giúp": "không có", "Quy tắc": f"khung bản {BLUEPRINT['framework']}, ma trận đề bản {BLUEPRINT['version']}"}
        assert seen.keys == OWN_KEYS


def spoken(code):
    return " ".join(code[start:start + 4] for start in range(0, 16, 4))


@pytest.mark.parametrize("written", [str, spoken, "-".join, lambda code: f"  {spoken(code)} "])
def test_a_spoken_code_finds_its_slip_however_it_is_spaced(fresh, slips, written):
    scanned = check(Client(fresh), slips[0]["text"])
    assert check(Client(fresh), written(slips[0]["code"]))._replace(page="") == scanned._replace(page="")


def test_white_space_around_a_scanned_text_does_not_matter(issued, slips):
    for text in [" {} ", "\t{}\r\n", "{}\n\n"]:
        assert check(Client(issued), text.format(slips[0]["text"])).is_genuine


def test_the_command_says_the_same_in_one_line_of_reason(issued, slips):
    for text in [slips[0]["text"], slips[0]["code"]]:
        seen, told = verify(issued, text)
        assert seen.returncode == 0 and not seen.stderr
        assert seen.stdout.splitlines()[0] == told["reason"] == "genuine"
        assert f"issuer 02215-1, serial 1, code {spoken(slips[0]['code'])}" in seen.stdout
        assert "checked with this box's own key; no list of the province is held" in seen.stdout
        assert told["verdict"] == "genuine" and told["claims"]["serial"] == 1


# Not genuine


def test_no_slip_with_one_other_digit_is_genuine_wherever_it_is(issued, slips):
    client, text = Client(issued), slips[0]["text"]
    page = client.get("/check").page
    dice = random.Random(20261121)
    for place in range(len(text)):
        altered = other_digit(text, place, dice.randint(1, 9))
        seen = paper.read_check(client.press(page, "/check", slip=altered))
        assert seen.status == 200 and not seen.is_genuine and not seen.facts, f"place {place}: {seen.title}"


def test_no_slip_with_one_other_digit_is_genuine_by_the_command(issued, slips):
    for place in [0, 1, 2, 3, 10, 40, 150, 200, len(slips[0]["text"]) - 1]:
        seen, told = verify(issued, other_digit(slips[0]["text"], place))
        assert seen.returncode == 1 and not told["genuine"] and "claims" not in told
        assert seen.stdout.splitlines()[0].startswith(("not genuine: ", "not a slip: "))
        assert len(seen.stdout.splitlines()) == 2 and not seen.stderr


ALTERED = (paper.REFUSED, "Phiếu không có giá trị")
MANGLED = (paper.OPEN, "Mã đọc chưa trọn")
FOREIGN = (paper.OPEN, "Đây không phải mã của phiếu")
MISTYPED = (paper.OPEN, "Mã phiếu bấm chưa đúng")
SEVERAL = (paper.OPEN, "Chưa kiểm tra")
NEWER = (paper.OPEN, "Chưa kiểm tra được ở máy này")
EPC = "BCD\n002\n1\nSCT\n\nUBND xã Thử\nVN00KHONG000000000\nVND12000\n\n\nLệ phí"

SCANS = {
    "cut at the end": (lambda one, other: one[:-1], MANGLED),
    "cut by a group": (lambda one, other: one[:-17], MANGLED),
    "cut in the middle": (lambda one, other: one[:len(one) // 2], MANGLED),
    "cut at the front": (lambda one, other: one[5:], None),
    "scanned twice": (lambda one, other: one + one, SEVERAL),
    "scanned twice with a line between": (lambda one, other: f"{one}\r\n{one}", SEVERAL),
    "two slips in one field": (lambda one, other: one + other, SEVERAL),
    "two slips with a space": (lambda one, other: f"{one} {other}", SEVERAL),
    "two slips and a card": (lambda one, other: f"{one} {HOA.card} {other}", MANGLED),
    "the beginning of one, the end of another": (lambda one, other: one[:200] + other[200:], None),
    "lower-case letters for digits": (lambda one, other: one.replace("0", "o").replace("1", "l"), MANGLED),
    "lower-case rubbish": (lambda one, other: "xin chào, phiếu của tôi đâu", FOREIGN),
    "one letter in it": (lambda one, other: one[:100] + "o" + one[101:], MANGLED),
    "spaces inside": (lambda one, other: one[:100] + " " + one[100:], MANGLED),
    "a space after each digit": (lambda one, other: " ".join(one), FOREIGN),
    "full-width digits": (lambda one, other: "".join(chr(ord(digit) + 0xFEE0) for digit in one), FOREIGN),
    "a group too large for its bytes": (lambda one, other: one[:3] + "9" * 17 + one[20:], MANGLED),
    "another version": (lambda one, other: "842" + one[3:], NEWER),
    "a control character in it": (lambda one, other: one[:50] + "\x00" + one[50:], None),
    "an address": (lambda one, other: "https://example.vn/84137240055", FOREIGN),
    "a payment": (lambda one, other: EPC, FOREIGN),
    "another product's digits": (lambda one, other: "8935001234567", MISTYPED),
    "a long row of other digits": (lambda one, other: "3" * len(one), FOREIGN),
    "the holder's card": (lambda one, other: HOA.card, FOREIGN),
    "markup": (lambda one, other: '<script>alert("841")</script>', FOREIGN),
    "nothing": (lambda one, other: "", FOREIGN),
}


@pytest.mark.parametrize("name", [name for name in SCANS if name != "full-width digits"])
def test_a_bad_scan_is_never_genuine_and_is_told_in_words(issued, slips, name):
    change, expected = SCANS[name]
    text = change(slips[0]["text"], slips[1]["text"])
    seen = check(Client(issued), text)
    assert seen.status in (200, 400) and not seen.is_genuine and not seen.facts
    if expected:
        assert (seen.kind, seen.title) == expected and seen.reason
        assert seen.keys == OWN_KEYS
    assert "<script>alert" not in seen.page


def test_a_scanner_behind_an_input_method_of_wide_digits_is_read_by_the_page(issued, slips):
    change, _ = SCANS["full-width digits"]
    assert check(Client(issued), change(slips[0]["text"], slips[1]["text"])).is_genuine


@pytest.mark.parametrize("name", [name for name in SCANS if name != "a control character in it"])
def test_a_bad_scan_is_refused_by_the_command_in_one_line_of_reason(issued, slips, name):
    change, _ = SCANS[name]
    seen = issued.command("slip", "verify", change(slips[0]["text"], slips[1]["text"]))
    first, *rest = (seen.stdout + seen.stderr).splitlines()
    assert seen.returncode == 1 and first.startswith(("not genuine: ", "not a slip: ")), first
    assert not rest or rest == ["checked with this box's own key; no list of the province is held"]


def test_a_text_longer_than_the_field_is_refused_and_the_server_stays(issued):
    assert check(Client(issued), "841" + "0" * 3_990).title == "Mã đọc chưa trọn"
    assert check(Client(issued), "8" * 5_000).status == 400
    issued.await_page()


def test_the_picture_of_a_foreign_symbol_is_read_and_refused(issued, tmp_path):
    for text in ["https://binhdanhocvuso.example/84", "WIFI:S:UBND;T:WPA;P:84184184;;", "0" * 300]:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        dots = numpy.pad(numpy.kron(numpy.array(symbol.to_image(scale=1)), numpy.ones((4, 4), numpy.uint8)), 40,
                         constant_values=255)
        (scanned,) = paper.read_with_zbarimg(dots)
        assert scanned == text and check(Client(issued), scanned).title == FOREIGN[1]


# Spoken codes


def test_the_server_names_every_group_that_was_mistyped(fresh, slips):
    code = slips[0]["code"]
    for groups in [[1], [2], [3], [4], [1, 3], [1, 2, 3, 4]]:
        wrong = code
        for group in groups:
            wrong = other_digit(wrong, 4 * (group - 1) + group % 4)
        seen = check(Client(fresh), wrong)
        assert (seen.kind, seen.title) == MISTYPED
        assert seen.reason == f"Xem lại nhóm số thứ {', '.join(map(str, groups))}."
        assert f'value="{wrong}"' in seen.page, "what was typed stays in the field, to be mended"
        assert f"group {', '.join(map(str, groups))}" in reason_of_the_command(fresh, wrong)


def reason_of_the_command(box, code):
    seen = box.command("slip", "verify", code)
    assert seen.returncode == 1 and len((seen.stdout + seen.stderr).splitlines()) == 1
    return seen.stdout + seen.stderr


def test_swapped_neighbours_are_named_with_their_groups(fresh, slips):
    code = slips[0]["code"]
    for place in [first for first in range(15) if code[first] != code[first + 1]]:
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2:]
        groups = sorted({place // 4 + 1, (place + 1) // 4 + 1})
        assert check(Client(fresh), swapped).reason == f"Xem lại nhóm số thứ {', '.join(map(str, groups))}."


def test_a_code_with_too_few_digits_or_with_letters_is_told(fresh, slips):
    code = slips[0]["code"]
    assert check(Client(fresh), code[:15]).reason == "Mới có 15 số. Mã phiếu có 16 số."
    assert check(Client(fresh), code + "7").kind == paper.OPEN
    assert not check(Client(fresh), code[:15] + "l").is_genuine


def test_a_well_typed_code_that_no_slip_has_says_so(fresh, slips):
    # Groups changed places: each is right in itself.
    code = slips[0]["code"]
    moved = code[4:8] + code[:4] + code[8:]
    seen = check(Client(fresh), moved)
    assert (seen.kind, seen.title) == (paper.REFUSED, "Không có phiếu mang mã này ở máy này")
    assert "no slip with the code" in reason_of_the_command(fresh, moved)


@pytest.mark.parametrize("separator", ["", " ", "-"])
def test_while_a_code_is_typed_the_wrong_group_is_shown_at_once(fresh, slips, chromium, separator):
    groups = spoken(slips[0]["code"]).split()
    groups[1] = other_digit(groups[1], 2)
    page = chromium.new_page()
    page.goto(fresh.url + "/check")
    field, line = page.get_by_label("Mã trên phiếu"), page.locator("#groups")
    field.press_sequentially(groups[0] + separator + groups[1][:3])
    assert line.inner_text() == ""
    field.press_sequentially(groups[1][3])
    assert line.inner_text() == "Nhóm số thứ 2 bấm chưa đúng"
    field.press_sequentially(separator + separator.join(groups[2:]))
    assert line.inner_text() == "Nhóm số thứ 2 bấm chưa đúng"
    field.fill(separator.join(spoken(slips[0]["code"]).split()))
    assert line.inner_text() == ""
    page.get_by_role("button", name="Kiểm tra").click()
    assert page.get_by_role("heading", name="Phiếu thật").is_visible()
    page.close()


def test_a_scanned_text_says_nothing_of_groups(issued, slips, chromium):
    page = chromium.new_page()
    page.goto(issued.url + "/check")
    # The field gets the focus by itself, a frame after the page has come.
    page.locator("#slip:focus").wait_for()
    page.keyboard.type(slips[0]["text"])
    assert page.locator("#groups").inner_text() == ""
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", name="Phiếu thật").is_visible(), "a scanner types the text and then Enter"
    page.close()


# Whoever holds the slip


def test_the_holders_card_tells_the_right_person_from_another(issued, slips):
    # The holder check has twelve bits: one stranger in 4,096 passes. These do not.
    hoa, dung = slips
    for slip, card, sentence in [
        (hoa, HOA.card, "Đúng người: phiếu được làm cho số định danh này."),
        (hoa, HOA.number, "Đúng người: phiếu được làm cho số định danh này."),
        (dung, DUNG.number, "Đúng người: phiếu được làm cho số định danh này."),
    ]:
        seen = check(Client(issued), slip["text"], holder=card)
        assert (seen.title, seen.holder) == ("Phiếu thật", sentence)
    others = [check(Client(issued), slip["text"], holder=card) for slip, card in [
        (hoa, DUNG.number), (hoa, SUONG.card), (dung, HOA.card)]]
    assert [(seen.title, seen.holder) for seen in others].count(
        ("Phiếu thật, nhưng của người khác", "Không đúng người: phiếu không phải của số định danh này.")) >= 2


@pytest.mark.parametrize("card", ["rubbish", "00815899900", "0081589990031", "|||", "HOA|x|y", "０" * 12])
def test_an_unreadable_card_is_asked_for_again_and_nothing_is_said_of_the_holder(issued, slips, card):
    seen = check(Client(issued), slips[0]["text"], holder=card)
    assert (seen.status, seen.title, seen.holder, seen.facts) == (422, "Chưa kiểm tra", "", {})
    assert seen.reason == (
        "Chưa đọc được số định danh của người cầm phiếu. Quét lại thẻ, hoặc bấm đủ 12 số.")


def test_of_a_slip_that_is_not_genuine_nothing_is_said_of_the_holder(issued, slips):
    seen = check(Client(issued), other_digit(slips[0]["text"], 200), holder=HOA.card)
    assert seen.kind != paper.PASSED and not seen.holder


def test_the_command_compares_the_holder_too(issued, slips):
    seen, told = verify(issued, slips[0]["text"], "--holder", HOA.number)
    assert seen.returncode == 0 and told["holder"] == "rightPerson"
    seen, told = verify(issued, slips[0]["text"], "--holder", DUNG.number)
    assert (seen.returncode, told["holder"]) in [(1, "otherPerson"), (0, "rightPerson")]
    seen = issued.command("slip", "verify", slips[0]["text"], "--holder", "123")
    assert seen.returncode == 1 and seen.stderr == "sathach: --holder takes 12 digits\n"


def test_no_page_of_a_check_says_a_name_or_a_number(issued, slips):
    client = Client(issued)
    pages = [client.get("/check").text]
    for slip in slips:
        for holder in ["", HOA.card, DUNG.number, "rubbish"]:
            pages.append(check(client, slip["text"], holder).page)
    pages += [check(client, slips[0]["code"]).page, check(client, slips[0]["text"][:-1]).page]
    for person in [HOA, DUNG]:
        for word in [person.name, person.number, person.name.split()[-1] + "<"]:
            assert not any(word in page for page in pages), word


# Guessing


class Guesser(threading.Thread):
    """Posts wrong codes over one connection, one after the other, without a pause."""

    def __init__(self, client, count, seed):
        super().__init__()
        self.box, self.count, self.dice = client.box, count, random.Random(seed)
        form = client.get("/check").page.form("/check")
        self.token = form.fields["token"]
        self.headers = {"Cookie": client.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.statuses, self.waits = [], []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.box.port, timeout=30)
        for _ in range(self.count):
            body = f"token={self.token}&slip={self.dice.randrange(10**16):016}&holder="
            connection.request("POST", "/check", body, self.headers)
            answer = connection.getresponse()
            answer.read()
            self.statuses.append(answer.status)
            self.waits.append(answer.headers["Retry-After"])
        connection.close()


def resident_memory(box):
    with open(f"/proc/{box.process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))


def seconds_of_pages_while(box, threads):
    """How long the first page takes, again and again, for somebody else meanwhile."""
    seconds = []
    while any(thread.is_alive() for thread in threads):
        start = time.monotonic()
        assert Client(box).get("/").status == 200
        seconds.append(time.monotonic() - start)
        time.sleep(0.01)
    return seconds


def test_ten_thousand_wrong_codes_from_one_address_are_turned_away_and_the_pages_stay_fast(fresh, slips, capsys):
    guessers = [Guesser(Client(fresh), WRONG_CODES // CONNECTIONS, seed) for seed in range(CONNECTIONS)]
    before, start = resident_memory(fresh), time.monotonic()
    for guesser in guessers:
        guesser.start()
    pages = seconds_of_pages_while(fresh, guessers)
    took, after = time.monotonic() - start, resident_memory(fresh)

    statuses = [status for guesser in guessers for status in guesser.statuses]
    waits = [wait for guesser in guessers for wait in guesser.waits if wait]
    p50, p95 = statistics.median(pages) * 1000, statistics.quantiles(pages, n=20)[-1] * 1000
    with capsys.disabled():
        print(f"\n{len(statuses)} wrong codes in {took:.1f} s, {statuses.count(429)} turned away; "
              f"GET / meanwhile: p50 {p50:.1f} ms, p95 {p95:.1f} ms; "
              f"memory {before / MEBIBYTE:.1f} to {after / MEBIBYTE:.1f} MiB")
    assert len(statuses) == WRONG_CODES and set(statuses) == {200, 429}
    assert statuses.count(200) <= BURST + took / SECONDS_PER_TRY + 1
    assert len(waits) == statuses.count(429) and all(1 <= int(wait) <= SECONDS_PER_TRY for wait in waits)
    assert after - before < 8 * MEBIBYTE


def test_whoever_has_guessed_too_often_is_told_to_wait_and_can_still_scan(fresh, slips):
    client = Client(fresh)
    for _ in range(BURST):
        assert check(client, "0000000000000001").status == 200
    seen = check(client, slips[0]["code"])
    assert seen.status == 429 and not seen.facts and seen.title == "Chưa kiểm tra"
    assert seen.reason.startswith("Đã thử quá nhiều mã. Chờ ") and f'value="{slips[0]["code"]}"' in seen.page
    assert check(Client(fresh), slips[0]["code"]).status == 429, "another browser of the same address waits too"
    assert check(client, slips[0]["text"]).is_genuine, "a scanned text needs no look-up"


def test_a_check_without_the_token_of_its_page_is_refused(issued, slips):
    client = Client(issued)
    client.get("/check")
    assert client.post("/check", {"slip": slips[0]["text"], "holder": ""}).status == 403
    assert client.post("/check", {"slip": slips[0]["text"], "token": "0" * 32}).status == 403
