"""What the kiosk says: made by the real voice, heard in a real browser, recorded by two colleagues."""

import http.client
import json
import os
import re
import shutil
import subprocess
import time

import pytest

import box as boxes
from bank import KIOSK
from client import Client
from desk_world import CLERK, DeskBox, hire
from kinds import write_kiosk

LONG = "LONG" in os.environ
CHROMIUM = "/usr/bin/chromium"


def small_kiosk(folder):
    kiosk = write_kiosk(folder)
    for part in ("speech", "languages", "office"):
        shutil.copytree(KIOSK / part, kiosk / part)
    # Translations of the shipped items have nothing to stand on here.
    for items in (kiosk / "languages" / "en").glob("items*.json"):
        items.unlink()
    return kiosk


def make(data, kiosk):
    words = [str(boxes.BINARY), "audio", "make", "--json", "--data", str(data), "--kiosk", str(kiosk)]
    done = subprocess.run(words, capture_output=True, text=True, env=os.environ)
    return done.returncode, json.loads(done.stdout), done.stderr


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """A desk's box on which every line is spoken."""
    folder = tmp_path_factory.mktemp("spoken")
    box = DeskBox(folder / "data", small_kiosk(folder / "kiosk"))
    box.set_up()
    box.end()
    box.passwords = {CLERK: box.password, "ngoc": hire(box, "ngoc", "Chị Ngọc", "clerk")}
    code, told, complaint = make(box.data, box.kiosk)
    assert code == 0 and told["spoken"] == told["lines"] == told["new"], complaint
    box.start()
    yield box
    box.end()


def sign_in(page, box, login):
    page.goto(box.url + "/staff/session")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(box.passwords[login])
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/desk")
    return page


def until(page, condition):
    """Asks again and again: the page's own policy lets nothing in it evaluate a text, as waiting inside it would."""
    for _ in range(300):
        if page.evaluate(f"Boolean({condition})"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {condition}")


@pytest.fixture
def page(chromium, spoken):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_every_line_of_the_bank_has_audio_and_only_what_is_new_is_made_again(spoken):
    code, told, _ = make(spoken.data, spoken.kiosk)
    assert (code, told["new"]) == (0, 0)
    assert told["spoken"] == told["lines"]
    files = [path for path in (spoken.data / "audio").glob("??/*.opus")]
    # Two lines may sound and read the same.
    assert told["lines"] * 0.9 < len(files) <= told["lines"]
    for path in sorted(files)[:5]:
        info = subprocess.run(["opusinfo", path], capture_output=True, text=True)
        assert info.returncode == 0 and "WARNING" not in info.stdout + info.stderr, info.stdout
        assert "TEXT=" in info.stdout and "WORDS=" in info.stdout


@pytest.mark.skipif(not LONG, reason="the whole bank takes many minutes: LONG=1")
def test_every_line_of_the_shipped_bank_has_audio(tmp_path):
    start = time.monotonic()
    code, told, _ = make(tmp_path / "data", KIOSK)
    print(f"audio: {told['spoken']} of {told['lines']} lines, {told['bytes']} bytes, {told['newSpeechSeconds']} s of speech, "
          f"{time.monotonic() - start:.0f} s")
    assert code == 0 and told["spoken"] == told["lines"]


def test_a_page_is_heard_its_words_marked_and_a_touch_elsewhere_stops_it(page, spoken):
    page.goto(spoken.url)
    page.get_by_role("button", name="Nghe", exact=True).click()
    until(page, "voice.duration > 2 && !voice.paused && voice.currentTime > 0.3")
    until(page, "player.dataset.word && CSS.highlights.get('spoken')?.size === 1")
    page.mouse.click(20, 400)
    until(page, "voice.paused && !CSS.highlights.get('spoken')")
    page.get_by_role("button", name="Nghe lại").click()
    until(page, "!voice.paused && voice.currentTime < 1")


def test_slower_and_by_itself_are_kept_from_page_to_page_until_the_kiosk_is_left(page, spoken):
    page.goto(spoken.url)
    with page.expect_response("**/voice"):
        page.get_by_role("button", name="Đọc chậm").click()
    with page.expect_response("**/voice"):
        page.get_by_role("button", name="Tự đọc mỗi trang").click()
    assert page.evaluate("voice.playbackRate") == 0.75
    page.locator("a.choice").first.click()
    until(page, "voice.autoplay && voice.defaultPlaybackRate === 0.75")
    until(page, "!voice.paused && voice.currentTime > 0.1")
    cookies = {cookie["name"] for cookie in page.context.cookies()}
    assert "sathach-voice" in cookies


def test_without_scripts_the_browsers_own_player_has_the_same_sound(chromium, spoken):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(spoken.url)
    source = page.locator("audio#voice[controls]").get_attribute("src")
    assert re.fullmatch(r"/audio/([0-9a-f]{16})+\.opus", source)
    context.close()


def test_sound_comes_in_the_parts_asked_for(spoken):
    source = re.search(r'src="(/audio/[^"]+)"', Client(spoken).get("/").page.text)[1]

    def ask(**headers):
        connection = http.client.HTTPConnection("127.0.0.1", spoken.port)
        connection.request("GET", source, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()

    whole, body = ask()
    assert (whole.status, whole.headers["Content-Type"]) == (200, "audio/ogg; codecs=opus")
    part, bytes_ = ask(Range="bytes=100-199")
    assert (part.status, bytes_, part.headers["Content-Range"]) == (206, body[100:200], f"bytes 100-199/{len(body)}")
    beyond, _ = ask(Range=f"bytes={len(body)}-")
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{len(body)}")
    other, again = ask(Range="bytes=0-9", **{"If-Range": '"other"'})
    assert (other.status, again) == (200, body)


def test_without_espeak_the_command_says_so_and_the_pages_stand(tmp_path, spoken):
    words = [str(boxes.BINARY), "audio", "make", "--data", str(tmp_path / "data"), "--kiosk", str(spoken.kiosk)]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "PATH": "/nowhere"})
    assert done.returncode == 3 and "no-voice" in done.stderr
    box = boxes.Box(tmp_path / "data", spoken.kiosk).start()
    assert "Máy này chưa có tiếng đọc" in Client(box).get("/").page.text
    box.end()


def test_one_records_another_reviews_and_the_kiosk_speaks_with_that_voice(playwright, spoken):
    chromium = playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"])
    desks = {}
    for login in spoken.passwords:
        context = chromium.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(15_000)
        desks[login] = sign_in(context.new_page(), spoken, login)
    lan, ngoc = desks["lan"], desks["ngoc"]
    path = f"{spoken.url}/office/voices/vi/items/loi-chao"
    lan.goto(path)
    lan.get_by_role("button", name="Ghi âm").click()
    lan.get_by_text("Đang ghi âm").wait_for()
    lan.wait_for_timeout(1_500)
    lan.get_by_role("button", name="Dừng ghi").click()
    lan.get_by_text("Đã ghi xong").wait_for()
    lan.get_by_role("button", name="Gửi bản ghi").click()
    lan.get_by_text("Bản ghi của chính mình").wait_for()
    assert not lan.get_by_role("button", name="Đồng ý dùng").count()
    ngoc.goto(path)
    ngoc.get_by_role("button", name="Đồng ý dùng").click()
    ngoc.get_by_text("Máy đang đọc bản này").wait_for()
    [file] = (spoken.data / "recordings").glob("??/*.opus")
    probe = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "stream=codec_name:format=duration", "-of", "csv=p=0", file],
        capture_output=True, text=True).stdout.split()
    assert probe[0] == "opus" and 1 < float(probe[1]) < 5
    name = file.stem
    assert name in re.search(r'src="(/audio/[^"]+)"', Client(spoken).get("/").page.text)[1]
    chromium.close()


@pytest.mark.parametrize("name, options, sentence", [
    ("dai.ogg", ["-t", "200", "-c:a", "libopus", "-b:a", "8k"], "dài quá 3 phút"),
    ("la.mp3", ["-t", "2"], "không phải Ogg hoặc WebM"),
    ("vorbis.ogg", ["-t", "2", "-c:a", "libvorbis"], "không phải Ogg hoặc WebM"),
    ("tot.webm", ["-t", "2", "-c:a", "libopus"], None),
])
def test_files_are_taken_by_what_is_in_them(tmp_path, page, spoken, name, options, sentence):
    path = tmp_path / name
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=300", *options, path], check=True)
    sign_in(page, spoken, CLERK)
    page.goto(f"{spoken.url}/office/voices/vi/items/loi-chao")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Gửi bản ghi").click()
    page.get_by_text(sentence or "Bản ghi của chính mình").wait_for()
