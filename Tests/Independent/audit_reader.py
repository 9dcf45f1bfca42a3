"""Reads an auditor's export and says what in it does not fit: written from AuditExport.md and EventLog.md alone.

    python audit_reader.py FOLDER
"""

import hashlib
import json
import pathlib
import sys
from dataclasses import dataclass, field

import sathach_formats as formats


@dataclass
class Export:
    entries: int = 0
    head: str = ""
    slips: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def read_export(folder):
    folder, seen = pathlib.Path(folder), Export()
    about = json.loads((folder / "audit.json").read_text())
    if about["format"] != "sathach audit export 1":
        seen.problems.append(f"another format: {about['format']}")
        return seen
    heads, issued = read_log(folder, seen)
    read_slips(folder, about, heads, issued, seen)
    for name, found in [("entries", seen.entries), ("slips", len(seen.slips))]:
        if about[name] != found:
            seen.problems.append(f"{about[name]} {name} were promised, {found} are there")
    return seen


def read_log(folder, seen):
    """The first 8 bytes of each entry's hash with its number, and what `slip-issued` entries hold."""
    before, heads, issued = bytes(32), {bytes(8).hex(): 0}, {}
    for line in (folder / "log.jsonl").read_text().splitlines():
        entry = json.loads(line)
        kind, note, digest = entry["kind"].encode(), entry["note"].encode(), bytes.fromhex(entry["digest"])
        message = b"".join([
            before, entry["id"].to_bytes(8, "big"), entry["at"].to_bytes(8, "big", signed=True),
            (entry["attempt"] or 0).to_bytes(8, "big"), bytes([len(kind)]), kind, bytes([len(digest)]), digest,
            len(note).to_bytes(2, "big"), note])
        seen.entries += 1
        if entry["id"] != seen.entries:
            seen.problems.append(f"entry {entry['id']} stands where {seen.entries} should")
        if hashlib.sha256(message).hexdigest() != entry["hash"]:
            seen.problems.append(f"entry {entry['id']} does not give its hash")
        before = bytes.fromhex(entry["hash"])
        heads[entry["hash"][:16]] = entry["id"]
        if entry["kind"] == "slip-issued":
            issued[entry["id"]] = entry["digest"]
    seen.head = before.hex()
    return heads, issued


def read_slips(folder, about, heads, issued, seen):
    keys = {"keys": about["keys"], "revoked": []}
    for line in (folder / "slips.jsonl").read_text().splitlines():
        slip = json.loads(line)
        seen.slips.append(slip["text"])
        verdict = formats.verdict(slip["text"], keys)
        if verdict["kind"] != "genuine" or verdict["claims"]["serial"] != slip["serial"]:
            seen.problems.append(f"slip {slip['serial']} is not what the key signed: {verdict}")
            continue
        entry = heads.get(verdict["claims"]["logHead"])
        if entry is None or issued.pop(entry + 1, None) != digest_of(slip["text"]):
            seen.problems.append(f"slip {slip['serial']} does not stand in the log where it says")
    for entry in issued:
        seen.problems.append(f"entry {entry} issues a slip that is not there")


def digest_of(text):
    return hashlib.sha256(formats.read_text(text)).hexdigest()


if __name__ == "__main__":
    found = read_export(sys.argv[1])
    print("\n".join(found.problems) or f"{found.entries} entries and {len(found.slips)} slips, whole; head {found.head}")
    sys.exit(1 if found.problems else 0)
