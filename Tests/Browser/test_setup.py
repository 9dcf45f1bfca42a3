"""From a site file to a box that serves, without a browser; and the same for many boxes."""

import json

import pytest

from box import Box, run

SITE = """office = UBND xã Thử
commune = 02215
first-officer = minh
first-officer-name = Trần Văn Minh
recovery-key = make
public-key-to = {stick}
"""


@pytest.fixture
def site(tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    file = tmp_path / "site.conf"
    file.write_text(SITE.format(stick=stick))
    return file


def test_a_hundred_boxes_are_made_from_one_file_and_a_second_run_changes_nothing(tmp_path, site):
    for device in [1, 2, 100]:
        data = tmp_path / f"box-{device}"
        made = run("setup", "--from", site, "--device", device, "--data", data)
        assert made.returncode == 0 and "one-time password" in made.stdout and "KHÓA KHÔI PHỤC" in made.stdout, made.stderr
        again = run("setup", "--from", site, "--device", device, "--data", data)
        assert (again.returncode, again.stdout) == (0, "nothing to change\n")
    names = sorted(path.name for path in (tmp_path / "usb").iterdir())
    assert names == [f"sathach-02215-{device}.json" for device in (1, 100, 2)]
    assert json.loads((tmp_path / "usb" / names[0]).read_text())[0]["issuer"] == "02215-1"


def test_the_box_serves_and_its_officer_signs_in(tmp_path, site):
    box = Box(tmp_path / "data")
    run("setup", "--from", site, "--data", box.data)
    try:
        box.start()
        assert [account["login"] for account in json.loads(box.command("user", "list", "--json").stdout)] == ["minh"]
        assert box.command("setup", "--from", site).stdout == "nothing to change\n", "also while it serves"
        busy = box.command("setup", "--from", site, "--device", 9)
        assert busy.returncode == 3 and "in use by process" in busy.stderr
    finally:
        box.end()


def test_a_dry_run_says_what_would_change_and_makes_nothing(tmp_path, site):
    told = run("setup", "--from", site, "--dry-run", "--json", "--data", tmp_path / "data")
    assert [change["what"] for change in json.loads(told.stdout)["changes"]][0] == "folder"
    assert not (tmp_path / "data").exists() and not list((tmp_path / "usb").iterdir())


def test_every_bad_line_is_told_with_its_number_and_nothing_is_made(tmp_path, site):
    site.write_text(site.read_text() + "device = none\nphone = 1\n")
    told = run("setup", "--from", site, "--data", tmp_path / "data")
    assert told.returncode == 1 and not (tmp_path / "data").exists()
    assert f"{site}:7: " in told.stderr and f"{site}:8: " in told.stderr and told.stderr.endswith("nothing changed\n")
