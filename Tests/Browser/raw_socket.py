"""Bytes over the wire as they stand, for requests no library would send."""

import contextlib
import re
import socket
import ssl


def statuses(port, raw, context=None):
    """Sends the bytes and an end, and gives the status of every answer that comes back before the server hangs up."""
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3}) ", answer(port, raw, context))]


def answer(port, raw, context=None):
    """All that comes back; encrypted where there is a context for it."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
        if context is None:
            return b"".join(exchange(wire, raw.encode("latin-1")))
        with context.wrap_socket(wire, server_hostname="localhost") as encrypted:
            return b"".join(exchange(encrypted, raw.encode("latin-1"), ends=False))


def exchange(wire, raw, ends=True):
    # A server that refuses early may hang up while bytes are still on their way; an encrypted wire tells it as an end without a farewell.
    with contextlib.suppress(ConnectionError, ssl.SSLEOFError):
        wire.sendall(raw)
    # An end of what is sent would end an encrypted connection both ways.
    with contextlib.suppress(OSError):
        ends and wire.shutdown(socket.SHUT_WR)
    with contextlib.suppress(OSError):
        while piece := wire.recv(65536):
            yield piece


def get(*lines, target="/", version="HTTP/1.1"):
    return "\r\n".join([f"GET {target} {version}", *lines, "", ""])


def post(body, *lines, target="/attempts"):
    return "\r\n".join([f"POST {target} HTTP/1.1", "Host: kiosk", *lines, "", body])
