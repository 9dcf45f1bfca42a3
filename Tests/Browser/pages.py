"""Reads pages as a browser without scripts does: headings, forms and their fields."""

import html.parser


class Form:
    def __init__(self, method, action):
        self.method, self.action = method, action
        self.fields = {}
        self.choices = {}
        self.buttons = []

    def filled(self, button=None, **values):
        """What is sent when a button is pressed, by its name and value."""
        pressed = [button] if button else [one for one in self.buttons[:1] if one[0]]
        return {**self.fields, **dict(pressed), **values}


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
            self.forms[-1].buttons.append((facts.get("name"), facts.get("value")))

    def take_input(self, facts):
        form, name = self.forms[-1], facts["name"]
        if facts["type"] == "radio":
            form.choices.setdefault(name, []).append(facts["value"])
        if facts["type"] in ("radio", "checkbox") and "checked" not in facts:
            return
        form.fields[name] = facts.get("value", "")

    def handle_endtag(self, tag):
        if tag == "h1":
            self.inside_heading = False

    def handle_data(self, text):
        if self.inside_heading:
            self.heading += text

    def form(self, action):
        """The form that posts to an address ending so."""
        return next(form for form in self.forms if form.action.endswith(action))
