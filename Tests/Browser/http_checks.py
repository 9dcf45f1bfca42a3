"""What the tests of the running server ask of its answers."""

EVENTS = "SELECT count(*), max(id) FROM event"


def expect_page(answer, status):
    """A page with a sentence and one way on, for whatever went wrong."""
    assert answer.status == status, answer.text
    assert answer.page.heading and answer.page.links and ("Bấm nút" in answer.text or "Mời" in answer.text)
