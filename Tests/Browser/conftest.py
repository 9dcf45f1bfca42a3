"""What the tests share: a running box with a folder of its own, and a real browser."""

import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

from box import BINARY, Box
from client import Client
from resident import Resident, Screen
from world import HOA

CHROMIUM = "/usr/bin/chromium"


def pytest_sessionstart(session):
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: run kiosk/start --prepare, or name the binary in SATHACH", 3)


@pytest.fixture
def box(tmp_path):
    box = Box(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def client(box):
    return Client(box)


@pytest.fixture
def hoa(client):
    """Bà Hoa before the first item of her test, without a browser."""
    client.begin_test()
    client.sit_down(HOA)
    client.warm_up()
    return client


@pytest.fixture
def other(box):
    """Somebody else's browser."""
    return Client(box)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture
def remembering_chromium(playwright):
    """As residents have it: with the memory of pages left, which Playwright switches off for it cannot follow."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


@pytest.fixture
def sit_down(sit_down_at, box):
    """Opens a fresh browser at the box's first page."""
    return lambda screen=Screen(1366, 768), browser=None: sit_down_at(box, screen, browser)


@pytest.fixture
def sit_down_at(chromium):
    """The same at a box of the test's own."""
    contexts = []

    def open_browser(box, screen=Screen(1366, 768), browser=None):
        context = (browser or chromium).new_context(
            viewport=screen.size, java_script_enabled=screen.scripts, has_touch=screen.touch)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Resident(context.new_page(), box, screen)

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture(scope="session", autouse=True)
def pictures():
    if folder := os.environ.get("PICTURES"):
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
