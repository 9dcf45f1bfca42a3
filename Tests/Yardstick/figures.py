"""What was measured: every value, the ratios of paired values, and what is to be held."""

import statistics
from dataclasses import dataclass


def spread(values):
    return {"min": min(values), "median": statistics.median(values), "max": max(values), "n": len(values)}


@dataclass
class Goal:
    """A bound on the median: of the ratios, or of our own values."""

    relation: str
    bound: float
    of_ratio: bool = False

    def holds(self, value):
        return value >= self.bound if self.relation == "≥" else value < self.bound

    def __str__(self):
        return f"{'ratio ' if self.of_ratio else ''}{self.relation} {self.bound:g}"


@dataclass
class Figure:
    name: str
    unit: str
    ours: list
    yardstick: list = None
    goal: Goal = None
    remark: str = ""

    @property
    def ratios(self):
        """Ours to the yardstick's of the same round: what else the machine did then, it did to both."""
        if not self.yardstick:
            return None
        return [one / other for one, other in zip(self.ours, self.yardstick) if other > 0] or None

    @property
    def holds(self):
        if not self.goal:
            return None
        return self.goal.holds(statistics.median(self.ratios if self.goal.of_ratio else self.ours))

    def record(self):
        return {
            "name": self.name, "unit": self.unit, "ours": spread(self.ours),
            "yardstick": self.yardstick and spread(self.yardstick), "ratio": self.ratios and spread(self.ratios),
            "goal": self.goal and str(self.goal), "holds": self.holds, "remark": self.remark,
        }

    def line(self):
        verdict = "" if self.goal is None else f"{self.goal}: {'held' if self.holds else 'MISSED'}"
        cells = [text(self.ours), text(self.yardstick), text(self.ratios, digits=2)]
        return f"{self.name:<38} {self.unit:<5}" + "".join(f" {cell:>24}" for cell in cells) + f"  {verdict}" + (
            f"  ({self.remark})" if self.remark else "")


HEAD = f"{'figure: min / median / max':<38} {'unit':<5} {'ours':>24} {'C yardstick':>24} {'ratio':>24}  goal"


def text(values, digits=None):
    if not values:
        return "–"
    found = spread(values)
    parts = [short(found[name], digits) for name in ("min", "median", "max")]
    return parts[0] if found["n"] == 1 else " / ".join(parts)


def short(value, digits):
    if digits is not None:
        return f"{value:.{digits}f}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
