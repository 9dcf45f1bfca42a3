"""The commands: exit codes, and one plain line for whoever has to act."""

import os
import re
import socket
import stat
import subprocess
import urllib.error
import urllib.request

import pytest

from bank import KIOSK
from box import BINARY, Box, run
from world import DUNG, HOA, SUONG

SWIFT_VALUE = re.compile(r"\w\(|ExitCode|rawValue")


def expect_sentence(seen, code, *words):
    """One English line on standard error, with the facts and without a programmer's value."""
    assert seen.returncode == code, seen.stdout + seen.stderr
    lines = seen.stderr.splitlines()
    assert len(lines) == 1, seen.stderr
    assert lines[0].isascii() and not SWIFT_VALUE.search(lines[0]), lines[0]
    assert all(word in lines[0] for word in words), lines[0]


def serve(folder, *more):
    return run("serve", "--data", folder, "--port", "0", "--kiosk", KIOSK, *more)


def test_a_port_in_use_is_told_with_its_number(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        expect_sentence(serve(tmp_path / "data", "--port", port), 3, port, "in use")


def test_a_second_server_on_the_same_folder_is_refused_and_the_first_serves_on(box):
    expect_sentence(serve(box.data), 3, str(box.data))
    box.await_page()


def expect_sentence_on_screen(folder, *words, before=()):
    """The box stays, says on the screen what to do, and in the log what is wrong."""
    call = [*before, str(BINARY), "serve", "--data", str(folder), "--port", "0", "--kiosk", str(KIOSK)]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = process.stdout.readline().strip()
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(address, timeout=20)
    page = refusal.value.read().decode()
    process.terminate()
    log = process.communicate(timeout=20)[1]
    assert refusal.value.code == 503 and "Mời báo cán bộ ở quầy" in page and "Mã: H-1" in page
    assert process.returncode == 0 and all(word in log for word in words), log


def test_a_file_in_place_of_the_data_folder_is_told(tmp_path):
    (tmp_path / "data").write_text("")
    expect_sentence_on_screen(tmp_path / "data", str(tmp_path / "data"), "folder")


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "data").mkdir(mode=0o555)
    for folder in [tmp_path, *tmp_path.parents[:2]]:
        folder.chmod(folder.stat().st_mode | 0o055)
    as_nobody = ["setpriv", "--reuid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    expect_sentence_on_screen(tmp_path / "data", str(tmp_path / "data"), "denied", before=as_nobody)


def test_an_address_that_is_none_is_told(tmp_path):
    expect_sentence(serve(tmp_path / "data", "--listen", "nowhere"), 3, "nowhere")


@pytest.mark.parametrize("words", [
    ["serve", "--nope"], ["--nope"], ["nope"], ["serve", "--port", "many"], ["serve", "--port", "65536"],
    ["slip", "verify"], ["demo", "--people", "0"],
], ids=" ".join)
def test_wrong_use_ends_with_2_and_names_what_was_wrong(words):
    seen = run(*words)
    assert seen.returncode == 2 and seen.stderr.startswith("Error: ") and not seen.stdout
    assert "Usage: sathach" in seen.stderr


@pytest.mark.parametrize("words", [
    ["slip", "list"], ["slip", "verify", "841"], ["slip", "show", "0000000000000000"], ["keys", "export"],
    ["audit", "verify"],
], ids=" ".join)
def test_a_folder_without_data_is_told_and_not_made(tmp_path, words):
    folder = tmp_path / "data"
    expect_sentence(run(*words, "--data", folder), 3, str(folder), "no data")
    assert not folder.exists()


@pytest.mark.parametrize("words", [["--help"], ["serve", "--help"], ["routes"], ["bank", "stats", "--kiosk", KIOSK]])
def test_help_and_lists_end_with_0(words):
    seen = run(*words)
    assert seen.returncode == 0 and seen.stdout and not seen.stderr


def test_two_starts_in_a_row_are_harmless(box):
    keys = {file.name: file.read_bytes() for file in (box.data / "keys").iterdir()}
    assert box.end() == 0
    box.start()

    assert {file.name: file.read_bytes() for file in (box.data / "keys").iterdir()} == keys
    assert box.value("SELECT count(*) FROM itemBank") == 1 and box.value("SELECT max(id) FROM boot") == 2
    assert box.command("audit", "verify").returncode == 0


def test_keys_are_readable_by_their_owner_alone(box):
    keys = list((box.data / "keys").iterdir())
    assert len(keys) >= 2
    assert all(stat.S_IMODE(key.stat().st_mode) == 0o600 for key in keys)
    assert stat.S_IMODE(box.data.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in box.data.glob("sathach.db*"))


def test_a_copy_of_the_database_and_the_log_name_nobody(box, client):
    for person in [HOA, DUNG, SUONG]:
        client.take_test(person)
    box.value("SELECT 1")
    copy = b"".join(file.read_bytes() for file in box.data.glob("sathach.db*")) + box.log.read_bytes()

    assert box.value("SELECT count(*) FROM person") == 3
    for person in [HOA, DUNG, SUONG]:
        for word in [person.name, person.name.upper(), person.number, person.number[3:], *person.card.split("|")[3:4]]:
            assert word.encode() not in copy and word.encode("utf-16-le") not in copy
        assert int(person.number).to_bytes(5, "big") not in copy


@pytest.fixture
def two_slips(box, client):
    for person in [HOA, DUNG]:
        client.take_test(person)
    return [slip["text"] for slip in box.slips()]


def test_a_slip_text_that_is_not_as_it_was_made_is_not_genuine(box, two_slips, tmp_path):
    first, second = two_slips
    for text in ["rubbish", "", "0", "http://example.vn/", first[:-1], first[:-17], first[:100], first + first,
                 first + second, first[:2] + "2" + first[3:], first.replace("0", "O", 1), " ".join(first), "84", "841"]:
        seen = box.command("slip", "verify", text)
        assert seen.returncode == 1 and (seen.stdout + seen.stderr).startswith("not "), (text, seen)
        assert not SWIFT_VALUE.search(seen.stdout + seen.stderr)


def test_a_mistyped_spoken_code_is_told_with_its_group(box, two_slips):
    code = box.slips()[0]["code"]
    wrong = code[:5] + str((int(code[5]) + 1) % 10) + code[6:]
    seen = box.command("slip", "verify", wrong)
    assert seen.returncode == 1 and "group 2" in seen.stdout + seen.stderr
    expect_sentence(box.command("slip", "show", wrong), 1, "group 2")


def test_a_slip_of_another_box_is_not_genuine_here(box, two_slips, tmp_path):
    other = Box(tmp_path / "other").start()
    seen = other.command("slip", "verify", two_slips[0])
    other.end()
    assert seen.returncode == 1 and "not known here" in seen.stdout
