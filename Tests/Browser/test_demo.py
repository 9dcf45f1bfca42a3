"""Sample data: the same seed makes the same samples, marked on every page, never mixed with real people's."""

import pytest

from bank import KIOSK
from box import Box, run
from client import Client
from world import HOA

BANNER = "BẢN CHẠY THỬ: mọi người và mọi kết quả ở đây đều là mẫu, không có giá trị."
ATTEMPTS = """SELECT a.id, a.state, a.seed, a.person, a.right, a.passed, a.submittedAt, f.part, f.number, f.optionOrder,
  f.response FROM attempt a LEFT JOIN formItem f ON f.attempt = a.id ORDER BY a.id, f.part, f.number"""


def demo(folder, seed=5):
    return run("demo", "--people", 6, "--attempts", 9, "--seed", seed, "--data", folder, "--kiosk", KIOSK)


@pytest.fixture
def sample_box(tmp_path):
    box = Box(tmp_path / "sample")
    assert demo(box.data).returncode == 0
    yield box.start()
    box.end()


def test_the_same_seed_gives_the_same_attempts_and_slips(tmp_path):
    one, other, third = (Box(tmp_path / name) for name in ("one", "other", "third"))
    assert demo(one.data).returncode == demo(other.data).returncode == demo(third.data, seed=6).returncode == 0

    assert one.slips() and one.slips() == other.slips()
    assert one.rows(ATTEMPTS) == other.rows(ATTEMPTS) != third.rows(ATTEMPTS)
    assert one.command("keys", "export").stdout == other.command("keys", "export").stdout
    assert len({row[0] for row in one.rows(ATTEMPTS)}) == 9


def test_a_sample_slip_says_that_it_is_one(sample_box):
    seen = sample_box.command("slip", "verify", sample_box.slips()[0]["text"])
    assert seen.returncode == 0 and "SAMPLE" in seen.stdout and "00000-demo" in seen.stdout


def test_a_folder_with_real_attempts_takes_no_samples(box, client):
    client.take_test(HOA)
    box.end()
    before = box.rows("SELECT id, hash FROM event")

    seen = demo(box.data)

    assert seen.returncode == 1 and "real attempts" in seen.stderr and len(seen.stderr.splitlines()) == 1
    assert box.rows("SELECT id, hash FROM event") == before
    assert BANNER not in Client(box.start()).get("/").text


def test_samples_are_not_made_twice_in_one_folder(sample_box):
    sample_box.end()
    before = sample_box.rows(ATTEMPTS)
    assert demo(sample_box.data).returncode == 1
    assert sample_box.rows(ATTEMPTS) == before


def test_every_page_of_a_box_with_samples_is_marked(sample_box):
    client = Client(sample_box)
    client.begin_test()
    pages = ["/", "/audiences/nguoi-dan", "/audiences/nguoi-dan/notice", "/nowhere", f"/attempts/{client.attempt}/seat"]
    assert all(BANNER in client.get(page).text for page in pages)

    client.sit_down(HOA)
    page = client.follow(f"/attempts/{client.attempt}")
    for _ in range(60):
        assert BANNER in page.text
        if page.page.heading in ("Đạt", "Chưa đạt"):
            return
        page = client.follow(go_on(client, page.page).location)
    raise AssertionError("no result")


def go_on(client, page):
    """Answers, reads on or hands in, whatever the page asks for."""
    if any(form.action.endswith("/submission") for form in page.forms):
        return client.press(page, "/submission")
    return client.answer_item(page) if page.is_item else client.press(page, "/responses")
