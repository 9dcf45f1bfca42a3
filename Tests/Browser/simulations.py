"""A second machine of the simulated screens, written from their description: where a tap leads, and ways to an end."""

import collections
import functools
import itertools
from typing import NamedTuple

from spelling import is_strong, same

STRONG = ["Tre-Xanh-2749", "Sen.Hong.8316", "q7-w3-x9-z5-k2"]
NOTHING_LIKE_IT = "m8"


class Tap(NamedTuple):
    element: str
    typed: dict
    # As the way keeps it: the element, and the branch where there is a choice.
    step: str


class State(NamedTuple):
    screen: str
    marks: frozenset = frozenset()


def holds(condition, marks):
    return marks >= set(condition.get("has", [])) and not marks & set(condition.get("lacks", []))


def passes(test, typed):
    text = typed.get(test["field"], "")
    if "is" in test:
        return any(same(text, expected) for expected in test["is"])
    if "strong" in test:
        return is_strong(text, test["strong"], test.get("without", []))
    return not text.strip()


def candidates(tests):
    """Texts for one field, such that each of its tests has one that passes it and one that does not."""
    strong = [text for text in STRONG if any("strong" in test for test in tests)]
    return ["", *(text for test in tests for text in test.get("is", [])), *strong, NOTHING_LIKE_IT]


class Machine:
    def __init__(self, simulation):
        self.simulation = simulation
        self.limit = simulation["steps"]
        self.screens = {screen["id"]: screen for screen in simulation["screens"]}
        self.start = State(simulation["start"])

    def shown(self, state):
        elements = self.screens[state.screen]["elements"]
        return [element for element in elements if holds(element.get("if", {}), state.marks)]

    def tappable(self, state):
        return [element for element in self.shown(state) if "goes" in element or element["kind"] == "switch"]

    def ending(self, state):
        """The credit with which it ends there, 0 for something forbidden; None where it goes on."""
        lines = [*self.simulation.get("forbidden", []), *self.simulation["goals"]]
        return next((line.get("credit", 0) for line in lines
                     if line.get("screen", state.screen) == state.screen and holds(line, state.marks)), None)

    def tapped(self, state, element, typed=None):
        """The tap, and the state it leads to."""
        fields = {one["id"] for one in self.shown(state) if one["kind"] == "field"}
        typed = {name: text for name, text in (typed or {}).items() if name in fields}
        if element["kind"] == "switch":
            return Tap(element["id"], typed, element["id"]), state._replace(marks=state.marks ^ {element["mark"]})
        if isinstance(element["goes"], str):
            return Tap(element["id"], typed, element["id"]), state._replace(screen=element["goes"])
        number, branch = next(
            (number, branch) for number, branch in enumerate(element["goes"], 1)
            if holds(branch, state.marks) and all(passes(test, typed) for test in branch.get("fields", [])))
        marks = state.marks - set(branch.get("clears", [])) | set(branch.get("sets", []))
        step = element["id"] + (f"/{number}" if len(element["goes"]) > 1 else "")
        return Tap(element["id"], typed, step), State(branch.get("to", state.screen), marks)

    @functools.cache  # noqa: B019 – a machine lives as long as the tests
    def moves(self, state):
        """Every different thing that one tap may do, each with texts that make it do so."""
        found = {}
        for element in self.tappable(state):
            branches = element["goes"] if isinstance(element.get("goes"), list) else []
            tests = collections.defaultdict(list)
            for test in itertools.chain.from_iterable(branch.get("fields", []) for branch in branches):
                tests[test["field"]].append(test)
            for texts in itertools.product(*map(candidates, tests.values())):
                typed = {name: text for name, text in zip(tests, texts) if text}
                tap, after = self.tapped(state, element, typed)
                found.setdefault(tap.step, (tap, after))
        return list(found.values())

    def way_to(self, credit):
        """A shortest way to an end with this credit, or None."""
        ways, waiting = {self.start: []}, collections.deque([self.start])
        while waiting:
            state = waiting.popleft()
            for tap, after in self.moves(state):
                if (ending := self.ending(after)) == credit:
                    return [*ways[state], tap]
                if ending is None and after not in ways:
                    ways[after] = [*ways[state], tap]
                    waiting.append(after)

    @functools.cache  # noqa: B019
    def lasting(self, state, taps):
        """So many taps that end nowhere, or None."""
        if taps == 0:
            return []
        for tap, after in self.moves(state):
            if self.ending(after) is None and (rest := self.lasting(after, taps - 1)) is not None:
                return [tap, *rest]

    def solution(self):
        return self.way_to(100)

    def failure(self):
        """To something forbidden; where nothing is, taps until there are no more."""
        return self.way_to(0) or self.lasting(self.start, self.limit)

    def detour(self):
        """A shortest way to the goal that earns least, or None where all earn everything."""
        least = min(goal["credit"] for goal in self.simulation["goals"])
        return self.way_to(least) if least < 100 else None

    def credit(self, way):
        """What these taps come to; 0 also where they lead to no end."""
        state = self.start
        for tap in way or []:
            element = next(one for one in self.tappable(state) if one["id"] == tap.element)
            state = self.tapped(state, element, tap.typed)[1]
        return self.ending(state) or 0
