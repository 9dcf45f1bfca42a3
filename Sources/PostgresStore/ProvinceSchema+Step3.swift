extension ProvinceSchema {
  /// Version 3: under `00000` in the cells stands no longer the whole province, but what it differs by from the sum over the
  /// communes. Imports of different communes then change no row in common, but for people who are in both.
  static let step3: StaticString = """
    CREATE TEMPORARY TABLE summed_cell ON COMMIT DROP AS
      SELECT kind, start, scope, audience, age_band, sex, is_assisted, is_later, sum(people)::bigint AS people,
        sum(passed)::bigint AS passed, sum(attempts)::bigint AS attempts, sum(attempts_passed)::bigint AS attempts_passed
      FROM report_cell WHERE commune <> '00000'
      GROUP BY kind, start, scope, audience, age_band, sex, is_assisted, is_later;
    INSERT INTO report_cell AS c (commune, kind, start, scope, audience, age_band, sex, is_assisted, is_later, people,
      passed, attempts, attempts_passed)
    SELECT '00000', kind, start, scope, audience, age_band, sex, is_assisted, is_later, -people, -passed, -attempts,
      -attempts_passed FROM summed_cell
    ON CONFLICT (kind, start, scope, commune, audience, age_band, sex, is_assisted, is_later) DO UPDATE SET
      people = c.people + excluded.people, passed = c.passed + excluded.passed,
      attempts = c.attempts + excluded.attempts, attempts_passed = c.attempts_passed + excluded.attempts_passed;

    CREATE TEMPORARY TABLE summed_part_cell ON COMMIT DROP AS
      SELECT kind, start, scope, part, sum(people)::bigint AS people, sum(reached)::bigint AS reached,
        sum(asked)::bigint AS asked, sum(credit)::bigint AS credit
      FROM report_part_cell WHERE commune <> '00000' GROUP BY kind, start, scope, part;
    INSERT INTO report_part_cell AS c (commune, kind, start, scope, part, people, reached, asked, credit)
    SELECT '00000', kind, start, scope, part, -people, -reached, -asked, -credit FROM summed_part_cell
    ON CONFLICT (kind, start, scope, commune, part) DO UPDATE SET
      people = c.people + excluded.people, reached = c.reached + excluded.reached,
      asked = c.asked + excluded.asked, credit = c.credit + excluded.credit;

    DELETE FROM report_cell WHERE commune = '00000' AND people = 0 AND passed = 0 AND attempts = 0 AND attempts_passed = 0;
    DELETE FROM report_part_cell WHERE commune = '00000' AND people = 0 AND reached = 0 AND asked = 0 AND credit = 0;
    DELETE FROM practice_cell WHERE commune = '00000';
    """
}
