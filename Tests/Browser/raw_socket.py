"""Bytes over the wire as they stand, for requests no library would send."""

import contextlib
import re
import socket


def statuses(port, raw):
    """Sends the bytes and an end, and gives the status of every answer that comes back before the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
        received = b"".join(exchange(wire, raw.encode("latin-1")))
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3}) ", received)]


def exchange(wire, raw):
    # A server that refuses early may hang up while bytes are still on their way.
    with contextlib.suppress(ConnectionError):
        wire.sendall(raw)
    with contextlib.suppress(OSError):
        wire.shutdown(socket.SHUT_WR)
    with contextlib.suppress(ConnectionError):
        while piece := wire.recv(65536):
            yield piece


def get(*lines, target="/", version="HTTP/1.1"):
    return "\r\n".join([f"GET {target} {version}", *lines, "", ""])


def post(body, *lines, target="/attempts"):
    return "\r\n".join([f"POST {target} HTTP/1.1", "Host: kiosk", *lines, "", body])
