"""The officer changes and adopts rules, enters figures, sees a target, and closes and prints a return, with the real program."""

import contextlib
import json
import re
import shutil
import ssl
import subprocess
import urllib.parse
import urllib.request

import pytest

from bank import KIOSK
from box import Box, run
from client import Client
from world import HOA

CODE = re.compile(r"[A-Z0-9]{4}(?:-?[A-Z0-9]{4})*|\d{4,}")


class DeskAtKiosk(Box):
    """A box whose only screen is also the desk, so that the officer needs no certificate here."""

    def start(self, port=0):
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "sathach.conf").write_text("office = UBND xã Tân Trào\ncommune = 02545\ndesk-at-kiosk = on\n")
        super().start(port)
        return self

    def first_officer_code(self):
        return self.first_line().strip().rsplit(" ", 1)[1]


@pytest.fixture
def plan_box(tmp_path):
    box = DeskAtKiosk(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def officer(plan_box, chromium):
    """Ông Minh, made on the console's code, signed in."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(10_000)
    page = context.new_page()
    become_officer(page, plan_box)
    yield page
    context.close()


def become_officer(page, box):
    code = box.first_officer_code()
    page.goto(f"{box.url}/staff/first-officer")
    page.fill("[name=code]", code)
    page.fill("[name=login]", "minh")
    page.fill("[name=name]", "Ông Minh")
    page.fill("[name=password]", "mua gat thang muoi")
    for repeated in page.locator("[name=again]").all():
        repeated.fill("mua gat thang muoi")
    page.click("main button.main")
    if "/staff/account" in page.url:
        settle(page, box)


def settle(page, box):
    """A second factor is owed: a printed list of codes, then signing in with one of them."""
    page.click("form[action='/staff/account/codes'] button")
    codes = page.locator("main ol li, main .codes li, main code").all_inner_texts()
    box.codes = [text.strip() for text in codes]


def post_rules(page, box, **values):
    page.goto(f"{box.url}/office/rules/nguoi-dan")
    for name, value in values.items():
        page.fill(f"[name='{name.replace('__', '-')}']", value)
    page.click("text=Ban hành >> nth=-1")


def test_from_rules_to_a_printed_return(plan_box, officer, tmp_path):
    page, box = officer, plan_box
    page.goto(f"{box.url}/office/rules")
    assert page.locator("tbody tr").count() == 4
    assert page.locator("text=đề xuất, chưa ban hành").count() == 4

    # More than the bank has is refused with the number there is.
    page.goto(f"{box.url}/office/rules/nguoi-dan")
    page.fill("[name='count-ai_vua']", "99")
    fill_paper(page)
    assert "ngân hàng chỉ có" in page.inner_text("[role=alert]")
    assert page.input_value("[name='count-ai_vua']") == "99"

    page.fill("[name='count-ai_vua']", "1")
    page.fill("[name=minutes]", "35")
    page.fill("[name=overall]", "1")
    for cut in page.locator("[name^='cut-']").all():
        cut.fill("0")
    fill_paper(page)
    assert "15/QĐ-UBND ngày 25/11/2026, Nguyễn Văn Ký ký" in page.inner_text("main")
    version = box.value("SELECT max(version) FROM blueprint WHERE audience = 'nguoi-dan'")
    assert version == 3

    # They outlive a restart, though the bank on the disk still proposes its own.
    box.restart()
    assert box.value(
        "SELECT b.version FROM inForce f JOIN blueprint b ON b.id = f.blueprint WHERE f.audience = 'nguoi-dan'") == 3

    hoa = Client(box)
    hoa.begin_test()
    hoa.sit_down(HOA)
    hoa.warm_up()
    hoa.pass_test()
    slip = json.loads(box.command("slip", "verify", box.slips()[0]["text"], "--json").stdout)
    assert version in slip.values() or str(version) in json.dumps(slip)


def fill_paper(page):
    page.fill("[name=document]", "15/QĐ-UBND")
    page.fill("[name=date]", "2026-11-25")
    page.fill("[name=signer]", "Nguyễn Văn Ký")
    page.click("form.rule-set button.main")
