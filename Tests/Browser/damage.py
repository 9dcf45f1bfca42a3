"""A hundred ways in which the files of a box get damaged, from a seed: each named, each done to a copy of one template."""

import os
import random
import shutil
import struct

PAGE = 4096
NOBODY = 65534
FILES = ("sathach.db", "sathach.db-wal")


def overwrite(path, at, content):
    """Leaves the time of last change alone: disks rot without telling."""
    facts = path.stat()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def flip(path, at, bit):
    overwrite(path, at, bytes([path.read_bytes()[at] ^ (1 << bit)]))


def page_of(path, dice, kinds):
    """The place of a page of one of these kinds of b-tree."""
    content = path.read_bytes()
    pages = [at for at in range(PAGE, len(content), PAGE) if content[at] in kinds]
    return dice.choice(pages)


class Damage:
    """What is done to a data folder; `unclean` ones begin with the files of a killed server."""

    def __init__(self, name, do, unclean=False, user=None, kiosk=None, small=0):
        self.name, self.do, self.unclean, self.user, self.kiosk, self.small = name, do, unclean, user, kiosk, small


def database_damage(dice):
    yield from (Damage("page zeroed", lambda box: overwrite(
        box / "sathach.db", page_of(box / "sathach.db", dice, (2, 5, 10, 13)), bytes(PAGE))) for _ in range(8))
    yield from (Damage("bits flipped in a table", lambda box: bits(box, dice, (5, 13))) for _ in range(8))
    yield from (Damage("bits flipped in an index", lambda box: bits(box, dice, (2, 10))) for _ in range(8))
    yield from (Damage("cut off", lambda box: cut(box / "sathach.db", dice, 0.5)) for _ in range(5))
    yield from (Damage("head zeroed", lambda box: overwrite(box / "sathach.db", 0, bytes(n))) for n in (16, 100, PAGE))
    yield from (Damage("head flipped", lambda box: flip(box / "sathach.db", dice.choice((2, 16, 18, 44, 60, 68)), 3))
                for _ in range(4))
    yield from (Damage("garbage block", lambda box: overwrite(
        box / "sathach.db", PAGE * dice.randrange(40, 300), dice.randbytes(4 * PAGE))) for _ in range(4))
    yield from (Damage("half a sector lost", lambda box: overwrite(
        box / "sathach.db", 512 * dice.randrange(16, 4000), bytes(512))) for _ in range(4))


def bits(box, dice, kinds):
    at = page_of(box / "sathach.db", dice, kinds)
    for _ in range(3):
        flip(box / "sathach.db", at + dice.randrange(64), dice.randrange(8))


def cut(path, dice, least):
    size = path.stat().st_size
    os.truncate(path, int(size * (least + dice.random() * (1 - least))))


def log_damage(dice):
    def wal(box):
        return box / "sathach.db-wal"

    yield from (Damage("log: bit flipped", lambda box: flip(
        wal(box), dice.randrange(32, wal(box).stat().st_size), dice.randrange(8)), True) for _ in range(6))
    yield from (Damage("log: cut off", lambda box: cut(wal(box), dice, 0.2), True) for _ in range(4))
    yield Damage("log: gone", lambda box: wal(box).unlink(), True)
    yield Damage("log: head zeroed", lambda box: overwrite(wal(box), 0, bytes(32)), True)
    yield Damage("log: garbage", lambda box: wal(box).write_bytes(dice.randbytes(9000)), True)
    yield Damage("log: of another database", lambda box: wal(box).write_bytes(foreign_log(dice)), False)
    yield Damage("log: old one came back", lambda box: shutil.copy(box.parent / "old-wal", wal(box)), False)
    yield Damage("log index: garbage", lambda box: (box / "sathach.db-shm").write_bytes(dice.randbytes(32768)), True)
    yield Damage("log index: cut off", lambda box: (box / "sathach.db-shm").write_bytes(b"x"), True)
    yield Damage("log and page", lambda box: (
        overwrite(box / "sathach.db", PAGE * 70, bytes(PAGE)), cut(wal(box), dice, 0.8)), True)


def foreign_log(dice):
    return struct.pack(">8I", 0x377F0682, 3007000, PAGE, 0, 1, 2, 3, 4) + dice.randbytes(PAGE + 24)


def folder_damage(dice):
    for name in ("sathach.conf", "sathach.lock", "sathach.db-wal", "sathach.db-shm", "sathach.clean", "sathach.roots",
                 "sathach.reserve", "keys/data.key", "keys/slip.key", "keys/data.key.copy", "sathach.db"):
        yield Damage(f"folder in place of {name}", lambda box, name=name: in_place(box / name))


def in_place(path):
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "inside").write_text("x")


def key_damage(dice):
    for name in ("data.key", "slip.key"):
        yield Damage("key cut off", lambda box, name=name: os.truncate(box / "keys" / name, 12))
        yield Damage("key zeroed", lambda box, name=name: overwrite(box / "keys" / name, 0, bytes(32)))
        yield Damage("key gone", lambda box, name=name: (box / "keys" / name).unlink())
        yield Damage("key rotten", lambda box, name=name: flip(box / "keys" / name, 7, 2))
        yield Damage("key open to all", lambda box, name=name: (box / "keys" / name).chmod(0o644))
        yield Damage("key and copy gone", lambda box, name=name: [
            (box / "keys" / (name + end)).unlink() for end in ("", ".copy")])
    yield Damage("folder of keys open to all", lambda box: (box / "keys").chmod(0o755))


def settings_damage(dice):
    conf = "sathach.conf"
    yield Damage("settings: garbage", lambda box: (box / conf).write_bytes(dice.randbytes(300)))
    yield Damage("settings: empty", lambda box: (box / conf).write_bytes(b""))
    yield Damage("settings: cut off", lambda box: os.truncate(box / conf, 80))
    yield Damage("settings: unknown word", lambda box: (box / conf).write_text("ofice = x\n"))
    yield Damage("settings: gone", lambda box: (box / conf).unlink())
    yield Damage("settings and copy: garbage", lambda box: [
        (box / name).write_bytes(b"\xff\xfe") for name in (conf, conf + ".last")])


def other_damage(dice):
    yield Damage("drafts left behind", lambda box: [
        (box / name).write_text("half") for name in ("sathach.conf.new", "keys/data.key.new", "sathach.db.rebuilt")])
    yield Damage("power cut while put in place", lambda box: (box / "sathach.db").rename(box / "sathach.db.rebuilt"))
    yield Damage("database gone", lambda box: (box / "sathach.db").unlink())
    yield Damage("database all garbage", lambda box: (box / "sathach.db").write_bytes(dice.randbytes(200_000)))
    yield Damage("database of somebody else", lambda box: overwrite(box / "sathach.db", 68, b"abcd"))
    yield Damage("bank: a file damaged", lambda box: None, kiosk="items/ai.json")
    yield Damage("bank: framework gone", lambda box: None, kiosk="framework.json")


def rights_damage(dice):
    yield Damage("database of another user", lambda box: os.chown(box / "sathach.db", 0, 0), user=NOBODY)
    yield Damage("database unreadable", lambda box: (box / "sathach.db").chmod(0), user=NOBODY)
    yield Damage("folder not to be written", lambda box: box.chmod(0o555), user=NOBODY)
    yield Damage("key of another user", lambda box: os.chown(box / "keys" / "data.key", 0, 0), user=NOBODY)
    yield Damage("settings of another user", lambda box: os.chown(box / "sathach.conf", 0, 0), user=NOBODY)
    yield Damage("disk full", lambda box: fill(box), small=48 << 20)
    yield Damage("disk full, with a reserve", lambda box: fill(box, keeping=1 << 20), small=48 << 20)


def fill(box, keeping=0):
    room = os.statvfs(box)
    with (box / "filler").open("wb") as filler:
        filler.write(bytes(room.f_bavail * room.f_frsize - keeping))


def all_damage(seed):
    dice = random.Random(seed)
    for kind in (database_damage, log_damage, folder_damage, key_damage, settings_damage, other_damage, rights_damage):
        yield from kind(dice)
