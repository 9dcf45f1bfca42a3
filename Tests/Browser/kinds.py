"""A small kiosk with one item of each kind, tested and for practice."""

import json
import shutil

from answers import Answer, right
from bank import KINDS_BANK, KIOSK, item, kinds_for_practice, read_items

TESTED = {content["type"]: content for content in read_items(KINDS_BANK)}
PRACTICE = {content["type"]: content for content in kinds_for_practice()}
COUNT = len(TESTED)


def write_kiosk(folder, items=None):
    """The kiosk's folder: its own bank, the shipped look."""
    shutil.copytree(KIOSK / "web", folder / "web")
    shutil.copytree(KINDS_BANK, folder / "bank")
    whole = {"items": [*(items or TESTED.values()), *PRACTICE.values()]}
    (folder / "bank" / "items" / "kinds.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return folder


def half(kind):
    """Some of an answer, and what is kept of it: where there is a half, it is left undone."""
    return {
        "several": Answer({"pick-a": "yes"}, [], "a", 30),
        "truths": Answer({"judge-a": "true", "judge-b": "false"}, [], "a+ b-", 25),
        "order": Answer({}, [("m", {}), ("k", {})], "m k", 40),
        "match": Answer({"match-b": "y"}, [], "b:y", 30),
        "simulated": Answer({}, [("dong-ho", {}), ("lap", {})], "dong-ho lap", 0),
    }.get(kind) or right(TESTED[kind]["stem"])


# Of these a part can be left undone; the others are answered in one go.
LEFT_UNDONE = {"truths", "order", "match", "simulated"}


def kept(box, attempt):
    """What is kept of each tested item, by its kind: the response, its credit, and whether it is whole."""
    rows = box.rows(
        "SELECT i.kind, f.response, f.credit, f.isWhole FROM formItem f JOIN item i ON i.id = f.item "
        "WHERE f.attempt = ? AND f.part = 'scored'", attempt)
    return {kind: (response, credit, bool(is_whole)) for kind, response, credit, is_whole in rows}


def page_of(client, kind):
    pages = [client.get(f"/attempts/{client.attempt}/items/{number}").page for number in range(1, COUNT + 1)]
    return next(page for page in pages if item(page.heading)["type"] == kind)


def see(resident, kind):
    """Looks for the item of this kind."""
    for number in range(1, COUNT + 1):
        resident.go_to(f"/attempts/{resident.attempt}/items/{number}")
        if item(resident.stem)["type"] == kind:
            return resident
