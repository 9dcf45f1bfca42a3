"""A resident at the kiosk's screen: sees pages by their words and presses buttons by their names."""

import os
import pathlib
import re
from typing import NamedTuple

from answers import right, wrong
from bank import COUNT
from client import Client
from hands import Finger, Keyboard
from item_on_screen import ItemOnScreen

WIDTHS = """[document.documentElement.scrollWidth, document.querySelector("header").getBoundingClientRect().width]"""
SCROLL_BAR = 16
ONWARDS = re.compile("^(Làm tiếp|Vào bài sát hạch)$")
HEADING = re.compile(r"^Câu (làm quen )?(\d+) trên (\d+)$")


class Screen(NamedTuple):
    width: int
    height: int
    scripts: bool = True
    touch: bool = False
    keyboard: bool = False

    @property
    def size(self):
        return {"width": self.width, "height": self.height}

    def __str__(self):
        marks = {"-without-scripts": not self.scripts, "-by-touch": self.touch, "-by-keyboard": self.keyboard}
        return f"{self.width}x{self.height}" + "".join(mark for mark, is_so in marks.items() if is_so)


class Resident:
    def __init__(self, page, box, screen):
        self.page, self.box, self.screen = page, box, screen
        hand = Keyboard(page) if screen.keyboard else Finger(page, screen.touch)
        self.item = ItemOnScreen(page, hand, screen.scripts)
        self.asked_for = []
        self.pages = []
        self.crooked = []
        page.on("request", lambda request: self.asked_for.append(request.url))

    # Seeing

    def look(self):
        """Remembers the page, and whether it scrolls sideways or its bar on top does not go from edge to edge."""
        self.pages.append(self.page.content())
        width, bar = self.page.evaluate(WIDTHS)
        if width > self.screen.width or bar < self.screen.width - SCROLL_BAR:
            self.crooked.append(self.page.url)
        return self

    def picture(self, name):
        """The whole page as a picture, where somebody wants to look at it."""
        if folder := os.environ.get("PICTURES"):
            self.page.screenshot(path=pathlib.Path(folder) / f"{self.screen}-{name}.png", full_page=True)

    @property
    def stem(self):
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def place(self):
        """The words that say where one is: "Câu 7 trên 20"."""
        return self.page.get_by_text(HEADING).inner_text()

    @property
    def attempt(self):
        return int(re.search(r"/attempts/(\d+)", self.page.url)[1])

    def sees(self, text):
        return self.page.get_by_text(text).first.is_visible()

    # Doing

    def go_to(self, path="/"):
        self.page.goto(self.box.url + path)
        return self.look()

    def go_back(self):
        self.page.go_back()
        return self.look()

    def reload(self):
        self.page.reload()
        return self.look()

    def button(self, name):
        exact = not isinstance(name, re.Pattern)
        button = self.page.get_by_role("button", name=name, exact=exact)
        return button.or_(self.page.get_by_role("link", name=name, exact=exact))

    def press(self, name):
        with self.page.expect_navigation():
            self.item.hand.press(self.button(name))
        return self.look()

    def do(self, answer):
        """What answers the item on the screen, but for going on."""
        self.item.do(answer)
        return self.look()

    def go_on(self):
        self.item.go_on()
        return self.look()

    def answer(self, rightly=True):
        return self.give((right if rightly else wrong)(self.stem))

    def give(self, answer):
        """To the next item, or to the feedback of one that shows its key."""
        self.item.do(answer)
        return self.go_on() if self.item.is_there else self.look()

    def scan(self, person):
        """A USB scanner types the text into whatever has the focus, then Enter."""
        self.page.keyboard.type(person.card)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.look()

    def fill_in(self, name, birth_year, number):
        self.page.get_by_label("Họ và tên").fill(name)
        self.page.get_by_label("Năm sinh").fill(birth_year)
        self.page.get_by_label("Số định danh").fill(number)
        return self.press("Tiếp tục")

    # The way of a test

    def walk_to_seat(self):
        self.go_to().press(re.compile("^Người dân")).press("Sát hạch lấy phiếu")
        return self.press("Tôi đồng ý")

    def sit_down(self, person):
        """To the first warm-up, by card or typed."""
        self.walk_to_seat()
        if person.card:
            self.scan(person)
        else:
            self.fill_in(person.name, str(person.birth_year), person.number)
        return self.press("Đúng, bắt đầu")

    def skip_to(self, person, number):
        """Over plain HTTP to an item, or with one more than there are to the review: for tests of what follows."""
        client = Client(self.box)
        client.begin_test()
        client.sit_down(person)
        client.answer_until(number)
        name, value = client.cookie.split("=")
        self.page.context.add_cookies([{"name": name, "value": value, "url": self.box.url, "httpOnly": True}])
        return self.go_to(f"/attempts/{client.attempt}" + ("/review" if number > COUNT else ""))

    def warm_up(self):
        """All warm-ups, to the first item that counts."""
        while self.place.startswith("Câu làm quen"):
            self.answer().press(ONWARDS)
        return self

    def answer_until(self, place, rightly=True):
        """Answers one item after the other until the place, or with None until the review."""
        while (place is None and not self.page.url.endswith("/review")) or (place and self.place != place):
            self.answer(rightly)
        return self
