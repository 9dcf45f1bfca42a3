"""The desk of a running box: its clerk and kiosks, what is pressed there, and pictures that a camera would see."""

import hashlib
import pathlib
import re
import sqlite3
import time

import numpy
import PIL.Image

from bank import KIOSK
from box import Box
from paper_world import dots_of, find_symbol

CLERK, NAME = "lan", "Chị Lan"
# What the kiosks keep in their cookies, by the number on their stickers.
TOKENS = {number: bytes([100 + number]) * 16 for number in (1, 2)}
CHROMIUM = "/usr/bin/chromium"
WIDE, HIGH = 1280, 720
CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


class DeskBox(Box):
    """A box whose one screen is also the desk, with a clerk who owes nothing and two enrolled kiosks."""

    def __init__(self, folder, kiosk=KIOSK, **settings):
        super().__init__(folder, kiosk)
        self.settings = {"office": "UBND xã Tân Trào", "commune": "02215", "desk-at-kiosk": "on", **settings}
        self.password = ""

    def set_up(self):
        """Settings, keys, the clerk and the kiosks, before the first page is asked for."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "sathach.conf").write_text("".join(f"{name} = {value}\n" for name, value in self.settings.items()))
        # The first start makes keys and tables.
        self.start()
        self.end()
        self.password = hire(self, CLERK, NAME, "clerk")
        with sqlite3.connect(self.data / "sathach.db") as database:
            database.executemany(
                "INSERT INTO device (number, name, tokenDigest, enrolledAt) VALUES (?, ?, ?, ?)",
                [(number, f"Máy {number}", hashlib.sha256(token).digest(), int(time.time() * 1000))
                 for number, token in TOKENS.items()])
        database.close()
        return self.start()


def hire(box, login, name, role):
    """Makes an account, at a box that does not serve, whose first password stays its password."""
    made = box.command("user", "add", login, "--name", name, "--role", role)
    assert made.returncode == 0, made.stderr
    with sqlite3.connect(box.data / "sathach.db") as database:
        database.execute("UPDATE account SET mustChangePassword = 0 WHERE login = ?", [login])
    database.close()
    return re.search(r"one-time password ([\d-]+)", made.stdout)[1]


def sign_in(page, box, login=CLERK, url=None):
    page.goto(f"{url or box.url}/staff/session")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(box.password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/desk")


class Clerk:
    """Chị Lan at a browser."""

    def __init__(self, page, box):
        self.page, self.box = page, box

    def sign_in(self):
        sign_in(self.page, self.box)
        return self

    def choose(self, act, reason):
        """An act with its reason, by the names on the page."""
        form = self.page.locator("form.act", has=self.page.get_by_role("button", name=act, exact=True))
        form.get_by_label("Lý do").select_option(label=reason)
        form.get_by_role("button", name=act, exact=True).click()

    def line(self, section, name):
        return self.page.locator(f"#{section} li", has_text=name)


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
        sign_in(self.page, self.box)
        self.go_to("/desk/seating")
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


# What a camera sees


def scene(*papers):
    """Papers side by side on a grey table, none wider than the camera sees, a little out of the square."""
    table = PIL.Image.new("L", (WIDE, HIGH), 105)
    for place, dots in enumerate(papers):
        picture = PIL.Image.fromarray(dots)
        scale = min((WIDE - 80) / len(papers) / picture.width, (HIGH - 80) / picture.height, 2)
        picture = picture.resize((round(picture.width * scale), round(picture.height * scale)), PIL.Image.LANCZOS)
        picture = picture.point(lambda grey: 40 + grey * 180 // 255).rotate(2, PIL.Image.BICUBIC, True, fillcolor=105)
        left = 40 + place * (WIDE - 80) // len(papers)
        table.paste(picture, (left, (HIGH - picture.height) // 2))
    return numpy.asarray(table)


def video(file, grey, frames=4):
    """A file that Chromium plays as its camera: YUV 4:2:0, uncompressed."""
    colours = bytes([128]) * (WIDE * HIGH // 2)
    picture = b"FRAME\n" + grey.tobytes() + colours
    pathlib.Path(file).write_bytes(f"YUV4MPEG2 W{WIDE} H{HIGH} F10:1 Ip A1:1 C420\n".encode() + picture * frames)
    return file


def symbol_part(png, margin=60):
    """The part of a printed sheet with its symbol, as somebody holds it before a camera."""
    dots = dots_of(png)
    return find_symbol(dots).cut_out(dots, margin)

