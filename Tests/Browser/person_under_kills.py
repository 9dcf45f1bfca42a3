"""Somebody who answers on while the server dies again and again, and remembers what was acknowledged."""

import http.client
import re

from bank import COUNT, WARM_UPS, right
from client import Client

BROKEN_OFF = (OSError, http.client.HTTPException)


class PersonUnderKills:
    def __init__(self, box, next_person, dice, is_up, is_over):
        self.client = Client(box)
        self.next_person, self.dice = next_person, dice
        self.is_up, self.is_over = is_up, is_over
        self.answers, self.unsure, self.results = [], [], []
        self.failure = None
        # Where the attempt may stand by what was acknowledged: one address, two after a request was broken off.
        self.standings = set()

    def live(self):
        while not self.is_over.is_set() and not self.failure:
            self.is_up.wait()
            try:
                self.step()
            except BROKEN_OFF:
                continue
            except Exception as failure:
                self.failure = f"attempt {self.client.attempt}: {failure!r}"

    def step(self):
        if not self.standings:
            self.client.begin_test()
            self.person = self.next_person()
            self.standings = {self.at("seat")}
        standing = self.client.get(self.at()).location
        assert standing in self.standings, f"led to {standing} and not to {self.standings}"
        self.standings = {standing}
        page = self.client.follow(standing).page
        if standing.endswith("/seat"):
            self.sit_down()
        elif standing.endswith("/result"):
            self.leave(page)
        else:
            self.go_on(page, standing)

    def at(self, *parts):
        return "/".join(["/attempts", str(self.client.attempt), *map(str, parts)])

    def sit_down(self):
        self.standings.add(self.at("warm-ups", 1))
        answer = self.client.sit_down(self.person)
        assert answer.status == 303, f"seated with {answer.status}"
        self.standings = {self.at("warm-ups", 1)}

    def leave(self, page):
        assert page.heading in ("Đạt", "Chưa đạt")
        self.results.append(self.client.attempt)
        self.standings = set()

    def go_on(self, page, standing):
        form = page.form("/responses")
        number = int(form.fields["place"])
        if not form.choices:
            self.move(page, self.after(form.fields["part"], number))
        elif number == COUNT and form.fields.get("option"):
            self.hand_in(standing)
        else:
            self.answer(page, form, number)

    def after(self, part, number):
        if part == "warm-up":
            return self.at("warm-ups", number + 1) if number < WARM_UPS else self.at("items", 1)
        return self.at("items", min(number + 1, COUNT))

    def move(self, page, target):
        self.standings.add(target)
        answer = self.client.press(page, "/responses")
        assert answer.status == 303
        self.standings = {target}

    def answer(self, page, form, number):
        """Mostly rightly, sometimes going back instead of on; a warm-up stands still until its feedback was read."""
        part = form.fields["part"]
        goes_back = part == "scored" and 1 < number and self.dice.random() < 0.05
        target = self.at("items", number - 1) if goes_back else self.after(part, number)
        knows = self.dice.random() < 0.7
        option = right(page.heading)["id"] if knows else self.dice.choice(form.choices["option"])
        place = (self.client.attempt, part, number, option)
        if part == "scored":
            self.standings.add(target)
        self.unsure.append(place)
        answer = self.client.press(page, "/responses", ("go", "back" if goes_back else "next"), option=option)
        assert answer.status == 303, f"answered with {answer.status}"
        self.answers.append(self.unsure.pop())
        self.standings = {target if part == "scored" else self.at("warm-ups", number)}

    def hand_in(self, standing):
        review = self.client.get(self.at("review")).page
        self.standings.add(self.at("result"))
        answer = self.client.press(review, "/submission")
        assert re.search(r"/(result|submission)$", answer.location)
        self.standings = {self.at("result")}
