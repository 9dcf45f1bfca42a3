import os

import counts_of_test

LONG = "LONG" in os.environ
ATTEMPTS = 200_000 if LONG else 12_400


def test_bundles_of_124_boxes_in_any_order_and_twice_come_to_what_another_program_computes(province, tmp_path):
    province.run("simulate", "--boxes", 124, "--attempts", ATTEMPTS, "--seed", 7, "--disorder", "--to", tmp_path / "all")
    province.run("trust", tmp_path / "all/keys.json")
    seen = set()
    for stick in (3, 1, 4, 2):
        seen |= set(province.take(tmp_path / f"all/stick-{stick}").values())
    assert seen == {"applied", "again", "gap"}

    expected = counts_of_test.from_ledger(tmp_path / "all/ledger.jsonl")
    counts_of_test.assert_equal(counts_of_test.kept(province), expected)

    province.run("recount")
    counts_of_test.assert_equal(counts_of_test.kept(province), expected)
