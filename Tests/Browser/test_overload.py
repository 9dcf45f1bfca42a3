"""More at once than the box may have waiting: who is too many is told to come again, and whose page comes again by itself."""

import http.client
import re
import socket
from urllib.parse import urlencode

from bank import COUNT
from client import Client
from pages import Page
from plain_browser import FORM
from world import HOA

# Beside the writer 64 may wait for one thread, which takes tens of milliseconds for each.
CROWD = 120


def test_who_is_too_many_is_sent_away_with_a_page_that_comes_again(box):
    hoa = Client(box)
    hoa.begin_test()
    hoa.sit_down(HOA)
    form = hoa.answer_until(COUNT + 1).form("/submission")
    body = urlencode(form.filled())
    answers = at_once(box, form.action, hoa.cookie, body)

    refused = [text for status, headers, text in answers if status == 503]
    assert {status for status, _, _ in answers} == {303, 503} and len(refused) < CROWD // 2 + 10
    assert all(headers["Retry-After"] == "2" for status, headers, _ in answers if status == 503)
    for text in refused:
        assert "Máy đang bận, câu trả lời trước đã được lưu." in text and re.search(r'src="/assets/resend[^"]*\.js"', text)
    again = Page(refused[0]).form("/submission")
    assert hoa.post(again.action, again.filled()).status == 303
    assert hoa.follow(f"/attempts/{hoa.attempt}").page.heading == "Đạt"
    assert len(box.slips()) == 1, "however often it was handed in"


def at_once(box, path, cookie, body):
    """Status, headers and text of the answers to as many requests, all of which are there before the first is answered."""
    head = (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{box.port}\r\nCookie: {cookie}\r\nContent-Type: {FORM}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n")
    doors = [socket.create_connection(("127.0.0.1", box.port), 30) for _ in range(CROWD)]
    for door in doors:
        door.sendall((head + body).encode())
    answers = []
    for door in doors:
        response = http.client.HTTPResponse(door)
        response.begin()
        answers.append((response.status, response.headers, response.read().decode()))
        door.close()
    return answers
