"""Disks as a power cut may leave them: what was synced is there; what was not is there or not, sector by sector."""

import bisect
import struct
from typing import NamedTuple

SECTOR = 512
HEAD = struct.Struct("<cBQI")
# What the database is made of. The index beside it (-shm) is in memory only and made anew.
KEPT = ("sathach.db", "sathach.db-wal")


class Note(NamedTuple):
    at: int  # where the note ends in the log: an answer seen at this size of the log came after it
    begun: int
    operation: str
    name: str
    offset: int
    payload: memoryview


def read_log(path):
    bytes_, notes, at = memoryview(path.read_bytes()), [], 0
    while at < len(bytes_):
        operation, name, offset, length = HEAD.unpack_from(bytes_, at)
        start, begun = at + HEAD.size, at
        at = start + name + length
        note = Note(at, begun, operation.decode(), bytes(bytes_[start:start + name]).decode(), offset,
                    bytes_[start + name:at])
        if note.name in KEPT:
            assert note.operation in "WTSU", f"{note.operation} of {note.name} is not understood"
            notes.append(note)
    return notes


def write(content, offset, payload):
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset:offset + len(payload)] = payload


def cut_or_grow(content, length):
    del content[length:]
    content.extend(bytes(length - len(content)))


class Disk:
    """Follows the log; holds what is surely on the disk, and what is under way to it."""

    def __init__(self, folder):
        self.sure = {name: bytearray((folder / name).read_bytes()) if (folder / name).exists() else bytearray()
                     for name in KEPT}
        self.pending = []

    def follow(self, note):
        if note.operation != "S":
            return self.pending.append(note)
        through = [other for other in self.pending if other.name == note.name and other.begun < note.offset]
        for other in through:
            self.apply(self.sure, other)
        done = set(map(id, through))
        self.pending = [other for other in self.pending if id(other) not in done]

    @staticmethod
    def apply(files, note):
        if note.operation == "W":
            write(files[note.name], note.offset, note.payload)
        else:
            # Removed, as the log is by whoever closes the database last, is cut to nothing: an offset of 0.
            cut_or_grow(files[note.name], note.offset)

    def after_a_cut(self, dice):
        """One of the legal images; how much of what was pending arrived differs from image to image."""
        files = {name: bytearray(content) for name, content in self.sure.items()}
        share = dice.choice([0, 0.1, 0.5, 0.9, 1])
        reordered = dice.random() < 0.5
        last = len(self.pending) if reordered else dice.randint(0, len(self.pending))
        for number, note in enumerate(self.pending):
            chance = share if reordered or number == last else float(number < last)
            if note.operation == "T":
                if dice.random() < chance:
                    self.apply(files, note)
                continue
            for begin, end in sectors(note.offset, len(note.payload)):
                if dice.random() < chance:
                    write(files[note.name], note.offset + begin, note.payload[begin:end])
        return files


def sectors(offset, length):
    """Pieces of a write that the disk takes whole or not at all."""
    begin = 0
    while begin < length:
        end = min(length, begin + SECTOR - (offset + begin) % SECTOR)
        yield begin, end
        begin = end


def cuts(notes, count, dice):
    """So many instants, in their order, from the first write on: numbers of notes that came before."""
    return sorted(dice.randrange(1, len(notes) + 1) for _ in range(count))


def acknowledged_before(positions, at):
    return bisect.bisect_right(positions, at)
