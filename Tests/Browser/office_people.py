"""The office's own door in a real browser: who is trusted there, and a colleague at a desk."""

import base64
import hashlib
import hmac
import re
import struct
import subprocess
import time

from playwright.sync_api import Error

from test_office_door import OfficeBox

PASSWORD = "mua gat thang muoi"


class StaffedBox(OfficeBox):
    """A box with its office door on, which says on its console how the first officer gets in."""

    def start(self, port=0):
        super().start(port)
        # The first line is read; the door's address and fingerprint follow, then the code while there is no officer.
        told = [self.process.stdout.readline().decode() for _ in range(2 if self.has_officer else 3)]
        self.code = "" if self.has_officer else told[-1].split()[-1]
        return self

    @property
    def has_officer(self):
        return (self.data / "sathach.db").exists() and self.value(
            "SELECT count(*) FROM account WHERE role = 'officer'") > 0

    @property
    def pin_of_key(self):
        """What Chromium takes in spite of an authority that no store of this machine knows."""
        public = subprocess.run(
            ["openssl", "x509", "-in", self.tls / "server.pem", "-pubkey", "-noout"], capture_output=True, check=True)
        der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=public.stdout, capture_output=True)
        return base64.b64encode(hashlib.sha256(der.stdout).digest()).decode()


def app_code(secret, steps=0, now=None):
    """What an authenticator app shows (RFC 6238), for the Base32 text on the page."""
    text = secret.replace(" ", "")
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    counter = int(time.time() if now is None else now) // 30 + steps
    digest = hmac.new(key, struct.pack(">Q", counter), "sha1").digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7fffffff) % 10**6:06d}"


class Desk:
    """Somebody of the office at a browser of their own."""

    def __init__(self, context, box):
        self.context, self.box = context, box
        self.page = context.new_page()

    def open(self, path):
        self.answer = self.page.goto(self.box.office_url + path)
        return self

    @property
    def path(self):
        return re.sub(r"#.*", "", self.page.url.removeprefix(self.box.office_url))

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    def says(self, text):
        return self.page.get_by_text(text).first.is_visible()

    def fill(self, **fields):
        for name, text in fields.items():
            self.page.locator(f'[name="{name.replace("_", "-")}"]:visible').fill(text)
        return self

    def press(self, name):
        """Presses a button; the answer is the page it leads to, or its own."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state()
        self.status = answered.value.status
        return self

    def sign_in(self, login, password):
        return self.open("/staff/session").fill(login=login, password=password).press("Đăng nhập")

    def symbol(self):
        """What a telephone reads from the screen."""
        read = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "-"],
                              input=self.picture(self.page.locator("svg.symbol")), capture_output=True, check=True)
        return read.stdout.decode().strip()

    @staticmethod
    def picture(element, tries=4):
        # On a busy machine Chromium now and then has no frame to give at once.
        for left in reversed(range(tries)):
            try:
                return element.screenshot()
            except Error:
                if not left:
                    raise

    def cookie(self, name):
        found = [cookie for cookie in self.context.cookies() if cookie["name"] == name]
        return found[0] if found else None
