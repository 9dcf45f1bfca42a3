"""The guides as pages, as paper, and their pictures."""

import subprocess

import pytest

from desk_world import DeskBox
from guide_pages import PAGES, recorded, words

SHEETS = {"resident": 1, "desk": 4, "officer": 6, "technician": 6}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    box = DeskBox(tmp_path_factory.mktemp("guides") / "data").set_up()
    yield box
    box.end()


@pytest.mark.parametrize("name", SHEETS)
def test_each_guide_shows_all_its_pictures_and_comes_out_on_as_many_sheets_as_it_should(desk, chromium, tmp_path, name):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{desk.url}/guides/{name}")
    for picture in page.locator(".picture img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    page.pdf(path=tmp_path / "guide.pdf", prefer_css_page_size=True, print_background=True)
    page.close()
    told = subprocess.run(["pdfinfo", tmp_path / "guide.pdf"], capture_output=True, text=True, check=True).stdout
    assert f"Pages:           {SHEETS[name]}\n" in told, told
    assert "A4" in told


def test_no_picture_is_older_than_its_page():
    old = {name for name, page in PAGES.items() if recorded()[name] != words(page)}
    assert old == set(), "take them anew: Tests/guide-pictures says how"
