"""The page that checks slips by itself, opened from a file in a browser without a network."""

import pathlib

from box import run


class VerifierPage:
    """One page in one browser; `browser_signatures` says whether the browser's own Ed25519 is asked."""

    def __init__(self, context, file):
        self.asked = []
        context.set_offline(True)
        self.page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.faults = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda line: line.type == "error" and self.faults.append(line.text))
        self.url = pathlib.Path(file).as_uri()
        self.page.goto(self.url)
        self.page.wait_for_selector("#check:visible, #broken:visible")

    def ask_browser(self, asks):
        self.page.evaluate(f"asksBrowser = {'true' if asks else 'false'}")

    def verdicts(self, texts, keys):
        return self.page.evaluate(
            "async ([texts, keys]) => { const all = []; for (const text of texts) all.push(await verdict(text, keys)); "
            "return all; }", [texts, keys])

    def check(self, slip, holder=""):
        self.page.fill("#slip", slip)
        self.page.fill("#holder", holder)
        self.page.click("button.main")
        # The page's policy lets no test's function be waited for.
        self.page.wait_for_selector("#outcome:not(.busy)")
        return self

    def text(self, place):
        return self.page.inner_text(place)

    @property
    def facts(self):
        return dict(zip(self.page.locator("#facts dt").all_inner_texts(), self.page.locator("#facts dd").all_inner_texts()))


def write(box, file):
    made = run("verifier", "--data", box.data, "--to", file, "--kiosk", box.kiosk)
    assert made.returncode == 0, made
    return file
