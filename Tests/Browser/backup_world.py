"""A stick, a recovery key, and boxes made anew from them."""

import json
import subprocess
import re
import shutil
import time

from box import Box, run


class Stick:
    def __init__(self, folder):
        self.path = folder
        folder.mkdir()

    def names(self, ending):
        return sorted(path.name for path in self.path.iterdir() if path.name.endswith(ending))


class Safe:
    """The office's safe: the key as it was printed once."""

    def __init__(self, box, folder):
        printed = box.command("recovery-key", "new").stdout
        self.key = "-".join(re.findall(r"\b[0-9A-Z]{5}\b", printed)[:8])
        self.file = folder / "key-from-the-safe"
        self.file.write_text(self.key + "\n")


def settle(box, **settings):
    """Lines of sathach.conf; the box must be started again."""
    lines = [f"{name.replace('_', '-')} = {value}" for name, value in settings.items()]
    (box.data / "sathach.conf").write_text("\n".join(["office = UBND xã Thử", "commune = 02215", *lines, ""]))


def restore(safe, *source, to, key=None, extra=()):
    return run("restore", *source, "--to", to, "--recovery-key", key or safe.file, "--json", *extra)


def told(seen):
    assert seen.returncode == 0, seen.stdout + seen.stderr
    return json.loads(seen.stdout)


def lose(box):
    """Fire, theft, a dead disk."""
    box.kill() if box.process else None
    shutil.rmtree(box.data)


def new_box(folder):
    return Box(folder)


def dump(box, but=("boot",)):
    """Every row of every table, as the file has them."""
    names = [name for (name,) in box.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: box.rows(f"SELECT * FROM {name} ORDER BY 1, 2") if len(box.rows(f"PRAGMA table_info({name})")) > 1
            else box.rows(f"SELECT * FROM {name} ORDER BY 1") for name in names if name not in but}


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)
    return found


def tells_nobody(path, person):
    """Nothing that `strings` finds, in whatever letters, is a name or number of somebody."""
    bytes_ = path.read_bytes()
    for letters in ("utf-8", "utf-16-le", "utf-16-be"):
        for word in (person.name, person.name.upper(), person.number):
            assert word.encode(letters) not in bytes_, f"{path.name} tells {word}"
    seen = subprocess.run(["strings", "-n", "6", path], capture_output=True, text=True, check=True).stdout
    assert person.number not in seen
