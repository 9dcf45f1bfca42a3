"""Somebody types what is no text: into every field of every form, as a passer-by, a resident and an officer. Then every page is looked
at in a real browser."""

import html
import itertools
import re
from urllib.parse import urlencode

import pytest

from badges import Colleague
from client import Client
from desk_world import DeskBox, hire
from http_checks import EVENTS
from probes import SCRIPTS, STATEMENTS, FormReader
from world import DUNG, HOA

STARTS = ["/", "/check", "/seats", "/audiences/nguoi-dan", "/desk", "/desk/seating", "/desk/slips", "/desk/check", "/desk/classes",
          "/desk/tallies", "/desk/clock", "/desk/people/1", "/desk/slips/1", "/desk/attempts/1", "/office", "/office/accounts",
          "/office/lists", "/office/devices", "/office/letterhead", "/office/evidence", "/office/targets", "/office/targets/new",
          "/office/figures", "/office/returns", "/office/rules", "/office/rules/nguoi-dan", "/office/confirmations", "/office/items",
          "/office/items/drafts", "/office/voices", "/office/helpers", "/office/backups", "/office/box", "/staff/account"]
# Ways out, and what would shut everybody out; the fields of the first are tried by somebody else. And files, page after page.
LEFT = re.compile(r"/staff/session|/staff/account/|disablement|/reset$|/departure|/appearance|/exports|/statistics/|/reports/|\.\w+$")
FILE = "'><img src=x onerror=probed=1 data-probe>.gift"
MOST_OF_A_KIND = 3
STEM = "::{0}::{0}{{={0} #{0} ~{1} #{0}}}"
LOOK = """() => ({
  ran: window.probed ?? null, violated: window.violated ?? null,
  made: document.querySelectorAll("[data-probe], iframe, [onload], [onerror], [onfocus], script:not([src]), style").length,
  leads: [...document.querySelectorAll("[href], [src], [action]")].filter((one) => /^\\s*(javascript|data):/i.test(
    one.getAttribute("href") ?? one.getAttribute("src") ?? one.getAttribute("action"))).length })"""
WATCH = """document.addEventListener("securitypolicyviolation", (one) => { window.violated = one.violatedDirective + " " + one.blockedURI })"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    box = DeskBox(tmp_path_factory.mktemp("probes") / "data")
    box.set_up()
    box.end()
    password = hire(box, "minh", "Hoàng Minh", "officer")
    box.start()
    Client(box).take_test(HOA)
    box.minh = Colleague(box).sign_in("minh", password)
    yield box
    box.end()


def kind_of(path):
    """Where it lies and how deep: thousands of lines to record, or items, are one kind."""
    parts = path.split("?")[0].split("/")
    return tuple(parts[:3]), len(parts), "?" in path


def pages(visitor, starts):
    """Every page that links lead to, a few of each kind."""
    seen, waiting, counts = {}, list(starts), {}
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in seen or LEFT.search(path) or counts.get(kind, 0) >= MOST_OF_A_KIND and path not in starts:
            continue
        answer = visitor.follow(path)
        assert answer.status < 500, (path, answer.status)
        counts[kind] = counts.get(kind, 0) + 1
        if "html" in (answer.headers["Content-Type"] or "") and not answer.headers["Content-Disposition"]:
            seen[path] = FormReader(answer.text)
            waiting += seen[path].links
    return seen


def send(visitor, form, fields):
    if form.isUpload:
        answer = visitor.upload(form.action, fields, FILE, b"a")
    elif form.isQuestion:
        answer = visitor.get(f"{form.action}?{urlencode(fields)}")
    else:
        answer = visitor.post(form.action.split("#")[0], fields)
    assert answer.status < 500, (form.action, fields, answer.status)
    if "html" in (answer.headers["Content-Type"] or ""):
        expect_text_only(form.action, answer.text)
    return answer


def expect_text_only(path, text):
    """No byte of a probe stands in a page as anything but text."""
    for probe in SCRIPTS:
        assert "<" not in probe or probe not in text, (path, probe)
    assert "data-probe>" not in text and "onfocus=\"window" not in text, path


def fill(visitor, found, known):
    """Every form that was not met before, first with a probe in every field, then in one at a time."""
    sent = 0
    for reader in found.values():
        for form in reader.forms:
            if form.key in known or LEFT.search(form.action) or not (form.typed or form.isUpload):
                continue
            known.add(form.key)
            everywhere = [form.with_everywhere(probe) for probe in SCRIPTS + STATEMENTS]
            one_by_one = itertools.chain(*(form.with_one(probe) for probe in (SCRIPTS[0], SCRIPTS[1], STATEMENTS[0])))
            for fields in [*everywhere, *one_by_one]:
                send(visitor, form, fields)
                sent += 1
    return sent


def type_as_a_resident(box):
    """A seat, an answer that is typed, a code to look up."""
    client = Client(box)
    client.begin_test()
    for probe in SCRIPTS + STATEMENTS:
        for fields in ({"card": probe}, {**DUNG.typed, "name": probe}, {**DUNG.typed, "number": probe}):
            seat = client.get(f"/attempts/{client.attempt}/seat").page
            form = next(form for form in seat.forms if set(fields) <= set(form.fields))
            answer = client.post(form.action, {**form.fields, **fields})
            assert answer.status < 500
            expect_text_only(form.action, answer.text)
    client.sit_down(DUNG)
    client.warm_up()
    typed = typed_item(client)
    for probe in SCRIPTS:
        form = client.get(typed).page.form("/responses")
        assert client.post(form.action, {**form.fields, "typed": probe, "go": "next"}).status < 500
        expect_text_only(typed, client.get(typed).text)
    return client, typed


def typed_item(client):
    for number in range(1, 21):
        path = f"/attempts/{client.attempt}/items/{number}"
        if "typed" in client.get(path).page.form("/responses").fields:
            return path
    return path


def bring_items(box):
    """Probes as items of somebody else's file: first looked at, then kept as drafts."""
    content = "\n\n".join(STEM.format(gift(probe), gift(SCRIPTS[0])) for probe in SCRIPTS).encode()
    form = next(form for form in FormReader(box.minh.get("/office/items").text).forms if form.isUpload)
    shown = send_items(box, form, content)
    for form in FormReader(shown.text).forms:
        if not LEFT.search(form.action):
            send(box.minh, form, form.filled({}))


def send_items(box, form, content):
    answer = box.minh.upload(form.action, form.fixed, FILE, content)
    assert answer.status == 200, answer.status
    expect_text_only(form.action, answer.text)
    return answer


def gift(text):
    """As an HTML text of that format, which reads as the probe itself."""
    text = html.escape(text)
    return re.sub(r"([~=#{}:\\])", r"\\\1", text)


def test_no_field_of_any_form_runs_what_is_typed_into_it(office, chromium):
    tables = office.rows("SELECT name FROM sqlite_schema ORDER BY name")
    slips, attempts = office.value("SELECT count(*) FROM slip"), office.value("SELECT count(*) FROM attempt")
    known = set()
    bring_items(office)
    client, typed = type_as_a_resident(office)
    stranger = Client(office)
    sent = fill(stranger, pages(stranger, ["/check", "/seats"]), known)
    sent += fill(office.minh, pages(office.minh, STARTS), known)
    # What was taken has pages and forms of its own.
    found = pages(office.minh, STARTS)
    sent += fill(office.minh, found, known)
    print(f"{len(known)} kinds of forms, {sent} times sent")
    assert len(known) > 25 and sent > 500

    shown = look_at(office, chromium, office.minh.jar, found)
    residents = ["/", "/check", typed, f"/attempts/{client.attempt}/review"]
    shown += look_at(office, chromium, dict([client.cookie.split("=")]), residents)
    assert len(found) > 50 and shown > 3, (len(found), shown)
    assert office.rows("SELECT name FROM sqlite_schema ORDER BY name") == tables
    assert office.value("SELECT count(*) FROM slip") == slips and office.value("SELECT count(*) FROM attempt") >= attempts + 1
    assert "chain intact" in office.command("audit", "verify").stdout


def look_at(box, chromium, cookies, paths):
    """Every page in a real browser: nothing ran, nothing was made of what was typed, and no policy had to step in. How many show
    something that was typed, as the text it is."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    context.add_cookies([{"name": name, "value": value, "url": box.url} for name, value in cookies.items() if value])
    page, asked = context.new_page(), []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    shown = 0
    for path in paths:
        page.goto(box.url + path)
        found = page.evaluate(LOOK)
        assert (found, asked) == ({"ran": None, "violated": None, "made": 0, "leads": 0}, []), (path, found, asked)
        shown += "window.probed" in page.inner_text("body")
    context.close()
    return shown


@pytest.mark.parametrize("probe", [probe for probe in SCRIPTS if "data-probe" in probe or "<script" in probe and "&" not in probe])
def test_a_page_that_took_it_for_markup_would_be_found(chromium, probe):
    page = chromium.new_page()
    page.set_content(f"<title>{probe}</title><textarea>{probe}</textarea><p title='{probe}' lang=\"{probe}\">{probe}</p>")
    found = page.evaluate(LOOK)
    assert found["made"] > 0 or found["ran"] is not None
    page.close()
