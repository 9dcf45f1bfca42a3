"""The province's server as a process, and a browser without scripts for its pages."""

import http.client
import re
import ssl
import urllib.parse

PASSWORD = "bốn con mèo vàng 12"


class Served:
    def __init__(self, province, *arguments):
        self.province = province
        self.process = province.start("serve", "--port", "0", "--kiosk", "kiosk", *arguments)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"(https?)://127\.0\.0\.1:(\d+)/\n", line)
        assert found, (line, self.process.poll(), self.process.poll() is not None and self.process.stderr.read())
        self.scheme, self.port = found[1], int(found[2])
        self.cookie = ""

    @property
    def origin(self):
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def ask(self, method, path, body=None, headers=None, cookie=None):
        """Status, headers and body; no redirect is followed."""
        if self.scheme == "https":
            trust = ssl.create_default_context(cafile=self.province.home / "tls" / "authority.pem")
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=trust)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Cookie": self.cookie if cookie is None else cookie, **(headers or {})}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        try:
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def page(self, path):
        status, _, body = self.ask("GET", path)
        assert status == 200, (path, status)
        return body.decode()

    def post(self, path, fields, origin=None, cookie=None):
        return self.ask("POST", path, urllib.parse.urlencode(fields), {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin if origin is None else origin}, cookie)

    def token(self, path="/"):
        return re.search(r'name="token" value="([0-9a-f]{32})"', self.page(path))[1]

    def sign_in(self, login, password):
        status, headers, _ = self.post("/session", {"login": login, "password": password})
        if status == 303:
            self.cookie = headers["Set-Cookie"].split(";")[0]
        return status, headers

    def arrive(self):
        """A new officer with a password of her own."""
        once = re.search(r"\d{4}-\d{4}-\d{4}-\d{4}", self.province.run("user", "add", "lan", "--name", "Nguyễn Thị Lan"))[0]
        assert self.sign_in("lan", once)[1]["Location"] == "/password"
        status, headers, _ = self.post("/password", {
            "token": self.token("/password"), "present": once, "password": PASSWORD, "again": PASSWORD})
        assert (status, headers["Location"]) == (303, "/#password-kept")
        return once

    def end(self):
        self.process.terminate()
        assert self.process.wait(20) == 0, self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
