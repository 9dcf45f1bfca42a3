"""Every page in every state, as the gallery lists them, under axe-core and our own ruler: each ground, each size, each screen."""

import os
import re

import pytest

import seen
from bank import ROOT
from box import run

LOOKS = [(ground, zoom, letters) for zoom in seen.ZOOMS for letters in (0, 3) for ground in seen.GROUNDS]
LOOKS = [look for look in LOOKS if look[1:] != (2, 3)]
SCREENS = [(1280, 800), (1024, 768), (1366, 768)]
LONG = bool(os.environ.get("LONG"))
# What a clerk or officer works at is a desk screen; only a resident's main action must be there without scrolling. What is
# typed at the box once, the check after its answer and guides, which are to be read, are longer.
LONGER = re.compile("^(check-|first-officer|enrolment|(desk-)?guide-)")
PLANTED = """<!doctype html><html lang="vi"><title>Thử</title><main><h1>Thử</h1>
<p style="color: #707070">Chữ nhạt</p><button style="width: 20px; height: 20px">x</button><button style="width: 20px; height: 20px">y</button>
<p style="font-size: 12px">Chữ nhỏ</p><a href="#a" style="display: block; width: 900px">Rộng</a></main></html>"""

STICKING_OUT_OF_BAR = """(() => {
  const bar = document.querySelector(".bar-staff")?.getBoundingClientRect();
  return [...document.querySelectorAll(".bar-staff button")].filter((button) => {
    const place = button.getBoundingClientRect();
    return place.top < bar.top || place.bottom > bar.bottom;
  }).map((button) => button.textContent);
})()"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    names = seen.write(folder)
    served = seen.Folder(folder)
    yield names, served, folder
    served.end()


@pytest.fixture(scope="module")
def viewers(chromium):
    return {zoom: seen.Viewer(chromium, zoom) for zoom in seen.ZOOMS}


def looks(index):
    """In the long run every look of every page; else one, the next page the next."""
    return LOOKS if LONG else [LOOKS[index % len(LOOKS)]]


def test_the_gallery_lists_every_page_that_has_a_stored_look(gallery):
    stored = {path.stem for path in (ROOT / "Tests" / "WebTests" / "Snapshots").glob("*.html")}
    names, _, folder = gallery
    index = (folder / "index.html").read_text()
    assert set(names) == stored and len(names) == len(set(names)) > 200
    assert all(f'href="{name}.html"' in index for name in names)


def test_no_page_breaks_the_guidelines_at_levels_a_and_aa_nor_in_enhanced_contrast(gallery, viewers, capsys):
    names, served, _ = gallery
    found, used = {}, set()
    for index, name in enumerate(names):
        for ground, zoom, letters in looks(index):
            viewers[zoom].open(served.url(name), ground, letters)
            used.add((ground, zoom, letters))
            if broken := viewers[zoom].violations():
                found[name, ground, zoom, letters] = broken
    with capsys.disabled():
        total = sum(len(looks(index)) for index in range(len(names)))
        print(f"\n{len(names)} pages under axe, {total:,} looks of {len(LOOKS)} kinds: {len(found)} with violations")
    assert found == {}
    assert used == set(LOOKS)


def test_a_planted_page_breaks_what_is_looked_for(viewers):
    viewer = viewers[1]
    viewer.page.set_content(PLANTED)
    viewer.page.evaluate(seen.AXE)
    broken = " ".join(viewer.violations())
    assert "color-contrast-enhanced" in broken and "target-size" in broken
    assert viewer.targets() and viewer.small() and viewer.wide(320)


def test_targets_letters_and_widths_keep_their_measure(gallery, viewers):
    """48 pixels, 8 apart; letters from 20; nothing sticks out at 320 pixels, which is 400 % on a kiosk, nor with letters twice as large,
    and no button out of the bar for colleagues."""
    names, served, _ = gallery
    viewer, found = viewers[1], {}
    for name in names:
        viewer.open(served.url(name))
        faults = viewer.page.evaluate(STICKING_OUT_OF_BAR) + viewer.targets() + viewer.small() + viewer.wide(320) + viewer.wide(1024)
        viewer.dress("light", letters=3)
        faults += viewer.wide()
        if faults:
            found[name] = faults
    assert found == {}


def test_a_resident_never_scrolls_to_the_main_action(gallery, viewers):
    names, served, _ = gallery
    viewer, found = viewers[1], {}
    for name in names:
        viewer.open(served.url(name))
        if LONGER.match(name) or viewer.page.evaluate("document.body.classList.contains('staff')"):
            continue
        for width, height in SCREENS:
            viewer.page.set_viewport_size({"width": width, "height": height})
            if below := viewer.below():
                found[name, width] = below
    viewer.page.set_viewport_size({"width": viewer.width, "height": viewer.height})
    assert found == {}


def test_a_verdict_at_the_desk_is_in_sight_while_the_field_for_the_next_one_has_the_focus(gallery, viewers):
    names, served, _ = gallery
    page = viewers[1].page
    checks = [name for name in names if name.startswith("desk-check-")]
    assert len(checks) > 4
    for name in checks:
        viewers[1].open(served.url(name))
        page.wait_for_timeout(100)  # until the browser has gone to the field
        assert page.evaluate("document.activeElement.id") == "slip"
        top, bottom = page.evaluate("(({top, bottom}) => [top, bottom])(document.querySelector('.outcome h2').getBoundingClientRect())")
        assert 0 <= top < bottom <= 800, name


def test_letters_grow_to_twice_their_size_and_back(gallery, viewers):
    names, served, _ = gallery
    viewer = viewers[1]
    viewer.open(served.url("item-open"))
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    usual = viewer.page.evaluate(size)
    viewer.dress("light", letters=3)
    assert viewer.page.evaluate(size) == pytest.approx(2 * usual, rel=.01)


def test_who_asks_for_other_colours_or_no_motion_is_heeded(chromium, gallery):
    names, served, _ = gallery
    page = chromium.new_context(forced_colors="active", reduced_motion="reduce").new_page()
    page.goto(served.url("item-chosen-and-marked"))
    moving = "[...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert page.evaluate(moving) == 0
    outline = "getComputedStyle(document.querySelector('.option:has(input:checked)')).borderColor"
    plain = "getComputedStyle(document.querySelector('.option:not(:has(input:checked))')).borderColor"
    assert page.evaluate(outline) != page.evaluate(plain)


@pytest.mark.skipif(not LONG, reason="every live item, in the long run")
def test_no_live_item_breaks_the_guidelines_on_any_ground(viewers, tmp_path):
    assert run("bank", "gallery", "--to", tmp_path / "items", "--kiosk", ROOT / "kiosk").returncode == 0
    served, found = seen.Folder(tmp_path / "items"), {}
    pages = [path for path in sorted((tmp_path / "items").glob("*.html")) if 'class="face"' in path.read_text()]
    assert len(pages) > 20
    for path in pages:
        for zoom, viewer in viewers.items():
            for ground in seen.GROUNDS:
                viewer.open(served.url(path.stem), ground)
                if broken := viewer.violations(within=".face"):
                    found[path.stem, zoom, ground] = broken
    served.end()
    print(f"{len(pages)} pages of items, {len(viewers)} sizes, {len(seen.GROUNDS)} grounds: {len(found)} with violations")
    assert found == {}
