"""A box whose desk is open at the kiosk's door too, with a clerk who has signed in before."""

import re
import sqlite3

from box import Box

SETTINGS = {"office": "UBND xã Tân Trào", "commune": "02545", "desk-at-kiosk": "on"}


class DeskBox(Box):
    def hire(self, login, name, role="clerk"):
        """An account; its password, which counts as chosen, so that nothing is owed. While the box does not serve."""
        told = self.command("user", "add", login, "--name", name, "--role", role)
        assert told.returncode == 0, told.stderr
        with sqlite3.connect(self.data / "sathach.db") as database:
            database.execute("UPDATE account SET mustChangePassword = 0 WHERE login = ?", [login])
        return re.search(r"one-time password ([\d -]+)", told.stdout)[1].strip()

    def open_desk(self):
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "sathach.conf").write_text("".join(f"{name} = {value}\n" for name, value in SETTINGS.items()))
        self.start()
        self.end()
        self.password = self.hire("lan", "Chị Lan")
        return self.start()


class Clerk:
    """Chị Lan at a browser."""

    def __init__(self, page, box):
        self.page, self.box = page, box

    def sign_in(self):
        self.page.goto(self.box.url + "/staff/session")
        self.page.get_by_label("Tên đăng nhập").fill("lan")
        self.page.get_by_label("Mật khẩu").fill(self.box.password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url("**/desk")
        return self

    def choose(self, act, reason):
        """An act with its reason, by the names on the page."""
        form = self.page.locator("form.act", has=self.page.get_by_role("button", name=act, exact=True))
        form.get_by_label("Lý do").select_option(label=reason)
        form.get_by_role("button", name=act, exact=True).click()

    def line(self, section, name):
        return self.page.locator(f"#{section} li", has_text=name)
