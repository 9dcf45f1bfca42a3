"""Colleagues at a browser without scripts."""

import re

from office_people import app_code
from plain_browser import PlainBrowser

MULTIPART = "multipart/form-data; boundary=abc"


class Colleague(PlainBrowser):
    """Keeps every cookie, as browsers do: which browser it is, and who is signed in."""

    # An office's page may count all there is, or write out the whole bank.
    patience = 60

    def __init__(self, box):
        super().__init__(box)
        self.jar = {}

    def ask(self, method, path, body=None, headers=None):
        answer = super().ask(method, path, body, headers)
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.split(";")[0].partition("=")
            self.jar[name] = value
        self.cookie = "; ".join(f"{name}={value}" for name, value in self.jar.items() if value)
        return answer

    def sign_in(self, login, password):
        """To whatever is to be done first; officers choose an app as their second factor."""
        self.press(self.get("/staff/session").page, "/staff/session", login=login, password=password)
        account = self.get("/staff/account").page
        if any(form.action.endswith("/authenticator") for form in account.forms):
            shown = self.press(account, "/staff/account/authenticator")
            secret = re.search(r'id="secret"[^>]*>([A-Z2-7 ]+)<', shown.text)[1]
            confirmed = self.press(shown.page, "/authenticator/code", code=app_code(secret))
            assert confirmed.status in (200, 303), confirmed.text
        return self

    def upload(self, path, fields, name, content):
        """A form that brings one file."""
        parts = [
            f'--abc\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{text}\r\n'.encode()
                 for field, text in fields.items() if field != "file"]
        head = f'--abc\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        kind = "Content-Type: application/octet-stream\r\n\r\n"
        body = b"".join([*parts, (head + kind).encode(), content, b"\r\n--abc--\r\n"])
        return self.ask("POST", path, body, {"Content-Type": MULTIPART})
