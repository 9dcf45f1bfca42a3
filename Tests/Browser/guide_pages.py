"""Which page each picture of the guides shows, and what that page says: a picture whose page says something else is old."""

import hashlib
import html
import json
import re

from bank import KIOSK, ROOT

PICTURES = KIOSK / "guides" / "pictures"
RECORD = PICTURES / "pages.json"
SNAPSHOTS = ROOT / "Tests" / "WebTests" / "Snapshots"
PAGES = {
    "welcome": "welcome", "mode": "mode", "board": "board-calm", "call": "board-call", "settle": "desk-settle",
    "slips": "desk-slips-printer", "check": "desk-check", "printer": "desk-printer-out-of-paper", "office": "office",
    "decide": "attempt-to-decide", "reports": "reports", "confirmations": "confirmations", "targets": "targets",
    "rules": "rules-proposal", "open": "board-printer-open", "backups": "backups", "box": "box-well",
    "setup": "setup"}


def words(page):
    """What the main part of a page says, in short."""
    text = (SNAPSHOTS / f"{page}.html").read_text(encoding="utf-8")
    main = re.search(r"<main.*?</main>", text, re.DOTALL)[0]
    said = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def record():
    RECORD.write_text(json.dumps({name: words(page) for name, page in PAGES.items()}, indent=1) + "\n")


def recorded():
    return json.loads(RECORD.read_text())
