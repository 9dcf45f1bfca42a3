"""The codes of authenticator apps, held against Python's hmac: `totp-vectors.txt` is what Python gives, and the product's
own tests read the same file.

    test_totp.py --write    writes the file anew
"""

import base64
import hashlib
import hmac
import pathlib
import random
import sys

VECTORS = pathlib.Path(__file__).resolve().parent / "totp-vectors.txt"


def code(key, step, digits):
    """RFC 4226, section 5.3, over HMAC-SHA-1 of the step."""
    mac = hmac.new(key, (step % 2**64).to_bytes(8, "big"), hashlib.sha1).digest()
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def made():
    """Keys of every length that HMAC treats in its own way (up to, at and above the block of 64 bytes)."""
    chance = random.Random(6238)
    for length in [1, 2, 3, 4, 5, 10, 16, 19, 20, 21, 32, 55, 56, 63, 64, 65, 66, 100, 128]:
        for step in [0, 1, 59_840_880, chance.randrange(2**32), chance.randrange(2**62)]:
            key = chance.randbytes(length)
            secret = base64.b32encode(key).decode().rstrip("=")
            yield f"{secret} {step} {code(key, step, 6)}"


def test_vectors_are_what_python_gives():
    assert VECTORS.read_text().splitlines() == list(made())


def test_python_gives_the_codes_of_rfc_6238():
    key = b"12345678901234567890"
    told = {59: "94287082", 1111111109: "07081804", 1111111111: "14050471", 1234567890: "89005924",
            2000000000: "69279037", 20000000000: "65353130"}
    assert {time: code(key, time // 30, 8) for time in told} == told


if __name__ == "__main__" and "--write" in sys.argv:
    VECTORS.write_text("".join(line + "\n" for line in made()))
