"""What is not there, not one's own, over, or not yet open."""

import pytest

from http_checks import EVENTS, expect_page
from world import DUNG, HOA, strangers

DUNG_AT_HOME = f"{DUNG.number}||{DUNG.name}|01021984|Nam||"


@pytest.mark.parametrize("path", [
    "/audiences/khong-co", "/audiences/khong-co/notice", "/audiences/NGUOI-DAN", "/attempts/999", "/attempts/0",
    "/attempts/01", "/attempts/-1", "/attempts/99999999999999999999", "/attempts/999/items/1", "/nowhere", "//",
    "/attempts/",
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
    assert hoa.post(form.action, {**form.filled(), "place": "21", "option": "a"}).status == 404


def test_somebody_elses_attempt_is_closed_to_everybody_else(box, hoa, other):
    other.begin_test()
    other.sit_down(DUNG)
    page = other.warm_up()
    before = box.rows(EVENTS)
    at = f"/attempts/{hoa.attempt}"
    for path in ["", "/seat", "/warm-ups/1", "/items/1", "/review", "/submission", "/result"]:
        expect_page(other.get(at + path), 403)
    answer = page.form("/responses").filled(("go", "next"), option="a", card=DUNG_AT_HOME, confirmed="yes")
    for path in ["/responses", "/submission", "/seat", "/slip"]:
        expect_page(other.post(at + path, answer), 403)
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


def test_an_attempt_given_up_for_an_earlier_one_is_void(hoa, other):
    other.begin_test()
    void = other.attempt
    assert other.sit_down(HOA).location == f"/attempts/{hoa.attempt}"
    assert other.get(f"/attempts/{void}").status in (403, 410)


def test_no_place_of_the_test_opens_before_its_turn(box, client):
    client.begin_test()
    at = f"/attempts/{client.attempt}"
    for path in ["/items/1", "/review", "/result", "/submission"]:
        assert client.get(at + path).location == at + "/seat"
    client.sit_down(next(strangers()))
    for path in ["/items/1", "/review", "/result", "/submission"]:
        assert client.get(at + path).location == at + "/warm-ups/1"
    form = client.get(at + "/warm-ups/1").page.form("/responses")
    jump = {**form.filled(), "part": "scored", "option": "a"}
    client.post(form.action, jump)
    assert box.answers(client.attempt) == [], "no answer counts before the warm-ups are over"
    assert client.get(at).location == at + "/warm-ups/1"
