"""The program that takes files from outside apart, driven as the server drives it."""

import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
READER = ROOT / ".build/release/sathach-import"


def read(path, purpose="table"):
    """(exit status, the lines it said) for a file on the disk."""
    with open(path, "rb") as file:
        done = subprocess.run([READER, purpose], stdin=file, capture_output=True, timeout=60, env={})
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def rows(path):
    status, lines = read(path)
    assert status == 0, lines
    assert lines[-1] == {"end": {"count": len([line for line in lines if "row" in line])}}
    return [(line["row"]["line"], line["row"]["cells"]) for line in lines if "row" in line]


def refusal(path, purpose="table"):
    """What the reader says of a file it refuses."""
    status, lines = read(path, purpose)
    assert status == 1, (status, lines[-3:])
    return lines[-1]["finding"]
