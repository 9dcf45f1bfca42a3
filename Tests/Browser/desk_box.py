"""A box whose one screen is also the desk, with a clerk and two enrolled kiosks."""

import hashlib
import re
import sqlite3
import time

from bank import KIOSK
from box import Box

CLERK, NAME = "lan", "Chị Lan"
# What the kiosks keep in their cookies, by the number on their stickers.
TOKENS = {number: bytes([100 + number]) * 16 for number in (1, 2)}


class DeskBox(Box):
    def __init__(self, folder, kiosk=KIOSK, **settings):
        super().__init__(folder, kiosk)
        self.settings = {"office": "UBND xã Tân Trào", "commune": "02545", "desk-at-kiosk": "on", **settings}
        self.password = ""

    def set_up(self):
        """Settings, a clerk who owes nothing, and the kiosks, before the first page is asked for."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "sathach.conf").write_text("".join(f"{name} = {value}\n" for name, value in self.settings.items()))
        self.start()
        self.end()
        made = self.command("user", "add", CLERK, "--name", NAME, "--role", "clerk")
        assert made.returncode == 0, made.stderr
        self.password = re.search(r"(?:\d{4}[ -]?){4}", made.stdout)[0]
        with sqlite3.connect(self.data / "sathach.db") as database:
            database.execute("UPDATE account SET mustChangePassword = 0")
            database.executemany(
                "INSERT INTO device (number, name, tokenDigest, enrolledAt) VALUES (?, ?, ?, ?)",
                [(number, f"Máy {number}", hashlib.sha256(token).digest(), int(time.time() * 1000))
                 for number, token in TOKENS.items()])
        database.close()
        return self.start()


class Screen:
    """A page of a context of its own that counts what is pressed, and remembers what is crooked."""

    TARGETS = """[...document.querySelectorAll("main a.button, main button, main summary, main label:has(input), main select, main input")]
      .filter((thing) => thing.type !== "hidden" && thing.checkVisibility() && !thing.matches("label input"))
      .map((thing) => [thing.outerHTML.slice(0, 90), thing.getBoundingClientRect().height])
      .filter(([, height]) => height < 47.5)"""
    WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

    def __init__(self, chromium, box, size, scripts=True, device=None):
        self.box = box
        self.context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, accept_downloads=True)
        self.context.set_default_timeout(10_000)
        self.taps = 0
        if scripts:
            self.context.expose_binding("tapped", lambda _: self.count())
            self.context.add_init_script("addEventListener('pointerdown', () => tapped(), true)")
        if device:
            self.context.add_cookies([{
                "name": "sathach-device", "value": TOKENS[device].hex(), "url": box.url, "httpOnly": True}])
        self.page = self.context.new_page()

    def count(self):
        self.taps += 1

    def close(self):
        self.context.close()

    def go_to(self, path="/"):
        self.page.goto(self.box.url + path)
        return self

    def sign_in(self):
        self.go_to("/desk/seating")
        self.page.get_by_label("Tên đăng nhập").fill(CLERK)
        self.page.get_by_label("Mật khẩu").fill(self.box.password)
        self.press("Đăng nhập")
        self.taps = 0
        return self

    def scan(self, text):
        """A USB scanner types into whatever has the focus, which is the field for it, then Enter."""
        self.page.locator("#card:focus").wait_for()
        self.page.keyboard.type(text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def press(self, name):
        main = self.page.get_by_role("main")
        button = main.get_by_role("button", name=name, exact=True)
        with self.page.expect_navigation():
            button.or_(main.get_by_role("link", name=name, exact=True)).click()
        return self

    def sees(self, text):
        return self.page.get_by_text(text).first.is_visible()

    def await_text(self, text):
        self.page.get_by_text(text).first.wait_for(timeout=15_000)
        return self

    @property
    def seat(self):
        return self.page.locator(".number-big").inner_text()

    @property
    def heading(self):
        return self.page.get_by_role("heading", level=1).inner_text()

    def expect_straight(self):
        """Nothing scrolls sideways, and everything that is pressed is large enough."""
        assert self.page.evaluate(self.WIDTH) <= 0, f"{self.page.url} scrolls sideways"
        small = self.page.evaluate(self.TARGETS)
        assert small == [], f"{self.page.url}: {small}"
        return self
