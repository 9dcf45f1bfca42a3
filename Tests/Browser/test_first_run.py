"""A box that nobody has set up: from the code of its console to a box that a file would have made, page by page, without scripts."""

import json
import re
import time

import pytest

from box import Box, run
from office_people import PASSWORD
from plain_browser import PlainBrowser

TYPED = {"office": "UBND xã Thử", "commune": "02215", "device": "3"}


class BareBox(Box):
    """Nobody has touched its settings."""

    def start(self, port=0):
        super().start(port)
        self.code = ""
        if not (self.data / "setup.conf").exists():
            self.code = self.process.stdout.readline().decode().split(": ")[1].strip()
        return self

    def await_start(self, before):
        """A start that the box made by itself."""
        deadline = time.monotonic() + 60
        while self.starts() <= before and time.monotonic() < deadline:
            time.sleep(0.05)
        self.await_open()

    def starts(self):
        return self.log.read_text().count("serving")


class Officer(PlainBrowser):
    """One person with a sheet of codes, at the kiosk's own screen."""

    def __init__(self, box):
        super().__init__(box)
        self.codes, self.jar = [], {}

    def ask(self, *arguments, **more):
        """Two sessions, as every browser keeps them: its own, and the colleague's."""
        answer = super().ask(*arguments, **more)
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.jar[name] = value
        self.cookie = "; ".join(f"{name}={value}" for name, value in self.jar.items() if value)
        return answer

    def make_account(self, code):
        page = self.get("/staff/first-officer").page
        answer = self.press(page, "/staff/first-officer", **{
            "console-code": code, "login": "minh", "name": "Trần Văn Minh", "password": PASSWORD, "again": PASSWORD})
        assert answer.status == 200, answer.text
        self.press(answer.page, "/staff/session", password=PASSWORD)
        codes = self.press(self.get("/staff/account").page, "/staff/account/codes").text
        self.codes = [code for code in re.findall(r"<li>([^<]+)</li>", codes) if re.fullmatch(r"\d{4} \d{4}", code)]
        return self

    def sign_in(self):
        """After a start, which ends connections and locks sessions."""
        self.hang_up()
        page = self.get("/staff/session").page
        asked = self.press(page, "/staff/session", login="minh", password=PASSWORD)
        return self.press(asked.page, "/staff/session/code", code=self.codes.pop())

    def step(self, name, button=None, **values):
        page = self.get(f"/office/setup/{name}").page
        return self.press(page, f"/office/setup/{name}", button, **values)

    def say_settings(self, stick):
        self.step("place", **TYPED)
        self.step("doors", doors="screen")
        self.step("printer", kind="none")
        return self.step("backups", folder="other", other=str(stick))

    def restart(self):
        before = self.box.starts()
        told = self.step("restart")
        assert told.status == 200 and told.headers["Refresh"].endswith("url=/office/setup"), told.text
        # A connection that is kept would be waited for.
        self.hang_up()
        self.box.await_start(before)
        self.sign_in()


@pytest.fixture
def bare(tmp_path):
    box = BareBox(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def links(box):
    """From the first page that residents see."""
    return PlainBrowser(box).get("/").page.links


def in_force(data):
    lines = (data / "sathach.conf").read_text().splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#"))


def test_pages_make_the_box_that_a_file_makes(bare, stick, tmp_path):
    assert "/staff/first-officer" in links(bare)
    officer = Officer(bare).make_account(bare.code)
    assert officer.say_settings(stick).location == "/office/setup/restart"
    kept = bare.data.joinpath("setup.conf").read_bytes()
    officer.restart()
    officer.step("clock", ("answer", "right"))
    assert f"{stick}/sathach-02215-3.json" in officer.step("key", folder="other", other=str(stick)).text
    shown = officer.step("recovery", ("go", "make"))
    assert len(re.findall(r"<li>[0-9A-Z]{4,7}</li>", shown.text)) == 8 and shown.page.forms
    officer.step("recovery", ("go", "kept"))
    assert officer.step("slip", ("go", "skip")).location == "/office/setup"
    before = bare.starts()
    ended = officer.press(officer.get("/office/setup").page, "/office/setup")
    assert ended.status == 200 and ended.headers["Refresh"].endswith("url=/")
    officer.hang_up()
    bare.await_start(before)

    file = tmp_path / "site.conf"
    file.write_bytes(kept + f"public-key-to = {tmp_path}\nrecovery-key = make\n".encode())
    other = tmp_path / "other"
    run("setup", "--from", file, "--data", other)
    assert in_force(bare.data) == in_force(other) and in_force(other)["commune"] == "02215"
    names = [set(path.name for path in (data / "keys").iterdir() if not path.name.endswith(".copy")) for data in (bare.data, other)]
    assert names[0] == names[1] and "recovery.pub" in names[1]
    one, two = (json.loads((folder / "sathach-02215-3.json").read_text())[0] for folder in (stick, tmp_path))
    assert one["issuer"] == two["issuer"] == "02215-3" and one.keys() == two.keys()
    assert not (bare.data / "setup.conf").exists() and officer.get("/office/setup").status == 404
    assert not any("setup" in link for link in links(bare))


def test_it_goes_on_where_the_power_went(bare, stick):
    officer = Officer(bare).make_account(bare.code)
    officer.step("place", **TYPED)
    bare.restart()
    officer.sign_in()
    assert officer.get("/office/setup").text.count('class="badge good"') == 1
    assert 'value="02215"' in officer.get("/office/setup/place").text
    officer.say_settings(stick)
    # As if it went between the wish and the start that takes it.
    file = bare.data / "setup.conf"
    file.write_text(file.read_text() + "#: wanted\n")
    bare.restart()
    officer.sign_in()
    assert in_force(bare.data)["commune"] == "02215" and officer.get("/office/setup/clock").status == 200


def test_nobody_without_the_code_or_an_account_gets_in(bare):
    stranger = Officer(bare)
    page = stranger.get("/staff/first-officer").page
    refused = stranger.press(page, "/staff/first-officer", **{
        "console-code": "AAAAAAAAAA", "login": "x1", "name": "Ai Đó", "password": PASSWORD, "again": PASSWORD})
    assert refused.status == 422
    for path in ("/office/setup", "/office/setup/place"):
        assert stranger.get(path).status == 401
    assert stranger.get("/office/accounts").status == 404 and not (bare.data / "setup.conf").exists()


def test_what_cannot_be_a_setting_is_told_above_what_was_typed(bare):
    officer = Officer(bare).make_account(bare.code)
    for bad in ({"commune": "99999"}, {"commune": "12"}, {"device": "0"}, {"office": ""}):
        told = officer.step("place", **{**TYPED, **bad})
        assert told.status == 422 and "faults" in told.text, bad
    told = officer.step("backups", folder="other", other="usb")
    assert told.status == 422 and 'value="usb"' in told.text
    assert officer.get("/office/setup/clock").status == 303, "what needs the settings in force waits"


def test_what_could_not_be_put_in_force_is_told_and_the_box_serves(bare, stick):
    officer = Officer(bare).make_account(bare.code)
    officer.say_settings(stick)
    file = bare.data / "setup.conf"
    file.write_text(file.read_text().replace("commune = 02215", "commune = hai"))
    officer.restart()
    page = officer.get("/office/setup").text
    assert "Lần trước chưa ghi được" in page and in_force(bare.data)["commune"] == "99999"
