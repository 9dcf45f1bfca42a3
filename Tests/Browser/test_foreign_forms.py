"""Forms that are not ours, or cannot be read in one way only: refused whole, and nothing is stored."""

import pytest

from http_checks import EVENTS, expect_page
from plain_browser import FORM


def forged(hoa, other, kind):
    """A right answer of bà Hoa's with something wrong about who sends it."""
    form = hoa.find("single").form("/responses")
    fields = {**form.filled(), "option": form.choices["option"][0]}
    other.get("/")
    if kind == "no token":
        del fields["token"]
    elif kind == "a token of another session":
        fields["token"] = other.get("/audiences/nguoi-dan").page.forms[0].fields["token"]
    elif kind == "an empty token":
        fields["token"] = ""
    elif kind == "no cookie":
        hoa.cookie = ""
    elif kind == "another cookie":
        hoa.cookie = other.cookie
    elif kind == "a cookie that is none":
        hoa.cookie = "sathach=zz"
    return form.action, fields


@pytest.mark.parametrize("kind", [
    "no token", "a token of another session", "an empty token", "no cookie", "another cookie", "a cookie that is none"])
def test_a_form_that_is_not_from_this_session_is_refused_and_nothing_is_stored(box, hoa, other, kind):
    action, fields = forged(hoa, other, kind)
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
    "no step": "token={token}&part=scored&place={place}&option={option}",
    "an unknown part": "token={token}&part=other&place={place}&go=next&option={option}",
    "a place that is no number": "token={token}&part=scored&place=one&go=next&option={option}",
    "a place with a sign": "token={token}&part=scored&place=%2B1&go=next&option={option}",
    "a place beyond all numbers": "token={token}&part=scored&place=99999999999999999999&go=next&option={option}",
    "an unknown step": "token={token}&part=scored&place={place}&go=away&option={option}",
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
    form = hoa.find("single").form("/responses")
    token, place, option = form.fields["token"], form.fields["place"], form.choices["option"][0]
    whole = f"token={token}&part=scored&place={place}&shown=yes&go=next"
    before = box.rows(EVENTS)

    sent = body.format(form=whole, token=token, place=place, option=option)
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
