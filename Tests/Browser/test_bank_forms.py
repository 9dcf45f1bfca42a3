"""Ten thousand forms drawn from the shipped bank: equally hard, and no item worn out."""

import json

from box import run


def test_ten_thousand_forms_are_equally_hard_and_wear_no_item_out():
    done = run("bank", "forms", "--count", "10000", "--json")
    assert done.returncode == 0, done.stderr

    for survey in json.loads(done.stdout):
        spread = survey["mostExpectedHundredths"] - survey["leastExpectedHundredths"]
        share = survey["mostSeenCount"] / survey["forms"]
        print(f"\n{survey['audience']}: expected scores of {survey['forms']} forms within {spread / 100} items, "
              f"most seen {survey['mostSeen']} in {share:.1%}")
        assert spread <= 50
        assert share <= 0.35
