"""`sathach-send` against a province played by the standard library's TLS server."""

import http.server
import pathlib
import shutil
import ssl
import subprocess
import sys
import threading

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Independent"))

from box import BINARY  # noqa: E402

SENDER = BINARY.parent / "sathach-send"


def certificate(folder, name="province"):
    """A certificate for 127.0.0.1 that is its own authority."""
    key, file = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
         f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file],
        check=True, capture_output=True, timeout=30)
    return key, file


class Province:
    def __init__(self, folder):
        self.taken, self.asked, self.status = [], [], {}
        self.key, self.authority = certificate(folder)
        world = self

        class Answers(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                world.taken.append(body)
                self.answer(world.status.get(body, 200), b"vi sao\n")

            def do_GET(self):
                world.asked.append((self.path, self.headers.get("Authorization")))
                found = {"/lists": b"sathach key list 1\nAAAA\n", "/answers/02215-1": b"SHSA\x01"}.get(self.path)
                self.answer(200 if found else 404, found or b"")

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.authority, self.key)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def province(tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    province = Province(tmp_path)
    yield province
    province.server.shutdown()


@pytest.fixture
def spool(tmp_path):
    folder = tmp_path / "spool"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"02215-1-{number:06}.shb").write_bytes(f"bundle {number}".encode())
    (folder / "notes.txt").write_text("stays")
    (folder / "02215-1.request").write_text("Sathach 84a1\n")
    return folder


def send(province, spool, authority=None):
    return subprocess.run(
        [SENDER, "--to", province.address, "--authority", authority or province.authority, "--folder", spool],
        capture_output=True, text=True, timeout=60)


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_bundles_go_in_their_order_and_lists_and_answers_come(province, spool):
    seen = send(province, spool)
    assert seen.returncode == 0, seen.stderr
    assert province.taken == [b"bundle 1", b"bundle 2", b"bundle 3"]
    assert names(spool) == ["02215-1.request", "notes.txt"] and len(names(spool / "sent")) == 3
    assert province.asked == [("/lists", None), ("/answers/02215-1", "Sathach 84a1")]
    assert (spool / "in" / "02215-1.answers").read_bytes() == b"SHSA\x01"
    assert (spool / "in" / "key-list.txt").read_text().startswith("sathach key list 1")


def test_a_gap_stops_what_is_after_it_and_a_refusal_does_not(province, spool):
    province.status = {b"bundle 1": 422, b"bundle 2": 409}
    seen = send(province, spool)
    assert seen.returncode == 1 and "refused (422): vi sao" in seen.stderr and "misses one before" in seen.stderr
    assert province.taken == [b"bundle 1", b"bundle 2"]
    assert names(spool / "refused") == ["02215-1-000001.shb"] and "02215-1-000002.shb" in names(spool)


def test_a_province_in_trouble_gets_everything_later(province, spool):
    province.status = {b"bundle 2": 503}
    seen = send(province, spool)
    assert seen.returncode == 3 and "sent again later" in seen.stderr
    assert names(spool / "sent") == ["02215-1-000001.shb"] and len(names(spool)) == 4


def test_another_authority_is_sent_nothing(province, spool, tmp_path):
    other = certificate(tmp_path, "other")[1]
    seen = send(province, spool, other)
    assert seen.returncode == 3 and "encrypted connection fails" in seen.stderr and province.taken == []
    assert send(province, spool, tmp_path / "none.pem").returncode == 3
    assert subprocess.run([SENDER, "--to", "x"], capture_output=True, timeout=10).returncode == 2
