"""A browser without scripts: plain HTTP, one cookie, forms as the pages hold them."""

import http.client
from typing import NamedTuple
from urllib.parse import urlencode

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


class PlainBrowser:
    # Seconds for an answer.
    patience = 10

    def __init__(self, box):
        self.box = box
        self.cookie = ""
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection that is kept; any failure gives it up."""
        sent = {**({"Cookie": self.cookie} if self.cookie else {}), **(headers or {})}
        try:
            if self.connection is None or self.connection.port != self.box.port:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.box.port, timeout=self.patience)
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException):
            self.connection = None
            raise
        if cookie := answer.headers["Set-Cookie"]:
            self.cookie = cookie.split(";")[0]
        return answer

    def hang_up(self):
        self.connection = None

    def get(self, path):
        return self.ask("GET", path)

    def follow(self, path):
        """The page at the end of all redirects; the place on it is nothing to ask for."""
        answer = self.get(path.split("#")[0])
        while answer.status == 303:
            answer = self.get(answer.location.split("#")[0])
        return answer

    def post(self, path, fields, **headers):
        return self.ask("POST", path, urlencode(fields), {"Content-Type": FORM, **headers})

    def press(self, page, action, button=None, **values):
        form = page.form(action)
        return self.post(form.action, form.filled(button, **values))
