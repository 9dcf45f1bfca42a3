"""Reads pages as a browser without scripts does: headings, forms and their fields."""

import html.parser
import re

ANSWER = re.compile("(option|typed|(pick|judge|match|field)-.*)$")
STEP = re.compile(r'name="tap" value="([a-z0-9-]+)">\s*<span class="number"[^>]*>(\d+)<')


class Form:
    def __init__(self, method, action):
        self.method, self.action = method, action
        self.fields = {}
        # The values of radio buttons and tick boxes, chosen or not.
        self.choices = {}
        self.buttons = []
        # What can be tapped on an item that is answered tap by tap.
        self.taps = []

    def filled(self, button=None, **values):
        """What is sent when a button is pressed, by its name and value."""
        pressed = [button] if button else [self.main] if self.main[0] else []
        return {**self.fields, **dict(pressed), **values}

    @property
    def main(self):
        """The first button that leads on."""
        return next(((name, value) for name, value in self.buttons if name != "tap"), (None, None))

    def without_answer(self):
        """The fields but for those that answer: as the page is before anybody touched it."""
        return {name: value for name, value in self.fields.items() if not ANSWER.match(name)}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.text = text
        self.heading = ""
        self.forms = []
        self.links = []
        self.inside_heading = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        if tag == "h1":
            self.inside_heading = True
        elif tag == "a":
            self.links.append(facts.get("href", ""))
        elif tag == "form":
            self.forms.append(Form(facts["method"], facts["action"]))
        elif tag == "input":
            self.take_input(facts)
        elif tag == "button":
            self.take_button(facts)

    def take_input(self, facts):
        form, name, kind = self.forms[-1], facts["name"], facts.get("type")
        if kind == "radio" or name.startswith("pick-"):
            form.choices.setdefault(name, []).append(facts["value"])
        if kind in ("radio", "checkbox") and "checked" not in facts:
            return
        form.fields[name] = facts.get("value", "")

    def take_button(self, facts):
        if "disabled" in facts or facts.get("type") == "button":
            return
        self.forms[-1].buttons.append((facts.get("name"), facts.get("value")))
        if facts.get("name") == "tap" and facts.get("class") != "default":
            self.forms[-1].taps.append(facts["value"])

    def handle_endtag(self, tag):
        if tag == "h1":
            self.inside_heading = False

    def handle_data(self, text):
        if self.inside_heading:
            self.heading += text

    def form(self, action):
        """The form that posts to an address ending so."""
        return next(form for form in self.forms if form.action.endswith(action))

    @property
    def is_item(self):
        return any("shown" in form.fields for form in self.forms)

    @property
    def put(self):
        """The steps that have their number, first to last."""
        return [name for name, _ in sorted(STEP.findall(self.text), key=lambda step: int(step[1]))]

    @property
    def is_over(self):
        """A simulated screen on which nothing can be done any more."""
        return "Việc này đã xong" in self.text

    @property
    def is_whole(self):
        """Every part of the item has its answer: a box, a button of each group, a line or a number on each step."""
        form = self.form("/responses")
        groups = {name for name in form.choices if not name.startswith("pick-")}
        picks = [name for name in form.choices if name.startswith("pick-")]
        given = [name for name in form.fields if ANSWER.match(name) and form.fields[name]]
        if form.taps:
            return len(self.put) == len(form.taps)
        return groups <= set(given) and (not picks or any(name in given for name in picks)) and bool(given)
