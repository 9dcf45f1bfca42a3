"""The ways to work the controls of a page: by touch or mouse, and by the keyboard alone."""

ACTIVE = "document.activeElement"
# More stops of the Tab key than any page has.
MOST_STOPS = 80
# Where to put the finger, once the button is on the screen and nothing lies over it.
MIDDLE = """button => {
  button.scrollIntoView({ block: "center" });
  const { x, y, width, height } = button.getBoundingClientRect();
  const middle = [x + width / 2, y + height / 2];
  return button.contains(document.elementFromPoint(...middle)) ? middle : null;
}"""


def named(name, value):
    return f'input[name="{name}"][value="{value}"]'


class Finger:
    """Touches where the screen takes touches, else clicks."""

    def __init__(self, page, touches):
        self.page, self.touches = page, touches

    def press(self, button):
        if not self.touches:
            return button.click()
        middle = button.evaluate(MIDDLE)
        assert middle, "something lies over it"
        self.page.touchscreen.tap(*middle)

    def choose(self, name, value):
        """The whole label is the target, as large as it is drawn."""
        self.press(self.page.locator(f"label:has({named(name, value)})"))

    def tick(self, name):
        self.choose(name, "yes")

    def write(self, name, text):
        field = self.page.locator(f'#item input[name="{name}"]')
        self.press(field)
        field.fill(text)


# Stops of the Tab key on the way to an element, without radio buttons, of which a group is one stop.
STOPS = """target => {
  const active = document.activeElement;
  const start = active === document.body && location.hash ? document.querySelector(location.hash) : active;
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll("a[href], button, input:not([type=radio], [type=hidden])")].filter((stop) =>
    !stop.disabled && stop.tabIndex >= 0 && follows(start, stop) && !follows(target, stop)).length;
}"""


class Keyboard:
    """Tab, space, enter and arrows; no pointer at all."""

    def __init__(self, page):
        self.page = page

    def tab_to(self, target, arrived=f"target => {ACTIVE} === target"):
        target = target.first.element_handle()
        if not target.evaluate(arrived):
            for _ in range(target.evaluate(STOPS)):
                self.page.keyboard.press("Tab")
        for _ in range(MOST_STOPS):
            if target.evaluate(arrived):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not lead to {target}")

    def press(self, button):
        self.tab_to(button)
        self.page.keyboard.press("Enter")

    def choose(self, name, value):
        """The space bar takes the radio button with the focus, the arrows the next of its group."""
        self.tab_to(self.named(name), f"target => {ACTIVE}.name === target.name")
        self.page.keyboard.press("Space")
        for _ in range(MOST_STOPS):
            if self.page.evaluate(f"{ACTIVE}.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not lead to {name}={value}")

    def tick(self, name):
        self.tab_to(self.named(name))
        self.page.keyboard.press("Space")

    def write(self, name, text):
        self.tab_to(self.named(name))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def named(self, name):
        return self.page.locator(f'#item input[name="{name}"]')
