"""The gallery in a real browser: every page in every state, as it looks on each ground, at each size."""

import functools
import http.server
import pathlib
import subprocess
import threading

from axe_playwright_python.base import AXE_FILE_PATH

from bank import ROOT

GROUNDS = ["light", "ground-d", "ground-c"]
ZOOMS = [1, 2]
# Everything the guidelines ask for that can be tried by program, enhanced contrast with it.
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Good practice rather than guideline, and not so here: what stands outside of landmarks is the sentence about samples.
LEFT_OUT = {"region": {"enabled": False}}

AXE = pathlib.Path(AXE_FILE_PATH).read_text()
RUN = """async ([tags, rules, within]) => (await axe.run(within ? { include: [[within]] } : document, {
  runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"],
})).violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target + " " + node.failureSummary.split("\\n")[1]).join(" | "))"""

# What can be pressed, as a finger meets it: 48 pixels each way, 8 from the next, but for links within a sentence.
TARGETS = """() => {
  const pressed = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const shown = [...document.querySelectorAll(pressed)].filter((one) => one.checkVisibility({ checkVisibilityCSS: true })
    && one.tabIndex >= 0 && !one.disabled && !one.closest(".device, svg, .appearance[hidden]") && !one.matches(".skip, .default"));
  const isInText = (one) => one.tagName === "A" && one.closest("p, dd, li, td, th, div") && getComputedStyle(one).display === "inline";
  const box = (one) => (one.matches("[type=radio], [type=checkbox]") && one.closest("label") || one).getBoundingClientRect();
  const found = [];
  const targets = shown.filter((one) => !isInText(one)).map((one) => [one, box(one)]);
  const name = (one) => one.tagName.toLowerCase() + "." + one.className + " " + (one.name || "") + " " + one.textContent.trim().slice(0, 30);
  for (const [one, own] of targets) {
    if (own.width < 47.5 || own.height < 47.5) found.push(`${name(one)} is ${Math.round(own.width)} × ${Math.round(own.height)}`);
  }
  for (let i = 0; i < targets.length; i++) for (let j = i + 1; j < targets.length; j++) {
    const [one, a] = targets[i], [other, b] = targets[j];
    const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
    const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
    if (Math.max(across, down) < 7.5 && Math.max(across, down) > -1) found.push(`${name(one)} is ${Math.round(Math.max(across, down))} from ${name(other)}`);
  }
  return found;
}"""

# Text below 20 pixels, but for what is a picture of paper or of a machine.
SMALL = """(least) => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), one = walker.currentNode.parentElement;
    if (!text || !one.checkVisibility({ checkVisibilityCSS: true }) || one.closest(".device, .paper, .document, svg, noscript, .unseen, .heard, option")) continue;
    const size = parseFloat(getComputedStyle(one).fontSize);
    if (size < least - .01) found.add(`${size} px: ${one.tagName.toLowerCase()}.${one.className}: ${text.slice(0, 30)}`);
  }
  return [...found];
}"""

# What sticks out to the right, but for what scrolls in itself.
WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll, .unseen, .heard, .skip"))
  .map((one) => one.tagName.toLowerCase() + "." + (one.className.baseVal ?? one.className) + " " + Math.round(one.getBoundingClientRect().right)).slice(0, 6)
  .concat([`the page is ${document.documentElement.scrollWidth} wide`])"""

# The main action of the page, where it ends below the screen.
BELOW = """() => [...document.querySelectorAll("main .button.main")].slice(-1)
  .filter((one) => one.getBoundingClientRect().bottom > innerHeight + 1)
  .map((one) => `${one.textContent.trim()} ends at ${Math.round(one.getBoundingClientRect().bottom)} of ${innerHeight}`)"""


def write(folder):
    """The gallery's pages, written into a folder by the program that knows them all."""
    binary = ROOT / ".build" / "debug" / "gallery"
    if not binary.exists():
        subprocess.run(["swift", "build", "--product", "gallery"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run([binary, folder], check=True, capture_output=True)
    return (folder / "pages.txt").read_text().split()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Folder:
    """A folder as a web server shows it."""

    def __init__(self, folder):
        handler = functools.partial(Quiet, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, page):
        return f"http://127.0.0.1:{self.server.server_port}/{page}.html"

    def end(self):
        self.server.shutdown()


class Viewer:
    """One window at one zoom: a page at 200 % has half the pixels each way."""

    def __init__(self, chromium, zoom, width=1280, height=800, scripts=False):
        self.zoom, self.width, self.height = zoom, width // zoom, height // zoom
        context = chromium.new_context(
            viewport={"width": self.width, "height": self.height}, device_scale_factor=zoom, reduced_motion="reduce")
        if not scripts:
            # The pages' own scripts would ask for what no gallery has.
            context.route("**/*.js", lambda route: route.abort())
        context.add_init_script(AXE)
        self.page = context.new_page()

    def open(self, url, ground="light", letters=0):
        self.page.goto(url)
        self.dress(ground, letters)

    def dress(self, ground, letters=0):
        classes = [name for name in [ground] if name != "light"] + ([f"letters-{letters}"] if letters else [])
        self.page.evaluate("""(names) => {
          const root = document.documentElement;
          root.className = [...root.classList].filter((name) => !/^(ground|letters)-/.test(name)).concat(names).join(" ");
        }""", classes)

    def violations(self, within=None):
        # Where many items stand on one page, as no resident sees them, their screens may have the same name.
        rules = {**LEFT_OUT, "landmark-unique": {"enabled": False}} if within else LEFT_OUT
        return self.page.evaluate(RUN, [TAGS, rules, within])

    def targets(self):
        return self.page.evaluate(TARGETS)

    def small(self, least=20):
        return self.page.evaluate(SMALL, least)

    def below(self):
        return self.page.evaluate(BELOW)

    def wide(self, width=None):
        if width:
            self.page.set_viewport_size({"width": width, "height": self.height})
        found = self.page.evaluate(WIDE)
        if width:
            self.page.set_viewport_size({"width": self.width, "height": self.height})
        return found
