"""The running server seen by a stranger: headers, forms that are not ours, requests that are no requests."""

import re

import pytest

from client import FORM, Client
from raw_socket import get, post, statuses
from world import DUNG, HOA, strangers

DUNG_AT_HOME = f"{DUNG.number}||{DUNG.name}|01021984|Nam||"
EVENTS = "SELECT count(*), max(id) FROM event"


@pytest.fixture
def hoa(client):
    """Bà Hoa before the first item of her test."""
    client.begin_test()
    client.sit_down(HOA)
    client.warm_up()
    return client


@pytest.fixture
def dung(box):
    return Client(box)


def expect_page(answer, status):
    """A page with a sentence and one way on, for whatever went wrong."""
    assert answer.status == status, answer.text
    assert answer.page.heading and answer.page.links and ("Bấm nút" in answer.text or "Mời" in answer.text)


def test_every_page_has_its_protecting_headers(hoa):
    at = f"/attempts/{hoa.attempt}"
    pages = ["/", "/audiences/nguoi-dan", "/audiences/nguoi-dan/notice", f"{at}/items/1", f"{at}/review", "/nowhere"]
    for page in pages:
        headers = hoa.get(page).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "form-action 'self'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy and "http" not in policy and "*" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_no_page_has_a_script_or_style_of_its_own(hoa):
    for path in ["/", f"/attempts/{hoa.attempt}/items/1", f"/attempts/{hoa.attempt}/review"]:
        text = hoa.get(path).text
        assert "<script>" not in text and "<style" not in text and " style=" not in text and " onclick" not in text


def test_the_cookie_is_kept_from_scripts_and_other_sites(client):
    cookie = client.get("/").headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert client.get("/").headers["Set-Cookie"] is None


def test_redirects_and_answers_to_forms_are_not_kept_by_the_browser(hoa):
    answer = hoa.answer_item(hoa.follow(f"/attempts/{hoa.attempt}").page)
    assert answer.status == 303 and answer.headers["Cache-Control"] == "no-store"


def test_styles_and_scripts_may_be_kept_for_ever(client):
    for path in re.findall(r'"(/assets/[^"]+)"', client.get("/").text):
        answer = client.get(path)
        assert answer.status == 200 and "immutable" in answer.headers["Cache-Control"]
        assert client.get(path.replace("-", "-0", 1)).status == 404


# Forms that are not ours


def forged(hoa, dung, kind):
    """A right answer of bà Hoa's with something wrong about who sends it."""
    form = hoa.get(f"/attempts/{hoa.attempt}/items/1").page.form("/responses")
    fields = {**form.filled(form.buttons[0]), "option": form.choices["option"][0]}
    dung.get("/")
    if kind == "no token":
        del fields["token"]
    elif kind == "a token of another session":
        fields["token"] = dung.get("/audiences/nguoi-dan").page.forms[0].fields["token"]
    elif kind == "an empty token":
        fields["token"] = ""
    elif kind == "no cookie":
        hoa.cookie = ""
    elif kind == "another cookie":
        hoa.cookie = dung.cookie
    elif kind == "a cookie that is none":
        hoa.cookie = "sathach=zz"
    return form.action, fields


@pytest.mark.parametrize("kind", [
    "no token", "a token of another session", "an empty token", "no cookie", "another cookie", "a cookie that is none"])
def test_a_form_that_is_not_from_this_session_is_refused_and_nothing_is_stored(box, hoa, dung, kind):
    action, fields = forged(hoa, dung, kind)
    before = box.rows(EVENTS)

    expect_page(hoa.post(action, fields), 403)

    assert box.rows(EVENTS) == before and not [row for row in box.answers(hoa.attempt) if row[0] == "scored"]


def test_no_form_at_all_can_be_posted_without_a_token(box, hoa):
    before = box.rows(EVENTS)
    at = f"/attempts/{hoa.attempt}"
    for path in ["/attempts", "/departure", *(f"{at}/{name}" for name in ["seat", "responses", "submission", "slip"])]:
        expect_page(hoa.post(path, {"go": "next"}), 403)
    assert box.rows(EVENTS) == before


BODIES = {
    "a field twice": "{form}&option={option}&option={option}",
    "the token twice": "{form}&option={option}&token={token}",
    "no place": "token={token}&part=scored&go=next&option={option}",
    "no step": "token={token}&part=scored&place=1&option={option}",
    "an unknown part": "token={token}&part=other&place=1&go=next&option={option}",
    "a place that is no number": "token={token}&part=scored&place=one&go=next&option={option}",
    "a place with a sign": "token={token}&part=scored&place=%2B1&go=next&option={option}",
    "a place beyond all numbers": "token={token}&part=scored&place=99999999999999999999&go=next&option={option}",
    "an unknown step": "token={token}&part=scored&place=1&go=away&option={option}",
    "an option that is none": "{form}&option=zz",
    "an option too long": "{form}&option=" + "a" * 41,
    "bytes that are not UTF-8": "{form}&option=%FF%FE",
    "half a letter": "{form}&option=%E1%BB",
    "a broken escape": "{form}&option=%4",
    "a NUL": "{form}&option=a%00",
    "too many fields": "{form}&" + "&".join(f"f{number}=1" for number in range(60)),
    "more than a form holds": "{form}&option=" + "a" * 20_000,
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_form_that_cannot_be_read_in_one_way_only_is_refused_whole(box, hoa, body):
    form = hoa.get(f"/attempts/{hoa.attempt}/items/1").page.form("/responses")
    token, option = form.fields["token"], form.choices["option"][0]
    whole = f"token={token}&part=scored&place=1&go=next"
    before = box.rows(EVENTS)

    sent = body.format(form=whole, token=token, option=option)
    expect_page(hoa.ask("POST", form.action, sent, {"Content-Type": FORM}), 400)

    assert box.rows(EVENTS) == before


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/json", ""])
def test_a_body_that_is_no_form_is_refused(hoa, kind):
    answer = hoa.ask("POST", f"/attempts/{hoa.attempt}/responses", "go=next", {"Content-Type": kind})
    expect_page(answer, 400)


@pytest.mark.parametrize("fields", [
    {"name": "Đỗ Văn Mận"}, {"card": "x" * 1001}, {"name": "x" * 400, "birthYear": "1960", "number": "001060999001"},
    {}, {"card": "<script>alert(1)</script>||||||"},
], ids=["a field missing", "a card too long", "a name too long", "no field", "markup"])
def test_a_seat_that_cannot_be_read_seats_nobody(box, client, fields):
    client.begin_test()
    token = client.get(f"/attempts/{client.attempt}/seat").page.forms[0].fields["token"]
    answer = client.post(f"/attempts/{client.attempt}/seat", {"token": token, **fields})
    assert answer.status in (400, 422) and "<script>alert" not in answer.text
    assert box.value("SELECT count(*) FROM person") == 0


def test_silence_is_no_consent(box, client):
    form = client.get("/audiences/nguoi-dan/notice").page.form("/attempts")
    fields = {name: value for name, value in form.filled().items() if name != "consent"}
    assert client.post("/attempts", fields).status in (400, 409)
    assert client.post("/attempts", {**fields, "consent": "given", "notice": "99"}).status == 409
    assert box.value("SELECT count(*) FROM attempt") == 0


# What is not there, not one's own, or over


@pytest.mark.parametrize("path", [
    "/audiences/khong-co", "/audiences/khong-co/notice", "/audiences/NGUOI-DAN", "/attempts/999", "/attempts/0",
    "/attempts/01", "/attempts/-1", "/attempts/99999999999999999999", "/attempts/999/items/1", "/nowhere", "//", "/attempts/",
    "/assets/", "/assets/sathach.db", "/assets/..%2f..%2fetc%2fpasswd", "/sathach.db", "/audiences/nguoi-dan/",
])
def test_what_does_not_exist_is_a_plain_page_with_404(client, path):
    answer = client.get(path)
    assert answer.status in ((400, 404) if "%2f" in path else (404,)), answer.text


def test_an_audience_that_does_not_exist_begins_nothing(box, client):
    form = client.get("/audiences/nguoi-dan/notice").page.form("/attempts")
    expect_page(client.post("/attempts", {**form.filled(), "consent": "given", "audience": "khong-co"}), 404)
    assert box.value("SELECT count(*) FROM attempt") == 0


def test_an_item_beyond_the_form_does_not_exist(hoa):
    at = f"/attempts/{hoa.attempt}"
    assert [hoa.get(f"{at}/{path}").status for path in ["items/21", "items/999", "items/0", "items/01"]] == [404] * 4
    form = hoa.get(f"{at}/items/1").page.form("/responses")
    assert hoa.post(form.action, {**form.filled(form.buttons[0]), "place": "21", "option": "a"}).status == 404


def test_somebody_elses_attempt_is_closed_to_everybody_else(box, hoa, dung):
    dung.begin_test()
    dung.sit_down(DUNG)
    page = dung.warm_up()
    before = box.rows(EVENTS)
    at = f"/attempts/{hoa.attempt}"
    for path in ["", "/seat", "/warm-ups/1", "/items/1", "/review", "/submission", "/result"]:
        expect_page(dung.get(at + path), 403)
    answer = page.form("/responses").filled(("go", "next"), option="a", card=DUNG_AT_HOME, confirmed="yes")
    for path in ["/responses", "/submission", "/seat", "/slip"]:
        expect_page(dung.post(at + path, answer), 403)
    assert box.rows(EVENTS) == before


def test_a_finished_attempt_takes_nothing_more(box, client):
    client.begin_test()
    client.sit_down(HOA)
    page = client.warm_up()
    review = client.get(f"/attempts/{client.attempt}/review").page
    client.press(review, "/submission", confirmed="yes")
    before = box.rows(EVENTS)

    expect_page(client.answer_item(page), 409)
    assert client.press(review, "/submission").location.endswith("/result")
    for path in ["", "/items/1", "/review", "/seat"]:
        assert client.get(f"/attempts/{client.attempt}{path}").location.endswith("/result")
    token = page.form("/responses").fields["token"]
    assert client.post(f"/attempts/{client.attempt}/slip", {"token": token}).status == 409
    assert box.rows(EVENTS) == before


def test_an_attempt_given_up_for_an_earlier_one_is_void(hoa, dung):
    dung.begin_test()
    void = dung.attempt
    assert dung.sit_down(HOA).location == f"/attempts/{hoa.attempt}"
    assert dung.get(f"/attempts/{void}").status in (403, 410)


def test_no_place_of_the_test_opens_before_its_turn(box, client):
    client.begin_test()
    at = f"/attempts/{client.attempt}"
    for path in ["/items/1", "/review", "/result", "/submission"]:
        assert client.get(at + path).location == at + "/seat"
    client.sit_down(next(strangers()))
    for path in ["/items/1", "/review", "/result", "/submission"]:
        assert client.get(at + path).location == at + "/warm-ups/1"
    form = client.get(at + "/warm-ups/1").page.form("/responses")
    jump = {**form.filled(form.buttons[0]), "part": "scored", "option": "a"}
    client.post(form.action, jump)
    assert box.answers(client.attempt) == [], "no answer counts before the warm-ups are over"
    assert client.get(at).location == at + "/warm-ups/1"


# Methods and shapes of requests


@pytest.mark.parametrize("method, path, allowed", [
    ("GET", "/attempts", "POST"), ("GET", "/departure", "POST"), ("GET", "/attempts/1/responses", "POST"),
    ("POST", "/", "GET, HEAD"), ("POST", "/audiences/nguoi-dan", "GET, HEAD"), ("POST", "/health", "GET, HEAD"),
])
def test_a_method_an_address_does_not_take_is_told_with_those_it_takes(client, method, path, allowed):
    answer = client.ask(method, path)
    assert (answer.status, answer.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
def test_a_method_nobody_takes_is_refused(client, method):
    answer = client.ask(method, "/")
    assert answer.status == 405 and "GET" in answer.headers["Allow"]


def test_head_is_get_without_a_body(client):
    answer = client.ask("HEAD", "/")
    assert answer.status == 200 and not answer.body and int(answer.headers["Content-Length"]) > 500


def test_health_is_one_word(client):
    assert client.get("/health").body == b"ok\n"


LENGTH, FORM_LINE = "Content-Length: 4", f"Content-Type: {FORM}"


@pytest.mark.parametrize("raw", [
    get("Host: one", "Host: two"), get(), get("Host:"), get("Host: h", "X: a\0b"), get("Host: h", "X: a\r\n b"),
    get("Host: h", "X : a"), get("Host: h", "X: a\nY: b"), get("Host: h", target="http://elsewhere/"),
    get("Host: h", target="/../"), get("Host: h", target="/a%00b"), get("Host: h", target="/ /"),
    get("Host: h", "Cookie: a=1", "Cookie: b=2"), "GET /\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00",
    post("go=a", LENGTH, "Content-Length: 5", FORM_LINE), post("go=a", LENGTH, LENGTH, FORM_LINE),
    post("0\r\n\r\n", LENGTH, "Transfer-Encoding: chunked", FORM_LINE),
    post("0\r\n\r\n", "Transfer-Encoding: chunked, gzip", FORM_LINE), post("go=a", "Content-Length: -4", FORM_LINE),
    post("go=a", "Content-Length: 4, 4", FORM_LINE), post("go=a", "Content-Length: +4", FORM_LINE),
], ids=[
    "two hosts", "no host", "empty host", "NUL", "folded line", "space before the colon", "bare LF", "whole address",
    "climbing", "escaped NUL", "space in the target", "two cookies", "no version", "another protocol", "two lengths",
    "one length twice", "length and chunked", "two codings", "negative length", "list of lengths", "signed length",
])
def test_a_request_two_readers_could_read_in_two_ways_is_refused_before_routing(box, raw):
    seen = statuses(box.port, raw)
    # libmicrohttpd writes the head of its own refusals twice.
    assert set(seen) <= {400} or set(seen) == {505}, seen


def test_nothing_smuggled_behind_a_refused_request_is_answered(box):
    raw = post("0\r\n\r\n", LENGTH, "Transfer-Encoding: chunked", FORM_LINE) + get("Host: h")
    assert statuses(box.port, raw) == [400]


def test_a_body_too_large_is_refused_and_the_server_serves_on(box, client):
    answer = statuses(box.port, post("a" * 70_000, "Content-Length: 70000", FORM_LINE))
    assert answer == [413]
    assert statuses(box.port, post("", "Content-Length: 999999999999", FORM_LINE)) == [413]
    assert statuses(box.port, get("Host: h", "X: " + "a" * 9_000)) == [431]
    assert statuses(box.port, get("Host: h", target="/" + "a" * 3_000)) == [414]
    assert client.get("/health").status == 200
