"""The shipped unit under systemd itself, on a copy of this machine in memory, in a network that leads nowhere."""

import contextlib
import ctypes
import os
import pathlib
import re
import signal
import subprocess
import time

from bank import KIOSK, ROOT
from box import ADDRESS_SECONDS, BINARY, Box
from privileges import may_mount

BOOT = ROOT / "Tests" / "Browser" / "unit" / "boot"
UNIT = ROOT / "kiosk" / "systemd" / "sathach.service"
NEW_NETWORK = 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)


def why_not():
    """What keeps this machine from starting a systemd of its own, if anything does."""
    if not may_mount():
        return "NOT TESTED: needs root, and leave to mount"
    if " cgroup2 " not in pathlib.Path("/proc/mounts").read_text():
        return "no cgroups of version 2"
    return None


@contextlib.contextmanager
def network_of(process):
    """What this thread opens meanwhile, it opens there."""
    here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/proc/{process}/ns/net", os.O_RDONLY)
    try:
        assert LIBC.setns(there, NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())
        yield
    finally:
        assert LIBC.setns(here, NEW_NETWORK) == 0
        os.close(here)
        os.close(there)


class UnitBox(Box):
    """A box whose data was made elsewhere and which systemd serves."""

    def __init__(self, folder, made):
        super().__init__(folder)
        self.folder, self.made = pathlib.Path(folder), made
        self.port = 8080

    def start(self, port=8080):
        self.folder.mkdir()
        self.process = subprocess.Popen(
            [BOOT, self.folder, BINARY.parent, KIOSK, self.made.data], start_new_session=True,
            stdout=(self.folder.with_name("boot.log")).open("wb"), stderr=subprocess.STDOUT)
        self.await_unit()
        self.data = self.root / "var/lib/sathach"
        return self

    def await_unit(self):
        deadline = time.monotonic() + ADDRESS_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(AssertionError, OSError, IndexError):
                with network_of(self.systemd):
                    self.await_open()
                return
            time.sleep(0.1)
        raise AssertionError(self.folder.with_name("boot.log").read_text() + self.said())

    @property
    def systemd(self):
        """Its process, which is the first one in there; before that, whatever prepares it."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        name = pathlib.Path(f"/proc/{children[0]}/comm").read_text().strip()
        assert name == "systemd", name
        return int(children[0])

    @property
    def root(self):
        return pathlib.Path(f"/proc/{self.systemd}/root")

    @property
    def cgroup(self):
        return pathlib.Path((self.folder / "cgroup").read_text().strip())

    @property
    def server(self):
        """The service's own process, as this machine counts them."""
        return int((self.cgroup / "system.slice/sathach.service/cgroup.procs").read_text().split()[0])

    def said(self):
        return "".join(path.read_text() for path in [self.root / "var/log/sathach.log"] if path.exists())

    def refusals(self):
        """What it said of calls that were not permitted."""
        return [line for line in self.said().splitlines() if "permitted" in line or "denied" in line.lower()]

    def inside(self, *words):
        """A command of somebody at the machine."""
        return subprocess.run(
            ["nsenter", f"--target={self.systemd}", "--all", "--root", "--wdns=/", *words],
            capture_output=True, text=True, timeout=ADDRESS_SECONDS)

    def status(self):
        lines = pathlib.Path(f"/proc/{self.server}/status").read_text()
        return dict(re.findall(r"^(\w+):\s*(.*)$", lines, re.M))

    def end(self, with_signal=signal.SIGKILL):
        if not self.process:
            return
        # Whatever ends first takes everything in there with it.
        cgroup = self.cgroup_file()
        os.killpg(self.process.pid, with_signal)
        self.process.wait(10)
        self.process = None
        if cgroup:
            self.sweep(cgroup)

    def cgroup_file(self):
        with contextlib.suppress(OSError):
            return self.cgroup

    def sweep(self, cgroup):
        """Groups can go once nobody is left in them."""
        deadline = time.monotonic() + 10
        while cgroup.exists() and time.monotonic() < deadline:
            for place, _, _ in os.walk(cgroup, topdown=False):
                with contextlib.suppress(OSError):
                    os.rmdir(place)
            time.sleep(0.05)
