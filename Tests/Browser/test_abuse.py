"""People who are no browsers, at each door of the running server: what they send is answered as it deserves, and the resident beside
them waits no longer for it."""

import contextlib
import itertools
import os
import re
import socket
import threading
import time

import pytest

from client import Client
from plain_browser import FORM
from raw_socket import answer, get, post, statuses
from test_office_door import OfficeBox

LONG = bool(os.environ.get("LONG"))
CONNECTIONS = 10_000 if LONG else 2_000
PAGES = 2_000 if LONG else 300
FORM_LINE = f"Content-Type: {FORM}"
NEXT = get("Host: h", "Connection: close", target="/health")


@pytest.fixture(scope="module")
def box(tmp_path_factory):
    box = OfficeBox(tmp_path_factory.mktemp("abuse") / "data").start()
    yield box
    Client(box).get("/health")
    box.end()


class Door:
    """Where somebody comes."""

    def __init__(self, box, name):
        self.name = name
        self.port = {"kiosk": box.port, "plain": box.plain, "office": box.door}[name]
        self.context = box.trusting() if name == "office" else None

    def leads_on(self, seen):
        """The plain door answers heads and hangs up: it reads no form and takes no second request."""
        return self.name == "plain" and seen == [308]

    def statuses(self, raw):
        return statuses(self.port, raw, self.context)

    def answer(self, raw):
        return answer(self.port, raw, self.context)


@pytest.fixture(scope="module", params=["kiosk", "plain", "office"])
def door(request, box):
    return Door(box, request.param)


# Two readers, two requests

LENGTHS = ["5", "0", "05", "+5", "-5", "5, 5", "0x5", "5 5", "", "5\x0b", "99999999999999999999999"]
CODINGS = ["chunked", "Chunked", "chunked ", "\tchunked", "xchunked", "identity", "chunked, identity", "gzip, chunked",
           "chunked;q=1", '"chunked"', "chunked\x0b", "", ","]


def lines(length, coding):
    return [f"Content-Length: {length}", f"Transfer-Encoding: {coding}"]


def expect_refused(door, raw):
    """One answer, which refuses; what stood behind is nobody's."""
    seen = door.statuses(raw)
    # libmicrohttpd writes the head of its own refusals twice.
    assert set(seen) <= {400, 413} and len(seen) in (0, 1, 2), (seen, raw)
    return seen


def test_of_a_length_and_a_coding_together_nothing_is_smuggled_whatever_the_two_are_in_either_order(door):
    answered = 0
    for length, coding in itertools.product(LENGTHS, CODINGS):
        # What is read behind the encryption is what is read without it: once each will do there.
        for order in (lines(length, coding), lines(length, coding)[::-1])[:1 if door.context else 2]:
            raw = post("0\r\n\r\n", *order, FORM_LINE) + NEXT
            answered += bool(expect_refused(door, raw))
    assert answered > 100


def test_of_two_lengths_or_two_codings_nothing_is_smuggled(door):
    for name, values in [("Content-Length", ["5", "0", "6", ""]), ("Transfer-Encoding", CODINGS[:6])]:
        for one, two in itertools.product(values, values):
            expect_refused(door, post("0\r\n\r\n", f"{name}: {one}", f"{name.lower()}: {two}", FORM_LINE) + NEXT)


@pytest.mark.parametrize("body", [
    "g\r\nabcd\r\n0\r\n\r\n", "-4\r\nabcd\r\n0\r\n\r\n", "0x4\r\nabcd\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nabcd\r\n0\r\n\r\n",
    "4\r\nabcde\r\n0\r\n\r\n", " 4\r\nabcd\r\n0\r\n\r\n", "\r\n4\r\nabcd\r\n0\r\n\r\n",
], ids=repr)
def test_pieces_that_do_not_add_up_are_refused_and_nothing_behind_them_is_answered(door, body):
    seen = door.statuses(post(body, "Transfer-Encoding: chunked", FORM_LINE) + NEXT)
    assert set(seen) <= {400, 413} or door.leads_on(seen)


@pytest.mark.parametrize("body", ["4;a=b\r\ngo=a\r\n0\r\n\r\n", "4\r\ngo=a\r\n0\r\nX: y\r\n\r\n", "04\r\ngo=a\r\n0\r\n\r\n"], ids=repr)
def test_pieces_with_notes_or_trailers_are_one_form_and_the_next_request_is_the_next(door, body):
    seen = door.statuses(post(body, "Transfer-Encoding: chunked", FORM_LINE) + NEXT)
    assert seen in ([403, 200], [400]) or door.leads_on(seen), seen


def test_requests_in_one_breath_are_answered_one_by_one_up_to_the_first_that_is_none(door):
    one = get("Host: h", target="/health")
    all_good, up_to_a_bad_one = door.statuses(one * 50 + NEXT), door.statuses(one * 3 + get() + NEXT)
    assert all_good == [200] * 51 or door.leads_on(all_good)
    assert up_to_a_bad_one[:3] == [200] * 3 and set(up_to_a_bad_one[3:]) == {400} or door.leads_on(up_to_a_bad_one)


# Heads

TRICKS = ["//", "/./", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../sathach.db", "/assets/%2e%2e%2fsathach.conf",
          "/assets/..%5csathach.conf", "/assets/sathach.css%00.png", "/attempts/07", "/attempts/7/", "/attempts/-1", "/attempts/7;a",
          "/attempts/99999999999999999999", "/ATTEMPTS/7", "/attempts/7%20", "/attempts/%37", "/attempts/\xef\xbc\x97", "/%ff%fe",
          "/desk%2f", "/.git/config", "/health/", "/health%0d%0aSet-Cookie:a=b", "/check#a", "/\\\\host\\share"]


@pytest.mark.parametrize("target", TRICKS, ids=lambda target: target[:30])
def test_no_address_leads_anywhere_but_to_pages(door, target):
    back = door.answer(get("Host: h", "Connection: close", target=target))
    status = int(re.match(rb"HTTP/1\.1 (\d{3})", back)[1])
    assert status in ((400, 414, 308) if door.name == "plain" else (400, 404, 414)), back[:200]
    assert b"root:" not in back and b"office =" not in back and b"SQLite" not in back
    # The page that says so has its own cookie and no other.
    assert b"a=b" not in re.sub(rb"Location: .*", b"", back)


@pytest.mark.parametrize("raw", ["GET\r\n\r\n", get("Host: h", target="/?" + "a=b&" * 500)], ids=lambda raw: raw[:10])
def test_no_first_line_and_one_of_more_fields_than_a_request_has_memory_for_are_cut_off(door, raw):
    assert door.answer(raw) == b""


@pytest.mark.parametrize("raw, expected", [
    (get("Host: h", *["X: y"] * 5000), {431}), (get("Host: h", "X: " + "a" * 1_000_000), {431}),
    (get("Host: h", target="/" + "a" * 1_000_000), {414}), (get("Host: h", "X: a\0"), {400}), (get("Host: h", "\xff: a"), {400}),
    (get("Host: h", target="/\xff"), {400}), ("GET / HTTP/1.1\nHost: h\n\n", {400}), (get("Host: h", target="*"), {400}),
    (get("Host: h", target="http://h/"), {400}), ("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", {400, 405}),
    ("CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", {400, 405}), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 405, 505}),
    ("get / HTTP/1.1\r\nHost: h\r\n\r\n", {405}), ("TRACE / HTTP/1.1\r\nHost: h\r\nCookie: a=b\r\n\r\n", {405}),
    ("GET / HTTP/1.1 \r\nHost: h\r\n\r\n", {400, 505}), ("GET / HTTP/3\r\nHost: h\r\n\r\n", {400, 505}), 
    ("a" * 100_000, {400, 414, 431}),
], ids=lambda value: repr(value)[:40] if isinstance(value, str) else "")
def test_a_head_that_is_none_is_refused(door, raw, expected):
    back = door.answer(raw)
    seen = [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3}) ", back)]
    # What is too large is cut off while it still comes, and the answer may be lost with it.
    assert set(seen) <= expected and (seen or len(raw) > 9_000), seen
    assert b"Cookie: a=b" not in back


def test_a_switch_to_another_protocol_is_not_taken_up(door):
    seen = door.answer(get("Host: h", "Upgrade: h2c, websocket", "Connection: Upgrade, close", "HTTP2-Settings: AAMAAABk"))
    assert re.match(rb"HTTP/1\.1 (200|308)", seen) and b"101 " not in seen[:20]


# Crowds, and slow ones


class Crowd:
    """Connections from an address of their own, which all do the same thing slowly, until it is over."""

    def __init__(self, port, begin=b"", drip=b"", address="127.0.0.66"):
        self.port, self.begin, self.drip, self.address = port, begin, drip, address
        self.wires, self.over = [], threading.Event()
        self.thread = threading.Thread(target=self.go_on, daemon=True)

    def come(self, count):
        for number in range(count):
            wire = socket.socket()
            wire.bind((f"127.0.{1 + number // 8000}.66", 0))
            wire.setblocking(False)
            with contextlib.suppress(OSError):
                wire.connect(("127.0.0.1", self.port))
            self.wires.append(wire)
        self.thread.start()
        return self

    def go_on(self):
        for wire in self.wires:
            with contextlib.suppress(OSError):
                wire.send(self.begin)
        while not self.over.wait(0.5):
            for wire in self.wires:
                with contextlib.suppress(OSError):
                    wire.send(self.drip)

    def leave(self):
        self.over.set()
        self.thread.join()
        for wire in self.wires:
            wire.close()


SLOW_HEAD, SLOW_BODY = b"GET /health HTTP/1.1\r\nHost: h\r\nX: ", post("", "Content-Length: 60000", FORM_LINE).encode()
CROWDS = {"silent": (b"", b""), "slow heads": (SLOW_HEAD, b"x"), "slow bodies": (SLOW_BODY, b"x"), "half a handshake": (b"\x16\x03\x01", b"")}


def milliseconds(box):
    """What a resident waits for pages, one after the other."""
    client, waits = Client(box), []
    for _ in range(PAGES):
        start = time.perf_counter()
        assert client.get("/audiences/nguoi-dan").status == 200
        waits.append((time.perf_counter() - start) * 1000)
    waits.sort()
    return waits[len(waits) // 2], waits[len(waits) * 99 // 100], waits[-1]


def memory(box):
    status = open(f"/proc/{box.process.pid}/status").read()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


@pytest.mark.parametrize("kind", CROWDS)
def test_whoever_crowds_the_offices_doors_keeps_no_resident_waiting(box, kind, capsys):
    quiet = milliseconds(box)
    crowds = [Crowd(port, *CROWDS[kind]).come(CONNECTIONS // 2) for port in (box.plain, box.door)]
    try:
        crowded = milliseconds(box)
        held = memory(box)
        # Somebody of the office comes from another address.
        assert box.ask("/health")[0] == 200
    finally:
        for crowd in crowds:
            crowd.leave()
    with capsys.disabled():
        print(f"\n{CONNECTIONS:,} connections, {kind}: page p50/p99/max alone {quiet[0]:.1f}/{quiet[1]:.1f}/{quiet[2]:.1f} ms, "
              f"beside them {crowded[0]:.1f}/{crowded[1]:.1f}/{crowded[2]:.1f} ms; {held:.0f} MiB")
    assert held < 200
