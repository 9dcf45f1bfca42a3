"""A PostgreSQL of the tests' own: in a folder of its own, on a Unix socket, with no network, as a user without rights."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAMS = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]


class Postgres:
    def __init__(self, settings=(), folder=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="sathach-pg."))
        self.folder.mkdir(exist_ok=True)
        self.settings = ["listen_addresses=", f"unix_socket_directories={self.folder}", *settings]
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self.cluster = self.folder / "cluster"
        self.has_template = False

    def made(self, *options):
        self.run("initdb", "-D", self.cluster, "--no-sync", "--auth=trust", "-U", "sathach", "-E", "UTF8", "--locale=C",
                 *options)
        return self

    def run(self, program, *arguments, check=True):
        # initdb and postgres refuse root.
        drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        return subprocess.run([*drop, PROGRAMS / program, *arguments], check=check, cwd=self.folder, timeout=120,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def start(self):
        options = " ".join(f"-c {setting}" for setting in self.settings)
        self.run("pg_ctl", "-D", self.cluster, "-l", self.folder / "log", "-w", "-t", "60", "-o", options, "start")
        return self

    def stop(self, how="fast"):
        self.run("pg_ctl", "-D", self.cluster, "-w", "-m", how, "stop", check=False)

    @property
    def pid(self):
        return int((self.cluster / "postmaster.pid").read_text().split()[0])

    def kill(self):
        """As a power cut would have it: nobody is told, nothing is tidied."""
        pids = [self.pid, *self.children()]
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for _ in range(500):
            if not any(pathlib.Path(f"/proc/{pid}").exists() for pid in [*pids, *self.children()]):
                return
            time.sleep(0.02)
        raise AssertionError("PostgreSQL does not die")

    def children(self):
        """Processes of this cluster: they all stand in its folder."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if (path / "cwd").resolve() == self.cluster and (path / "comm").read_text().startswith("postgres"):
                    found.append(int(path.name))
            except OSError:
                pass
        return found

    def remove(self):
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, database):
        return f"host={self.folder} user=sathach dbname={database}"

    def rows(self, database, query):
        """Texts, row by row."""
        found = subprocess.run(
            [PROGRAMS / "psql", "-X", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", self.address(database),
             "-c", query], capture_output=True, text=True, check=True, timeout=120)
        return [tuple(line.split("\t")) for line in found.stdout.splitlines()]
