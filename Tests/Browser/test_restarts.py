"""A power cut of the server at each step of the way: the page on the screen still works, and so does a reload."""

import pytest

from answers import right
from bank import COUNT
from world import DUNG


@pytest.fixture
def dung(sit_down):
    return sit_down()


@pytest.fixture(params=["the page on the screen", "a reload", "the first page"])
def power_cut(box, request):
    """Kills the server, starts it, and comes back in one of three ways."""
    def cut(resident):
        box.restart()
        if request.param == "a reload":
            resident.reload()
        if request.param == "the first page" and "/seat" not in resident.page.url:
            resident.go_to().press("Làm tiếp bài này")
    return cut


def test_at_the_seat(box, dung, power_cut):
    dung.walk_to_seat()
    power_cut(dung)
    dung.fill_in(DUNG.name, str(DUNG.birth_year), DUNG.number)
    power_cut(dung)
    if dung.stem != "Có đúng là mình không?":
        dung.fill_in(DUNG.name, str(DUNG.birth_year), DUNG.number)

    assert dung.press("Đúng, bắt đầu").place == "Câu làm quen 1 trên 3"
    assert box.value("SELECT count(*) FROM person") == 1


def test_at_a_warm_up(box, dung, power_cut):
    dung.sit_down(DUNG).answer()
    power_cut(dung)
    dung.press("Làm tiếp")
    stem = dung.stem
    power_cut(dung)

    assert (dung.stem, dung.place) == (stem, "Câu làm quen 2 trên 3")
    assert dung.answer().stem == "Đúng rồi"
    assert [answer[:2] for answer in box.answers(dung.attempt)] == [("warm-up", 1), ("warm-up", 2)]
    assert box.written_again(dung.attempt) == {}


def test_at_the_seventh_item(box, dung, power_cut):
    dung.skip_to(DUNG, 7)
    stem = dung.stem
    power_cut(dung)

    assert (dung.stem, dung.place) == (stem, f"Câu 7 trên {COUNT}")
    dung.do(right(stem))
    power_cut(dung)
    if not dung.item.is_answered:
        dung.do(right(stem))
    assert dung.press("Câu tiếp theo").place == f"Câu 8 trên {COUNT}"
    assert [number for part, number, _, _ in box.answers(dung.attempt) if part == "scored"] == [*range(1, 8)]
    assert box.written_again(dung.attempt) == {}


def test_at_the_review(box, dung, power_cut):
    dung.skip_to(DUNG, COUNT + 1)
    power_cut(dung)
    if not dung.page.url.endswith("/review"):
        assert dung.place == f"Câu {COUNT} trên {COUNT}" and dung.item.is_answered
        dung.press("Câu tiếp theo")

    assert dung.sees("Đã trả lời hết các câu.")
    assert dung.press("Nộp bài").stem == "Đạt"
    power_cut_after_the_end(box, dung)


def power_cut_after_the_end(box, dung):
    box.restart()
    assert dung.reload().stem == "Đạt" and len(box.slips()) == 1
    assert box.command("audit", "verify").returncode == 0
