"""Boxes as communes have them, for the ways between them and their province."""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / "Browser"), str(ROOT / "Tests" / "Independent")]

from box import BINARY, Box  # noqa: E402,F401
from client import Client  # noqa: E402
from world import DUNG, HOA  # noqa: E402,F401


def set_up(folder, commune):
    folder.mkdir(mode=0o700)
    (folder / "sathach.conf").write_text(f"office = UBND xã {commune}\ncommune = {commune}\ndevice = 1\n", encoding="utf-8")
    return Box(folder).start()


def command(box, *arguments, expect=0):
    seen = box.command(*arguments)
    assert seen.returncode == expect, (arguments, seen.returncode, seen.stderr, seen.stdout)
    return seen.stdout


def join(province, boxes, folder):
    """Keys of the boxes to the province, its own two to the boxes; fingerprints are read out as each program says them."""
    keys = province.home / "keys"
    province.fingerprint = province.run("key", "new", "--to", keys).strip().split("fingerprint ")[1]
    for place, box in enumerate(boxes):
        own = folder / f"keys-{place}.json"
        own.write_text(command(box, "keys", "export"))
        province.run("trust", own)
        command(box, "keys", "anchor", keys / "province.pub", "--fingerprint", province.fingerprint)
        told = box.command("bundle", "recipient", keys / "bundle.pub").stderr
        print_ = told.split("fingerprint is ")[1].split(";")[0]
        command(box, "bundle", "recipient", keys / "bundle.pub", "--fingerprint", print_)


def passes(box, person):
    assert Client(box).take_test(person).page.heading == "Đạt"


def slips(box):
    return json.loads(command(box, "slip", "list", "--json"))


def verdict(box, text, expect=0):
    return json.loads(command(box, "slip", "verify", "--json", text, expect=expect))["verdict"]
