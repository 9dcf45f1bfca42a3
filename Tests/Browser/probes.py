"""What somebody types who wants a page to run it, or the database to read it; and forms filled with it, field by field."""

import html.parser
import re

SCRIPTS = [
    "<script>window.probed=1</script>", '"><img src=x onerror=window.probed=2 data-probe>',
    "'><svg onload=window.probed=3 data-probe>", "</textarea><script>window.probed=4</script>", "javascript:window.probed=5",
    '" autofocus onfocus="window.probed=6', '<a href="javascript:probed=7" data-probe>a</a>',
    "&lt;script&gt;window.probed=8&lt;/script&gt;", '<iframe srcdoc="<script>parent.probed=9</script>" data-probe>',
    "</title><style data-probe>*{display:none}</style>{{7*7}}${7*7}",
]
STATEMENTS = ["'; DROP TABLE attempt; --", "' OR '1'='1", '" OR ""="', "1; DELETE FROM slip", "%' --", "\\'; --", "NULL", "?1"]
TYPED = {"text", "search", "tel", "email", "password", "number", "url", None}


class FilledForm:
    def __init__(self, facts):
        self.action, self.isUpload = facts["action"], "multipart" in facts.get("enctype", "")
        self.isQuestion = facts.get("method") == "get"
        self.fixed, self.typed, self.buttons = {}, {}, []

    @property
    def key(self):
        """Forms of one kind, whichever thing they are about."""
        return re.sub(r"\d+", "N", self.action), tuple(sorted([*self.fixed, *self.typed]))

    def filled(self, typed):
        pressed = dict(self.buttons[:1])
        return {**self.fixed, **pressed, **typed}

    def with_everywhere(self, probe):
        return self.filled({name: probe[:most] for name, (_, most) in self.typed.items()})

    def with_one(self, probe):
        """The probe in one field, something sensible in the others; one form for each field."""
        for probed, (_, most) in self.typed.items():
            sensible = {name: plain for name, (plain, _) in self.typed.items()}
            yield self.filled({**sensible, probed: probe[:most]})


class FormReader(html.parser.HTMLParser):
    """Forms with the kinds of their fields, and the links of a page."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.links, self.select = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        if tag == "a" and facts.get("href", "").startswith("/"):
            self.links.append(facts["href"].split("#")[0])
        elif tag == "form":
            self.forms.append(FilledForm(facts))
        elif tag == "select":
            self.select = facts["name"]
        elif tag == "option" and self.select and facts.get("value"):
            self.forms[-1].fixed.setdefault(self.select, facts["value"])
        elif tag in ("input", "textarea"):
            self.take(tag, facts)
        elif tag == "button" and facts.get("name"):
            self.forms[-1].buttons.append((facts["name"], facts.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None

    def take(self, tag, facts):
        form, name, kind = self.forms[-1], facts.get("name"), facts.get("type")
        if not name or kind == "file":
            return
        if tag == "textarea" or kind in TYPED:
            form.typed[name] = self.sensible(facts), int(facts.get("maxlength") or 1000)
        elif kind == "date":
            form.fixed[name] = "2026-11-02"
        elif kind in ("radio", "checkbox"):
            form.fixed.setdefault(name, facts.get("value", "on"))
        else:
            form.fixed[name] = facts.get("value", "")

    @staticmethod
    def sensible(facts):
        if facts.get("value"):
            return facts["value"]
        return "12" if facts.get("type") == "number" or facts.get("inputmode") == "numeric" else "Thôn Ba"
