"""Every address of the running server, as `sathach routes` lists them: for everybody, with every kind of token, at every door."""

import http.client
import itertools
import re
from typing import NamedTuple

import pytest

from badges import Colleague
from box import run
from client import Client
from desk_world import DeskBox, hire
from http_checks import EVENTS
from plain_browser import FORM, PlainBrowser
from test_office_door import OfficeBox

ROLES = ["clerk", "officer", "technician"]
NOBODY = "nobody"
# What stays in a browser: what is the same for everybody.
KEPT = re.compile(r"^/(assets|audio)/")
TABLES = ["account", "attempt", "person", "slip", "device", "staffSession", "classroom", "formItem", "bank", "draft"]


class Route(NamedTuple):
    methods: list
    path: str
    access: str

    def is_for(self, role):
        if self.access in ("anyone", "candidate"):
            return True
        if self.access == "colleague":
            return role != NOBODY
        return role in self.access.split("+") or (role == "officer" and "clerk" in self.access)


def routes():
    lines = [line.split("\t") for line in run("routes").stdout.splitlines()]
    return [Route(methods.split(","), path, access) for methods, path, access in lines]


ROUTES = routes()
POSTS = [route for route in ROUTES if "POST" in route.methods]
# The way out, and how pages look in this browser: their forms also stand above pages of sessions that have ended.
HARMLESS = ["/appearance", "/staff/session/end"]
COLLEAGUES = ("/staff", "/desk", "/office")
# A colleague's way out of the kiosk's own screen, by PIN, is nowhere else.
AT_KIOSK = ["/staff/leave"]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A box whose screen is also the desk, with one colleague of each role, signed in."""
    box = DeskBox(tmp_path_factory.mktemp("routes") / "data")
    box.set_up()
    box.end()
    passwords = {role: hire(box, f"co-{role}", "Cô Mai", role) for role in [*ROLES]}
    gone = hire(box, "ba-tu", "Bà Tư", "officer")
    box.start()
    box.people = {role: Colleague(box).sign_in(f"co-{role}", password) for role, password in passwords.items()}
    box.people[NOBODY] = Colleague(box)
    box.people[NOBODY].get("/check")
    box.gone = Colleague(box).sign_in("ba-tu", gone)
    box.gone.token = token_of(box.gone)
    box.gone_cookie = box.gone.cookie
    box.gone.press(box.gone.get("/staff/account").page, "/staff/session/end")
    for person in box.people.values():
        person.token = token_of(person)
    yield box
    box.end()


def token_of(person):
    """Of the forms of whoever is signed in, else of a passer-by's."""
    page = person.get("/staff/account").page
    own = [form for form in page.forms if form.action.startswith("/staff") and "token" in form.fields]
    return own[0].fields["token"]


def tables(box):
    """What no refused form may change."""
    known = {name for name, in box.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return box.rows(EVENTS), [box.value(f"SELECT count(*) FROM {name}") for name in TABLES if name in known]


def post(person, path, token, **headers):
    body = "" if token is None else f"token={token}"
    return person.ask("POST", path, body, {"Content-Type": FORM, **headers})


def expect_protected(path, answer):
    """What every answer tells browsers, whatever it is."""
    headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy, path
    assert "form-action 'self'" in policy or "form-action 'none'" in policy, path
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", policy), path
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin", path
    assert {"camera=", "microphone="} <= set(re.findall(r"\w+=", headers["Permissions-Policy"])), path
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin", path
    assert answer.status in (204, 304) or "Content-Type" in headers or not answer.body, path
    assert not [name for name in headers if name.lower().startswith("access-control-") or name == "Server"], path
    for cookie in headers.get_all("Set-Cookie", []):
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}, path


def test_the_table_lists_them_all():
    assert len(ROUTES) > 150 and len(POSTS) > 70
    assert {route.access for route in ROUTES} >= {"anyone", "candidate", "colleague", "clerk", "officer"}


def test_no_form_without_a_token_of_its_own_session_changes_anything(office):
    people, before = office.people, tables(office)
    for route, (role, person) in itertools.product(POSTS, people.items()):
        foreign = people["officer" if role != "officer" else "clerk"].token
        for token in (None, "", "00", foreign, office.gone.token, person.token[:-1] + "g", "x" * 200):
            answer = post(person, route.path, token)
            assert answer.status in (400, 401, 403, 404, 409), (route.path, role, token, answer.status)
    assert tables(office) == before


def test_no_token_is_worth_anything_from_another_site_or_after_its_session(office):
    before = tables(office)
    for route in POSTS:
        foreign = post(office.people["officer"], route.path, "00", Origin="https://elsewhere.example")
        assert foreign.status in (400, 401, 403, 404), (route.path, foreign.status)
        late = post(office.gone, route.path, office.gone.token, Cookie=office.gone_cookie)
        assert late.status in (400, 401, 403, 404) or route.path in HARMLESS, (route.path, late.status)
    assert tables(office) == before


def test_nobody_gets_where_the_table_does_not_let_them_with_a_token_that_is_right(office):
    before = tables(office)
    for route, (role, person) in itertools.product(ROUTES, office.people.items()):
        if route.is_for(role):
            continue
        for method in set(route.methods) - {"HEAD"}:
            answer = post(person, route.path, person.token) if method == "POST" else person.get(route.path)
            # What comes in a form of its own kind is not read where it is none.
            # Pages of the first run are nowhere on a box that is set up.
            refused = (404,) if route.path.startswith("/office/setup") else (400, 401, 403)
            assert answer.status in refused, (method, route.path, role, answer.status)
    assert tables(office) == before


def test_every_answer_to_everybody_is_protected_and_only_what_is_the_same_for_all_is_kept(office):
    seen = set()
    for route, person in itertools.product(ROUTES, [office.people[NOBODY], office.people["officer"]]):
        for method in {"GET", "OPTIONS", "POST"}:
            answer = post(person, route.path, "00") if method == "POST" else person.ask(method, route.path)
            seen.add(answer.status)
            expect_protected(f"{method} {route.path}", answer)
            kept = answer.headers["Cache-Control"] or ""
            if "no-store" not in kept:
                assert answer.status == 200 and (KEPT.match(route.path) or route.path == "/authority.crt"), route.path
    assert {200, 401, 403, 404, 405} <= seen


def test_assets_are_protected_too(office):
    page = office.people[NOBODY].get("/").text
    assets = re.findall(r'"(/assets/[^"]+)"', page)
    assert len(assets) > 2
    for path in assets:
        expect_protected(path, office.people[NOBODY].get(path))


@pytest.mark.parametrize("raw", [("GET", "/a%00"), ("BREW", "/"), ("GET", "/" + "a" * 3000)], ids=str)
def test_refusals_before_any_page_are_protected_too(office, raw):
    answer = PlainBrowser(office).ask(*raw)
    assert answer.status >= 400
    expect_protected(raw[1][:20], answer)


# The doors


@pytest.fixture(scope="module")
def doors(tmp_path_factory):
    box = OfficeBox(tmp_path_factory.mktemp("doors") / "data").start()
    yield box
    box.end()


def test_colleagues_pages_are_not_at_the_kiosks_door_unless_the_office_says_so(doors, office):
    client = Client(doors)
    client.get("/check")
    places = [route for route in ROUTES if route.path.startswith(COLLEAGUES) and route.path not in AT_KIOSK]
    assert len(places) > 100
    for route in places:
        for method in route.methods:
            assert client.ask(method, route.path).status == 404, route.path
    clerk = office.people["clerk"]
    clerk.hang_up()
    assert clerk.get("/desk").status == 200


def test_plain_http_beyond_this_machine_is_a_redirect_and_nothing_else(doors):
    connection = http.client.HTTPConnection("127.0.0.1", doors.plain, timeout=10)
    for route, method in [(route, method) for route in ROUTES for method in route.methods]:
        connection.request(method, route.path, "token=00" if method == "POST" else None, {"Content-Type": FORM})
        answer = connection.getresponse()
        assert answer.status == 308 and answer.read() == b"", route.path
        assert answer.headers["Location"] == f"https://127.0.0.1:{doors.door}{route.path}"
        assert answer.headers["Set-Cookie"] is None and answer.headers["X-Content-Type-Options"] == "nosniff"


def test_every_answer_at_the_encrypted_door_is_protected_and_its_cookies_are_bound_to_it(doors):
    connection = http.client.HTTPSConnection("localhost", doors.door, timeout=10, context=doors.trusting())
    cookies = []
    for route in ROUTES:
        connection.request("GET", route.path)
        answer = connection.getresponse()
        answer.body = answer.read()
        expect_protected(route.path, answer)
        cookies += answer.headers.get_all("Set-Cookie", [])
    assert cookies and all(cookie.startswith("__Host-") and cookie.endswith("; Secure") for cookie in cookies), cookies
