"""A screen in memory with the kiosk's browser on it, handled by keys and mouse, and watched from outside."""

import contextlib
import ctypes
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from PIL import Image, ImageChops

from bank import ROOT
from privileges import may_mount

SESSION = ROOT / "kiosk" / "session"
# The size of the window that cage makes for itself.
SIZE = (1024, 768)
MIDDLE, CORNER = (512, 600), (1020, 764)
# Slow machines draw late.
PATIENCE = 40
# How long something is waited for to show, where nobody has measured how long that takes.
QUIET = 0.6

PAGE = """<!doctype html><meta charset="utf-8"><title>Sát Hạch Số</title>
<style>body{margin:0;background:#fff}button{position:fixed;inset:0;width:100%;border:0;outline:0;background:#fff;font-size:40px}
a{position:fixed;left:100px;top:100px;font-size:40px;outline:0;color:#000}input{position:fixed;left:-999px}</style>
<button id="all">Bấm</button><a href="AWAY" draggable="true">AWAY</a>
<script>
const away = "AWAY";
setInterval(() => fetch("/beat", {method: "POST", body: JSON.stringify(
  {seen: document.visibilityState, width: innerWidth, height: innerHeight})}), 150);
const link = (href, target = "") => { const a = document.createElement("a"); a.href = href; a.target = target; a.click() };
const save = (href) => { const a = document.createElement("a"); a.href = href; a.download = "x.zip"; a.click() };
const frame = (href) => { const f = document.createElement("iframe"); f.style.cssText = "position:fixed;left:-999px";
  f.src = href; document.body.append(f) };
const choose = () => { const i = document.createElement("input"); i.type = "file"; document.body.append(i); i.click() };
const password = () => { const f = document.createElement("form"); f.method = "post"; f.action = "/";
  f.innerHTML = '<input name=u autocomplete=username value=hoa><input type=password name=p value=mua-gat>';
  document.body.append(f); f.requestSubmit() };
document.getElementById("all").onclick = async () => eval(await (await fetch("/script")).text());
</script>"""


def can_run():
    tools = all(map(shutil.which, ["Xvfb", "xwd", "xkbcomp", "cage", "Xwayland", "chromium", "unshare"]))
    return may_mount() and tools


class Watch(http.server.ThreadingHTTPServer):
    """The kiosk's address: its page, what it is to run next, and what it tells."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.page, self.script, self.beats, self.escaped = "", "", [], []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        watch = self.server
        if self.path == "/":
            return self.say(watch.page, "text/html")
        if self.path == "/script":
            return self.say(watch.script, "text/plain")
        if self.path == "/file.zip":
            return self.say("PK", "application/zip")
        if self.path != "/favicon.ico":
            watch.escaped.append(self.path)
        self.say("", "text/plain")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/beat":
            self.server.beats.append((time.monotonic(), json.loads(body)))
            return self.say("", "text/plain")
        self.say(self.server.page, "text/html")

    def handle(self):
        # A browser that is killed hangs up in the middle of an answer.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def say(self, text, kind):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class KioskScreen:
    def __init__(self, folder, is_locked=True, quiet=QUIET, **settings):
        """Settings: of `kiosk.conf`."""
        self.folder, self.is_locked, self.browser, self.quiet = folder, is_locked, None, quiet
        self.settings = settings
        # A folder of pytest's is for its owner only; the session's user has to reach its own.
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="sathach-kiosk-"))
        shutil.chown(self.home, "nobody", "nogroup")
        self.watch, self.away = Watch(), Watch()
        self.watch.page = PAGE.replace("AWAY", self.away.address)
        self.away.page = "Ngoài kiosk"
        self.start_display()
        self.start()

    def start_display(self):
        read, write = os.pipe()
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        self.server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            self.display = f":{numbers.readline().strip()}"
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x = ctypes.c_void_p(self.x11.XOpenDisplay(self.display.encode()))
        if self.is_locked:
            # The compositor's window takes from this screen which keys are modifiers; a keyboard of the box knows it itself.
            keys = 'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };' \
                ' xkb_compat { include "complete" }; xkb_symbols { include "pc+sathach" }; };'
            subprocess.run(["xkbcomp", "-w0", f"-I{SESSION / 'xkb'}", "-", self.display], input=keys, text=True, check=True,
                           capture_output=True)

    # The browser

    def start(self):
        """The session as its unit starts it, in a compositor whose screen is a window of the screen in memory."""
        settings = {"HOME": self.home, "RUNTIME_DIRECTORY": self.home, "XDG_RUNTIME_DIR": self.home, "PATH": "/usr/bin:/bin",
                    "LANG": "C.UTF-8", "DISPLAY": self.display, "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman",
                    "KIOSK_ADDRESS": self.watch.address + "/", **self.settings}
        told = [f"{name}={value}" for name, value in settings.items()]
        user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "env", "-i", *told]
        self.browser = subprocess.Popen(["unshare", "-m", "sh", "-ec", f'{self.lay()} && exec "$@"', "sh", *user, *self.words()],
                                        stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("ab"),
                                        start_new_session=True)
        self.await_page()

    def words(self):
        if self.is_locked:
            return [SESSION / "sathach-kiosk"]
        flags = subprocess.run([SESSION / "sathach-kiosk", "flags"], env={**os.environ, "RUNTIME_DIRECTORY": str(self.home)},
                               capture_output=True, text=True, check=True).stdout.splitlines()
        return ["cage", "-d", "--", "chromium", "--ozone-platform=wayland", *flags, self.watch.address + "/"]

    def lay(self):
        """Puts the policies where the browser looks, for it alone, and has it keep a log of its connections."""
        policies = self.folder / "policies.json"
        policies.write_text((SESSION / "policies.json").read_text().replace("http://127.0.0.1:8080", self.watch.address))
        flags = self.folder / "chromium.d"
        shutil.copytree("/etc/chromium.d", flags, dirs_exist_ok=True)
        (flags / "watch").write_text(f'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --log-net-log={self.home}/net.json"\n')
        place = "/etc/chromium/policies/managed"
        policy = f"mkdir -p {place} && cp {policies} {place}/sathach.json && chmod -R a+rX /etc/chromium"
        return f"mount -t tmpfs tmpfs /etc/chromium && mount --bind {flags} /etc/chromium.d" + (
            f" && {policy}" if self.is_locked else "")

    def await_page(self):
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            time.sleep(0.2)
            if self.is_shown(since=began):
                time.sleep(QUIET)
                return
        raise AssertionError(f"the page did not come: {(self.folder / 'log').read_text()[-2000:]}")

    def await_page_after_another(self):
        """Until the page tells nothing any more, and then until it is there again."""
        deadline = time.monotonic() + PATIENCE
        while self.is_shown(since=time.monotonic() - 1) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not self.is_shown(since=time.monotonic() - 1), "it never went"
        self.await_page()

    def end(self):
        if self.browser and self.browser.poll() is None:
            os.killpg(self.browser.pid, signal.SIGKILL)
            self.browser.wait(10)

    def restart(self):
        self.end()
        self.start()

    def crash(self):
        self.restart()

    def close(self):
        self.end()
        self.x11.XCloseDisplay(self.x)
        self.server.terminate()
        self.server.wait(10)
        for watch in (self.watch, self.away):
            watch.shutdown()
        shutil.rmtree(self.home, ignore_errors=True)

    # Looking

    def is_shown(self, since):
        last, told = self.watch.beats[-1] if self.watch.beats else (0, {})
        return last > since and told["seen"] == "visible"

    def picture(self):
        taken = subprocess.run(["xwd", "-root", "-silent", "-display", self.display], capture_output=True, check=True).stdout
        head = int.from_bytes(taken[:4], "big")
        fields = [int.from_bytes(taken[at:at + 4], "big") for at in range(0, 100, 4)]
        width, height, stride, colours = fields[4], fields[5], fields[12], fields[19]
        pixels = taken[head + 12 * colours:]
        return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", stride)

    def settle(self):
        """A browser as it was started, with the mouse in a corner; its picture."""
        if self.browser.poll() is not None or not self.is_shown(since=time.monotonic() - 1):
            self.restart()
        self.watch.escaped.clear()
        self.away.escaped.clear()
        self.away.beats.clear()
        self.watch.script = ""
        self.move(*MIDDLE)
        self.button(1)
        self.move(*CORNER)
        time.sleep(0.3)
        return self.picture(), dict(self.watch.beats[-1][1])

    def escape(self, before):
        """What got out, in words; nothing where the page is what it was, and all that can be seen."""
        acted = time.monotonic()
        time.sleep(self.quiet)
        seen = self.outcome(before, acted)
        if seen:
            # A page that is loaded again is no way out.
            time.sleep(self.quiet)
            seen = self.outcome(before, acted + self.quiet)
        files = [path for path in self.home.rglob("*.zip")]
        if seen or files:
            if folder := os.environ.get("PICTURES"):
                self.picture().save(pathlib.Path(folder) / f"escape-{time.monotonic_ns()}.png")
            self.restart()
        return seen or (f"{files[0].name} was kept" if files else "")

    def seconds_to_escape(self, before):
        """How long it takes until something shows; more than anybody waits where nothing does."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            picture, told = before
            beat = self.watch.beats[-1][1]
            if self.away.beats or beat != told or ImageChops.difference(picture, self.picture()).getbbox():
                break
            time.sleep(0.05)
        return time.monotonic() - began

    def outcome(self, before, since):
        picture, told = before
        if self.away.escaped or self.watch.escaped:
            return f"reached {(self.away.escaped or self.watch.escaped)[0]}"
        if self.browser.poll() is not None:
            return "the browser ended"
        if not self.is_shown(since):
            return "the page is gone"
        if self.watch.beats[-1][1]["height"] < told["height"]:
            return f"the page is lower by {told['height'] - self.watch.beats[-1][1]['height']}"
        if self.watch.beats[-1][1] != told:
            return f"the page is {self.watch.beats[-1][1]}"
        box = ImageChops.difference(picture, self.picture()).getbbox()
        return f"something shows at {box}" if box else ""

    def dialled(self):
        """Addresses beyond this machine that the browser tried to reach."""
        self.end()
        head, *events = (self.home / "net.json").read_text(errors="replace").splitlines()
        attempt = json.loads(head.rstrip(",") + "}")["constants"]["logEventTypes"]["TCP_CONNECT_ATTEMPT"]
        mine = [line for line in events if re.search(rf'"type":{attempt}\b', line)]
        addresses = {found[1] for line in mine if (found := re.search(r'"address":"\[?([^"]+?)\]?:\d+"', line))}
        assert "127.0.0.1" in addresses, "the log of connections is there to be looked at"
        return sorted(addresses - {"127.0.0.1"})

    # Hands

    def flush(self):
        self.x11.XSync(self.x, 0)

    def chord(self, codes):
        for code in codes:
            self.xtst.XTestFakeKeyEvent(self.x, code, 1, 0)
        self.flush()
        time.sleep(0.1)
        for code in reversed(codes):
            self.xtst.XTestFakeKeyEvent(self.x, code, 0, 0)
        self.flush()

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.x, -1, x, y, 0)
        self.flush()

    def button(self, number, seconds=0.05):
        self.xtst.XTestFakeButtonEvent(self.x, number, 1, 0)
        self.flush()
        time.sleep(seconds)
        self.xtst.XTestFakeButtonEvent(self.x, number, 0, 0)
        self.flush()

    def run(self, script):
        self.watch.script = script
        self.move(*MIDDLE)
        self.button(1)
        self.move(*CORNER)

    def point(self, how, number=1):
        if how == "click":
            self.move(*MIDDLE)
            self.button(number)
        elif how == "link":
            self.move(200, 125)
            self.button(number)
        elif how == "hold":
            self.move(200, 125)
            time.sleep(0.1)
            self.move(*MIDDLE)
            self.button(1, seconds=1.5)
        else:
            self.move(200, 125)
            self.xtst.XTestFakeButtonEvent(self.x, 1, 1, 0)
            for step in range(12):
                self.move(200 + 20 * step, 125 - 10 * step)
                time.sleep(0.03)
            self.xtst.XTestFakeButtonEvent(self.x, 1, 0, 0)
            self.flush()
        self.move(*CORNER)
