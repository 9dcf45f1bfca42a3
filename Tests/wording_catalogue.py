#!/usr/bin/env python3
"""Writes Sources/Web/Catalogue anew from the files of wording, with the pages that use each sentence.

A test says when a sentence is missing; then run this and `swift format --in-place --recursive Sources/Web/Catalogue`.
"""

import pathlib
import re

WEB = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Web"
OWNERS = {
    "Wording": "Wording.swift", "SeatWording": "Candidate/SeatWording.swift",
    "HelpCallWording": "Candidate/HelpCallWording.swift", "IdleWording": "Idle/IdleWording.swift",
    "KeyboardWording": "Typing/KeyboardWording.swift", "ScreenWording": "Simulated/ScreenWording.swift"}
MEMBER = re.compile(r"static (let|func) (\w+)(?:\(([^)]*)\))?([^\n]*)")
NUMBERS = ["3", "20", "5"]
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(WEB.rglob("*.swift")) if "Catalogue" not in path.name}
NAMES = {"layout": "every page", "components": "every form", "formatting": "item"}


def pages(owner, member):
    """The screens that name a sentence."""
    found = set()
    for path, text in SOURCES.items():
        if path.stem != owner and re.search(rf"\b{owner}\.{member}\b", text):
            stem = re.sub("(Screen|Page|Markup|Form|Facts|Paper)$", "", path.stem)
            name = re.sub("(?<!^)([A-Z])", r"-\1", stem).lower()
            found.add(NAMES.get(name, name))
    return ", ".join(sorted(found))


def call(owner, member, parameters):
    """A call with samples for what is put in."""
    values = []
    for place, parameter in enumerate(part for part in parameters.split(",") if part.strip()):
        label, kind = (part.strip() for part in parameter.split(":"))
        value = NUMBERS[place] if kind == "Int" else '"…"'
        values.append(value if label.startswith("_") else f"{label.split()[0]}: {value}")
    return f"{owner}.{member}({', '.join(values)})"


def entries(owner):
    for what, member, parameters, rest in MEMBER.findall(SOURCES[WEB / OWNERS[owner]]):
        text = call(owner, member, parameters) if what == "func" else f"{owner}.{member}"
        is_list = "[String]" in rest or re.match(r"\s*=\s*\[", rest)
        joined = '.joined(separator: " | ")' if is_list else ""
        yield f'    WordingEntry("{owner}.{member}", {text}{joined}, on: "{pages(owner, member)}"),'


def write(name, lists):
    lines = ["// Held complete by a test: see ``WordingCatalogue``.", "", "extension WordingCatalogue {"]
    for variable, found in lists.items():
        lines += [f"  static let {variable}: [WordingEntry] = [", *found, "  ]", ""]
    (WEB / "Catalogue" / name).write_text("\n".join([*lines[:-1], "}", ""]), encoding="utf-8")


whole = list(entries("Wording"))
middle = len(whole) // 2
write("WordingCatalogue+Test.swift", {"wayOfTest": whole[:middle]})
write("WordingCatalogue+Slip.swift", {"slipsAndChecks": whole[middle:]})
write("WordingCatalogue+Kiosk.swift", {owner[0].lower() + owner[1:]: list(entries(owner)) for owner in list(OWNERS)[1:]})
