"""Every shipped simulated item in a real browser: solved, failed and left undone, with the credit of a second machine."""

import json
import os
import shutil

import pytest

from answers import machine_of, walked
from bank import BLUEPRINT, KIOSK, item, read_items
from box import Box
from resident import Resident, Screen
from world import strangers

FRAMEWORK = json.loads((KIOSK / "bank" / "framework.json").read_text(encoding="utf-8"))
NOTICES = json.loads((KIOSK / "bank" / "notices.json").read_text(encoding="utf-8"))
AREA_OF = {competence["id"]: competence["area"] for competence in FRAMEWORK["competences"]}
TASKS = [content for content in read_items() if content["type"] == "simulated"]
AREAS = list(dict.fromkeys(AREA_OF[content["competence"]] for content in TASKS))
# Without scripts nothing waits, and nothing needs them.
SCREEN = Screen(1366, 768, scripts=False)
RUNS = [("solved", "touch"), ("failed", "keyboard")]
if os.environ.get("LONG"):
    RUNS += [("solved", "keyboard"), ("failed", "touch"), ("left", "keyboard"), ("left", "touch")]
# Some tasks take thirty taps to fail; in the default run they are left after one, in the long one walked to the end.
LONGEST_FAILURE = 99 if os.environ.get("LONG") else 6


EVERYBODY = ["nguoi-dan"]


def write_kiosk(folder, area):
    """The shipped framework and look for one audience; one form holds all simulated items of an area, whoever they are for."""
    items = [{**content, "audiences": EVERYBODY} for content in read_items() if AREA_OF[content["competence"]] == area]
    tasks = [{**content, "use": "tested"} for content in items if content["type"] == "simulated"]
    practice = next(content for content in items if content["use"] == "practice" and content["type"] != "simulated")
    [band] = [band for band in BLUEPRINT["bands"] if band.get("practical")]
    blueprint = {
        **BLUEPRINT, "minutes": 600, "warmUps": 0, "practicePerArea": 1, "retakeDelayDays": 0,
        "bands": [{**band, "difficulties": [1, 2, 3, 4, 5]}], "draws": [{"area": area, "items": {band["id"]: len(tasks)}}],
        "cutScore": {"overall": 1, "areas": {area: 0}}}
    shutil.copytree(KIOSK / "web", folder / "web")
    (folder / "bank" / "blueprints").mkdir(parents=True)
    (folder / "bank" / "items").mkdir()
    competences = [{**competence, "audiences": EVERYBODY} for competence in FRAMEWORK["competences"]]
    framework = {**FRAMEWORK, "audiences": of_everybody(FRAMEWORK["audiences"], "id"), "competences": competences}
    notices = {**NOTICES, "notices": of_everybody(NOTICES["notices"], "audience")}
    for name, content in {
        "framework.json": framework, "notices.json": notices, "blueprints/nguoi-dan.json": blueprint,
        "items/tasks.json": {"items": [*tasks, practice]},
    }.items():
        (folder / "bank" / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return folder, len(tasks)


def of_everybody(entries, name):
    return [entry for entry in entries if entry[name] in EVERYBODY]


@pytest.fixture(scope="module", params=AREAS)
def kiosk(request, tmp_path_factory, chromium):
    """A server and one browser for all people who try the tasks of an area."""
    folder = tmp_path_factory.mktemp(request.param)
    kiosk, count = write_kiosk(folder / "kiosk", request.param)
    box = Box(folder / "data", kiosk=kiosk).start()
    context = chromium.new_context(viewport=SCREEN.size, has_touch=True, java_script_enabled=SCREEN.scripts)
    context.set_default_timeout(10_000)
    yield box, context.new_page(), count
    context.close()
    box.end()


PEOPLE = strangers()


@pytest.mark.parametrize(("end", "hand"), RUNS)
def test_every_task_of_an_area_ends_as_a_second_machine_says(kiosk, end, hand):
    box, page, count = kiosk
    someone = Resident(page, box, SCREEN._replace(**{hand: True}))
    someone.skip_to(next(PEOPLE), 1)
    expected = {}
    for number in range(1, count + 1):
        assert someone.page.url.split("#")[0].endswith(f"/items/{number}")
        content = item(someone.stem)
        own = end_for(content, end)
        answer = answer_for(content, own)
        someone.item.do(answer)
        assert someone.item.is_over == (own != "left"), content["id"]
        someone.picture(f"task-{content['id']}-{end}")
        expected[content["id"]] = (answer.kept, answer.credit, own != "left")
        someone.go_on()

    hand_in(someone, any(not is_whole for _, _, is_whole in expected.values()))
    assert kept(box, someone.attempt) == expected
    assert someone.sees(f"Được {count if end == 'solved' else 0} trên {count} điểm")
    assert someone.crooked == []


def answer_for(content, end):
    machine = machine_of(content["id"])
    ways = {"solved": machine.solution, "failed": machine.failure, "left": lambda: machine.solution()[:1]}
    return walked(ways[end](), 100 if end == "solved" else 0)


def end_for(content, end):
    return "left" if end == "failed" and len(machine_of(content["id"]).failure()) > LONGEST_FAILURE else end


def hand_in(someone, has_open):
    someone.press("Nộp bài")
    if has_open:
        someone.press("Nộp bài luôn")


def kept(box, attempt):
    rows = box.rows(
        "SELECT i.code, f.response, f.credit, f.isWhole FROM formItem f JOIN item i ON i.id = f.item WHERE f.attempt = ?",
        attempt)
    return {code: (response, credit, bool(is_whole)) for code, response, credit, is_whole in rows}
