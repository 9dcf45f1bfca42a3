"""Reads and judges slips, spoken codes and key lists: a second implementation.

Written from Sources/Slip/Slip.docc/SlipFormat.md and KeyListFormat.md alone. CBOR comes from cbor2, COSE from pycose,
argon2id and SHA-256 from cryptography and hashlib.
"""

import base64
import hashlib
import re

import cbor2
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pycose.algorithms import EdDSA
from pycose.headers import KID, Algorithm
from pycose.keys import OKPKey
from pycose.keys.curves import Ed25519
from pycose.messages import Sign1Message

WIDTHS = [0, 3, 5, 8, 10, 13, 15, 17]
UINT32 = 2**32 - 1
UINT16 = 2**16 - 1
FACTS = "claims -65537"
LIST_HEADER = "sathach key list 1"
DAMM = [
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
]


class Malformed(Exception):
    """A rule of the format is broken; the text says which."""


class Answer(Exception):
    """Ends the reading with an answer other than malformed."""

    def __init__(self, kind, **facts):
        super().__init__(kind)
        self.record = {"kind": kind, **facts}


# CBOR


def strict_cbor(data):
    """Decodes one deterministically encoded item, or raises Malformed."""
    try:
        value = cbor2.loads(data)
        again = cbor2.dumps(value, canonical=True)
    except Exception as error:
        raise Malformed(f"CBOR: {error}") from error
    refuse_foreign_types(value, 1)
    if again != data:
        raise Malformed("CBOR: not in deterministic form")
    return value


def refuse_foreign_types(value, depth):
    if depth > 6:
        raise Malformed("CBOR: too deep")
    if type(value) is int:
        if not -(2**64) <= value < 2**64:
            raise Malformed("CBOR: big number")
    elif type(value) is list:
        for item in value:
            refuse_foreign_types(item, depth + 1)
    elif type(value) is dict:
        for key, item in value.items():
            refuse_foreign_types(key, depth + 1)
            refuse_foreign_types(item, depth + 1)
    elif type(value) not in (bytes, str):
        raise Malformed(f"CBOR: {type(value).__name__} does not exist here")


def whole(value, least, greatest, name):
    if type(value) is not int or not least <= value <= greatest:
        raise Malformed(f"{name}: {value!r}")
    return value


def fixed_bytes(value, length, name):
    if type(value) is not bytes or len(value) != length:
        raise Malformed(f"{name}: not {length} bytes")
    return value


# Container


def container(data, greatest):
    """The protected header's key id, and the message for pycose."""
    if len(data) > greatest:
        raise Malformed("too many bytes")
    parts = strict_cbor(data)
    if type(parts) is not list or [type(part) for part in parts] != [bytes, dict, bytes, bytes]:
        raise Malformed("not a COSE_Sign1")
    if parts[1]:
        raise Malformed("unprotected header")
    header = strict_cbor(parts[0])
    if type(header) is not dict or set(header) != {1, 4} or header[1] != -8:
        raise Malformed("protected header")
    fixed_bytes(header[4], 8, "key id")
    fixed_bytes(parts[3], 64, "signature")
    return header[4], parts


def verifies(data, public, context=b""):
    # pycose reads tagged messages only: 0xd2 is COSE's tag 18.
    message = Sign1Message.decode(b"\xd2" + data)
    message.external_aad = context
    message.key = OKPKey(crv=Ed25519, x=public)
    return message.verify_signature()


def sign(payload, seed, public, context=b""):
    message = Sign1Message(
        phdr={Algorithm: EdDSA, KID: key_id(public)}, payload=payload, external_aad=context)
    message.key = OKPKey(crv=Ed25519, x=public, d=seed)
    return message.encode(tag=False)


def key_id(public):
    return hashlib.sha256(public).digest()[:8]


# Slip


def read_text(text):
    """The bytes of a QR text."""
    digits = text.encode().strip(b" \t\r\n")
    if not digits or not (digits.startswith(b"84") or digits == b"8"):
        raise Answer("notASlip")
    if not re.fullmatch(rb"[0-9]+", digits):
        raise Malformed("not digits")
    if len(digits) < 3:
        raise Malformed("truncated")
    if digits[2:3] != b"1":
        raise Answer("otherVersion", version=int(digits[2:3]))
    if len(digits) > 392:
        raise Malformed("too long")
    return b"".join(read_group(digits[start:start + 17]) for start in range(3, len(digits), 17))


def read_group(digits):
    if len(digits) not in WIDTHS:
        raise Malformed("truncated")
    try:
        return int(digits).to_bytes(WIDTHS.index(len(digits)), "big")
    except OverflowError as error:
        raise Malformed("group too large") from error


def write_text(data):
    groups = [data[start:start + 7] for start in range(0, len(data), 7)]
    return "841" + "".join(str(int.from_bytes(group, "big")).zfill(WIDTHS[len(group)]) for group in groups)


def read_issuer(value):
    if type(value) is str and value == "00000-demo":
        return value
    if type(value) is not str or not re.fullmatch(r"[0-9]{5}-[1-9][0-9]{0,3}", value) or value[:5] == "00000":
        raise Malformed(f"issuer: {value!r}")
    return value


def read_token(value):
    number = int.from_bytes(fixed_bytes(value, 5, "token"), "big")
    return str(whole(number, 0, 10**12 - 1, "token")).zfill(12)


def read_claims(payload):
    claims = strict_cbor(payload)
    if type(claims) is not dict or set(claims) != {1, 6, 7, -65537}:
        raise Malformed("claims")
    facts = claims[-65537]
    if type(facts) is not list or len(facts) not in (13, 14):
        raise Malformed(FACTS)
    asked = whole(facts[6], 1, 255, "asked")
    read = {
        "issuer": read_issuer(claims[1]),
        "issuedAt": whole(claims[6], 0, UINT32, "iat"),
        "token": read_token(claims[7]),
        "serial": whole(facts[0], 1, UINT32, "serial"),
        "audience": whole(facts[1], 1, 255, "audience"),
        "frameworkVersion": whole(facts[2], 1, UINT16, "framework version"),
        "blueprintVersion": whole(facts[3], 1, UINT16, "blueprint version"),
        "bankHash": fixed_bytes(facts[4], 4, "bank hash").hex(),
        "right": whole(facts[5], 0, asked, "right"),
        "asked": asked,
        "outcome": whole(facts[7], 0, 1, "outcome"),
        "areaBits": whole(facts[8], 0, UINT16, "area bits"),
        "identity": whole(facts[9], 0, 2, "identity"),
        "help": whole(facts[10], 0, 2, "help"),
        "bootCounter": whole(facts[11], 0, UINT16, "boot counter"),
        "logHead": fixed_bytes(facts[12], 8, "log head").hex(),
    }
    if len(facts) == 14:
        read["holderCheck"] = whole(facts[13], 0, 4095, "holder check")
    return read


def write_claims(claims):
    facts = [
        claims["serial"], claims["audience"], claims["frameworkVersion"], claims["blueprintVersion"],
        bytes.fromhex(claims["bankHash"]), claims["right"], claims["asked"], claims["outcome"], claims["areaBits"],
        claims["identity"], claims["help"], claims["bootCounter"], bytes.fromhex(claims["logHead"]),
    ]
    if "holderCheck" in claims:
        facts.append(claims["holderCheck"])
    token = int(claims["token"]).to_bytes(5, "big")
    return cbor2.dumps({1: claims["issuer"], 6: claims["issuedAt"], 7: token, -65537: facts}, canonical=True)


def verdict(text, keys):
    """The verdict on a QR text; `keys` has `keys` and `revoked` as in slips.json.

    A key without an issuer may speak for anybody: for a check with a public key alone.
    """
    try:
        return judge(read_text(text), keys)
    except Answer as answer:
        return answer.record
    except Malformed as reason:
        return {"kind": "malformed", "reason": str(reason)}


def judge(data, keys):
    kid, parts = container(data, 160)
    candidates = [key for key in keys["keys"] if key["kid"] == kid.hex()]
    if not candidates:
        return {"kind": "unknownKey", "kid": kid.hex()}
    signers = [key for key in candidates if verifies(data, bytes.fromhex(key["public"]))]
    if not signers:
        return {"kind": "altered", "kid": kid.hex()}
    claims = read_claims(parts[2])
    entries = [key for key in signers if key.get("issuer", claims["issuer"]) == claims["issuer"]]
    if not entries:
        return {"kind": "issuerMismatch", "claimed": claims["issuer"], "owner": signers[0]["issuer"]}
    if {"issuer": claims["issuer"], "token": claims["token"]} in keys["revoked"]:
        return {"kind": "revoked", "claims": claims}
    withdrawn = [key["withdrawnFromSerial"] for key in entries if key.get("withdrawnFromSerial") is not None]
    if withdrawn and claims["serial"] >= min(withdrawn):
        return {"kind": "keyWithdrawn", "claims": claims, "fromSerial": min(withdrawn)}
    first = max(key.get("fromSerial", 1) for key in entries)
    if claims["serial"] < first:
        return {"kind": "keyNotYetInForce", "claims": claims, "fromSerial": first}
    return {"kind": "genuine", "claims": claims, "sample": claims["issuer"] == "00000-demo"}


# Spoken code and holder check


def damm(digits):
    state = 0
    for digit in digits:
        state = int(DAMM[state][int(digit)])
    return state


def spoken_code(token):
    groups = [token[start:start + 3] for start in range(0, 12, 3)]
    return " ".join(group + str(damm(group)) for group in groups)


def mistyped_groups(code):
    digits = re.sub(r"[ .-]", "", code)
    if not re.fullmatch(r"[0-9]{16}", digits):
        raise Malformed("spoken code")
    return [group + 1 for group in range(4) if damm(digits[group * 4:group * 4 + 4]) != 0]


def holder_bits(token, number):
    salt = hashlib.sha256(b"sathach holder" + int(token).to_bytes(5, "big")).digest()[:16]
    output = Argon2id(salt=salt, length=16, iterations=2, lanes=1, memory_cost=19456).derive(number.encode())
    return output[0] << 4 | output[1] >> 4


# Key list


def fingerprint(public):
    digest = hashlib.sha256(b"sathach anchor" + public).digest()
    groups = [int.from_bytes(digest[start:start + 5], "big") % 100_000 for start in range(0, 30, 5)]
    return " ".join(str(group).zfill(5) for group in groups)


def open_key_list(text, anchor, held):
    """What reading a key list file gives; `anchor` is the province's public key, `held` a number or None."""
    try:
        return read_key_list(text, anchor, held)
    except Answer as answer:
        return answer.record
    except Malformed as reason:
        return {"kind": "malformed", "reason": str(reason)}


def read_key_list(text, anchor, held):
    data = unarmoured(text)
    kid, parts = container(data, 1 << 20)
    if kid != key_id(anchor):
        raise Answer("otherAnchor", kid=kid.hex())
    if not verifies(data, anchor, LIST_HEADER.encode()):
        raise Answer("altered")
    content = strict_cbor(parts[2])
    if type(content) is not dict or set(content) != {1, 2, 3, 4}:
        raise Malformed("content")
    number = whole(content[1], 1, UINT32, "number")
    issued_at = whole(content[2], 0, UINT32, "date")
    listed = {"keys": read_keys(content[3]), "revoked": read_revoked(content[4])}
    if held is not None and number <= held:
        raise Answer("notNewer", number=number)
    return {"kind": "accepted", "number": number, "issuedAt": issued_at, "list": listed}


def unarmoured(text):
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    if first != LIST_HEADER:
        raise Answer("otherVersion" if re.fullmatch(r"sathach key list [0-9]+", first) else "notAKeyList")
    letters = text[len(first):].replace("\n", "").replace("\r", "")
    try:
        data = base64.b64decode(letters, validate=True)
    except ValueError as error:
        raise Malformed("base64") from error
    if base64.b64encode(data).decode() != letters:
        raise Malformed("base64: not in its one form")
    return data


def read_keys(items):
    if type(items) is not list or any(type(item) is not list or len(item) not in (3, 4) for item in items):
        raise Malformed("keys")
    publics = [fixed_bytes(item[1], 32, "public key") for item in items]
    if any(one >= following for one, following in zip(publics, publics[1:])):
        raise Malformed("keys out of order")
    return [read_key(item) for item in items]


def read_key(item):
    key = {
        "issuer": read_listed_issuer(item[0]),
        "public": item[1].hex(),
        "kid": key_id(item[1]).hex(),
        "fromSerial": whole(item[2], 1, UINT32, "from serial"),
    }
    if len(item) == 4:
        key["withdrawnFromSerial"] = whole(item[3], 1, UINT32, "withdrawn from serial")
    return key


def read_revoked(items):
    if type(items) is not list or any(type(item) is not list or len(item) != 2 for item in items):
        raise Malformed("revoked")
    encoded = [cbor2.dumps(item) for item in items]
    if any(one >= following for one, following in zip(encoded, encoded[1:])):
        raise Malformed("revoked slips out of order")
    return [{"issuer": read_listed_issuer(item[0]), "token": read_token(item[1])} for item in items]


def read_listed_issuer(value):
    if read_issuer(value) == "00000-demo":
        raise Malformed("sample issuer in a list")
    return value
