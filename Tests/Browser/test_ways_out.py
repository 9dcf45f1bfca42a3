"""Known ways out of a kiosk, each tried in the real browser with the session's own flags, policies and keyboard.

The browser runs on a screen in memory and is handled from outside, by keys and the mouse: what watches it is the page it
shows, which tells every quarter of a second where it is and how large, and a second server that nobody should ever reach.
"""

import os
import signal

import pytest

from kiosk_screen import PATIENCE, KioskScreen, can_run

CTRL, ALT, SHIFT, META = 37, 64, 50, 133
KEYS = {
    "a": 38, "d": 40, "f": 41, "h": 43, "i": 31, "j": 44, "k": 45, "l": 46, "n": 57, "o": 32, "p": 33, "r": 27, "s": 39,
    "t": 28, "u": 30, "w": 25, "esc": 9, "tab": 23, "home": 110, "left": 113, "space": 65, "f1": 67, "f3": 69, "f4": 70,
    "f5": 71, "f6": 72, "f10": 76, "f11": 95, "f12": 96, "del": 119, "menu": 135, "print": 107, "f7": 73,
}

# What is done, and what it would do in a browser that nobody has locked.
PRESSED = {
    "Ctrl+T, a new tab": [(CTRL, "t")], "Ctrl+N, a new window": [(CTRL, "n")], "Ctrl+Shift+N, a private window": [(CTRL, SHIFT, "n")],
    "Ctrl+L, the address": [(CTRL, "l")], "F6, the address": [("f6",)], "Alt+D, the address": [(ALT, "d")],
    "Ctrl+O, a file": [(CTRL, "o")], "Ctrl+S, save the page": [(CTRL, "s")], "Ctrl+P, print": [(CTRL, "p")],
    "Ctrl+U, the source": [(CTRL, "u")], "Ctrl+J, downloads": [(CTRL, "j")], "Ctrl+H, history": [(CTRL, "h")],
    "Ctrl+F, find": [(CTRL, "f")], "Ctrl+W, close the tab": [(CTRL, "w")], "Ctrl+Shift+W, close the window": [(CTRL, SHIFT, "w")],
    "Alt+F4, close the window": [(ALT, "f4")], "Ctrl+Shift+I, developer tools": [(CTRL, SHIFT, "i")], "F12, developer tools": [("f12",)],
    "F11, leave the full screen": [("f11",)], "Esc, leave the full screen": [("esc",)], "F1, help": [("f1",)],
    "F10 and Alt+F, the menu": [("f10",), (ALT, "f")], "F7, browsing by caret": [("f7",)],
    "Shift+Esc, the task manager": [(SHIFT, "esc")], "Ctrl+Shift+Del, delete browsing data": [(CTRL, SHIFT, "del")],
    "Alt+Left and Alt+Home, elsewhere": [(ALT, "left"), (ALT, "home")], "Ctrl+Tab, another tab": [(CTRL, "tab")],
    "the Windows key and the menu key": [(META,), ("menu",)], "Print, a picture of the screen": [("print",)],
}
# What a page would have to do; each begins with a press on its one button.
ASKED = {
    "file: a file of this machine": "location.href = 'file:///etc/passwd'",
    "view-source:": "location.href = 'view-source:' + location.href",
    "chrome://settings": "location.href = 'chrome://settings'",
    "a link to chrome://policy": "link('chrome://policy')",
    "javascript: in a link": "link('javascript:fetch(away)')",
    "another address of this machine": "location.href = away",
    "another address in a frame": "frame(away)",
    "data: a page of its own": "location.href = 'data:text/html,<h1>x'",
    "window.open": "window.open(away)",
    "a link to a new tab": "link(away, '_blank')",
    "a download": "save('/file.zip')",
    "a program for a link, mailto:": "location.href = 'mailto:a@b.vn'",
    "window.print": "setTimeout(() => print(), 50)",
    "a chooser of files": "choose()",
    "a password to be kept": "password()",
    "notifications": "Notification.requestPermission()",
    "where somebody is": "navigator.geolocation.getCurrentPosition(() => fetch('/escaped'))",
    "camera and microphone": "navigator.mediaDevices.getUserMedia({video: true, audio: true}).then(() => fetch('/escaped'))",
    "registering for a protocol": "navigator.registerProtocolHandler('web+x', location.origin + '/?%s')",
}
MOUSE = {
    "the right button": [("click", 3)], "the middle button on a link": [("link", 2)], "a long press": [("hold",)],
    "dragging a link to the top": [("drag",)], "the back button of a mouse": [("click", 8)],
}

# Held, but not without a trace: the browser says in a page of its own that the address is blocked, or shows a line
# for a while; what was dragged stays drawn until something else is.
BLOCKED = {"another address of this machine", "window.open", "a link to a new tab", "a program for a link, mailto:"}
NOTICED = {"a download", "a chooser of files", "dragging a link to the top"}

pytestmark = pytest.mark.skipif(not can_run(), reason="needs root, Xvfb and cage")


@pytest.fixture(scope="module")
def waits(tmp_path_factory):
    """Seconds until a browser that nobody has locked shows what it was asked for, way by way."""
    screen = KioskScreen(tmp_path_factory.mktemp("unlocked"), is_locked=False)
    waits = {}
    for way in ["Ctrl+F, find", "Ctrl+N, a new window", "another address of this machine"]:
        before = screen.settle()
        if way in PRESSED:
            screen.chord([key if isinstance(key, int) else KEYS[key] for key in PRESSED[way][0]])
        else:
            screen.run(ASKED[way])
        waits[way] = screen.seconds_to_escape(before)
        screen.restart()
    screen.close()
    return waits


@pytest.fixture(scope="module")
def screen(tmp_path_factory, waits):
    # As long again as the slowest way took here and now, so that a slow machine is no lock.
    screen = KioskScreen(tmp_path_factory.mktemp("screen"), quiet=max(0.5, 2 * max(waits.values())))
    yield screen
    screen.close()


@pytest.fixture(scope="module")
def table(request):
    lines = []
    yield lines
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n" + "\n".join(lines))


def held(screen, table, way, act):
    before = screen.settle()
    act()
    found = screen.escape(before)
    traces = {"the page is gone": BLOCKED, "something shows": NOTICED, "the page is lower": NOTICED}
    trace = next((said for said, ways in traces.items() if found.startswith(said) and way in ways), "")
    table.append(f"{'OPEN: ' + found if found and not trace else f'held ({trace})' if trace else 'held':<26} {way}")
    return "" if trace else found


def test_a_browser_that_nobody_has_locked_is_seen_to_let_people_out(waits):
    assert max(waits.values()) < PATIENCE, waits


@pytest.mark.parametrize("way", PRESSED)
def test_no_key_leads_out(screen, table, way):
    def press():
        for chord in PRESSED[way]:
            screen.chord([key if isinstance(key, int) else KEYS[key] for key in chord])
    assert held(screen, table, way, press) == ""


@pytest.mark.parametrize("way", ASKED)
def test_nothing_that_a_page_asks_for_leads_out(screen, table, way):
    assert held(screen, table, way, lambda: screen.run(ASKED[way])) == ""


@pytest.mark.parametrize("way", MOUSE)
def test_no_button_of_a_mouse_and_no_finger_leads_out(screen, table, way):
    assert held(screen, table, way, lambda: screen.point(*MOUSE[way][0])) == ""


def test_a_browser_that_was_killed_comes_back_without_a_question(screen, table):
    assert held(screen, table, "a crash, and what is asked after it", screen.crash) == ""


def test_the_browser_dials_nobody(screen):
    assert screen.dialled() == []


def test_a_page_of_the_browsers_own_gives_way_to_the_first_page_and_so_does_a_browser_that_died(tmp_path):
    screen = KioskScreen(tmp_path, KIOSK_FRESH_AFTER="8", KIOSK_BLANK_AFTER="0")
    try:
        session = screen.browser.pid
        screen.settle()
        screen.run(ASKED["another address of this machine"])
        screen.await_page_after_another()
        os.kill(int((screen.home / "browser").read_text()), signal.SIGKILL)
        screen.await_page_after_another()
        assert screen.browser.pid == session and screen.browser.poll() is None, "the compositor is the same"
    finally:
        screen.close()
