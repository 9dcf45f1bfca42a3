"""People on their way through the real pages, as a browser without scripts shows them: to the first question that
counts, and then every question once. Nobody of them exists; the random part of every number begins with 999."""

import html.parser
import http.client
import itertools
import urllib.parse
from dataclasses import dataclass, field

AUDIENCE = "nguoi-dan"
FORM = "application/x-www-form-urlencoded"


class BenchError(Exception):
    """Why a figure cannot be had."""


class WrongAnswer(BenchError):
    """An answer that was not the expected one, or that was acknowledged and is not on the disk."""


@dataclass
class Form:
    action: str
    fields: dict = field(default_factory=dict)
    buttons: list = field(default_factory=list)
    choices: dict = field(default_factory=dict)


class FormReader(html.parser.HTMLParser):
    """The forms of a page."""

    def __init__(self, text):
        super().__init__()
        self.forms = []
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        given = dict(pairs)
        if tag == "form":
            self.forms.append(Form(given["action"]))
        elif self.forms and tag == "input" and given.get("type") == "radio":
            self.forms[-1].choices.setdefault(given["name"], []).append(given["value"])
        elif self.forms and tag == "input" and given.get("type") in ("hidden", "text"):
            self.forms[-1].fields[given["name"]] = given.get("value", "")
        elif self.forms and tag == "button" and given.get("name"):
            self.forms[-1].buttons.append((given["name"], given["value"]))


@dataclass
class Question:
    """One question page that counts, and a form that answers it."""

    path: str
    page: bytes
    headers: list
    action: str
    fields: dict
    options: list

    @property
    def place(self):
        return self.fields["place"]


class Candidate:
    def __init__(self, number, port):
        self.number = f"001057999{number:03d}"
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookie = ""

    def ask(self, method, path, fields=None):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = FORM
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        page = response.read()
        if cookie := response.headers["Set-Cookie"]:
            self.cookie = cookie.split(";")[0]
        if response.status >= 400:
            raise WrongAnswer(f"{method} {path} was answered {response.status}")
        if response.status == 303:
            return self.ask("GET", response.headers["Location"].partition("#")[0])
        return path, page, response.getheaders()

    def press(self, page, ending, **values):
        """Sends the page's form whose action ends so and that has the fields to fill in."""
        for form in FormReader(page.decode()).forms:
            if form.action.endswith(ending) and values.keys() <= {*form.fields, *form.choices, "go", "consent"}:
                button = [] if "go" in values else [pair for pair in form.buttons if pair[0] not in values][:1]
                return self.ask("POST", form.action, {**form.fields, **dict(button), **values})
        raise BenchError(f"no form to {ending} on the page")

    def sit_down(self):
        """Welcome, consent, seat, confirmation; the first warm-up."""
        self.ask("GET", "/")
        _, page, _ = self.ask("GET", f"/audiences/{AUDIENCE}/notice")
        _, page, _ = self.press(page, "/attempts")
        _, page, _ = self.press(page, "/seat", name="Người Thử Tải", birthYear="1957", number=self.number)
        return self.press(page, "/seat")

    def warm_up(self):
        """Answers the warm-ups; the first question that counts."""
        path, page, _ = self.sit_down()
        for _ in range(50):
            if "/items/" in path:
                return path
            choices = FormReader(page.decode()).forms[-1].choices
            chosen = {name: values[0] for name, values in choices.items()}
            path, page, _ = self.press(page, "/responses", go="next", **chosen)
        raise BenchError("the warm-ups do not end")

    def questions(self):
        """Every question of the form with options, looked at and not answered; those done by taps have no answer of one post."""
        start = self.warm_up().rpartition("/")[0]
        found = []
        for number in itertools.count(1):
            path, page, headers = self.ask("GET", f"{start}/{number}")
            form = next(form for form in FormReader(page.decode()).forms if form.action.endswith("/responses"))
            if "option" in form.choices:
                found.append(Question(path, page, headers, form.action, form.fields, form.choices["option"]))
            if ("go", "review") not in form.buttons:
                raise BenchError(f"{path} is not a question that counts")
            if not self.exists(f"{start}/{number + 1}"):
                return found

    def exists(self, path):
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        response = self.connection.getresponse()
        response.read()
        return response.status == 200
