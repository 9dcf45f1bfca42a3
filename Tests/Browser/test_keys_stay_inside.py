"""Nothing on a tested item's page tells which answer is right."""

import re

from bank import COUNT, item
from client import Client
from world import strangers

# Members of an item that only editors read.
INSIDE = ("meaning", "rationale", "difficultyReason", "reading")
SPEAKING = re.compile(r"\b(key|rationale|correct|right|credit|meaning|goes?to|goal)\w*\s*=", re.IGNORECASE)


def test_no_page_of_a_tested_form_holds_a_key_before_it_is_handed_in(box):
    for person, _ in zip(strangers(), range(4)):
        client = Client(box)
        client.begin_test()
        client.sit_down(person)
        page = client.warm_up()
        for _ in range(COUNT):
            expect_no_key(page)
            page = client.follow(client.answer_item(page).location).page
        assert "rationale" not in page.text


def test_a_warm_up_shows_its_key_only_after_the_answer(box, client):
    client.begin_test()
    client.sit_down(next(strangers()))
    expect_no_key(client.follow(f"/attempts/{client.attempt}").page)
    assert client.get(f"/attempts/{client.attempt}/warm-ups/1/feedback").status == 303
    assert client.get(f"/attempts/{client.attempt}/warm-ups/3/feedback").status == 303


def test_a_tested_item_has_no_feedback_at_all(box, client):
    client.begin_test()
    client.sit_down(next(strangers()))
    client.answer_item(client.warm_up())
    assert client.get(f"/attempts/{client.attempt}/items/1/feedback").status in (303, 404, 409)


def expect_no_key(page):
    content = item(page.heading)
    assert not [text for text in inside(content) if text in page.text] and f'"{content["id"]}"' not in page.text
    assert not SPEAKING.search(page.text)
    labels = re.findall(r'<label[^>]*><input type="(?:radio|checkbox)" name="(?!marked).*?</label>', page.text)
    # Apart from its name, its value and its words one choice is written as the other.
    assert len({re.sub(r'(name|value)="[a-z-]+"|<span>.*?</span>', "", label) for label in labels}) <= 1
    assert len(labels) == sum(map(len, page.form("/responses").choices.values()))


def inside(content):
    """Every text of an item that no candidate reads, at any depth."""
    if isinstance(content, list):
        return [text for part in content for text in inside(part)]
    if not isinstance(content, dict):
        return []
    own = [text for name, text in content.items() if name in INSIDE and len(text) > 12]
    return own + [text for part in content.values() for text in inside(part)]
