"""What to do with an item of any kind so that it is right, wrong or right in part, and what is kept of it then."""

import functools
from typing import NamedTuple

from bank import ITEMS, item
from simulations import Machine


class Answer(NamedTuple):
    # What stands in the form when it is sent: names and values of the boxes, buttons and lines that are chosen.
    fields: dict
    # What is tapped before, one after the other: the element, and what is typed first.
    taps: list
    kept: str
    credit: int


def right(stem):
    return of_kind("right", item(stem))


def wrong(stem):
    return of_kind("wrong", item(stem))


def partly(stem):
    """Right in part; None where the item knows no such thing."""
    return of_kind("partly", item(stem))


def of_kind(how, content):
    return globals()[content["type"]](content, how)


def key_texts(stem):
    """Words that feedback shows besides the reason."""
    content = item(stem)
    named = {part["id"]: part.get("text", part.get("name")) for part in content.get("options", content.get("regions", []))}
    return {
        "truths": lambda: [statement["text"] for statement in content["statements"]],
        "order": lambda: [step["text"] for step in content["steps"]],
        "match": lambda: [line["text"] for line in content["left"]],
        "short": lambda: [content["accepts"][0]["text"]],
        "simulated": lambda: ["Cách làm tốt"],
    }.get(content["type"], lambda: [named[name] for name in content["key"]])()


# Each kind

def single(content, how):
    ids = [option["id"] for option in content["options"]]
    credits = {**{option["id"]: option.get("credit", 0) for option in content["options"]}, content["key"][0]: 100}
    return one_of(ids, credits, how)


def point(content, how):
    ids = [region["id"] for region in content["regions"]]
    return one_of(ids, {name: 100 if name in content["key"] else 0 for name in ids}, how)


def one_of(ids, credits, how):
    fits = {"right": lambda credit: credit == 100, "wrong": lambda credit: credit == 0, "partly": lambda credit: 0 < credit < 100}
    chosen = next((name for name in ids if fits[how](credits[name])), None)
    return chosen and Answer({"option": chosen}, [], chosen, credits[chosen])


def several(content, how):
    key = content["key"]
    others = [option["id"] for option in content["options"] if option["id"] not in key]
    ids = {"right": key, "wrong": others[:1], "partly": key[:-1]}[how]
    credit = content["credit"][len(ids) if how != "wrong" else 0]
    return Answer({f"pick-{name}": "yes" for name in ids}, [], " ".join(sorted(ids)), credit)


def truths(content, how):
    is_true = {statement["id"]: statement["isTrue"] for statement in content["statements"]}
    judged = dict(agreeing(is_true, how, lambda name: not is_true[name]))
    credit = content["credit"][sum(judged[name] == is_true[name] for name in judged)]
    fields = {f"judge-{name}": "true" if value else "false" for name, value in judged.items()}
    return Answer(fields, [], " ".join(f"{name}{'+' if judged[name] else '-'}" for name in sorted(judged)), credit)


def match(content, how):
    pairs = {line["id"]: line["match"] for line in content["left"]}
    following = dict(zip(pairs, [*list(pairs.values())[1:], *pairs.values()]))
    matched = dict(agreeing(pairs, how, following.get))
    credit = content["credit"][sum(matched[name] == pairs[name] for name in pairs)]
    fields = {f"match-{name}": value for name, value in matched.items()}
    return Answer(fields, [], " ".join(f"{name}:{matched[name]}" for name in sorted(matched)), credit)


def agreeing(truth, how, otherwise):
    """Every part as it is, or otherwise; in part: only the last one otherwise."""
    for number, (name, value) in enumerate(truth.items(), 1):
        is_right = how == "right" or (how == "partly" and number < len(truth))
        yield name, value if is_right else otherwise(name)


def order(content, how):
    ids = [step["id"] for step in content["steps"]]
    put = {"right": ids, "wrong": ids[1:] + ids[:1], "partly": [*ids[:-2], ids[-1], ids[-2]]}[how]
    credit = content["credit"][sum(one == other for one, other in zip(put, ids))]
    return Answer({}, [(name, {}) for name in put], " ".join(put), credit)


def short(content, how):
    accepted = {line["text"]: line["credit"] for line in content["accepts"]}
    mistake = next((line["text"] for line in content.get("mistakes", [])), "0")
    return one_text({**accepted, mistake: 0}, how)


def one_text(credits, how):
    chosen = one_of(list(credits), credits, how)
    return chosen and Answer({"typed": chosen.kept}, [], "=" + chosen.kept, chosen.credit)


def simulated(content, how):
    machine = machine_of(content["id"])
    ways = {"right": machine.solution, "wrong": machine.failure, "partly": machine.detour}
    way = ways[how]()
    return way and walked(way, {"right": 100, "wrong": 0}.get(how, machine.credit(way)))


def walked(way, credit):
    return Answer({}, [(tap.element, tap.typed) for tap in way], " ".join(tap.step for tap in way), credit)


@functools.cache
def machine_of(name):
    return Machine(next(content for content in ITEMS.values() if content["id"] == name)["simulation"])
