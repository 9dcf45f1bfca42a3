"""A person at a browser without scripts: answers items and goes the way of a test."""

import re

from answers import right, wrong
from bank import COUNT, item
from plain_browser import PlainBrowser


class Client(PlainBrowser):
    def __init__(self, box):
        super().__init__(box)
        self.attempt = 0

    # Answering

    def answer_item(self, page, rightly=True, button=None):
        return self.give((right if rightly else wrong)(page.heading), page, button)

    def give(self, answer, page, button=None):
        """What is tapped goes first, one post for each tap; the last of an item with feedback leads there by itself."""
        for element, typed in [*((name, {}) for name in page.put[:1]), *answer.taps]:
            sent = self.tap(page, element, typed)
            page = self.follow(sent.location).page
            if not page.is_item:
                return sent
        form = page.form("/responses")
        whole = {**form.without_answer(), **answer.fields}
        return self.post(form.action, {**whole, **dict([button or ("go", "next")])})

    def tap(self, page, element, typed=None):
        form = page.form("/responses")
        fields = {f"field-{name}": text for name, text in (typed or {}).items()}
        return self.post(form.action, {**form.fields, **fields, "tap": element})

    def find(self, kind):
        """The page of the first item of the test that is of this kind."""
        pages = (self.get(f"/attempts/{self.attempt}/items/{number}").page for number in range(1, COUNT + 1))
        return next(page for page in pages if item(page.heading)["type"] == kind)

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
