"""Bundles written by other code than the program's, from the page of the format alone: whatever a test wants in them."""

import hashlib
import os
import zlib

import cbor2
import nacl.bindings
import nacl.public
import nacl.signing

MISSING = []
NOON = 1_793_854_800_000  # 2026-11-05 12:00 in Vietnam
MINUTE = 60_000


def encoded(value):
    return cbor2.dumps(value, canonical=True)


class Box:
    """One box, with the names its rows carry: `02215-1`."""

    def __init__(self, issuer, seed=None):
        self.issuer = issuer
        self.key = nacl.signing.SigningKey(hashlib.sha256((seed or issuer).encode()).digest())
        self.number = 0
        self.previous = b""

    @property
    def public(self):
        return bytes(self.key.verify_key)

    def trusted(self, **more):
        return {"public": self.public.hex(), "issuer": self.issuer, **more}

    def id(self, number, origin=None):
        return [origin or self.issuer, number]

    def bundle(self, province, records, *, number=None, previous=None, made_at=NOON // 1000, recipient=None, key=None,
               body=None, version=1, unpacked=None):
        """The next bundle, or one that says otherwise. Records may be functions of the content key."""
        self.number = number or self.number + 1
        content = os.urandom(32)
        framed = bytearray()
        for record in records:
            one = encoded(record(content) if callable(record) else record)
            framed += len(one).to_bytes(4, "big") + one
        packed = zlib.compress(framed) if body is None else body
        target = recipient or province.recipient
        sealed = nacl.public.SealedBox(nacl.public.PublicKey(target)).encrypt(content)
        head = [self.issuer, self.number, self.previous if previous is None else previous, 1, len(records), b"\1" * 32,
                made_at, 1, hashlib.sha256(target).digest()[:8], sealed, len(records),
                len(framed) if unpacked is None else unpacked, len(packed), hashlib.sha256(packed).digest()]
        message = self.signed(encoded(head), key or self.key)
        whole = b"SHSB" + bytes([version]) + len(message).to_bytes(4, "big") + message + packed
        self.previous = hashlib.sha256(whole).digest()
        return whole

    def signed(self, payload, key):
        protected = encoded({1: -8, 4: hashlib.sha256(self.public).digest()[:8]})
        signature = key.sign(encoded(["Signature1", protected, b"sathach bundle 1", payload])).signature
        return encoded([protected, {}, payload, signature])

    # Records

    def person(self, number, citizen, *, name="Lý Thị Sáu", sex="female", origin=None, birth="1959", withdrew=False):
        def record(content):
            nonce = os.urandom(24)
            sealed = nonce + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
                encoded([name, citizen, birth]), b"sathach bundle person 1" + encoded(self.id(number, origin)), nonce, content)
            return [1, self.id(number, origin), b"" if withdrew else sealed, sex, int(withdrew), NOON, NOON]
        return record

    def attempt(self, number, person, *, at=NOON, right=20, state="submitted", audience="nguoi-dan", age=67, help=0,
                origin=None, person_origin=None, erased_at=MISSING):
        score = [right * 100, 20, 12, int(right >= 12), [["1", right * 100, 20, 12]], [["1.1", right * 100, 20]]]
        is_done = state in ("submitted", "voided")
        return [2, self.id(number, origin), self.id(person, person_origin or origin), audience, "tested", state, 1, age, 1, 1,
                b"\7" * 32, at - MINUTE, at if is_done else MISSING, "candidate" if is_done else MISSING, 600,
                score if is_done else MISSING, help, int(help == 4), MISSING, [], erased_at]

    def responses(self, number, *, chosen="a", origin=None):
        return [3, self.id(number, origin), [[1, "m1-1", 1, chosen if chosen else MISSING, 100, 30, NOON]]]

    def slip(self, token, attempt):
        return [4, self.issuer, token.to_bytes(5, "big"), token, self.id(attempt), b"\5" * 100, NOON]

    def merge(self, merged, kept):
        return [9, self.id(merged), self.id(kept), NOON]

    def erasure(self, person):
        return [10, self.id(person), "asked", NOON]


class Stick:
    """A folder that bundles are carried in."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def put(self, box, whole, name=None):
        path = self.folder / (name or f"{box.issuer}-{box.number:06}.shb")
        path.write_bytes(whole)
        return path.name

    def clear(self):
        for path in self.folder.iterdir():
            path.unlink()
