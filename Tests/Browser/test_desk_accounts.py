"""Accounts, second factors, lists and tablets with the real program, over TLS, in a real browser."""

import hashlib
import http.client
import re
import ssl

import pytest

from office_people import PASSWORD, Desk, StaffedBox, app_code

STAFF, DEVICE = "__Host-sathach-staff", "__Host-sathach-device"


@pytest.fixture
def office(tmp_path):
    box = StaffedBox(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def sit_at(playwright, office):
    """A browser of their own for everybody."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", f"--ignore-certificate-errors-spki-list={office.pin_of_key}"])

    def open_browser(scripts=True, **options):
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1366, "height": 768}, **options)
        context.set_default_timeout(15_000)
        return Desk(context, office)

    yield open_browser
    browser.close()


def make_first_officer(desk):
    desk.open("/staff/first-officer").fill(
        console_code=desk.box.code, name="Hoàng Minh", login="minh", password=PASSWORD, again=PASSWORD)
    desk.press("Tạo tài khoản")
    return desk.fill(password=PASSWORD).press("Đăng nhập")


def choose_app(desk):
    """Makes an authenticator app the second factor; its secret, and the code that was given."""
    desk.press("Dùng ứng dụng")
    secret = desk.page.locator("#secret").inner_text()
    code = app_code(secret)
    desk.fill(code=code).press("Xác nhận")
    return secret, code


def officer(desk):
    make_first_officer(desk)
    choose_app(desk)
    return desk


def make_account(desk, login, name, role="clerk"):
    desk.open("/office/accounts").fill(name=name, login=login)
    desk.page.check(f"input[value={role}]")
    desk.press("Tạo tài khoản")
    return desk.page.locator("p.one-time").inner_text()


def clerk(desk, one_time):
    desk.sign_in("lan", one_time)
    desk.fill(present=one_time, password="chiec non la trang", again="chiec non la trang").press("Đổi mật khẩu")
    return desk


def draft(desk, number, name):
    """Asks for a code; what stands in the symbol."""
    desk.open("/office/devices").fill(deviceNumber=str(number), name=name).press("Lấy mã ghi nhận")
    return desk.symbol()


# The first officer


def test_the_console_makes_the_first_officer_who_chooses_a_second_factor(office, sit_at):
    minh = sit_at()
    minh.open("/desk")
    minh.page.get_by_role("link", name=re.compile("Tạo tài khoản đầu tiên")).click()
    make_first_officer(minh)
    assert minh.path == "/staff/account" and minh.heading == "Chọn cách nhận mã xác thực"
    before = minh.cookie(STAFF)
    secret, used = choose_app(minh)
    after = minh.cookie(STAFF)
    assert after["value"] != before["value"] and re.fullmatch("[0-9a-f]{32}", after["value"])
    assert after["secure"] and after["httpOnly"] and after["sameSite"] == "Strict" and after["expires"] == -1
    assert minh.open("/office").heading == "Văn phòng"

    other = sit_at()
    other.sign_in("minh", PASSWORD)
    assert other.heading == "Mã xác thực"
    # A code counts once; the next one is taken already.
    other.fill(code=used).press("Tiếp tục")
    assert other.status == 401 and other.says("Mã chưa đúng hoặc đã dùng.")
    other.fill(code=app_code(secret, 1)).press("Tiếp tục")
    assert other.status == 303 and other.path == "/desk"


def test_the_app_s_symbol_holds_the_secret_that_stands_beside_it(office, sit_at):
    minh = make_first_officer(sit_at())
    minh.press("Dùng ứng dụng")
    secret = minh.page.locator("#secret").inner_text().replace(" ", "")
    assert minh.symbol() == (
        f"otpauth://totp/Sat%20Hach%20So:minh?secret={secret}&issuer=Sat%20Hach%20So")


def test_without_scripts_everything_works_too(office, sit_at):
    minh = make_first_officer(sit_at(scripts=False))
    minh.press("Lập danh sách")
    codes = minh.page.locator("ol.codes li").all_inner_texts()
    assert len(codes) == 10 and all(re.fullmatch(r"\d{4} \d{4}", code) for code in codes)
    assert minh.page.locator("#print").count() == 1 and not minh.page.locator("#print").is_visible()
    other = sit_at(scripts=False)
    other.sign_in("minh", PASSWORD).fill(code=codes[0]).press("Tiếp tục")
    assert other.open("/staff/account").says("còn 9 mã chưa dùng")


# A clerk


def test_a_clerk_changes_the_one_time_password_and_chooses_a_pin(office, sit_at):
    one_time = make_account(officer(sit_at()), "lan", "Trần Thị Lan")
    lan = sit_at()
    lan.sign_in("lan", one_time)
    assert lan.heading == "Đổi mật khẩu tạm"
    assert lan.open("/desk").path == "/staff/account"
    before = lan.cookie(STAFF)["value"]
    lan.fill(present=one_time, password="chiec non la trang", again="chiec non la trang").press("Đổi mật khẩu")
    assert lan.says("Đã đổi mật khẩu.") and lan.cookie(STAFF)["value"] != before
    lan.fill(pin="4711").press("Đặt mã PIN")
    assert lan.says("Đã có mã PIN.")
    lan.press("Tạm khóa")
    lan.fill(pin="4711").press("Mở khóa")
    assert lan.path == "/desk"
    assert sit_at().sign_in("lan", one_time).says("Tên đăng nhập hoặc mật khẩu chưa đúng.")


def test_fifty_wrong_pins_end_the_session_and_then_only_time_helps(office, sit_at):
    lan = clerk(sit_at(), make_account(officer(sit_at()), "lan", "Trần Thị Lan"))
    lan.fill(pin="4711").press("Đặt mã PIN")
    lan.press("Tạm khóa")
    for tried in range(5):
        lan.fill(pin=f"{tried:04}").press("Mở khóa")
    assert lan.says("Đã gõ sai mã PIN quá nhiều lần.") and lan.cookie(STAFF) is None
    statuses = []
    for tried in range(5, 50):
        lan.fill(login="lan", password=f"{tried:04}").press("Đăng nhập")
        statuses.append(lan.status)
    assert statuses[:3] == [401] * 3 and set(statuses) == {401, 429} and statuses.count(401) <= 12
    assert lan.says("Đã thử sai nhiều lần.")
    events = office.rows("SELECT kind, count(*) FROM event GROUP BY kind")
    assert dict(events)["pin-refused"] == 5
    assert office.value("SELECT count(*) FROM event WHERE note LIKE '%reason=pins'") == 1


def test_a_disabled_colleague_is_out_at_once(office, sit_at):
    minh = officer(sit_at())
    lan = clerk(sit_at(), make_account(minh, "lan", "Trần Thị Lan"))
    assert lan.open("/staff/account").answer.status == 200
    minh.open("/office/accounts")
    minh.page.locator("tr", has_text="lan").locator("summary", has_text="Khóa").click()
    minh.press("Khóa tài khoản")
    assert minh.says("Đã khóa tài khoản.")
    assert lan.open("/staff/account").answer.status == 401


def test_names_are_added_by_the_dozen(office, sit_at):
    minh = officer(sit_at()).open("/office/lists")
    minh.page.locator("#hamlets").fill("\n".join(f"Thôn {number}" for number in range(1, 31)))
    with minh.page.expect_navigation():
        minh.page.locator("form:has(#hamlets) button").click()
    assert minh.says("Đã thêm 30 tên.")
    minh.page.locator("#hamlets").fill("Thôn 31\nThôn 7")
    with minh.page.expect_navigation():
        minh.page.locator("form:has(#hamlets) button").click()
    assert minh.says("Đã thêm 1 tên. Đã có từ trước: Thôn 7.")
    assert office.value("SELECT count(*) FROM hamlet") == 31


# Tablets


def test_an_enrolled_tablet_has_the_candidates_pages_until_it_is_retired(office, sit_at):
    minh = officer(sit_at())
    text = draft(minh, 5, "Máy tính bảng cạnh cửa sổ")
    found = re.fullmatch(r"https://([^/]+)/enrolments/([A-Z0-9]{10})#sha256=([0-9A-F]{64})", text)
    assert found, text
    assert found[3] == hashlib.sha256(ssl.PEM_cert_to_DER_cert((office.tls / "authority.pem").read_text())).hexdigest().upper()

    tablet, stranger = sit_at(), sit_at()
    assert tablet.open("/audiences/nguoi-dan").answer.status == 403
    tablet.open(f"/enrolments/{found[2]}#sha256={found[3]}")
    shown = tablet.page.locator(".fingerprint span").all_inner_texts()
    assert "".join(shown) == found[3] and tablet.says("Máy tính bảng cạnh cửa sổ")
    tablet.press("Ghi nhận máy này")
    device = tablet.cookie(DEVICE)
    assert device["secure"] and device["httpOnly"] and device["sameSite"] == "Strict" and device["expires"] > 0
    tablet.page.get_by_role("link", name="Mở màn hình đầu").click()
    tablet.page.get_by_role("heading", name="Chọn nhóm của mình").wait_for()
    assert tablet.open("/audiences/nguoi-dan").answer.status == 200
    assert tablet.open("/audiences/nguoi-dan/notice").answer.status == 200

    assert stranger.open("/audiences/nguoi-dan").answer.status == 403
    assert stranger.open(f"/enrolments/{found[2]}").answer.status == 404

    minh.open("/office/devices")
    assert minh.page.locator("tbody tr").inner_text().split("\t")[:2] == ["5", "Máy tính bảng cạnh cửa sổ"]
    minh.page.locator("summary").click()
    minh.press("Bỏ máy này")
    assert minh.says("Đã bỏ máy.")
    assert tablet.open("/audiences/nguoi-dan").answer.status == 403


def test_a_restart_asks_for_another_code_and_keeps_the_tablets(office, sit_at):
    minh = officer(sit_at())
    tablet = sit_at()
    tablet.open("/enrolments/" + re.search("[A-Z0-9]{10}(?=#)", draft(minh, 1, "Bàn 1"))[0]).press("Ghi nhận máy này")
    open_code = re.search("[A-Z0-9]{10}(?=#)", draft(minh, 2, "Bàn 2"))[0]
    office.restart()
    assert tablet.open("/audiences/nguoi-dan").answer.status == 200
    assert sit_at().open(f"/enrolments/{open_code}").answer.status == 404


def test_the_authority_comes_as_systems_install_it(office):
    connection = http.client.HTTPSConnection("localhost", office.door, timeout=10, context=office.trusting())
    connection.request("GET", "/authority.crt")
    answer = connection.getresponse()
    assert answer.status == 200 and answer.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert answer.read() == ssl.PEM_cert_to_DER_cert((office.tls / "authority.pem").read_text())


@pytest.mark.parametrize("width", [1366, 1024])
def test_no_page_of_the_office_is_wider_than_an_old_screen(office, sit_at, width):
    minh = officer(sit_at())
    minh.page.set_viewport_size({"width": width, "height": 768})
    for path in ["/office", "/office/accounts", "/office/lists", "/office/devices", "/staff/account"]:
        minh.open(path)
        assert minh.page.evaluate("document.documentElement.scrollWidth") <= width, path
        small = minh.page.evaluate("""() => [...document.querySelectorAll("main a, main button, main summary, main input:not([type=hidden])")]
          .filter((element) => element.offsetParent && !element.closest("label") && element.getBoundingClientRect().height < 48)
          .map((element) => element.outerHTML)""")
        assert small == [], path
