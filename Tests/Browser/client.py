"""A person's browser without scripts: plain HTTP, one cookie, forms as the pages hold them."""

import http.client
import re
from typing import NamedTuple
from urllib.parse import urlencode

from bank import COUNT, right, wrong
from pages import Page

FORM = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def page(self):
        return Page(self.text)

    @property
    def location(self):
        return self.headers["Location"]


class Client:
    def __init__(self, box):
        self.box = box
        self.cookie = ""
        self.connection = None
        self.attempt = 0

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection that is kept; any failure gives it up."""
        sent = {**({"Cookie": self.cookie} if self.cookie else {}), **(headers or {})}
        try:
            if self.connection is None or self.connection.port != self.box.port:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.box.port, timeout=10)
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException):
            self.connection = None
            raise
        if cookie := answer.headers["Set-Cookie"]:
            self.cookie = cookie.split(";")[0]
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def follow(self, path):
        """The page at the end of all redirects."""
        answer = self.get(path)
        while answer.status == 303:
            answer = self.get(answer.location)
        return answer

    def post(self, path, fields, **headers):
        return self.ask("POST", path, urlencode(fields), {"Content-Type": FORM, **headers})

    def press(self, page, action, button=None, **values):
        form = page.form(action)
        return self.post(form.action, form.filled(button, **values))

    # The way of a test

    def begin_test(self):
        self.get("/")
        notice = self.get("/audiences/nguoi-dan/notice").page
        begun = self.press(notice, "/attempts")
        self.attempt = int(re.fullmatch(r"/attempts/(\d+)/seat", begun.location)[1])
        return begun

    def begin_practice(self):
        self.get("/")
        modes = self.get("/audiences/nguoi-dan").page
        begun = self.press(modes, "/attempts")
        self.attempt = int(re.fullmatch(r"/attempts/(\d+)", begun.location)[1])
        return begun

    def sit_down(self, person):
        """Gives name, year and number, looks at what was read, says yes."""
        seat = self.get(f"/attempts/{self.attempt}/seat").page
        values = {"card": person.card} if person.card else person.typed
        form = next(form for form in seat.forms if set(values) <= set(form.fields))
        confirmation = self.post(form.action, {**form.fields, **values})
        return self.press(confirmation.page, "/seat")

    def answer_item(self, page, rightly=True, button=None):
        option = (right if rightly else wrong)(page.heading)["id"]
        return self.press(page, "/responses", button or ("go", "next"), option=option)

    def warm_up(self):
        """All warm-ups with their feedback; the first item that counts."""
        page = self.follow(f"/attempts/{self.attempt}").page
        while page.form("/responses").fields["part"] == "warm-up":
            feedback = self.follow(self.answer_item(page).location).page
            page = self.follow(self.press(feedback, "/responses").location).page
        return page

    def answer_until(self, number, rightly=True):
        """To an item of the test by its number; one more than there are is the review."""
        page = self.warm_up()
        for _ in range(1, number):
            page = self.follow(self.answer_item(page, rightly).location).page
        return page

    def take_test(self, person, rightly=True):
        """The whole way; the page of the result."""
        self.begin_test()
        self.sit_down(person)
        review = self.answer_until(COUNT + 1, rightly)
        return self.follow(self.press(review, "/submission").location)
