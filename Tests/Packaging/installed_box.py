"""The installed server, run as its unit says: no systemd runs in a clean root, so the unit's lines are read here."""

import os
import re
import signal
import socket
import subprocess
import time

from box import Box
from clean_root import run

UNIT = "/usr/lib/systemd/system/sathach.service"


class InstalledBox(Box):
    def __init__(self, root):
        self.root = root
        self.process, self.port = None, 0
        self.log = root.path.with_name("server.log")
        unit = root.file(UNIT).read_text()
        self.words = re.search(r"^ExecStart=(.+)$", unit, re.MULTILINE)[1].split()
        self.user = re.search(r"^User=(.+)$", unit, re.MULTILINE)[1]
        self.data = root.file("/var/lib/sathach")

    def start(self, port=0):
        """The port alone is another, for the real one may be taken on this machine."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        words = [str(port) if word == "8080" else word for word in self.words]
        runtime = self.root.file("/run/sathach")
        runtime.mkdir(mode=0o750, exist_ok=True)
        self.root.run("chown", f"{self.user}:{self.user}", "/run/sathach")
        who = ["chroot", self.root.path, "setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--init-groups",
               "--reset-env", "env", "RUNTIME_DIRECTORY=/run/sathach"]
        began = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*map(str, who), *words], stdout=subprocess.PIPE, stderr=log)
        assert self.first_line().startswith("http://"), self.log.read_text()
        self.port = port
        self.await_open()
        self.start_seconds = time.monotonic() - began
        return self

    def end(self, with_signal=signal.SIGTERM):
        if self.process:
            self.process.send_signal(with_signal)
            self.process.stdout.close()
            code, self.process = self.process.wait(10), None
            return code

    def command(self, *words, check=True):
        return run("chroot", self.root.path, "setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--init-groups",
                   "--reset-env", "sathach", *words, "--data", "/var/lib/sathach", check=check, env=dict(os.environ))
