"""The two programs, each as a process on a port of 127.0.0.1 with a folder of its own."""

import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import time

from candidates import BenchError

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def ask(door, path="/", cookie="", close=True):
    """One answer as it came over the wire, head and body, on an open socket."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Encoding: gzip, deflate, br"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    lines += ["Connection: close"] if close else []
    door.sendall("\r\n".join([*lines, "", ""]).encode())
    answer = b""
    while True:
        piece = door.recv(65536)
        answer += piece
        head, _, body = answer.partition(b"\r\n\r\n")
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
        if not piece or (length and len(body) >= int(length[1])):
            return answer


class Program:
    """A server that can be started, looked at and stopped, again and again, on one data folder."""

    def __init__(self, folder):
        self.folder = folder
        self.process = None
        self.port = 0

    def words(self):
        raise NotImplementedError

    def start(self):
        """Milliseconds from the call to the first page."""
        self.port = free_port()
        words = [str(word) for word in self.words()]
        log = open(self.folder.with_suffix(".log"), "ab")
        start = time.perf_counter()
        self.process = subprocess.Popen(words, stdout=log, stderr=log)
        log.close()
        while time.perf_counter() - start < 20:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=10) as door:
                    if b" 200 " in ask(door).split(b"\r\n")[0]:
                        return (time.perf_counter() - start) * 1000
            except ConnectionError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.0002)
        raise BenchError(f"{words[0]} gives no page; see {self.folder.with_suffix('.log')}")

    def stop(self):
        if self.process:
            process, self.process = self.process, None
            process.send_signal(signal.SIGTERM)
            if process.wait(20) != 0:
                raise BenchError(f"{self.words()[0]} ended with {process.returncode}")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        if self.process:
            process, self.process = self.process, None
            process.terminate()
            process.wait(20)

    def memory(self):
        """Resident and proportional memory in MiB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        found = dict(re.findall(r"^(Rss|Pss): +(\d+) kB", text, re.MULTILINE))
        return {name: int(kilobytes) / 1024 for name, kilobytes in found.items()}

    def peak_memory(self):
        """The most it ever held resident, in KiB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmHWM:\s+(\d+)", text, re.MULTILINE)[1])

    def processor_seconds(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        user, system = text.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS

    def recorded(self):
        """Answers in the event log; ask while the program is stopped."""
        with sqlite3.connect(f"file:{self.folder}/sathach.db?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM event WHERE kind = 'response-recorded'").fetchone()[0]

    def fill_from(self, prepared):
        """Starts over with a copy of a folder that nobody has open."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(prepared, self.folder)


class Kiosk(Program):
    """The product."""

    name = "ours"
    binary = pathlib.Path(os.environ.get("SATHACH") or ROOT / ".build/release/sathach").resolve()
    # Further options of `serve`.
    more = ()

    def words(self):
        return [self.binary, "serve", "--data", self.folder, "--port", self.port, "--kiosk", ROOT / "kiosk", *self.more]


class Yardstick(Program):
    """The C program, with one page of the product's to serve."""

    name = "yardstick"

    def __init__(self, folder):
        super().__init__(folder)
        self.binary = folder.parent / "yardstick"
        self.page = folder.parent / "page.html"
        self.headers = folder.parent / "page.headers"

    def build(self):
        sources = sorted(HERE.glob("*.c"))
        flags = ["-O2", "-Wall", "-Wextra", "-Werror"]
        libraries = ["-lmicrohttpd", "-lsqlite3", "-lpthread"]
        subprocess.run(["gcc", *flags, "-o", self.binary, *sources, *libraries], check=True)

    def serve(self, question):
        """Sets the page it serves from now on; libmicrohttpd itself adds the headers left out."""
        own = {"date", "content-length", "connection"}
        self.page.write_bytes(question.page)
        self.headers.write_text("".join(f"{name}: {value}\n" for name, value in question.headers
                                        if name.lower() not in own))

    def statements(self):
        return subprocess.run([self.binary, "--statements"], check=True, capture_output=True, text=True).stdout

    def words(self):
        return [self.binary, self.folder / "sathach.db", self.page, self.headers, self.port]
