"""Slips, checks and people at the desk: the real program, a real browser, and a camera that sees printed slips."""

import re
import threading
import urllib.error
import urllib.request

import numpy
import pytest
import zxingcpp

import paper_world as paper
from client import Client
from desk_world import CAMERA, CHROMIUM, HIGH, WIDE, DeskBox, hire, scene, sign_in, symbol_part, video
from test_office_door import OfficeBox
from world import DUNG, HOA

SIZES = {"giấy cuộn 80 mm": "80mm", "giấy A5": "a5"}
PATIENCE = 15_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Hoa and Dũng have passed; nothing is printed yet."""
    box = DeskBox(tmp_path_factory.mktemp("desk") / "data").set_up()
    for person in [HOA, DUNG]:
        assert Client(box).take_test(person).page.heading == "Đạt"
    yield box
    box.end()


@pytest.fixture
def clerk(desk, chromium):
    """Chị Lan at a desk of 1366 × 768."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    sign_in(page, desk)
    yield page
    context.close()


@pytest.fixture(scope="module")
def sheets(desk, playwright):
    """The pictures of both first sheets, printed from the queue."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    page = browser.new_page()
    sign_in(page, desk)
    pictures = {}
    for serial, size in [(1, "80mm"), (2, "a5")]:
        page.get_by_role("link", name="Phiếu", exact=True).click()
        name = next(words for words, value in SIZES.items() if value == size)
        page.get_by_role("button", name=f"In phiếu số {serial}, {name}").click()
        page.wait_for_url(f"**/desk/slips/{serial}/prints/1/{size}")
        pictures[serial] = page.request.get(page.locator(".sheet img").evaluate("image => image.src")).body()
    browser.close()
    return pictures


@pytest.fixture
def camera(desk, playwright, tmp_path):
    """A desk whose camera sees a picture; without one there is no camera at all."""
    opened = []

    def open_desk(grey=None, arguments=CAMERA, url=None, **context):
        words = ["--no-sandbox", *arguments]
        if grey is not None:
            words.append(f"--use-file-for-fake-video-capture={video(tmp_path / 'camera.y4m', grey)}")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=words)
        opened.append(browser)
        page = browser.new_context(viewport={"width": 1366, "height": 768}, **context).new_page()
        page.set_default_timeout(PATIENCE)
        sign_in(page, desk, url=url)
        page.get_by_role("link", name="Kiểm tra phiếu").click()
        page.get_by_role("heading", name="Quét bằng máy ảnh").wait_for()
        return page

    yield open_desk
    for browser in opened:
        browser.close()


def code(text):
    """A symbol of something else, four dots a module."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    dots = numpy.kron(numpy.array(symbol.to_image(scale=1)), numpy.ones((4, 4), numpy.uint8))
    return numpy.pad(dots, 40, constant_values=255)


def look(page):
    page.get_by_role("button", name=re.compile("Mở máy ảnh|Quét phiếu tiếp theo")).click()


def says(page, words):
    page.locator(".camera .says", has_text=words).wait_for()


# The camera


def test_a_printed_slip_before_the_camera_is_genuine_with_its_holders_name(camera, sheets):
    page = camera(scene(symbol_part(sheets[1])))
    look(page)
    page.get_by_role("heading", name="Phiếu thật").wait_for()
    verdict = page.locator(".outcome").inner_text()
    assert HOA.name in verdict and "Số phiếu" in verdict and HOA.number not in page.content()
    assert page.get_by_role("button", name="Quét phiếu tiếp theo").is_visible()


def test_a_slip_beside_its_holders_card_is_checked_with_both(camera, sheets):
    page = camera(scene(symbol_part(sheets[1]), code(HOA.card)))
    look(page)
    page.get_by_text("Đúng người: phiếu được làm cho số định danh này.").wait_for()


def test_a_card_alone_is_kept_for_the_slip_that_follows(camera):
    page = camera(scene(code(DUNG.number + "||Trần Văn Dũng|05061984|Nam|Thôn 1|15082021")))
    look(page)
    says(page, "Đã đọc số trên thẻ căn cước")
    assert page.locator("#holder").input_value() == DUNG.number and page.url.endswith("/desk/check")


def test_a_slip_in_the_wrong_hand_is_no_good_slip(camera, sheets):
    page = camera(scene(symbol_part(sheets[2]), code(HOA.card)))
    look(page)
    page.get_by_role("heading", name="Phiếu thật, nhưng của người khác").wait_for()


@pytest.mark.parametrize("others, words", [
    ([], "Chưa thấy mã QR nào"), ([code("https://vi.du.example/84")], "Mã này không phải của phiếu kết quả"),
    ([code("một"), code("hai")], "Trong hình có hơn một mã")], ids=["no code", "foreign code", "two codes"])
def test_what_the_camera_sees_beside_slips_has_its_sentence(camera, others, words):
    page = camera(scene(*others))
    look(page)
    says(page, words)
    assert page.locator(".camera video").is_visible() and page.url.endswith("/desk/check")
    page.get_by_role("button", name="Tắt máy ảnh").click()
    assert not page.locator(".camera video").is_visible()
    assert page.evaluate("document.querySelector('video').srcObject") is None


def test_two_slips_at_once_are_not_taken_for_either(camera, sheets):
    page = camera(scene(symbol_part(sheets[1]), symbol_part(sheets[2])))
    look(page)
    says(page, "Trong hình có hơn một mã")


def test_a_camera_that_is_forbidden_has_its_sentence(camera):
    page = camera(arguments=["--use-fake-device-for-media-stream", "--deny-permission-prompts"])
    look(page)
    says(page, "Trình duyệt đang chặn máy ảnh")
    assert page.get_by_role("button", name="Mở máy ảnh").is_visible()


def test_a_camera_that_is_missing_has_its_sentence(camera):
    page = camera(arguments=["--use-fake-ui-for-media-stream"])
    look(page)
    says(page, "Không thấy máy ảnh nào")


def test_an_address_without_encryption_beyond_this_machine_says_why_there_is_no_camera(desk, camera):
    page = camera(
        arguments=[*CAMERA, "--host-resolver-rules=MAP may-chu.example 127.0.0.1"],
        url=f"http://may-chu.example:{desk.port}")
    assert not page.evaluate("isSecureContext")
    says(page, "Trình duyệt chỉ cho dùng máy ảnh ở địa chỉ https")
    assert not page.get_by_role("button", name="Mở máy ảnh").is_visible()


def test_without_scripts_the_page_says_how_else_to_check(camera, sheets):
    page = camera(arguments=[], java_script_enabled=False)
    assert "Trình duyệt đang tắt JavaScript" in page.locator("noscript").inner_text()
    page.get_by_label("Mã trên phiếu").fill(paper.read_with_zxing(paper.dots_of(sheets[1]))[0])
    page.get_by_role("button", name="Kiểm tra").click()
    page.get_by_role("heading", name="Phiếu thật").wait_for()


def test_the_next_slip_is_scanned_from_the_page_of_the_last(camera, sheets):
    page = camera(scene(symbol_part(sheets[1])))
    for _ in range(2):
        look(page)
        page.get_by_role("heading", name="Phiếu thật").wait_for()
    with page.expect_navigation():
        look(page)
    assert page.get_by_role("heading", name="Phiếu thật").is_visible()


def test_a_desk_of_the_office_network_scans_by_the_encrypted_door(playwright, tmp_path):
    box = OfficeBox(tmp_path / "data").start()
    box.end()
    box.password = hire(box, "lan", "Chị Lan", "clerk")
    box.start()
    client = Client(box)
    result = client.take_test(HOA)
    sheet = client.press(result.page, "/prints", ("size", "80mm")).location
    seen = video(tmp_path / "camera.y4m", scene(symbol_part(client.get(sheet + ".png").body)))
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[
        "--no-sandbox", *CAMERA, f"--use-file-for-fake-video-capture={seen}",
        f"--ignore-certificate-errors-spki-list={box.pin}"])
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    sign_in(page, box, url=box.office_url)
    page.get_by_role("link", name="Kiểm tra phiếu").click()
    look(page)
    page.get_by_role("heading", name="Phiếu thật").wait_for()
    browser.close()
    box.end()


# Pictures sent past the page


def token(page):
    return page.locator("#check input[name=token]").input_value()


def send(page, token, grey, answers=None):
    """One picture with the session of a page, as its script sends it."""
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    origin = re.match(r"https?://[^/]+", page.url)[0]
    body = f"P5\n# {token}\n{grey.shape[1]} {grey.shape[0]}\n255\n".encode() + grey.tobytes()
    asked = urllib.request.Request(origin + "/desk/frames", body, {
        "Cookie": cookies, "Origin": origin, "Content-Type": "application/octet-stream"})
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            told = answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        told = refused.code, ""
    except urllib.error.URLError as refused:
        # The server has answered and closed before all was sent.
        assert isinstance(refused.reason, ConnectionError), refused
        told = 413, ""
    if answers is not None:
        answers.append(told)
    return told


def test_pictures_of_one_session_are_looked_at_one_at_a_time(clerk):
    clerk.get_by_role("link", name="Kiểm tra phiếu").click()
    noise = numpy.random.default_rng(1).integers(0, 255, (HIGH, WIDE), numpy.uint8)
    answers, key = [], token(clerk)
    # Read here: a page belongs to one thread.
    cookies, url = clerk.context.cookies(), clerk.url
    page = type("Page", (), {"context": type("Context", (), {"cookies": staticmethod(lambda: cookies)}), "url": url})
    threads = [threading.Thread(target=send, args=(page, key, noise, answers)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = [status for status, _ in answers]
    assert set(statuses) <= {200, 503} and statuses.count(200) >= 1 and 503 in statuses
    assert send(page, key, noise) == (200, "nothing")


def test_pictures_out_of_shape_are_refused_and_the_server_stays(desk, clerk):
    clerk.get_by_role("link", name="Kiểm tra phiếu").click()
    key = token(clerk)
    grey = numpy.zeros((HIGH, WIDE), numpy.uint8)
    assert send(clerk, key, grey)[0] == 200
    for bad in [numpy.zeros((8, 8), numpy.uint8), numpy.zeros((1000, 1040), numpy.uint8)]:
        assert send(clerk, key, bad)[0] == 400
    assert send(clerk, key, numpy.zeros((1100, 1000), numpy.uint8))[0] == 413
    assert send(clerk, "0" * 32, grey)[0] == 403
    desk.await_page()


# Slips


def test_reprint_revoke_and_check_again(clerk, desk, sheets):
    clerk.get_by_role("link", name="Phiếu", exact=True).click()
    clerk.get_by_label("Tìm phiếu hoặc người").fill("dung")
    clerk.keyboard.press("Enter")
    clerk.get_by_role("link", name="Phiếu số 2").click()
    clerk.get_by_text("Đã in 1 bản").wait_for()

    clerk.get_by_label("Lý do in lại").select_option(label="Người dân mất hoặc hỏng phiếu")
    clerk.get_by_role("button", name="In lại phiếu, giấy A5").click()
    clerk.wait_for_url("**/desk/slips/2/prints/2/a5")
    clerk.get_by_role("link", name="Xong, về danh sách phiếu").click()

    clerk.get_by_label("Tìm phiếu hoặc người").fill(desk.slips()[1]["code"])
    clerk.get_by_role("button", name="Tìm").click()
    clerk.get_by_role("cell", name="In lại, bản thứ 2").wait_for()
    clerk.locator("summary", has_text="Hủy phiếu").click()
    clerk.get_by_label("Lý do hủy").select_option(label="Nhầm người ngồi làm")
    clerk.get_by_role("button", name="Hủy phiếu").click()
    clerk.get_by_role("heading", name="Hủy phiếu số 2?").wait_for()
    clerk.get_by_role("button", name="Hủy hẳn phiếu này").click()
    clerk.get_by_role("heading", name="Phiếu đã hủy").wait_for()

    clerk.get_by_role("link", name="Kiểm tra phiếu").click()
    # As a USB scanner types it.
    clerk.keyboard.type(desk.slips()[1]["text"] + "\n")
    clerk.get_by_role("heading", name="Phiếu không có giá trị").wait_for()
    assert "Lý do: Nhầm người ngồi làm." in clerk.locator(".outcome").inner_text()
    assert desk.rows("SELECT count(*) FROM slipPrint WHERE slip = 2") == [(2,)]
    assert desk.command("audit", "verify").returncode == 0


def test_a_name_is_corrected_and_the_old_one_stays(clerk, desk):
    clerk.get_by_role("link", name="Phiếu", exact=True).click()
    clerk.get_by_label("Tìm phiếu hoặc người").fill(HOA.card)
    clerk.get_by_role("button", name="Tìm").click()
    clerk.get_by_role("link", name=f"Mở hồ sơ: {HOA.name}").click()
    clerk.get_by_label("Họ và tên").fill("Nguyễn Thị Hòa")
    clerk.get_by_role("button", name="Lưu tên mới").click()
    clerk.get_by_role("heading", name="Nguyễn Thị Hòa").wait_for()
    assert HOA.name in clerk.get_by_role("listitem").filter(has_text="Sửa lúc").inner_text()
    clerk.get_by_label("Họ và tên").fill(HOA.name)
    clerk.get_by_role("button", name="Lưu tên mới").click()
    clerk.get_by_role("heading", name=HOA.name).wait_for()


def test_a_form_of_an_earlier_session_is_shown_again_and_can_be_sent(clerk, desk):
    """A real browser says where a form comes from: else what was typed would be refused as somebody else's."""
    clerk.goto(desk.url + "/desk/people/1")
    clerk.get_by_label("Họ và tên").fill("Nguyễn Thị Hòa")
    other = clerk.context.new_page()
    other.goto(desk.url + "/desk/slips")
    other.get_by_role("button", name="Ra", exact=True).click()
    other.get_by_role("heading", name="Đăng nhập").wait_for()
    sign_in(other, desk)
    clerk.get_by_role("button", name="Lưu tên mới").click()
    clerk.get_by_role("heading", name="Nội dung đã điền vẫn còn").wait_for()
    assert clerk.locator("input[name=name]").get_attribute("value") == "Nguyễn Thị Hòa"
    clerk.get_by_role("link", name="Bỏ").click()


PAGES = ["/desk/slips", "/desk/slips/1", "/desk/check", "/desk/people/1"]


@pytest.mark.parametrize("width, height", [(1366, 768), (1024, 768)])
@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_and_nothing_runs_off_the_side(clerk, desk, sheets, path, width, height):
    clerk.set_viewport_size({"width": width, "height": height})
    clerk.goto(desk.url + path)
    small = clerk.evaluate("""() => [...document.querySelectorAll("main button, main a.button, main input, main select, main summary")]
        .filter(element => element.checkVisibility() && element.type !== "hidden")
        .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, box]) => box.height < 48 || box.width < 48).map(([text]) => text)""")
    assert small == []
    assert clerk.evaluate("document.documentElement.scrollWidth <= innerWidth")
