"""A clerk at a browser without scripts, for boxes on which something is wrong that no picture shows."""

import datetime

from plain_browser import PlainBrowser

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


class PlainClerk(PlainBrowser):
    def sign_in(self, login="lan"):
        page = self.get("/staff/session").page
        answer = self.press(page, "/staff/session", login=login, password=self.box.password)
        assert answer.status == 303, answer.text
        return self

    def settle_clock(self):
        """Looks at the calendar on the wall and types the date."""
        now = datetime.datetime.now(VIETNAM)
        fields = {name: getattr(now, name) for name in ("day", "month", "year", "hour", "minute")}
        form = self.get("/desk/clock").page.forms[-1]
        answer = self.post(form.action, {**form.fields, "answer": "wrong", **fields})
        assert answer.status == 303, answer.text
