#!/usr/bin/env python3
"""Holds a second implementation of the slip and key list formats against the published vectors.

    verify_slips.py                        every vector; exit 1 if one disagrees
    verify_slips.py --keys FILE TEXT       one QR text with the keys of `sathach keys export`; exit 1 unless genuine

Needs cbor2, pycose and cryptography from PyPI.
"""

import argparse
import json
import pathlib
import sys

import sathach_formats as formats

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "SlipTests" / "Vectors"
SEEDS = {"02215-1": 1, "02218-2": 2, "00000-demo": 3}


def without_reason(record):
    return {name: value for name, value in record.items() if name != "reason"}


def check_slips(vectors):
    for vector in vectors["vectors"]:
        found = formats.verdict(vector["text"], vectors["keyLists"][vector["keys"]])
        yield vector["name"], without_reason(found), without_reason(vector["verdict"])


def check_writing(vectors):
    """Genuine slips signed anew from their claims by this implementation must be the same digits."""
    publics = {key["issuer"]: key["public"] for key in vectors["keyLists"]["three boxes"]["keys"]}
    for vector in vectors["vectors"]:
        if vector["verdict"]["kind"] == "genuine":
            claims = vector["verdict"]["claims"]
            seed, public = bytes([SEEDS[claims["issuer"]]] * 32), bytes.fromhex(publics[claims["issuer"]])
            data = formats.sign(formats.write_claims(claims), seed, public)
            yield "written: " + vector["name"], formats.write_text(data), vector["text"].strip()


def check_spoken_codes(vectors):
    for vector in vectors["right"]:
        yield "code of " + vector["token"], formats.spoken_code(vector["token"]), vector["code"]
        yield "groups of " + vector["code"], formats.mistyped_groups(vector["code"]), []
    for vector in vectors["wrong"]:
        yield "groups of " + vector["code"], formats.mistyped_groups(vector["code"]), vector["mistypedGroups"]


def check_holders(vectors):
    for vector in vectors["vectors"]:
        found = formats.holder_bits(vector["token"], vector["number"])
        yield f"holder {vector['number']} of {vector['token']}", found, vector["bits"]


def check_key_lists(vectors):
    public = bytes.fromhex(vectors["anchor"]["public"])
    yield "fingerprint", formats.fingerprint(public), vectors["anchor"]["fingerprint"]
    yield "anchor's key id", formats.key_id(public).hex(), vectors["anchor"]["kid"]
    for vector in vectors["vectors"]:
        found = formats.open_key_list(vector["text"], public, vector.get("heldNumber"))
        yield vector["name"], without_reason(found), without_reason(vector["result"])


CHECKS = [
    ("slips.json", check_slips), ("slips.json", check_writing), ("spoken-codes.json", check_spoken_codes),
    ("holder-checks.json", check_holders), ("key-lists.json", check_key_lists),
]


def check_vectors():
    agreed = disagreed = 0
    for name, check in CHECKS:
        for title, found, expected in check(json.loads((VECTORS / name).read_text(encoding="utf-8"))):
            if found == expected:
                agreed += 1
            else:
                disagreed += 1
                print(f"{name}: {title}: found {found}, expected {expected}")
    print(f"{agreed} vectors agree, {disagreed} do not")
    return 1 if disagreed or not agreed else 0


def check_text(keys_file, text):
    keys = json.loads(pathlib.Path(keys_file).read_text(encoding="utf-8"))
    found = formats.verdict(text, {"keys": keys, "revoked": []})
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0 if found["kind"] == "genuine" else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", metavar="FILE", help="a JSON list of keys with kid and public in hex")
    parser.add_argument("text", nargs="?", help="a QR text")
    given = parser.parse_args()
    if (given.keys is None) != (given.text is None):
        parser.error("--keys and TEXT go together")
    return check_text(given.keys, given.text) if given.keys else check_vectors()


if __name__ == "__main__":
    sys.exit(main())
