"""Every policy of the kiosk's browser is explained, and none is explained that is not there."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_the_page_about_the_screen_names_exactly_the_policies_that_are_set():
    policies = json.loads((ROOT / "kiosk" / "session" / "policies.json").read_text())
    page = (ROOT / "Sources" / "sathach" / "sathach.docc" / "KioskScreen.md").read_text()
    table = page.split("## The policies")[1].split("## What was tried")[0]
    named = re.findall(r"`([A-Z]\w+)`", "".join(line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")))
    assert sorted(named) == sorted(policies)
