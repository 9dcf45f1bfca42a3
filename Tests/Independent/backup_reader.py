"""A second reader of backups and mirrors, written from the format's page alone: PyNaCl, zlib and the standard library."""

import hashlib
import hmac
import json
import struct
import zlib

from nacl import bindings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEAD = 146


def recovery_bytes(text):
    signs = [ALPHABET.index(sign) for sign in text.upper().replace("O", "0").replace("I", "1").replace("L", "1")
             if sign not in "- \n\t"]
    assert len(signs) == 40
    number = 0
    for place in range(0, 40, 5):
        assert check(signs[place:place + 4], place // 5) == signs[place + 4], f"group {place // 5 + 1}"
        for sign in signs[place:place + 4]:
            number = number << 5 | sign
    return number.to_bytes(20, "big")


def check(group, place):
    total, weight = place + 1, 2
    for sign in group:
        total ^= product(sign, weight)
        weight = product(weight, 2)
    return total


def product(one, other):
    result = 0
    for bit in range(5):
        if other >> bit & 1:
            result ^= one
        one <<= 1
        if one & 32:
            one ^= 0b100101
    return result


def office_pair(recovery):
    seed = hmac.new(b"sathach recovery key 1", recovery, hashlib.sha256).digest()
    return bindings.crypto_box_seed_keypair(seed)


def pieces(content, pair):
    """Every piece of a file, and whether the last of them was the last."""
    public, secret = pair
    assert content[:8] == b"SATHACHB" and content[8] == 1 and content[10:42] == public
    key = bindings.crypto_box_seal_open(content[42:122], public, secret)
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, content[122:146], key)
    found, place, is_last = [], HEAD, False
    while not is_last and place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        sealed = content[place + 4:place + 4 + length]
        piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, sealed, content[:42])
        is_last = tag == bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        found.append(piece)
        place += 4 + length
    return found, is_last, content[place:]


def archive(content, pair):
    """The files of a backup or a mirror's snapshot, by name; the manifest comes first."""
    found, is_last, rest = pieces(content, pair)
    assert is_last and rest == hashlib.sha256(content[:-32]).digest()
    plain = zlib.decompress(b"".join(found))
    files, place = {}, 0
    while plain[place]:
        name = plain[place + 1:place + 1 + plain[place]].decode()
        place += 1 + plain[place]
        (length,) = struct.unpack_from(">Q", plain, place)
        files[name] = plain[place + 8:place + 8 + length]
        place += 8 + length
    assert place == len(plain) - 1
    return files


def manifest(files):
    return json.loads(files["manifest.json"])


def changes(content, pair):
    """The series, then number, moment and changeset of each record."""
    found, is_last, _ = pieces(content, pair)
    records = [(*struct.unpack_from(">Qq", piece), piece[16:]) for piece in found[1:] if piece]
    return found[0].hex(), records, is_last
