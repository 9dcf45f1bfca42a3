"""Somebody who answers on while the server dies again and again, and remembers what was acknowledged."""

import http.client

from answers import right
from bank import COUNT, WARM_UPS, item
from box import TAPPED
from client import Client
from walks import Walks

BROKEN_OFF = (OSError, http.client.HTTPException)


class Waiting(Client):
    """Whom a server that is stopping sends away: nothing was done, as if the line had been cut."""

    def ask(self, *request, **more):
        answer = super().ask(*request, **more)
        if answer.status == 503:
            self.hang_up()
            raise ConnectionError("sent away")
        return answer


class PersonUnderKills:
    def __init__(self, box, next_person, dice, is_up, is_over):
        self.client = Waiting(box)
        self.next_person, self.dice = next_person, dice
        self.is_up, self.is_over = is_up, is_over
        self.answers, self.unsure, self.results = [], [], []
        self.failure = None
        self.walks = Walks()
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
        if not page.is_item:
            self.move(page, self.after(form.fields["part"], number))
        elif number == COUNT and (page.is_over or page.is_whole):
            self.hand_in()
        elif item(page.heading)["type"] in TAPPED:
            self.tap_or_go_on(page, form, number)
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
        """Mostly rightly; a warm-up stands still until its feedback was read."""
        kept, fields = self.choose(page, form)
        self.send(page, form, number, {kept}, fields)

    def choose(self, page, form):
        if item(page.heading)["type"] == "single" and self.dice.random() < 0.3:
            option = self.dice.choice(form.choices["option"])
            return option, {"option": option}
        answer = right(page.heading)
        return answer.kept, answer.fields

    def tap_or_go_on(self, page, form, number):
        """One tap, or on to the next item, sometimes before everything is done."""
        place = (self.client.attempt, form.fields["part"], number)
        is_simulated = item(page.heading)["type"] == "simulated"
        kept = set(self.walks.seen(place, page)) if is_simulated else {" ".join(page.put)}
        # What may hold nothing is not left at once: that would be taken for a double tap, and the item stays.
        is_tired = number < COUNT and "" not in kept and self.dice.random() < 0.1
        if page.is_over or page.is_whole or is_tired:
            return self.send(page, form, number, kept, {})
        element = self.dice.choice([name for name in form.taps if name not in page.put])
        if is_simulated:
            before, after = self.walks.known[place], self.walks.after(place, page, element)
            self.walks.known[place] = {**before, **after}
            self.tap(page, place, element, set(after))
            self.walks.known[place] = after
        else:
            self.tap(page, place, element, {" ".join([*page.put, element])})

    def tap(self, page, place, element, kept):
        self.unsure.append((*place, kept))
        answer = self.client.tap(page, element)
        assert answer.status == 303, f"tapped with {answer.status}"
        self.answers.append(self.unsure.pop())

    def send(self, page, form, number, kept, fields):
        """Goes on with what is kept then, or sometimes back."""
        part = form.fields["part"]
        goes_back = part == "scored" and 1 < number and self.dice.random() < 0.05
        target = self.at("items", number - 1) if goes_back else self.after(part, number)
        stays = part == "warm-up" and bool(fields)
        if not stays:
            self.standings.add(target)
        self.unsure.append((self.client.attempt, part, number, kept))
        whole = {**form.without_answer(), **fields, "go": "back" if goes_back else "next"}
        answer = self.client.post(form.action, whole)
        assert answer.status == 303, f"answered with {answer.status}"
        self.answers.append(self.unsure.pop())
        self.standings = {self.at("warm-ups", number) if stays else target}
        if not stays:
            led_to = self.at("review") if number == COUNT and not goes_back else target
            assert answer.location == led_to, f"led on to {answer.location} and not to {led_to}"

    def hand_in(self):
        """At once, though something may have been left undone."""
        review = self.client.get(self.at("review")).page
        self.standings.add(self.at("result"))
        answer = self.client.press(review, "/submission", confirmed="yes")
        assert answer.location.endswith("/result")
        self.standings = {self.at("result")}
