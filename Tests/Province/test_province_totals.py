import os
import time

import counts_of_test

LONG = "LONG" in os.environ
ATTEMPTS = int(os.environ.get("ATTEMPTS") or (10_000_000 if LONG else 200_000))


def test_bundles_of_124_boxes_in_any_order_and_twice_come_to_what_another_program_computes(province, tmp_path, capsys):
    province.run("simulate", "--boxes", 124, "--attempts", ATTEMPTS, "--seed", 7, "--disorder", "--to", tmp_path / "all")
    province.run("trust", tmp_path / "all/keys.json")
    seen, begun = set(), time.monotonic()
    for stick in (3, 1, 4, 2):
        seen |= set(province.take(tmp_path / f"all/stick-{stick}").values())
    with capsys.disabled():
        print(f"\n{ATTEMPTS:,} attempts of 124 boxes taken in, on four sticks in disorder, in {time.monotonic() - begun:.0f} s")
    assert seen == {"applied", "again", "gap"}

    expected = counts_of_test.from_ledger(tmp_path / "all/ledger.jsonl")
    counts_of_test.assert_equal(counts_of_test.kept(province), expected)

    province.run("recount")
    counts_of_test.assert_equal(counts_of_test.kept(province), expected)


def test_an_older_database_keeps_its_counts_when_the_whole_becomes_a_difference(province, tmp_path):
    province.run("simulate", "--boxes", 3, "--attempts", 600, "--seed", 8, "--to", tmp_path / "all")
    province.run("trust", tmp_path / "all/keys.json")
    province.take(tmp_path / "all/stick-1")
    before = counts_of_test.kept(province)
    apart = province.number("SELECT count(*) FROM report_cell WHERE commune = '00000'")
    assert apart > 0

    province.rows(AS_VERSION_2)
    province.run("migrate")

    counts_of_test.assert_equal(counts_of_test.kept(province), before)
    assert province.number("SELECT count(*) FROM report_cell WHERE commune = '00000'") == apart


# In version 2 the whole stood under 00000, and there were no targets.
AS_VERSION_2 = """
  CREATE TEMPORARY TABLE whole AS SELECT kind, start, scope, audience, age_band, sex, is_assisted, is_later, sum(people) AS people,
    sum(passed) AS passed, sum(attempts) AS attempts, sum(attempts_passed) AS attempts_passed FROM report_cell
    GROUP BY kind, start, scope, audience, age_band, sex, is_assisted, is_later;
  DELETE FROM report_cell WHERE commune = '00000';
  INSERT INTO report_cell (commune, kind, start, scope, audience, age_band, sex, is_assisted, is_later, people, passed, attempts,
    attempts_passed) SELECT '00000', * FROM whole;
  CREATE TEMPORARY TABLE whole_part AS SELECT kind, start, scope, part, sum(people) AS people, sum(reached) AS reached,
    sum(asked) AS asked, sum(credit) AS credit FROM report_part_cell GROUP BY kind, start, scope, part;
  DELETE FROM report_part_cell WHERE commune = '00000';
  INSERT INTO report_part_cell (commune, kind, start, scope, part, people, reached, asked, credit)
    SELECT '00000', * FROM whole_part;
  DROP TABLE target, population;
  DELETE FROM schema_step WHERE number > 2;
"""
