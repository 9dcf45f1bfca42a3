"""An officer holds the log against a slip, and takes the verifier's page along."""

import os

from client import Client
from test_office_plan import minh, office  # noqa: F401
from verifier_page import VerifierPage
from world import HOA


def picture(minh, name):
    if folder := os.environ.get("PICTURES"):
        minh.page.screenshot(path=f"{folder}/{name}.png")


def test_a_slip_is_held_against_the_log_and_the_downloaded_page_finds_it_genuine(minh, office, chromium, tmp_path):  # noqa: F811
    Client(office).take_test(HOA)
    text = office.slips()[0]["text"]
    minh.open("/office")
    minh.page.click("text=Sổ ghi và phiếu")
    picture(minh, "evidence")
    minh.fill(slip=text).press("Đối chiếu")
    picture(minh, "evidence-agrees")
    assert minh.says("Sổ khớp với phiếu")
    minh.fill(slip=text[:-1]).press("Đối chiếu")
    assert minh.says("Chưa đối chiếu được")

    with minh.page.expect_download() as download:
        minh.page.click("text=Tải trang kiểm tra")
    assert download.value.suggested_filename == "kiem-tra-phieu.html"
    download.value.save_as(tmp_path / "kiem-tra-phieu.html")
    context = chromium.new_context(viewport={"width": 412, "height": 915})
    phone = VerifierPage(context, tmp_path / "kiem-tra-phieu.html")
    phone.check(text, HOA.card)
    if folder := os.environ.get("PICTURES"):
        phone.page.screenshot(path=f"{folder}/verifier.png", full_page=True)
    assert phone.text("#title") == "Phiếu thật" and phone.text("#person").startswith("Đúng người")
    context.close()
