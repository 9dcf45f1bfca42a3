"""The keys of the shipped items, found by what stands on the screen."""

import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
KIOSK = ROOT / "kiosk"


def tidy(text):
    return " ".join(text.split())


def read_items():
    files = sorted((KIOSK / "bank" / "items").glob("*.json"))
    return [item for file in files for item in json.loads(file.read_text(encoding="utf-8"))["items"]]


ITEMS = {tidy(item["stem"]): item for item in read_items()}
BLUEPRINT = json.loads((KIOSK / "bank" / "blueprints" / "nguoi-dan.json").read_text(encoding="utf-8"))
COUNT = sum(sum(draw["items"].values()) for draw in BLUEPRINT["draws"])
WARM_UPS = BLUEPRINT["warmUps"]


def item(stem):
    return ITEMS[tidy(stem)]


def right(stem):
    """The option that is the key: its id and text."""
    return next(option for option in item(stem)["options"] if option["id"] in item(stem)["key"])


def wrong(stem):
    return next(option for option in item(stem)["options"] if option["id"] not in item(stem)["key"])
