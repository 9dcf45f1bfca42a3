"""Two communes and their province: each box knows the other's slips by a list that the province has signed."""

import datetime
import json
import pathlib
import shutil
from typing import NamedTuple

import pytest

import paper_world as paper
from bank import KIOSK
from box import Box, run, run_province
from client import Client
from paper_world import Province, armoured, check, formats, keys_of, verify
from world import DUNG, HOA, SUONG

A, B, SAMPLE = "02215-1", "02218-1", "00000-demo"
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def trust(box, province):
    seen = box.command("keys", "anchor", province.folder / "province.pub", "--fingerprint", province.fingerprint)
    assert seen.returncode == 0, seen.stderr


class World(NamedTuple):
    province: Province
    a: Box
    b: Box
    # Each box has issued three, with the serials 1 to 3.
    a_slips: list
    b_slips: list
    first_list: pathlib.Path

    @property
    def boxes(self):
        return [self.a, self.b]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A province and two boxes that serve, have issued slips and hold its first list."""
    folder = tmp_path_factory.mktemp("province")
    province = Province(folder / "province")
    boxes = [paper.set_up(folder / name, commune).start() for name, commune in [("a", A[:5]), ("b", B[:5])]]
    for box in boxes:
        for person in [HOA, DUNG, SUONG]:
            assert Client(box).take_test(person).page.heading == "Đạt"
        trust(box, province)
    first_list, seen = province.sign(1, keys_of(boxes[0]) + keys_of(boxes[1]))
    assert seen.returncode == 0, seen.stderr
    yield World(province, *boxes, boxes[0].slips(), boxes[1].slips(), first_list)
    for box in boxes:
        box.end()


@pytest.fixture
def world(made):
    """The same world with the first list in both boxes, whatever a test before has brought in."""
    for box in made.boxes:
        (box.data / "keys" / "key-list.txt").unlink(missing_ok=True)
        assert box.command("keys", "import", made.first_list).returncode == 0
    return made


def judge(world, box, text):
    """The verdict by the second implementation, with the list that the box holds and the box's own key."""
    held = box.data / "keys" / "key-list.txt"
    listed = {"keys": [], "revoked": []}
    if held.exists():
        opened = formats.open_key_list(held.read_text(), world.province.public, None)
        assert opened["kind"] == "accepted"
        listed = opened["list"]
    own = [key for key in keys_of(box) if key["public"] not in {listed["public"] for listed in listed["keys"]}]
    return formats.verdict(text, {**listed, "keys": listed["keys"] + own})


VERDICTS = {
    "genuine": (0, "genuine", "Phiếu thật"),
    "sample": (0, "sample", "Phiếu mẫu, không có giá trị"),
    "unknownKey": (1, "unknown-key", "Chưa kiểm tra được ở máy này"),
    "keyWithdrawn": (1, "key-withdrawn", "Phiếu không có giá trị"),
    "revoked": (1, "revoked", "Phiếu không có giá trị"),
    "keyNotYetInForce": (1, "key-not-yet-in-force", "Phiếu không có giá trị"),
    "issuerMismatch": (1, "issuer-mismatch", "Phiếu không có giá trị"),
}
REASONS = {
    "keyWithdrawn": "Khóa ký phiếu này đã bị thu hồi.",
    "revoked": "Phiếu này đã bị hủy.",
    "keyNotYetInForce": "Số phiếu này có trước khi khóa ký được dùng.",
    "unknownKey": "Máy chưa có khóa của nơi cấp phiếu. Cần nạp danh sách khóa mới của tỉnh.",
    "issuerMismatch": "Phiếu ghi một nơi cấp, nhưng khóa ký là của nơi khác.",
}


def expect(world, box, slip, kind):
    """The command, the page of the server that has been running all along, and the second implementation agree."""
    code, word, title = VERDICTS[kind]
    seen, told = verify(box, slip["text"])
    assert (seen.returncode, told["verdict"]) == (code, word), seen.stdout
    page = check(Client(box), slip["text"])
    assert page.title == title
    assert kind not in REASONS or page.reason == REASONS[kind]
    assert judge(world, box, slip["text"])["kind"] == kind
    return seen, page


# The anchor


@pytest.fixture
def stranger(tmp_path):
    """A box of a third commune that trusts nobody yet."""
    box = paper.set_up(tmp_path / "c", "02300").start()
    yield box
    box.end()


@pytest.mark.parametrize("given", [[], ["--fingerprint", ""], ["--fingerprint", "27620 29413 50798 92373 87849 92404"]])
def test_the_provinces_key_is_refused_without_the_right_fingerprint(made, stranger, given):
    seen = stranger.command("keys", "anchor", made.province.folder / "province.pub", *given)
    assert seen.returncode == 1 and made.province.fingerprint in seen.stderr
    assert not (stranger.data / "keys" / "province.pub").exists()
    assert stranger.command("keys", "import", made.first_list).returncode == 1, "nobody's list is taken"
    assert not (stranger.data / "keys" / "key-list.txt").exists()


def test_the_provinces_key_is_trusted_once_its_fingerprint_was_compared(made, stranger):
    fingerprint = made.province.fingerprint
    assert fingerprint == formats.fingerprint(made.province.public)
    seen = stranger.command(
        "keys", "anchor", made.province.folder / "province.pub", "--fingerprint", fingerprint.replace(" ", "-"))
    assert seen.returncode == 0 and formats.key_id(made.province.public).hex() in seen.stdout
    assert stranger.command("keys", "import", made.first_list).returncode == 0


def test_a_province_never_overwrites_its_key(made):
    before = made.province.seed
    seen = run_province("key", "new", "--to", made.province.folder)
    assert seen.returncode == 1 and made.province.seed == before
    assert (made.province.folder / "province.key").stat().st_mode & 0o077 == 0


# Lists


def test_each_box_finds_the_others_slips_genuine_and_says_the_list(world):
    for box, slips, issuer in [(world.a, world.b_slips, B), (world.b, world.a_slips, A), (world.a, world.a_slips, A)]:
        for slip in slips:
            seen, page = expect(world, box, slip, "genuine")
            assert f"issuer {issuer}, serial {slip['serial']}" in seen.stdout
            assert seen.stdout.splitlines()[-1] == "checked with key list 1 of 2026-11-20"
            assert page.facts["Số phiếu"] == f"{issuer} · {slip['serial']}"
            assert page.keys == "Đã kiểm tra bằng danh sách khóa số 1, ngày 20/11/2026."


def test_the_holder_of_another_boxs_slip_is_told_apart_too(world):
    page = check(Client(world.a), world.b_slips[0]["text"], holder=HOA.card)
    assert page.holder == "Đúng người: phiếu được làm cho số định danh này."


def test_a_list_is_in_force_in_a_running_server_without_a_restart(made):
    for box, slip in [(made.a, made.b_slips[0]), (made.b, made.a_slips[0])]:
        (box.data / "keys" / "key-list.txt").unlink(missing_ok=True)
        expect(made, box, slip, "unknownKey")
        process = box.process.pid
        assert box.command("keys", "import", made.first_list).returncode == 0
        expect(made, box, slip, "genuine")
        assert box.process.pid == process


def test_without_a_date_a_list_has_todays(world):
    content = world.province.folder / "today.json"
    content.write_text(json.dumps({"keys": keys_of(world.a)}))
    seen = run_province("list", "sign", "--key", world.province.folder, "--number", 7, content)
    assert seen.returncode == 0
    file = world.province.put("today.txt", seen.stdout)
    assert world.b.command("keys", "import", file).returncode == 0
    today = datetime.datetime.now(VIETNAM).strftime("%Y-%m-%d")
    assert f"checked with key list 7 of {today}" in world.b.command("slip", "verify", world.a_slips[0]["text"]).stdout


def second_list(world):
    """A's key is withdrawn from its serial 2, and B's slip 3 is taken back."""
    (a,), (b,) = keys_of(world.a), keys_of(world.b)
    revoked = {"issuer": B, "code": world.b_slips[2]["code"]}
    file, seen = world.province.sign(2, [{**a, "withdrawnFromSerial": 2}, b], [revoked], date="2026-11-21")
    assert seen.returncode == 0, seen.stderr
    return file


def test_a_withdrawn_key_and_a_revoked_slip_are_refused_at_both_boxes_and_the_others_stay_genuine(world):
    file = second_list(world)
    for box in world.boxes:
        assert box.command("keys", "import", file).stdout == "list 2: 2 keys, 1 revoked slips\n"
        for slip, kind in zip(world.a_slips + world.b_slips, [
                "genuine", "keyWithdrawn", "keyWithdrawn", "genuine", "genuine", "revoked"]):
            seen, page = expect(world, box, slip, kind)
            assert "checked with key list 2 of 2026-11-21" in seen.stdout
            assert page.keys == "Đã kiểm tra bằng danh sách khóa số 2, ngày 21/11/2026."


def test_a_revoked_slip_is_refused_by_its_spoken_code_too(world):
    assert world.b.command("keys", "import", second_list(world)).returncode == 0
    seen, told = verify(world.b, world.b_slips[2]["code"])
    assert (seen.returncode, told["verdict"]) == (1, "revoked")
    assert check(Client(world.b), world.b_slips[2]["code"]).reason == REASONS["revoked"]


def test_a_key_is_in_force_only_from_its_first_serial_and_only_for_its_issuer(world):
    (a,), (b,) = keys_of(world.a), keys_of(world.b)
    file, _ = world.province.sign(3, [{**a, "fromSerial": 3}, {**b, "issuer": "02999-1"}])
    assert world.b.command("keys", "import", file).returncode == 0
    for slip, kind in zip(world.a_slips, ["keyNotYetInForce", "keyNotYetInForce", "genuine"]):
        expect(world, world.b, slip, kind)
    assert world.a.command("keys", "import", file).returncode == 0
    expect(world, world.a, world.b_slips[0], "issuerMismatch")


def test_what_a_new_list_does_not_name_is_trusted_no_more_but_for_the_boxs_own_key(world):
    file, _ = world.province.sign(4, keys_of(world.b))
    assert world.b.command("keys", "import", file).returncode == 0
    expect(world, world.b, world.a_slips[0], "unknownKey")
    assert world.a.command("keys", "import", file).returncode == 0
    expect(world, world.a, world.a_slips[0], "genuine")


# Refused lists


def older(world, _):
    return world.province.sign(4, keys_of(world.a))[0], "notNewer"


def equal(world, _):
    return world.province.sign(5, keys_of(world.a))[0], "notNewer"


def altered(world, _):
    text = world.province.sign(6, keys_of(world.a))[0].read_text()
    place = len(text) // 2
    letter = "A" if text[place] != "A" else "B"
    return world.province.put("altered.txt", text[:place] + letter + text[place + 1:]), ("altered", "malformed")


def cut(world, _):
    text = world.province.sign(6, keys_of(world.a))[0].read_text()
    return world.province.put("cut.txt", text[:-80]), "malformed"


def unsigned(world, _):
    return world.province.put("unsigned.txt", json.dumps({"keys": keys_of(world.a)})), "notAKeyList"


def empty(world, _):
    return world.province.put("empty.txt", ""), "notAKeyList"


def with_an_empty_signature(world, _):
    text = world.province.sign(6, keys_of(world.a))[0].read_text()
    message = formats.cbor2.loads(formats.unarmoured(text))
    message[3] = bytes(64)
    return world.province.put("no-signature.txt", armoured(formats.cbor2.dumps(message, canonical=True))), "altered"


def of_another_province(world, folder):
    other = Province(folder / "other")
    return other.sign(6, keys_of(world.a))[0], "otherAnchor"


def signed_by_a_box(world, _):
    """Box A's own slip key under the province's key id would need its signature; under its own id it is no anchor."""
    seed = (world.a.data / "keys" / "slip.key").read_bytes()
    public = bytes.fromhex(keys_of(world.a)[0]["public"])
    content = {1: 6, 2: 0, 3: [], 4: []}
    message = formats.sign(formats.cbor2.dumps(content), seed, public, formats.LIST_HEADER.encode())
    return world.province.put("by-a-box.txt", armoured(message)), "otherAnchor"


def sample_key(world, _):
    return world.province.sign_by_hand({1: 6, 2: 0, 3: [[SAMPLE, bytes(range(32)), 1]], 4: []}), "malformed"


def sample_slip(world, _):
    return world.province.sign_by_hand({1: 6, 2: 0, 3: [], 4: [[SAMPLE, bytes(5)]]}), "malformed"


def of_a_newer_version(world, _):
    text = world.province.sign(6, keys_of(world.a))[0].read_text()
    return world.province.put("newer.txt", text.replace("key list 1", "key list 2", 1)), "otherVersion"


REFUSED = [older, equal, altered, cut, unsigned, empty, with_an_empty_signature, of_another_province, signed_by_a_box,
           sample_key, sample_slip, of_a_newer_version]


@pytest.mark.parametrize("list_of", REFUSED, ids=lambda list_of: list_of.__name__)
def test_a_list_that_cannot_be_trusted_is_refused_and_changes_nothing(world, tmp_path, list_of):
    held, _ = world.province.sign(5, keys_of(world.a) + keys_of(world.b))
    assert world.b.command("keys", "import", held).returncode == 0
    folder = world.b.data / "keys"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    file, kinds = list_of(world, tmp_path)

    seen = world.b.command("keys", "import", file)

    assert seen.returncode == 1 and len(seen.stderr.splitlines()) == 1 and not seen.stdout, seen
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    expect(world, world.b, world.a_slips[0], "genuine")
    assert formats.open_key_list(file.read_text(), world.province.public, 5)["kind"] in (
        [kinds] if isinstance(kinds, str) else kinds)


def test_a_list_signed_by_hand_is_what_the_command_signs(world):
    keys = sorted(keys_of(world.a) + keys_of(world.b), key=lambda key: key["public"])
    by_command, _ = world.province.sign(9, keys, date="2026-11-20")
    midnight = int(datetime.datetime(2026, 11, 20, tzinfo=VIETNAM).timestamp())
    content = {1: 9, 2: midnight, 3: [[key["issuer"], bytes.fromhex(key["public"]), 1] for key in keys], 4: []}
    assert by_command.read_text() == world.province.sign_by_hand(content).read_text()


def test_the_province_does_not_sign_a_list_with_the_sample_issuer(world):
    (a,) = keys_of(world.a)
    for keys, revoked in [([{**a, "issuer": SAMPLE}], []), ([a], [{"issuer": SAMPLE, "code": "000000000000"}])]:
        _, seen = world.province.sign(8, keys, revoked)
        assert seen.returncode == 1 and len(seen.stderr.splitlines()) == 1 and not seen.stdout, seen


def test_a_list_tampered_with_on_the_disk_is_told_and_makes_nothing_genuine(world, tmp_path):
    """Whoever can write to the folder still cannot sign: the list is checked anew each time."""
    held = world.b.data / "keys" / "key-list.txt"
    held.write_bytes(of_another_province(world, tmp_path)[0].read_bytes())
    seen = world.b.command("slip", "verify", world.a_slips[0]["text"])
    assert seen.returncode == 3 and len(seen.stderr.splitlines()) == 1
    page = check(Client(world.b), world.a_slips[0]["text"])
    assert not page.is_genuine and page.status == 500 and "mời báo" in page.page.lower()
    assert Client(world.b).get("/").status == 200


# Samples


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    box = Box(tmp_path_factory.mktemp("demo") / "data")
    made = run("demo", "--people", 6, "--attempts", 9, "--seed", 5, "--data", box.data, "--kiosk", KIOSK)
    assert made.returncode == 0
    return box


def test_a_sample_slip_is_of_an_unknown_key_at_a_real_box(world, sample):
    for slip in sample.slips():
        for box in world.boxes:
            expect(world, box, slip, "unknownKey")
    assert "SAMPLE" in sample.command("slip", "verify", sample.slips()[0]["text"]).stdout


def test_the_key_of_samples_is_in_no_list(world, sample):
    _, seen = world.province.sign(8, keys_of(world.a) + keys_of(sample))
    assert seen.returncode == 1 and SAMPLE in seen.stderr


def test_a_real_slip_is_of_an_unknown_key_where_samples_are_made(world, sample):
    told = json.loads(sample.command("slip", "verify", "--json", world.a_slips[0]["text"]).stdout)
    assert told["verdict"] == "unknown-key"


def test_samples_are_never_made_in_a_folder_with_real_attempts(world, tmp_path):
    copy = Box(tmp_path / "copy")
    shutil.copytree(world.a.data, copy.data)
    seen = run("demo", "--people", 6, "--attempts", 9, "--data", copy.data, "--kiosk", KIOSK)
    assert seen.returncode == 1 and "real attempts" in seen.stderr
    assert copy.slips() == world.a_slips and not (copy.data / "PHIEU-MAU").exists()
