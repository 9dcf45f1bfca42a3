"""The running server seen by a stranger: the headers that protect every page, and methods."""

import re

import pytest


def test_every_page_has_its_protecting_headers(hoa):
    at = f"/attempts/{hoa.attempt}"
    pages = ["/", "/audiences/nguoi-dan", "/audiences/nguoi-dan/notice", f"{at}/items/1", f"{at}/review", "/nowhere"]
    for page in pages:
        headers = hoa.get(page).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "form-action 'self'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy and "http" not in policy and "*" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"
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
    assert client.get("/health").body.startswith(b'{"status":"ok","write":"ok"')
