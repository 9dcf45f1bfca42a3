"""How far one person came in each simulated screen; where a tap was broken off, all the ways that may be kept of it."""

from answers import machine_of
from bank import item


class Walks:
    def __init__(self):
        # By place: the text that is kept, and the state the machine is in then.
        self.known = {}

    def seen(self, place, page):
        """The ways that fit what the page shows."""
        machine = machine_of(item(page.heading)["id"])
        known = self.known.get(place, {"": machine.start})
        fitting = {text: state for text, state in known.items() if self.looks(machine, text, state) == look_of(page)}
        assert fitting, f"{place} shows {look_of(page)}, and may be at {known}"
        self.known[place] = fitting
        return fitting

    @staticmethod
    def looks(machine, text, state):
        is_over = machine.ending(state) is not None or len(text.split()) == machine.limit
        return [] if text and is_over else [element["id"] for element in machine.tappable(state)]

    def after(self, place, page, element):
        """The ways once this element was tapped, without anything typed."""
        machine = machine_of(item(page.heading)["id"])
        after = {}
        for text, state in self.known[place].items():
            tappable = {one["id"]: one for one in machine.tappable(state)}
            tap, next_state = machine.tapped(state, tappable[element])
            after[f"{text} {tap.step}".strip()] = next_state
        return after


def look_of(page):
    return page.form("/responses").taps
