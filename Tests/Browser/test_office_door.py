"""The encrypted door of the office's network: only if it is on, by the office's own authority, and the way there."""

import base64
import hashlib
import http.client
import re
import socket
import ssl
import subprocess
import threading
import time

import pytest

from bank import KIOSK
from box import Box
from http_checks import EVENTS

DEADLINE = 20


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class OfficeBox(Box):
    """A box with its office door on, at free ports."""

    def __init__(self, folder, kiosk=KIOSK, **settings):
        super().__init__(folder, kiosk)
        self.door, self.plain = free_port(), free_port()
        self.set_up(**settings)

    def set_up(self, **settings):
        values = {"office": "UBND xã Tân Trào", "commune": "02545", "office-door": "on", "office-port": self.door,
                  "office-address": "127.0.0.1", "office-redirect-port": self.plain, **settings}
        self.data.mkdir(mode=0o700, exist_ok=True)
        lines = [f"{name} = {value}\n" for name, value in values.items()]
        (self.data / "sathach.conf").write_text("".join(lines))

    @property
    def tls(self):
        return self.data / "tls"

    @property
    def office_url(self):
        return f"https://localhost:{self.door}"

    def trusting(self):
        return ssl.create_default_context(cafile=self.tls / "authority.pem")

    @property
    def pin(self):
        """What a Chromium is to be told that shall take this key in spite of its authority."""
        public = subprocess.run(
            ["openssl", "x509", "-in", self.tls / "server.pem", "-pubkey", "-noout"], capture_output=True, check=True)
        der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=public.stdout, capture_output=True)
        return base64.b64encode(hashlib.sha256(der.stdout).digest()).decode()

    def ask(self, path="/", context=None):
        connection = http.client.HTTPSConnection(
            "localhost", self.door, timeout=10, context=context or self.trusting())
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def refuses(self, port):
        with socket.socket() as wire:
            return wire.connect_ex(("127.0.0.1", port)) != 0


@pytest.fixture
def office(tmp_path):
    box = OfficeBox(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def shut(tmp_path):
    box = OfficeBox(tmp_path / "data", **{"office-door": "off"}).start()
    yield box
    box.end()


def openssl(*words):
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True, timeout=30)


# The door


def test_the_door_is_there_only_if_it_is_on(shut):
    assert shut.refuses(shut.door) and shut.refuses(shut.plain)
    assert not shut.tls.exists()
    shut.end()
    shut.set_up()
    shut.start()
    assert shut.ask("/health")[0] == 200


def test_the_start_tells_the_address_and_the_fingerprint_to_compare(office):
    office.process.terminate()
    address, told, code = office.process.stdout.read().decode().splitlines()
    assert code.startswith("no officer yet; one-time code for the first: ")
    assert re.fullmatch(rf"https://[\w.-]+:{office.door}/", address)
    body = re.search(r"-----BEGIN CERTIFICATE-----(.+?)-----END", (office.tls / "authority.pem").read_text(), re.S)[1]
    digits = hashlib.sha256(base64.b64decode(body)).hexdigest().upper()
    groups = " ".join(digits[start:start + 4] for start in range(0, 64, 4))
    assert told == f"authority SHA-256 {groups}"


def test_pages_come_to_whoever_trusts_the_authority_and_to_nobody_else(office):
    status, page = office.ask("/")
    assert status == 200 and "UBND xã Tân Trào" in page
    with pytest.raises(ssl.SSLCertVerificationError):
        office.ask("/", ssl.create_default_context())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("version, works", [
    (ssl.TLSVersion.TLSv1, False), (ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True),
    (ssl.TLSVersion.TLSv1_3, True)], ids=lambda value: getattr(value, "name", None))
def test_nothing_older_than_tls_1_2_is_spoken(office, version, works):
    context = office.trusting()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    if works:
        assert office.ask("/health", context)[0] == 200
    else:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            office.ask("/health", context)


def test_the_kiosk_door_is_as_it_was(office):
    connection = http.client.HTTPConnection("127.0.0.1", office.port, timeout=10)
    connection.request("GET", "/")
    answer = connection.getresponse()
    assert answer.status == 200 and "Location" not in answer.headers


def test_a_restart_keeps_authority_certificate_and_keys(office):
    before = {path.name: path.read_bytes() for path in office.tls.iterdir()}
    assert sorted(before) == ["authority-key.pem", "authority.pem", "server-key.pem", "server.pem"]
    office.restart()
    assert office.ask("/health")[0] == 200
    assert {path.name: path.read_bytes() for path in office.tls.iterdir()} == before


def test_a_silent_client_is_cut_off_and_disturbs_nobody(office):
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", office.door), timeout=DEADLINE + 10) as wire:
        wire.sendall(b"\x16\x03\x01")
        assert office.ask("/health")[0] == 200
        assert wire.recv(100) == b""
    assert time.monotonic() - start < DEADLINE + 5


@pytest.mark.parametrize("path", ["/audiences/nguoi-dan", "/audiences/nguoi-dan/notice", "/attempts/1/items/1"])
def test_no_test_is_taken_from_the_network_before_tablets_are_enrolled(office, path):
    assert office.ask(path)[0] == 403


def test_forty_tablets_at_once_are_served(office):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(office.ask("/")[0])) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 40


# The way there


@pytest.mark.parametrize("path", ["/", "/check?a=b"])
def test_a_plain_request_is_led_to_the_same_page_by_https(office, path):
    connection = http.client.HTTPConnection("localhost", office.plain, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (308, office.office_url + path)
    assert answer.headers["Cache-Control"] == "no-store" and answer.read() == b""


def test_a_plain_form_is_led_on_unread(office):
    before = office.rows(EVENTS)
    connection = http.client.HTTPConnection("localhost", office.plain, timeout=10)
    connection.request("POST", "/attempts", "consent=given", {"Content-Type": "application/x-www-form-urlencoded"})
    assert connection.getresponse().status == 308
    assert office.rows(EVENTS) == before


def test_a_host_that_is_none_leads_nowhere(office):
    connection = http.client.HTTPConnection("localhost", office.plain, timeout=10)
    connection.request("GET", "/", headers={"Host": "a b"})
    answer = connection.getresponse()
    assert answer.status == 400 and "Location" not in answer.headers


def test_a_real_browser_that_knows_the_authority_goes_from_plain_to_encrypted(playwright, office):
    """Chromium takes only this key in spite of its authority, which no store of this machine knows."""
    with_key = ["--no-sandbox", f"--ignore-certificate-errors-spki-list={office.pin}"]
    for arguments, knows in [(with_key, True), (["--no-sandbox"], False)]:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_page()
        if knows:
            page.goto(f"http://localhost:{office.plain}/")
            assert page.url == office.office_url + "/"
            assert page.get_by_role("link", name=re.compile("^Kiểm tra phiếu")).count() == 1
            assert page.evaluate("isSecureContext")
        else:
            with pytest.raises(Exception, match="ERR_CERT_AUTHORITY_INVALID"):
                page.goto(office.office_url + "/")
        browser.close()


# Trouble


def test_whatever_keeps_the_door_shut_the_kiosk_serves(tmp_path):
    box = OfficeBox(tmp_path / "data")
    with socket.create_server(("127.0.0.1", box.door)):
        box.start()
        assert box.await_page() < 10
    assert f"port {box.door} on 127.0.0.1 is in use" in box.log.read_text()
    box.end()


def test_a_taken_redirect_port_keeps_nothing_else_shut(tmp_path):
    box = OfficeBox(tmp_path / "data")
    with socket.create_server(("127.0.0.1", box.plain)):
        box.start()
        assert box.ask("/health")[0] == 200
    box.end()


def test_with_the_door_on_plain_pages_do_not_leave_the_machine(tmp_path):
    box = OfficeBox(tmp_path / "data")
    told = box.command("serve", "--listen", "0.0.0.0", "--port", "0", "--kiosk", KIOSK)
    assert told.returncode == 2 and "--listen 0.0.0.0 is beyond this machine" in told.stderr


def test_a_certificate_put_there_by_hand_is_shown(tmp_path):
    box = OfficeBox(tmp_path / "data")
    box.tls.mkdir(mode=0o700)
    made = openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-days", "30",
        "-keyout", box.tls / "server-key.pem", "-out", box.tls / "server.pem")
    assert made.returncode == 0, made.stderr
    (box.tls / "server-key.pem").chmod(0o600)
    box.start()
    assert box.ask("/health", ssl.create_default_context(cafile=box.tls / "server.pem"))[0] == 200
    assert sorted(path.name for path in box.tls.iterdir()) == ["server-key.pem", "server.pem"]
    box.end()


def let_end(tls):
    """A certificate of thirty days from January 2020."""
    words = ["faketime", "2020-01-15", "openssl", "req", "-x509", "-key", tls / "server-key.pem", "-subj", "/CN=x",
             "-days", "30", "-out", tls / "server.pem"]
    subprocess.run(words, check=True, capture_output=True)


@pytest.mark.parametrize("harm, told", [
    (lambda tls: (tls / "server-key.pem").chmod(0o644), "server-key.pem: others may read it (mode 644)"),
    (lambda tls: (tls / "authority.pem").write_text("x"), "authority.pem: expected a certificate in PEM form"),
    (lambda tls: (tls / "authority-key.pem").write_bytes((tls / "server-key.pem").read_bytes()),
     "authority-key.pem: not the key of "),
    (lambda tls: let_end(tls), "server.pem: ended on 2020-02-"),
], ids=["open", "damaged", "other key", "ended"])
def test_the_check_tells_certificates_that_cannot_be_used(office, harm, told):
    assert told not in office.command("check", KIOSK).stderr
    harm(office.tls)
    checked = office.command("check", KIOSK)
    assert checked.returncode == 1 and told in checked.stderr
