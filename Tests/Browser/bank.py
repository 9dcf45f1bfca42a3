"""The shipped items and those of the tests' own bank, found by what stands on the screen."""

import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
KIOSK = ROOT / "kiosk"
KINDS_BANK = pathlib.Path(__file__).resolve().parent / "kinds_bank"


def tidy(text):
    return " ".join(text.split())


def read_items(bank=KIOSK / "bank"):
    files = sorted((bank / "items").glob("*.json"))
    return [item for file in files for item in json.loads(file.read_text(encoding="utf-8"))["items"]]


def kinds_for_practice():
    """The items of the tests' own bank once more, as others that are for practice."""
    return [
        {**item, "id": item["id"] + "-thu", "use": "practice", "stem": "Làm thử. " + item["stem"]}
        for item in read_items(KINDS_BANK)]


ITEMS = {tidy(item["stem"]): item for item in [*read_items(), *read_items(KINDS_BANK), *kinds_for_practice()]}
BLUEPRINT = json.loads((KIOSK / "bank" / "blueprints" / "nguoi-dan.json").read_text(encoding="utf-8"))
COUNT = sum(sum(draw["items"].values()) for draw in BLUEPRINT["draws"])
WARM_UPS = BLUEPRINT["warmUps"]


def item(stem):
    return ITEMS[tidy(stem)]
