"""A second reader of bundles, and a second writer of answers, from the pages of the formats alone: cbor2, PyNaCl, zlib."""

import hashlib
import struct
import zlib

import cbor2
from nacl import bindings, exceptions, signing

CONTEXT = b"sathach bundle 1"
PERSON, ATTEMPT, ANSWERS, SLIP, REVOCATION, CONFIRMATION, RULES, BANK, MERGE, ERASURE, CERTIFICATE = range(1, 12)
HEAD = ["issuer", "number", "previous", "first", "last", "eventHash", "madeAt", "clockTrusted", "recipient", "sealedKey",
        "records", "unpacked", "packed", "digest"]


class Refused(Exception):
    pass


def expect(holds, why):
    if not holds:
        raise Refused(why)


def deterministic(data):
    value = cbor2.loads(data)
    expect(cbor2.dumps(value, canonical=True) == data, "not in the one form")
    return value


class Bundle:
    """Taken apart and verified with the box's public key."""

    def __init__(self, data, box_key):
        expect(data[:4] == b"SHSB" and data[4] == 1, "not a bundle of version 1")
        length, = struct.unpack(">I", data[5:9])
        expect(0 < length <= 4096, "length of the head")
        message, self.packed = data[9:9 + length], data[9 + length:]
        protected, unprotected, payload, signature = deterministic(message)
        header = deterministic(protected)
        expect(header == {1: -8, 4: hashlib.sha256(box_key).digest()[:8]} and unprotected == {}, "headers")
        signed = cbor2.dumps(["Signature1", protected, CONTEXT, payload], canonical=True)
        try:
            signing.VerifyKey(box_key).verify(signed, signature)
        except exceptions.BadSignatureError as error:
            raise Refused("signature") from error
        self.head = dict(zip(HEAD, deterministic(payload), strict=True))
        expect(len(self.packed) == self.head["packed"], "length of the body")
        expect(hashlib.sha256(self.packed).digest() == self.head["digest"], "digest of the body")
        self.digest = hashlib.sha256(data).digest()
        self.records = self.unpack()

    def unpack(self):
        stream = zlib.decompressobj()
        body = stream.decompress(self.packed, self.head["unpacked"] + 1)
        expect(stream.eof and not stream.unused_data and len(body) == self.head["unpacked"], "unpacked length")
        records, place = [], 0
        while place < len(body):
            length, = struct.unpack(">I", body[place:place + 4])
            expect(0 < length <= 65_536, "length of a record")
            records.append(deterministic(body[place + 4:place + 4 + length]))
            place += 4 + length
        expect(len(records) == self.head["records"], "number of records")
        return records

    def of(self, kind):
        return [record[1:] for record in self.records if record[0] == kind]

    def content_key(self, pair):
        public, secret = pair
        expect(hashlib.sha256(public).digest()[:8] == self.head["recipient"], "another recipient")
        return bindings.crypto_box_seal_open(self.head["sealedKey"], public, secret)

    def people(self, pair):
        """Name, number and birth by id."""
        key = self.content_key(pair)
        found = {}
        for identity, sealed, *_ in self.of(PERSON):
            if sealed:
                associated = b"sathach bundle person 1" + cbor2.dumps(identity, canonical=True)
                opened = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], associated, sealed[:24], key)
                found[tuple(identity)] = deterministic(opened)
        return found


def pair(seed):
    """The province's keys."""
    return bindings.crypto_box_seed_keypair(seed)


def fingerprint(public):
    digest = hashlib.sha256(b"sathach recipient" + public).digest()
    return " ".join(f"{int.from_bytes(digest[place:place + 5], 'big') % 100_000:05d}" for place in range(0, 30, 5))


def answers(seed, public, issuer, number, made_at, lines):
    """A signed file of answers; lines are issuer, token (5 bytes), state, reason and milliseconds."""
    payload = cbor2.dumps([issuer, made_at, number, lines], canonical=True)
    protected = cbor2.dumps({1: -8, 4: hashlib.sha256(public).digest()[:8]}, canonical=True)
    signed = cbor2.dumps(["Signature1", protected, b"sathach answers 1", payload], canonical=True)
    signature = signing.SigningKey(seed).sign(signed).signature
    return b"SHSA\x01" + cbor2.dumps([protected, {}, payload, signature], canonical=True)
