"""The vectors that the product's statistics are held against are what NumPy, SciPy and statsmodels give today."""

import json
import math

import measurement_vectors
import pytest


def alike(one, other):
    """The same shape, and numbers equal but for their last digits, which change with the processor."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-8, abs_tol=1e-12)
    return one == other


@pytest.mark.parametrize("name", measurement_vectors.VECTORS)
def test_vectors_are_what_the_libraries_give(name):
    stored = json.loads((measurement_vectors.FOLDER / f"{name}.json").read_text())
    assert alike(measurement_vectors.made(name), stored)
